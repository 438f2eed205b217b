import {
  BARRIER_AREAS,
  BARRIER_EDITIONS,
  barrierAreaLabel,
  declaredAreaOf,
  editionOfArea,
  SELF_SERVICE_DIAGNOSIS,
  SELF_SERVICE_DIMENSIONS,
  selfServiceDimensionOf,
} from '@maillage/rules/accompaniment'
import { DataTable, DateField, Details, dateFieldValues, type FormState, Radios, Select, SourceLine, TextArea } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { EVIDENCE_LABELS, STATE_LABELS, WEIGHT_LABELS } from '../barrier-words.fr.ts'
import { TEXT_LIMIT } from '../model.ts'
import { BARRIER_EVIDENCE, BARRIER_STATES, BARRIER_WEIGHTS, type Barrier } from '../model-barriers.ts'

/** What is asked of a barrier, noted or updated; only what is noted already may turn out to be a mistake. */
export const BarrierFields = ({ form, noted }: { readonly form: FormState; readonly noted: boolean }) => (
  <>
    <Radios
      form={form}
      name="state"
      label="Où en est-il"
      choices={BARRIER_STATES.filter((state) => noted || state !== 'withdrawn').map((value) => ({ value, label: STATE_LABELS[value] }))}
    />
    <Radios
      form={form}
      name="weight"
      label="Combien il pèse aujourd’hui"
      choices={BARRIER_WEIGHTS.map((value) => ({ value, label: WEIGHT_LABELS[value] }))}
      inline
    />
    <TextArea
      form={form}
      name="consequence"
      label="Conséquence pour le parcours"
      hint="Ce que cela change, par exemple « disponible avant 15 h 30 ». Ni maladie, ni peine, ni jugement : la personne peut demander à le lire."
      rows={2}
      limit={TEXT_LIMIT}
      optional
    />
    <TextArea form={form} name="tried" label="Ce qui a été tenté" rows={2} limit={TEXT_LIMIT} optional />
    <DateField form={form} name="since" label="Depuis quand" optional />
    <Select
      form={form}
      name="evidence"
      label="Comment on le sait"
      options={BARRIER_EVIDENCE.map((value) => ({ value, label: EVIDENCE_LABELS[value] }))}
      placeholder="Sans précision"
      optional
    />
  </>
)

/** What is known of a barrier, as its form shows it. */
export const barrierValues = (barrier: Barrier): FormState => ({
  values: {
    state: barrier.state,
    weight: barrier.weight,
    consequence: barrier.consequence ?? '',
    tried: barrier.tried ?? '',
    evidence: barrier.evidence ?? '',
    ...(barrier.since === null ? {} : dateFieldValues('since', barrier.since)),
  },
  errors: [],
})

/** What was typed of a barrier. */
export function readBarrier(form: FormBody) {
  const since = dateInput(form, 'since', 'la date')
  return {
    facts: {
      state: text(form, 'state'),
      weight: text(form, 'weight'),
      consequence: text(form, 'consequence'),
      tried: text(form, 'tried'),
      evidence: text(form, 'evidence'),
      since: since.iso ?? null,
    },
    errors: since.errors,
  }
}

/** Where the list of areas comes from, and under which name each is declared. */
export const AreasExplained = () => (
  <Details summary="D’où vient cette liste">
    <DataTable
      caption="Domaines de frein"
      counted={['domaine', 'domaines']}
      rows={BARRIER_AREAS}
      rowKey={(area) => area}
      columns={[
        { key: 'domaine', label: 'Domaine', render: barrierAreaLabel },
        {
          key: 'declare',
          label: 'Déclaré à l’Agence de services et de paiement',
          render: (area) => {
            const declared = declaredAreaOf(area)
            return declared === null ? '–' : barrierAreaLabel(declared)
          },
        },
        {
          key: 'autodiagnostic',
          label: 'Question de l’autodiagnostic',
          render: (area) => {
            const dimension = selfServiceDimensionOf(area)
            return dimension === null ? '–' : SELF_SERVICE_DIMENSIONS[dimension]
          },
        },
        { key: 'liste', label: 'Liste', render: (area) => (editionOfArea(area) === 'extranet' ? 'État' : 'Terrain') },
      ]}
      empty={null}
    />
    {[BARRIER_EDITIONS.extranet, BARRIER_EDITIONS.field, SELF_SERVICE_DIAGNOSIS].map((each) => (
      <p class="govuk-body-s" key={each.article}>
        <SourceLine source={each} />
      </p>
    ))}
  </Details>
)
