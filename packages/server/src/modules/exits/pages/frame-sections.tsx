import { type CalendarDate, frenchDate, frenchPercent, type Law, plural } from '@maillage/kernel'
import {
  classOfReason,
  type EmploymentExits,
  EXIT_REASONS,
  employmentExitReadings,
  esfResults,
  exitReasonGroupLabels,
  exitReasonLabels,
  type FollowUpCounts,
  PLIE_INDICATORS,
  type PlieIndicator,
  type PlieResult,
  plieClasses,
  plieExpectedRates,
  plieIndicatorDefinitions,
  plieIndicatorLabels,
  type RecordedExitReason,
  sensitivityOfExit,
} from '@maillage/rules/exits'
import { DataTable, Details, EmptyState, Figure, Figures, SourceLine, Why, type WhyStep } from '@maillage/ui'
import type { AgreedRate } from '../queries/agreed-rates-of.ts'
import type { ReadByFrames } from '../queries/exits-read-by-frames.ts'
import { horizonWords } from './follow-up-words.tsx'

const percent = (share: number) => frenchPercent(share, 0)
const whole = (figure: number) => `${figure}\u00a0%`

/** What a rate rests on, in words; a few exits give counts and no percentage. */
const countsIn = (
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  of: readonly [string, string],
) => `${numerator} sur ${plural(denominator, ...of)}`

/** The yearly « sorties emploi », with their own denominator. */
export const EmploymentExitsFigure = ({
  found,
  law,
  today,
}: {
  readonly found: EmploymentExits
  readonly law: Law
  readonly today: CalendarDate
}) => {
  const { numerator, denominator, withoutExit, undetermined, state, interval } = found
  const source = law.on(today).find(employmentExitReadings)?.source
  const ended = ['contrat d’insertion terminé', 'contrats d’insertion terminés'] as const
  const steps: readonly WhyStep[] = [
    {
      sentence: 'Contrats d’insertion finis dans l’année, sans autre contrat ensuite dans le même séjour.',
      value: String(denominator),
      source,
    },
    { sentence: 'Dont une embauche ou une formation est enregistrée.', value: String(numerator) },
    ...(withoutExit === 0
      ? []
      : [{ sentence: 'Dont la sortie n’est pas enregistrée : rien ne prouve une embauche.', value: String(withoutExit) }]),
    ...(undetermined === 0 ? [] : [{ sentence: 'Dont la durée du contrat trouvé n’est pas connue.', value: String(undetermined) }]),
    {
      sentence: 'Une mission d’intérim ne compte qu’au-delà de 6 mois. Rien n’est écarté : ni présence courte, ni décès, ni déménagement.',
    },
    ...(interval ? [{ sentence: 'Intervalle de Wilson à 95 %.', value: `${percent(interval.low)} à ${percent(interval.high)}` }] : []),
  ]
  return (
    <Figure
      label="« Sorties emploi » de l’année"
      value={state === 'shown' ? percent(numerator / denominator) : state === 'nobody' ? '–' : undefined}
      unavailable={state === 'too-few' ? 'too-few' : undefined}
      detail={state === 'nobody' ? 'Aucun contrat d’insertion fini dans l’année.' : `${countsIn(found, ended)}.`}
      why={<Why rule="Note 11 du dossier de conventionnement" law={`Droit du ${frenchDate(today)}`} steps={steps} />}
    />
  )
}

function realised({ numerator, denominator, unknown, tooEarly, between, state }: PlieResult): string {
  const left = [unknown === 0 ? [] : `${unknown} sans réponse`, tooEarly === 0 ? [] : `${tooEarly} trop tôt`].flat()
  const counts = [`${numerator} sur ${denominator}`, ...left].join(', ')
  if (state === 'nobody') return left.length === 0 ? 'Aucune sortie concernée' : `Aucune réponse : ${left.join(', ')}`
  if (state === 'too-few' || !between) return `Trop peu : ${counts}`
  return unknown === 0 ? `${percent(between.low)} (${counts})` : `Entre ${percent(between.low)} et ${percent(between.high)} (${counts})`
}

