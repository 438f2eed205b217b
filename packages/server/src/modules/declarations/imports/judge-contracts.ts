import { addDays, type CalendarDate, frenchDate, frenchHours, frenchShortDate, normalised } from '@maillage/kernel'
import { alwaysEnds } from '@maillage/rules/employment'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { CONTRACT_LABELS, type Employer, type StandingContract, type StandingStay, standingStays } from '../../employment/index.ts'
import { mayHire } from '../../hiring/index.ts'
import { type KnownIdentity, knownIdentities } from '../../people/index.ts'
import { contractsLayout } from '../layouts/layouts.ts'
import { type CellFault, cellFault, type FileLine } from '../layouts/read-lines.ts'
import { choosePerson } from './choose-person.ts'
import { findPerson, nameTyped } from './find-person.ts'
import { CHOSEN_PERSON, type JudgedLine, LEFT_ASIDE } from './judged-line.ts'

type ContractLine = FileLine<typeof contractsLayout>

/** What a contract of the file is in the life of the person there. */
type Place =
  | { readonly act: 'entry' }
  | { readonly act: 'contract' }
  /** The contract that it follows the next day: one that is written, or a line of the same file. */
  | { readonly act: 'renewal'; readonly of: { readonly contractId: string; readonly version: number } | { readonly rank: number } }

/** A line of contracts, with what it will record. */
export interface JudgedContract extends JudgedLine {
  readonly personId: string | null
  readonly values: ContractLine['values']
  readonly worksiteId: string | null
  readonly place: Place | null
}

interface Ground {
  readonly siae: Employer
  readonly mayEnter: boolean
  readonly today: CalendarDate
  readonly people: readonly KnownIdentity[]
  readonly stays: ReadonlyMap<string, readonly StandingStay[]>
}

const WEEK_AT_MOST = 6000

