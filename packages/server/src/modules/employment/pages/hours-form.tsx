import { daysOf, frenchDate, frenchHours, type Month, overlap, plural } from '@maillage/kernel'
import { type ContractType, contractTypeLabels, employmentAnomalySentence, proposedHours } from '@maillage/rules/employment'
import { Button, ButtonGroup, type EntryRow, EntryTable, type FieldMessage, Form, type FormState, TextArea } from '@maillage/ui'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { MonthContract, TeamMember } from '../queries/month-team.ts'
import type { HoursAnomaly } from '../queries/sheet-card.ts'
import { contractHref } from './contract-in-address.ts'
import { hoursOfMonth, knownSum, MEASURE_LABELS, typedHours } from './month-parts.tsx'
import type { MonthScene } from './month-scene.ts'
import type { SheetLine } from './sheet-lines.ts'

const COLUMNS = [
  { key: 'paid', label: 'Heures payées' },
  { key: 'worked', label: 'Heures travaillées' },
  { key: 'accompaniment', label: 'Accompagnement' },
  { key: 'clause', label: 'Clause d’insertion' },
  { key: 'site', label: 'Site' },
] as const

/** The sentence of an anomaly as the database kept it. */
export const anomalySentence = ({ rule, facts }: Pick<HoursAnomaly, 'rule' | 'facts'>): string =>
  employmentAnomalySentence({ code: rule, details: facts } as unknown as Parameters<typeof employmentAnomalySentence>[0])

/** The types of contract as the people who type hours say them. */
const SHORT: Readonly<Partial<Record<ContractType, string>>> = { CDDI: 'CDDI', CDDU: 'CDDU', CTT: 'Mission', EITI: 'EITI' }

const contractWords = ({ type, last, weekly }: MonthContract) =>
  [
    SHORT[type] ?? contractTypeLabels[type],
    weekly === null ? undefined : `${typedHours(weekly)} h par semaine`,
    last === null ? undefined : `jusqu’au ${frenchDate(last)}`,
  ]
    .filter(Boolean)
    .join(', ')

interface About {
  readonly member: TeamMember
  readonly month: Month
  /** Leads to the contract and to the exit. Never between boxes: whoever types a team goes from box to box with the Tab key. */
  readonly linked: boolean
}

/** What helps to type: the contract, and what it would give if it were simply followed. */
export function AboutMember({ member, month, linked }: About) {
  const { contracts, endedOn, open } = member
  if (contracts.length === 0)
    return <>{endedOn === null ? 'Aucun contrat ce mois-ci' : `Contrat fini le ${frenchDate(endedOn)}, aucun autre depuis`}</>
  const proposed = proposedHours(
    contracts.map(({ first, last, weekly }) => ({ first, last, weekly: weekly === null ? [] : [{ from: first, hours: weekly }] })),
    month,
  )
  return (
    <>
      {contracts.map((contract, index) => (
        <>
          {index === 0 ? null : ' ; '}
          {linked ? (
            <a class="govuk-link" href={contractHref(contract.id)}>
              {contractWords(contract)}
            </a>
          ) : (
            contractWords(contract)
          )}
        </>
      ))}
      .{proposed === null ? null : ` Selon le contrat : ${frenchHours(proposed)}.`}
      {open.last !== null && open.last <= daysOf(month).last ? (
        <>
          {' '}
          Sortie le{' '}
          {linked ? (
            <a class="govuk-link" href={`/sejours/${member.stayId}/sortie`}>
              {frenchDate(open.last)}
            </a>
          ) : (
            frenchDate(open.last)
          )}
          .
        </>
      ) : null}
    </>
  )
}

