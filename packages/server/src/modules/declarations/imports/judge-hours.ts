import { daysOf, frenchHours, frenchMonth, type Month, month as monthIn, normalised, sumHours } from '@maillage/kernel'
import { employmentRefusalSentence, readMonthHours, sheetStateLabels } from '@maillage/rules/employment'
import type { ReadCtx } from '../../../platform/command/read.ts'
import {
  type Employer,
  FIGURES,
  type HoursFigures,
  mayEmploy,
  monthSheetsOf,
  monthTeam,
  type StandingStay,
  sameFigures,
  standingStays,
  type TeamMember,
} from '../../employment/index.ts'
import { type KnownIdentity, knownIdentities } from '../../people/index.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { type CellFault, cellFault } from '../layouts/read-lines.ts'
import { addUpLines } from './add-up-lines.ts'
import { choosePerson } from './choose-person.ts'
import { contractDifferences } from './contract-differences.ts'
import { findPerson, nameTyped } from './find-person.ts'
import { type HoursLine, hoursDifference, inWords, type JudgedHours, placeKey } from './judged-hours.ts'
import { CHOSEN_PERSON } from './judged-line.ts'

/** What the lines are held against: the sheets of the months that the file names, the people in them. */
export interface Ground {
  readonly siae: Employer
  readonly people: readonly KnownIdentity[]
  readonly teams: ReadonlyMap<Month, readonly TeamMember[]>
  readonly states: ReadonlyMap<Month, string>
  /** The stays with their contracts, when the file speaks of contracts. */
  readonly stays: ReadonlyMap<string, StandingStay>
  readonly mayEmploy: boolean
  readonly today: ReadCtx['today']
}

const MONTHS_AT_MOST = 24

const speaksOfContracts = (lines: readonly HoursLine[]) =>
  lines.some(({ values }) => values.firstDay !== null || values.lastDay !== null || values.weeklyHours !== null)

/**
 * What lines are held against, for the months that they name: three statements, one for each month, one more when they speak of contracts.
 * @param known the states of the months, when they were read already
 */
export async function groundOf(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  siae: Employer,
  {
    lines,
    months,
    known,
  }: { readonly lines: readonly HoursLine[]; readonly months: readonly Month[]; readonly known?: ReadonlyMap<Month, string> },
): Promise<Ground> {
  const people = await knownIdentities(ctx)
  const [first, last] = [months[0], months.at(-1)]
  const sheets = known || first === undefined || last === undefined ? [] : await monthSheetsOf(ctx, { siaeId: siae.id, first, last })
  const teams = new Map<Month, readonly TeamMember[]>()
  for (const month of months) teams.set(month, await monthTeam(ctx, { siaeId: siae.id, month, withLeavers: true }))
  const stays = speaksOfContracts(lines) ? await standingStays(ctx, siae.id) : []
  return {
    siae,
    people,
    teams,
    states: known ?? new Map(sheets.map(({ month, state }) => [month, state])),
    stays: new Map(stays.map((stay) => [stay.id, stay])),
    mayEmploy: ctx.actor !== null && mayEmploy(ctx.actor, siae),
    today: ctx.today,
  }
}

/** Why nothing may be written in a month; undefined when it may. */
function closedMonth({ states, today }: Ground, month: Month): string | undefined {
  const state = states.get(month)
  if (today < daysOf(month).first) return `${frenchMonth(month)} n’a pas commencé : ses heures ne se saisissent pas encore`
  if (state !== 'validated' && state !== 'sent') return undefined
  const how = state === 'validated' ? 'reprenez-le en brouillon' : 'débloquez-le avec un motif'
  return `${frenchMonth(month)} est « ${sheetStateLabels[state]} » : ${how} avant d’importer ses heures`
}

/** Where the hours stand: the site that the file names, else the only line of the person, else the site of the contract. */
function siteOf({ siae }: Ground, { values }: HoursLine, member: TeamMember): { readonly id: string | null } | { readonly why: string } {
  if (values.worksite === null) {
    const [only, another] = member.hours
    return { id: only && !another ? only.worksiteId : (member.contracts.at(-1)?.worksiteId ?? null) }
  }
  const key = normalised(values.worksite)
  const written = siae.worksites.find(({ name }) => normalised(name) === key)
  return written ? { id: written.id } : { why: `« ${values.worksite} » n’est pas un site ouvert de ${siae.name}` }
}