/** Realised, agreed and expected rates, side by side; what nobody answered is said, and is never a no. */
export const PlieRates = ({
  plie,
  agreed,
  law,
  today,
}: {
  readonly plie: ReadByFrames['plie']
  readonly agreed: ReadonlyMap<PlieIndicator, AgreedRate>
  readonly law: Law
  readonly today: CalendarDate
}) => {
  const expected = law.on(today).find(plieExpectedRates)
  const expectedOf = (measure: PlieIndicator) =>
    measure === 'employment' ? expected?.value.employment : measure === 'qualifying-training' ? expected?.value.training : undefined
  return (
    <DataTable<PlieIndicator>
      caption="Lecture d’un PLIE : réalisé, convenu, attendu"
      counted={['taux', 'taux']}
      rows={PLIE_INDICATORS}
      rowKey={(measure) => measure}
      columns={[
        {
          key: 'taux',
          label: 'Taux',
          long: true,
          render: (measure) => (
            <>
              {plieIndicatorLabels[measure]}
              <Why
                rule="Lecture d’un PLIE (note 12 du dossier de conventionnement)"
                law={`Droit du ${frenchDate(today)}`}
                steps={[
                  { sentence: plieIndicatorDefinitions[measure], source: expected?.source },
                  { sentence: 'Sorties dont la réponse est connue.', value: String(plie[measure].denominator) },
                  { sentence: 'Dont le résultat est atteint.', value: String(plie[measure].numerator) },
                  {
                    sentence:
                      'Sorties sans réponse : le taux est donné entre ce qu’il serait si toutes disaient non, et si toutes disaient oui.',
                    value: String(plie[measure].unknown),
                  },
                  { sentence: 'Sorties dont l’horizon n’est pas encore venu.', value: String(plie[measure].tooEarly) },
                ]}
              />
            </>
          ),
        },
        { key: 'realise', label: 'Réalisé', align: 'end', render: (measure) => realised(plie[measure]) },
        {
          key: 'convenu',
          label: 'Convenu',
          align: 'end',
          render: (measure) => {
            const rate = agreed.get(measure)
            return rate ? (
              <>
                {whole(rate.percent)} <span class="govuk-hint">{rate.document}</span>
              </>
            ) : (
              'Aucun accord écrit'
            )
          },
        },
        {
          key: 'attendu',
          label: 'Attendu',
          align: 'end',
          render: (measure) => {
            const rate = expectedOf(measure)
            return rate === undefined ? '–' : whole(rate)
          },
        },
      ]}
      empty={null}
    />
  )
}

const ESF_LINES = [
  ['EECR04', 'En emploi à la sortie, travail indépendant compris', 'employment'],
  ['EECR02', 'En formation ou dans des études à la sortie', 'training'],
  ['–', 'Ni l’un ni l’autre', 'none'],
  ['–', 'À compléter', 'undetermined'],
] as const

/** The common results of the European fund at exit: counts, never a rate. */
export const EsfCounts = ({
  found: { esf, after },
  law,
  today,
}: {
  readonly found: ReadByFrames
  readonly law: Law
  readonly today: CalendarDate
}) => {
  const six = after.find(({ horizon }) => horizon === 6)
  const source = law.on(today).find(esfResults)?.source
  return (
    <>
      <p class="govuk-body">
        Correspondance proposée par la plateforme, à confirmer avec le service gestionnaire. EECR01 (recherche d’emploi) et EECR03
        (qualification obtenue) ne se déduisent pas d’une sortie.{' '}
        {six?.employment
          ? `Six mois après (EECR05), ${six.employment.numerator} en emploi sur ${plural(six.employment.denominator, 'réponse')}.`
          : 'Six mois après (EECR05), aucune réponse encore.'}
      </p>
      {source === undefined ? null : (
        <p class="govuk-body">
          <SourceLine source={source} />
        </p>
      )}
      <DataTable
        caption="Indicateurs communs de résultat du FSE+, à la sortie"
        counted={['ligne', 'lignes']}
        rows={ESF_LINES.filter(([, , part]) => part !== 'undetermined' || esf.undetermined > 0)}
        rowKey={([, label]) => label}
        columns={[
          { key: 'resultat', label: 'Résultat', render: ([, label]) => label },
          { key: 'code', label: 'Indicateur', render: ([code]) => code },
          { key: 'sorties', label: 'Sorties', align: 'end', render: ([, , part]) => esf[part] },
        ]}
        empty={null}
      />
    </>
  )
}

const PLIE_WORDS = { employment: 'Emploi', training: 'Formation', none: '–', 'by-length': 'Emploi si plus de 6 mois' } as const
const YEARLY_WORDS = { counted: 'Oui', 'longer-only': 'Si plus de 6 mois', 'not-counted': '–' } as const
const ESF_WORDS = { employment: 'Emploi', training: 'Formation', none: '–' } as const

const GROUPS = [
  ['En formation', ['training']],
  ['En recherche', ['searching']],
  ['Autre', ['other']],
  ['Préfère ne pas répondre', ['prefer-not']],
] as const