function notesOf(line: SheetLine, anomalies: readonly HoursAnomaly[]) {
  const { meanwhile } = line
  const told = [
    ...(meanwhile
      ? [
          `Enregistré entre-temps${meanwhile.by ? ` par ${meanwhile.by}` : ''} : ${meanwhile.figures.paid === null ? 'heures payées inconnues' : `${frenchHours(meanwhile.figures.paid)} payées`}, ${meanwhile.figures.worked === null ? 'heures travaillées inconnues' : `${frenchHours(meanwhile.figures.worked)} travaillées`}. Si vous enregistrez de nouveau, votre saisie les remplace.`,
        ]
      : []),
    ...anomalies.map(anomalySentence),
  ]
  if (told.length === 0) return null
  return (
    <ul>
      {told.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Says whose line an error is about: in a team, « saisissez un nombre » helps nobody. */
function namedErrors(errors: readonly FieldMessage[], lines: readonly SheetLine[], team: readonly TeamMember[]): readonly FieldMessage[] {
  const names = new Map(team.map(({ stayId, name }) => [stayId, name]))
  return errors.map(({ field, text }) => {
    const index = /^rows-(\d+)-/.exec(field ?? '')?.[1]
    const name = index === undefined ? undefined : names.get(lines[Number(index)]?.stayId ?? '')
    return name === undefined ? { field, text } : { field, text: `${name} : ${text}` }
  })
}

interface Props {
  readonly request: PageRequest<Member>
  readonly scene: MonthScene
  readonly lines: readonly SheetLine[]
  readonly form: FormState
  readonly action: string
}

/** The month of a team, typed line by line. */
export function HoursForm({ request, scene, lines, form, action }: Props) {
  const { card, month, team, worksites, measures } = scene
  const members = new Map(team.map((member) => [member.stayId, member]))
  const reopened = card.sheet?.state === 'reopened'
  const errorsAt = (index: number, box: string) =>
    form.errors.filter(({ field }) => field === `rows-${index}-${box}`).map(({ text }) => text)
  const sites = (worksiteId: string) => [
    { value: '', label: 'Sans site' },
    ...worksites
      .filter(({ id, open }) => id === worksiteId || overlap(open, daysOf(month)))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  const several = measures.length > 1
  const first = new Set<string>()
  const rows = lines.flatMap((line, index): EntryRow[] => {
    const member = members.get(line.stayId)
    if (!member) return []
    const begins = !first.has(line.stayId)
    first.add(line.stayId)
    const named = (box: string) => `rows-${index}-${box}`
    const figure = (box: 'paid' | 'worked' | 'accompaniment' | 'clause') => ({
      name: named(box),
      value: line[box],
      errors: errorsAt(index, box),
    })
    return [
      {
        key: `${line.stayId} ${index}`,
        name: member.name,
        title: begins ? (
          <a class="govuk-link" href={`/personnes/${member.personId}`}>
            {member.name}
          </a>
        ) : (
          `${member.name}, autre site`
        ),
        about: begins ? (
          <>
            <AboutMember member={member} month={month} linked={false} />{' '}
            <button type="submit" class="m-entry-more" name="_ligne" value={line.stayId}>
              Ajouter un site<span class="govuk-visually-hidden"> pour {member.name}</span>
            </button>
          </>
        ) : null,
        hidden: {
          [named('stayId')]: line.stayId,
          [named('hoursId')]: line.hoursId,
          [named('version')]: line.version,
          ...(several ? {} : { [named('measure')]: line.measure }),
        },
        boxes: [
          figure('paid'),
          figure('worked'),
          figure('accompaniment'),
          figure('clause'),
          { name: named('worksiteId'), value: line.worksiteId, errors: errorsAt(index, 'worksiteId'), options: sites(line.worksiteId) },
          ...(several
            ? [
                {
                  name: named('measure'),
                  value: line.measure,
                  options: measures.map((each) => ({ value: each, label: MEASURE_LABELS[each] })),
                },
              ]
            : []),
        ],
        notes: notesOf(line, begins ? card.anomalies.filter(({ stayId }) => stayId === line.stayId) : []),
      },
    ]
  })
  const written = team.flatMap(({ hours }) => hours)
  return (
    <Form action={action} csrf={request.csrf} requestId={request.formId} state={{ ...form, errors: namedErrors(form.errors, lines, team) }}>
      <EntryTable
        caption={`Heures ${hoursOfMonth(month)}`}
        count={plural(team.length, 'personne')}
        of="Personne"
        columns={several ? [...COLUMNS, { key: 'measure', label: 'Mesure' }] : COLUMNS}
        notesLabel="À savoir"
        rows={rows}
        totals={{
          label: 'Total enregistré',
          cells: [
            knownSum(written.map(({ paid }) => paid)),
            knownSum(written.map(({ worked }) => worked)),
            knownSum(written.map(({ accompaniment }) => accompaniment)),
            knownSum(written.map(({ clause }) => clause)),
            ...(several ? ['', ''] : ['']),
          ],
        }}
      />
      {reopened ? (
        <TextArea
          form={form}
          name="reason"
          label="Pourquoi ces heures sont corrigées"
          hint="Ce motif reste dans l’historique, à côté de ce qui a changé."
          rows={2}
        />
      ) : null}
      <ButtonGroup>
        <Button>{reopened ? 'Enregistrer les corrections' : 'Enregistrer le brouillon'}</Button>
        {scene.mayValidate ? (
          <Button kind="secondary" name="_puis" value="valider">
            Enregistrer, puis valider
          </Button>
        ) : null}
      </ButtonGroup>
    </Form>
  )
}