/** Figures that no month can hold. */
const impossible = (line: HoursLine, month: Month): readonly CellFault[] =>
  FIGURES.flatMap((each) => {
    const hours = line.values[each]
    const read = hours === null ? undefined : readMonthHours({ month, hours })
    if (!read || read.ok) return []
    return read.refusals.map((told) => cellFault(hoursLayout, line.rank, each, employmentRefusalSentence(told as never).replace(/\.$/, '')))
  })

function judgeOne(ground: Ground, line: HoursLine, month: Month | null): JudgedHours {
  const { rank, typed, values } = line
  const refused = (faults: readonly CellFault[], more: Partial<JudgedHours> = {}): JudgedHours => ({
    rank,
    typed,
    who: nameTyped(values) || '–',
    told: month === null ? '–' : [frenchMonth(month), inWords(values)].filter(Boolean).join(' : '),
    state: 'refused',
    notes: [],
    month,
    personId: null,
    row: null,
    before: null,
    acts: [],
    reopened: month !== null && ground.states.get(month) === 'reopened',
    ...more,
    faults,
  })
  const fault = (column: keyof typeof hoursLayout, why: string) => cellFault(hoursLayout, rank, column, why)
  const faults: CellFault[] = line.faults.filter(({ column }) => column !== 'month' || month === null)
  if (month !== null) faults.push(...impossible(line, month))
  if (FIGURES.every((each) => values[each] === null) && !faults.some(({ column }) => FIGURES.some((each) => each === column)))
    faults.push(fault('paid', 'il n’y a aucune heure. Écrivez 0 pour aucune heure'))
  const why = month === null ? undefined : closedMonth(ground, month)
  if (why) faults.push(fault('month', why))
  if (month === null || line.faults.some(({ column }) => column === 'birthName' || column === 'givenNames')) return refused(faults)

  const team = ground.teams.get(month) ?? []
  const chosen = choosePerson({
    rank,
    named: values,
    chosen: typed[CHOSEN_PERSON],
    found: findPerson(ground.people, values),
    among: new Set(team.map(({ personId }) => personId)),
    outside: (name) => `${name} n’est pas dans ${ground.siae.name} en ${frenchMonth(month)} : enregistrez d’abord son contrat`,
  })
  if ('faults' in chosen) return refused([...faults, ...chosen.faults], chosen.candidates ? { candidates: chosen.candidates } : {})
  const { person } = chosen
  const stays = team.filter(({ personId }) => personId === person.id)
  const member = stays.findLast(({ contracts }) => contracts.length > 0) ?? stays.at(-1)
  if (!member) return refused(faults)
  const site = siteOf(ground, line, member)
  if ('why' in site) return refused([...faults, fault('worksite', site.why)])
  const place = { stayId: member.stayId, worksiteId: site.id, measure: values.measure ?? 'common' } as const
  const now = member.hours.find((each) => placeKey(each) === placeKey(place))
  const before = now ? { paid: now.paid, worked: now.worked, accompaniment: now.accompaniment, clause: now.clause } : null
  // What the file does not say stays as it is written.
  const figures = Object.fromEntries(FIGURES.map((each) => [each, values[each] ?? before?.[each] ?? null])) as unknown as HoursFigures
  const siteName = ground.siae.worksites.find(({ id }) => id === site.id)?.name
  const told = `${[frenchMonth(month), inWords(figures)].filter(Boolean).join(' : ')}${siteName ? ` (${siteName})` : ''}`
  const known = before !== null && sameFigures(before, figures)
  const row = { ...place, ...figures, hoursId: now?.id ?? null, version: now?.version ?? 0 }
  const ofContract = contractDifferences(line, month, ground.stays.get(member.stayId), ground.mayEmploy)
  const takes = !known || ofContract.acts.length > 0
  return {
    ...refused(faults),
    who: person.displayName,
    told,
    state: faults.length > 0 ? 'refused' : !takes ? 'known' : before ? 'changed' : 'new',
    differences: [...(known ? [] : [hoursDifference(rank, row, before)]), ...ofContract.differences],
    acts: ofContract.acts,
    notes:
      member.contracts.length === 0
        ? ['Sans contrat ce mois-là : ces heures sont gardées, et ne seront pas payées tant que le contrat n’est pas réglé.']
        : [],
    personId: person.id,
    row,
    before,
  }
}

