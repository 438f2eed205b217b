import { addDays, type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, Details, EmptyState, SummaryList, Tag, type Tone, Why } from '@maillage/ui'
import { VERDICT_LABELS } from '../messages.fr.ts'
import type { ToldDiagnosis, ToldEligibility } from '../queries/diagnoses-of.ts'
import { CriterionList } from './criterion-list.tsx'
import { whySteps } from './reason-steps.ts'

const TONES: Readonly<Record<ToldDiagnosis['verdict'], Tone>> = { granted: 'positive', refused: 'alert', undetermined: 'attention' }

/** Whether a diagnosis still speaks by itself; a PASS IAE that runs keeps it valid beyond. */
const isOver = ({ expiresOn, replacedOn }: ToldDiagnosis, today: CalendarDate): boolean =>
  today >= expiresOn || (replacedOn !== null && today >= replacedOn)

function counted({ role, level1, level2 }: ToldDiagnosis): string {
  if (role === 'prescriber' && level1 + level2 === 0) return 'Aucun critère demandé à un prescripteur habilité'
  return `${plural(level1, 'critère')} de niveau 1, ${plural(level2, 'critère')} de niveau 2`
}

function validity({ verdict, expiresOn, replacedOn }: ToldDiagnosis): string | null {
  if (verdict !== 'granted') return null
  if (replacedOn !== null && replacedOn < expiresOn) return `Remplacé le ${frenchDate(replacedOn)}`
  return `Jusqu’au ${frenchDate(addDays(expiresOn, -1))}, puis tant que court un PASS IAE`
}

function Diagnosis({ diagnosis, eligibility }: { readonly diagnosis: ToldDiagnosis; readonly eligibility: ToldEligibility }) {
  const valid = validity(diagnosis)
  return (
    <>
      <p class="govuk-body">
        <Tag tone={isOver(diagnosis, eligibility.today) ? 'neutral' : TONES[diagnosis.verdict]}>{VERDICT_LABELS[diagnosis.verdict]}</Tag>
      </p>
      <SummaryList
        rows={[
          { label: 'Diagnostic du', value: frenchDate(diagnosis.madeOn) },
          { label: 'Fait par', value: diagnosis.author ?? 'Un prescripteur, dont le nom n’est pas communiqué à votre profil' },
          {
            label: 'Critères',
            value: diagnosis.criteria ? <CriterionList criteria={diagnosis.criteria} partly={diagnosis.partly} /> : counted(diagnosis),
          },
          ...(valid === null ? [] : [{ label: 'Validité', value: valid }]),
        ]}
      />
      <Why
        label={'Pourquoi cette réponse\u202f?'}
        rule="Éligibilité à un parcours d’insertion (CT R5132-1-7)"
        law={`Droit du ${frenchDate(diagnosis.madeOn)}`}
        steps={whySteps(diagnosis)}
      />
    </>
  )
}

/**
 * What a reader may know of a person's eligibility, for the person's page. Outside the referents: the answer, a masked author, how many criteria.
 * @param mayAdd whether the reader may record a diagnosis (`mayDiagnose`)
 */
export function EligibilityPanel({ eligibility, mayAdd }: { readonly eligibility: ToldEligibility; readonly mayAdd: boolean }) {
  const [latest, ...earlier] = eligibility.diagnoses
  const href = `/personnes/${eligibility.personId}/eligibilite/ajouter`
  return (
    <section aria-labelledby="eligibilite">
      <h2 class="govuk-heading-m" id="eligibilite">
        Éligibilité
      </h2>
      {latest ? (
        <>
          <Diagnosis diagnosis={latest} eligibility={eligibility} />
          {earlier.length > 0 ? (
            <Details summary={plural(earlier.length, 'diagnostic antérieur', 'diagnostics antérieurs')}>
              {earlier.map((each) => (
                <Diagnosis key={each.id} diagnosis={each} eligibility={eligibility} />
              ))}
            </Details>
          ) : null}
          {mayAdd ? (
            <ButtonGroup>
              <ButtonLink kind="secondary" href={href}>
                Faire un nouveau diagnostic
              </ButtonLink>
            </ButtonGroup>
          ) : null}
        </>
      ) : (
        <EmptyState title="Aucun diagnostic" {...(mayAdd ? { action: { label: 'Faire le diagnostic', href } } : {})}>
          Le diagnostic socio-professionnel dit si la personne peut commencer un parcours d’insertion. Un prescripteur habilité ou la
          structure le fait.
        </EmptyState>
      )}
    </section>
  )
}