const termsInWords = ({ values: { type, firstDay, lastDay, weeklyHours } }: Pick<ContractLine, 'values'>) => {
  const end = lastDay === null ? 'sans terme' : `au ${frenchShortDate(lastDay)}`
  return [
    type === null ? '–' : CONTRACT_LABELS[type],
    firstDay === null ? '' : `du ${frenchShortDate(firstDay)} ${end}`,
    weeklyHours === null ? '' : `${frenchHours(weeklyHours)} par semaine`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What its own cells have wrong together. */
function faultsOf({ rank, values, faults }: ContractLine): readonly CellFault[] {
  const { type, firstDay, lastDay, weeklyHours } = values
  const fault = (column: keyof typeof contractsLayout, why: string) => cellFault(contractsLayout, rank, column, why)
  return [
    ...faults,
    ...(firstDay !== null && lastDay !== null && lastDay < firstDay
      ? [fault('lastDay', `le dernier jour, ${frenchDate(lastDay)}, vient avant le premier, ${frenchDate(firstDay)}`)]
      : []),
    // As on the screen: a cell left empty by mistake is not a contract without end.
    ...(type !== null && alwaysEnds(type) && lastDay === null && !faults.some(({ column }) => column === 'lastDay')
      ? [fault('lastDay', 'il n’y a rien, et ce type de contrat a toujours un terme. Complétez')]
      : []),
    ...(weeklyHours !== null && weeklyHours > WEEK_AT_MOST
      ? [
          fault(
            'weeklyHours',
            `${frenchHours(weeklyHours)} par semaine n’est pas possible : 60 au plus. Donnez les heures de la semaine, pas du mois`,
          ),
        ]
      : []),
  ]
}

/** Whether what the file says of a contract is what is written; what it does not say is not held against it. */
const saysTheSame = ({ values }: ContractLine, known: StandingContract) =>
  values.lastDay === known.lastDay && (values.weeklyHours === null || values.weeklyHours === known.weeklyHours)

function judgeOne(ground: Ground, line: ContractLine): JudgedContract {
  const { rank, typed, values } = line
  const faults = [...faultsOf(line)]
  const fault = (column: keyof typeof contractsLayout, why: string) => cellFault(contractsLayout, rank, column, why)
  const site = ground.siae.worksites.find(({ name }) => normalised(name) === normalised(values.worksite ?? ''))
  if (values.worksite !== null && !site)
    faults.push(fault('worksite', `« ${values.worksite} » n’est pas un site ouvert de ${ground.siae.name}`))
  const judged: JudgedContract = {
    rank,
    typed,
    who: nameTyped(values) || '–',
    told: termsInWords(line),
    state: 'refused',
    faults,
    notes: [],
    personId: null,
    values,
    worksiteId: site?.id ?? null,
    place: null,
  }
  if (line.faults.some(({ column }) => column === 'birthName' || column === 'givenNames')) return judged
  const found = findPerson(ground.people, values)
  const chosen = choosePerson({ rank, named: values, chosen: typed[CHOSEN_PERSON], found, among: null, outside: (name) => name })
  if ('faults' in chosen)
    return { ...judged, faults: [...faults, ...chosen.faults], ...(chosen.candidates ? { candidates: chosen.candidates } : {}) }
  const { person } = chosen
  const named = { ...judged, who: person.displayName, personId: person.id }
  const { type, firstDay, lastDay } = values
  if (faults.length > 0 || type === null || firstDay === null) return named

  const stays = ground.stays.get(person.id) ?? []
  const standing = stays.flatMap(({ contracts }) => contracts)
  const same = standing.find((each) => each.type === type && each.firstDay === firstDay)
  if (same && saysTheSame(line, same)) return { ...named, state: 'known' }
  if (same) {
    const end = same.lastDay === null ? 'sans terme' : `au ${frenchDate(same.lastDay)}`
    const week = same.weeklyHours === null ? '' : `, ${frenchHours(same.weeklyHours)} par semaine`
    return {
      ...named,
      faults: [
        fault(
          'firstDay',
          `ce contrat est enregistré avec d’autres conditions (${end}${week}). Changez-le depuis sa page, par un avenant ou une rupture, ou laissez la ligne de côté`,
        ),
      ],
    }
  }
  const notes = standing.some(
    (each) => (lastDay === null || each.firstDay <= lastDay) && (each.lastDay === null || each.lastDay >= firstDay),
  )
    ? ['Recouvre un autre contrat de la même personne dans la structure.']
    : []
  // A stay that ended the day before goes on: recordContract says why.
  const running = stays.some(({ open }) => open.last === null || open.last >= addDays(firstDay, -1))
  if (!running) {
    if (firstDay > ground.today)
      return { ...named, faults: [fault('firstDay', 'cette entrée est à venir. Déclarez l’embauche depuis la candidature de la personne')] }
    if (!ground.mayEnter)
      return {
        ...named,
        faults: [
          {
            column: LEFT_ASIDE,
            text: `Ligne ${rank} : ${person.displayName} n’est pas encore dans ${ground.siae.name}. Son entrée s’enregistre par la direction ou par l’accompagnement.`,
          },
        ],
      }
    return {
      ...named,
      state: 'new',
      notes: ['Entrée dans la structure, enregistrée comme un fait : aucun PASS IAE n’est demandé.', ...notes],
      place: { act: 'entry' },
    }
  }
  const before = standing.find((each) => each.type === type && each.lastDay === addDays(firstDay, -1) && !each.renewed)
  const of =
    before &&
    (before.id.startsWith(IN_FILE) ? { rank: Number(before.id.slice(IN_FILE.length)) } : { contractId: before.id, version: before.version })
  return {
    ...named,
    state: 'new',
    notes: [...(of ? ['Renouvelle le contrat qui finit la veille.'] : []), ...notes],
    place: of ? { act: 'renewal', of } : { act: 'contract' },
  }
}

/** The id of a contract that the file itself brings, until it has one. */
const IN_FILE = 'line '

/** The ground once a line is recorded: the next ones are held against it too. */
function withLine(ground: Ground, line: JudgedContract): Ground {
  const { personId, place, values, rank } = line
  const { type, firstDay, lastDay, weeklyHours } = values
  if (personId === null || place === null || type === null || firstDay === null) return ground
  const contract: StandingContract = { id: `${IN_FILE}${rank}`, version: 1, type, firstDay, lastDay, weeklyHours, renewed: false }
  const stays = ground.stays.get(personId) ?? []
  const others = stays.map((stay) => ({
    ...stay,
    contracts: stay.contracts.map((each) =>
      place.act === 'renewal' && ('contractId' in place.of ? each.id === place.of.contractId : each.id === `${IN_FILE}${place.of.rank}`)
        ? { ...each, renewed: true }
        : each,
    ),
  }))
  const entered = { id: `${IN_FILE}${rank}`, personId, open: { first: firstDay, last: null }, contracts: [contract], builtUpon: false }
  return { ...ground, stays: new Map([...ground.stays, [personId, [...others, entered]]]) }
}

/** A line that says again what another one says. */
function asDouble(line: JudgedContract, first: JudgedContract): JudgedContract {
  const same = first.values.lastDay === line.values.lastDay && first.values.weeklyHours === line.values.weeklyHours
  const why = same ? 'dit déjà la même chose. Laissez celle-ci de côté' : 'donne d’autres conditions au même contrat. Gardez l’une des deux'
  return {
    ...line,
    state: 'refused',
    place: null,
    faults: [cellFault(contractsLayout, line.rank, 'firstDay', `la ligne ${first.rank} ${why}`)],
  }
}

/** Holds each line of a file of contracts against the stays of the structure, and against the lines of days before. Two statements. */
export async function judgeContractsFile(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  siae: Employer,
  lines: readonly ContractLine[],
): Promise<readonly JudgedContract[]> {
  const stays = Map.groupBy(await standingStays(ctx, siae.id), ({ personId }) => personId)
  let ground: Ground = {
    siae,
    mayEnter: ctx.actor !== null && mayHire(ctx.actor, siae),
    today: ctx.today,
    people: await knownIdentities(ctx),
    stays,
  }
  const judged = new Map<number, JudgedContract>()
  const seen = new Map<string, JudgedContract>()
  for (const line of lines.toSorted((a, b) => (a.values.firstDay ?? 0) - (b.values.firstDay ?? 0) || a.rank - b.rank)) {
    const one = judgeOne(ground, line)
    const key = `${one.personId}/${one.values.type}/${one.values.firstDay}`
    const first = one.personId === null || one.values.firstDay === null ? undefined : seen.get(key)
    const kept = first ? asDouble(one, first) : one
    if (!first && one.state === 'new') seen.set(key, one)
    judged.set(line.rank, kept)
    ground = withLine(ground, kept)
  }
  return lines.flatMap(({ rank }) => judged.get(rank) ?? [])
}