/** Two lines of one person, one month, one site: which is right? */
function withoutDoubles(lines: readonly JudgedHours[]): readonly JudgedHours[] {
  const seen = new Map<string, JudgedHours>()
  return lines.map((line) => {
    if (!line.row || line.month === null || line.state === 'refused') return line
    const key = `${line.month}/${placeKey(line.row)}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, line)
      return line
    }
    const same = first.row && sameFigures(first.row, line.row)
    const why = same
      ? `la ligne ${first.rank} dit déjà la même chose. Laissez celle-ci de côté`
      : `la ligne ${first.rank} donne d’autres heures à la même personne, le même mois, sur le même site. Additionnez-les sur une seule ligne`
    return { ...line, state: 'refused', faults: [cellFault(hoursLayout, line.rank, 'paid', why)] }
  })
}

/** Two places of work do not make a month longer. */
function withinMonths(lines: readonly JudgedHours[]): readonly JudgedHours[] {
  const together = new Map<string, JudgedHours[]>()
  for (const line of lines)
    if (line.row && line.state !== 'refused') {
      const key = `${line.month}/${line.row.stayId}`
      together.set(key, [...(together.get(key) ?? []), line])
    }
  return lines.map((line) => {
    const others = together.get(`${line.month}/${line.row?.stayId}`) ?? []
    const { month } = line
    if (month === null || others.length < 2 || others.at(-1) !== line) return line
    const faults = (['paid', 'worked'] as const).flatMap((each) => {
      const hours = sumHours(others.flatMap(({ row }) => row?.[each] ?? []))
      const read = readMonthHours({ month, hours })
      const ranks = others.map(({ rank }) => rank).join(', ')
      return read.ok
        ? []
        : [
            cellFault(
              hoursLayout,
              line.rank,
              each,
              `les lignes ${ranks} font ensemble ${frenchHours(hours)} dans le mois, plus qu’il n’en compte`,
            ),
          ]
    })
    return faults.length === 0 ? line : { ...line, state: 'refused', faults }
  })
}

/** A person on two lines has one contract: what it says otherwise is asked once. */
function onceEach(lines: readonly JudgedHours[]): readonly JudgedHours[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const again = line.acts.filter(({ contractId, act }) => seen.has(`${contractId}/${act}`))
    for (const { contractId, act } of line.acts) seen.add(`${contractId}/${act}`)
    if (again.length === 0) return line
    const gone = new Set(again.map(({ key }) => key))
    return {
      ...line,
      acts: line.acts.filter(({ key }) => !gone.has(key)),
      differences: (line.differences ?? []).filter(({ key }) => key === null || !gone.has(key)),
    }
  })
}

const monthOfLine = (line: HoursLine, filed: Month | null) => line.values.month ?? (line.typed['month'] ? null : filed)

/** Holds each line against its ground. */
export function judgeLines(ground: Ground, lines: readonly HoursLine[], filed: Month | null): readonly JudgedHours[] {
  const judging = lines.map((line) => ({ line, judged: judgeOne(ground, line, monthOfLine(line, filed)) }))
  const again = (line: HoursLine, month: Month | null) => judgeOne(ground, line, month)
  return onceEach(withinMonths(withoutDoubles(addUpLines(ground.siae.kind, judging, again))))
}

/**
 * Holds each line of a file of hours against the sheets of the structure, and against its contracts when the file speaks of them.
 * @param filed the month of the whole file, when its lines do not say one
 */
export async function judgeHoursFile(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  siae: Employer,
  lines: readonly HoursLine[],
  filed: Month | null,
): Promise<readonly JudgedHours[]> {
  const months = [...new Set(lines.flatMap((line) => monthOfLine(line, filed) ?? []))].toSorted((a, b) => a - b)
  return judgeLines(await groundOf(ctx, siae, { lines, months: months.slice(-MONTHS_AT_MOST) }), lines, filed)
}

/** A month as a form carries it. */
export const monthCarried = (text: string): Month | null => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthIn(text) : null)