/** What became of the people at each horizon: silences have their own column, and the rate its bounds. */
export const AfterExitCounts = ({ after }: { readonly after: ReadByFrames['after'] }) => (
  <DataTable<FollowUpCounts>
    caption="Et après : ce que deviennent les personnes"
    counted={['échéance', 'échéances']}
    rows={after}
    rowKey={({ horizon }) => String(horizon)}
    columns={[
      { key: 'echeance', label: 'Échéance', render: ({ horizon }) => horizonWords(horizon) },
      {
        key: 'taux',
        label: 'En emploi',
        render: ({ state, employment }) =>
          !employment
            ? 'Aucune réponse'
            : state === 'too-few'
              ? `Trop peu : ${employment.numerator} sur ${plural(employment.denominator, 'réponse')}`
              : `${employment.numerator} sur ${plural(employment.denominator, 'réponse')} ; entre ${percent(employment.low)} et ${percent(employment.high)} de tous`,
      },
      ...GROUPS.map(([label, situations]) => ({
        key: situations[0],
        label,
        align: 'end' as const,
        render: (counts: FollowUpCounts) => situations.reduce((sum, each) => sum + counts.situations[each], 0),
      })),
      { key: 'silence', label: 'Sans réponse', align: 'end', render: ({ silent }) => silent },
      { key: 'demander', label: 'À demander', align: 'end', render: ({ open }) => open },
      { key: 'arretes', label: 'Arrêtés', align: 'end', render: ({ stopped }) => stopped },
      { key: 'venir', label: 'À venir', align: 'end', render: ({ toCome }) => toCome },
    ]}
    empty={<EmptyState title="Aucun suivi">Aucune sortie de l’année n’est suivie.</EmptyState>}
  />
)

/** How each frame reads each reason: one recorded exit, four readings that do not know one another. */
export const FrameMapping = ({ law, today }: { readonly law: Law; readonly today: CalendarDate }) => {
  const ofDay = law.on(today)
  return (
    <Details summary="Comment chaque cadre lit chaque motif">
      <DataTable<RecordedExitReason>
        caption="Lecture de chaque motif"
        counted={['motif', 'motifs']}
        rows={EXIT_REASONS.filter((reason) => sensitivityOfExit(reason) === 'ordinary')}
        rowKey={(reason) => reason}
        columns={[
          { key: 'motif', label: 'Motif', render: (reason) => exitReasonLabels[reason] },
          { key: 'etat', label: 'État', render: (reason) => exitReasonGroupLabels[classOfReason(law, reason, today)] },
          {
            key: 'emploi',
            label: '« Sorties emploi »',
            render: (reason) => YEARLY_WORDS[ofDay.get(employmentExitReadings)[reason] ?? 'not-counted'],
          },
          { key: 'plie', label: 'PLIE', render: (reason) => PLIE_WORDS[ofDay.get(plieClasses)[reason] ?? 'none'] },
          { key: 'fse', label: 'FSE+', render: (reason) => ESF_WORDS[ofDay.find(esfResults)?.value[reason] ?? 'none'] },
        ]}
        empty={null}
      />
      <p class="govuk-body">
        Six mois exactement : emploi durable pour l’État (« six mois et plus »), pas « plus de six mois » pour le PLIE ni pour l’intérim des
        « sorties emploi ». Les deux lectures sont gardées.
      </p>
    </Details>
  )
}

/** What others than the State read in the same exits. */
export const OtherFrames = ({
  found,
  agreed,
  agreeHref,
  law,
  today,
}: {
  readonly found: ReadByFrames
  readonly agreed: ReadonlyMap<PlieIndicator, AgreedRate>
  /** Where the agreed rates are written; undefined: the reader does not write them. */
  readonly agreeHref: string | undefined
  readonly law: Law
  readonly today: CalendarDate
}) => (
  <>
    <h2 class="govuk-heading-m">Les mêmes sorties, lues par d’autres</h2>
    <p class="govuk-body">
      Une sortie s’enregistre une fois. Chaque cadre la lit avec sa définition ; aucun ne change la lecture d’un autre.
    </p>
    <Figures>
      <EmploymentExitsFigure found={found.employmentExits} law={law} today={today} />
    </Figures>
    <h3 class="govuk-heading-s">PLIE</h3>
    <p class="govuk-body">
      La lecture porte sur toutes les sorties de la structure : la plateforme ne sait pas qui participe à un PLIE.
      {agreeHref === undefined ? null : (
        <>
          {' '}
          <a class="govuk-link" href={agreeHref}>
            Écrire les taux convenus
          </a>
        </>
      )}
    </p>
    <PlieRates plie={found.plie} agreed={agreed} law={law} today={today} />
    <h3 class="govuk-heading-s">FSE+</h3>
    <EsfCounts found={found} law={law} today={today} />
    <FrameMapping law={law} today={today} />
    <h2 class="govuk-heading-m">Après la sortie</h2>
    <p class="govuk-body">Un retour dans l’IAE, un décès ou une opposition arrête le suivi et ne change jamais la classe de la sortie.</p>
    <AfterExitCounts after={found.after} />
  </>
)
