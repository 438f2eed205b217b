import {
  addDays,
  addMonths,
  type CalendarDate,
  type CentiHours,
  centiHours,
  daysIn,
  daysOf,
  intersection,
  invariant,
  type Law,
  type Month,
  monthOf,
  partsOf,
  weekday,
} from '@maillage/kernel'
import { type CriterionCode, criterionLevel, judgeEligibility } from '@maillage/rules/eligibility'
import { judgeIssue, judgeSuspension, lastDay } from '@maillage/rules/pass-iae'
import { type Drawer, drawer } from './drawer.ts'
import type { History, MadeApplication, MadeContract, MadeMonth, MadeStay, Place, Sender } from './history.ts'
import { EXIT_WEIGHTS, KIND_PROFILES } from './kind-profiles.ts'
import { type Homes, type MadeIdentity, madeIdentity } from './made-identity.ts'

export interface Territory {
  readonly places: readonly Place[]
  readonly senders: readonly Sender[]
  readonly homes: Homes
}

export interface Span {
  /** First month whose hours are kept; stays that ended before are not made. */
  readonly from: Month
  readonly today: CalendarDate
}

/** Weights of what people are found to be, outside age and disability; one person in three received the RSA (Aude, 2023). */
const SITUATIONS = [
  ['RSA', 0.33],
  ['DETLD', 0.34],
  ['ASS', 0.05],
  ['QPV', 0.22],
  ['ZRR', 0.24],
  ['CAP_BEP', 0.55],
  ['PI', 0.1],
  ['PM', 0.14],
  ['REF_DA', 0.03],
  ['FLE', 0.06],
  ['PSH_PR', 0.04],
  ['DETENTION_MJ', 0.03],
] as const satisfies readonly (readonly [CriterionCode, number])[]

function criteriaOf(draw: Drawer, { birthDate }: MadeIdentity, on: CalendarDate, disabledWorker: number): CriterionCode[] {
  const found: CriterionCode[] = SITUATIONS.filter(([, share]) => draw.chance(share)).map(([code]) => code)
  if (!found.includes('DETLD') && draw.chance(0.3)) found.push('DELD')
  if (draw.chance(disabledWorker)) found.push('TH')
  if (addMonths(birthDate, 26 * 12) > on) found.push('JEUNE')
  if (addMonths(birthDate, 50 * 12) <= on) found.push('SENIOR')
  return found
}

/** The proof that the author saw, as recent as the texts ask. */
export function proofOf(code: CriterionCode, on: CalendarDate) {
  if (code === 'TH' || code === 'REF_DA') return { kind: 'title' as const, first: addDays(on, -200), last: addDays(on, 900) }
  if (code === 'SENIOR' || code === 'JEUNE') return undefined
  return { kind: 'piece' as const, dated: addDays(on, -12) }
}

const workday = (on: CalendarDate): CalendarDate => addDays(on, Math.max(0, weekday(on) - 5) && 8 - weekday(on))

/** Contracts of a stay, signed one after the other; the last one may run past today. */
function contractsOf(draw: Drawer, place: Place, entry: CalendarDate, last: CalendarDate, today: CalendarDate): MadeContract[] {
  const { contract: type, weekly } = KIND_PROFILES[place.kind]
  const hours = weekly === null ? null : centiHours(draw.pick(weekly))
  const found: MadeContract[] = []
  for (let first = entry; first <= last && first <= today; ) {
    const months = type === 'CDDI' ? draw.integer(found.length === 0 ? 4 : 3, 6) : draw.integer(2, 6)
    const planned = addDays(addMonths(first, months), -1)
    // Whoever is still there may leave before the end of the first contract; it was signed for four months all the same.
    const signedFor = type === 'CDDI' && found.length === 0 && last >= today ? addDays(addMonths(first, 4), -1) : last
    const within = signedFor > last ? signedFor : last
    const end = planned > within || daysIn({ first: planned, last: within }) < 45 ? within : planned
    found.push({ type, first, last: end, weekly: hours })
    first = addDays(end, 1)
  }
  return found
}

const quarter = (hours: number): CentiHours => centiHours(Math.max(0, Math.round(hours * 4)) * 25)

function monthsWorked(
  draw: Drawer,
  { kind, declaredThrough }: Place,
  {
    entry,
    last,
    weekly,
    away,
  }: { entry: CalendarDate; last: CalendarDate; weekly: CentiHours | null; away: { first: CalendarDate; last: CalendarDate } | null },
  { from }: Span,
): MadeMonth[] {
  const found: MadeMonth[] = []
  const [least, most] = KIND_PROFILES[kind].monthly
  for (let month = monthOf(entry); month <= monthOf(last) && month <= declaredThrough; month = (month + 1) as Month) {
    const whole = daysOf(month)
    const present = intersection(whole, { first: entry, last })
    const share = present ? daysIn(present) / daysIn(whole) : 0
    const level = weekly === null ? draw.integer(least, most) : ((weekly / 100) * 52) / 12
    const paid = quarter(level * share * (0.9 + 0.1 * draw.next()))
    const worked = quarter((paid / 100) * (0.86 + 0.06 * draw.next()))
    if (month < from || (away && intersection(whole, away))) continue
    found.push({ month, paid, worked })
  }
  return found
}

function exitOf(draw: Drawer, on: CalendarDate, fast: boolean): NonNullable<MadeStay['exit']> {
  const reason = fast ? draw.weighted({ unemployed: 4, 'no-news': 3, 'trial-ended-by-employer': 3 }) : draw.weighted(EXIT_WEIGHTS)
  const byLength = reason === 'fixed-term-contract' || reason === 'temporary-assignment'
  if (!byLength || draw.chance(0.04)) return { on, reason, found: null }
  const first = addDays(on, draw.integer(1, 20))
  return { on, reason, found: { first, last: addDays(addMonths(first, draw.integer(2, 10)), -1) } }
}

/** Days between a diagnosis and the hire that it still serves: six months for a prescriber's, three for a structure's (R5132-1-7). */
const LONGEST_WAIT = { prescriber: 170, siae: 85 } as const

/** Somebody whom a seat of a structure received, or was about to. */
function historyOf(
  law: Law,
  territory: Territory,
  span: Span,
  place: Place,
  key: string,
  entry: CalendarDate,
  months: number,
): History | null {
  const draw = drawer(key)
  const profile = KIND_PROFILES[place.kind]
  const waited = 6 + Math.round(-38 * Math.log(1 - draw.next()))
  const sentOn = workday(addDays(entry, -Math.min(waited, LONGEST_WAIT.prescriber)))
  const identity = madeIdentity(draw, profile, territory.homes, sentOn)
  const criteria = criteriaOf(draw, identity, sentOn, profile.disabledWorker)
  const madeOn = sentOn
  const evidence = criteria.map((code) => {
    const proof = proofOf(code, madeOn)
    return { code, ...(proof ? { evidence: proof } : {}) }
  })
  const about = { diagnosedOn: madeOn, issuedOn: entry, hiredOn: entry, criteria: evidence, registration: { monthsOnCertificate: 26 } }
  const byItself = judgeEligibility(law, {
    ...about,
    author: { role: 'siae', kind: place.kind },
    birth: partsOf(identity.birthDate),
  }).value
  const alone = byItself.state === 'granted' && entry - sentOn <= LONGEST_WAIT.siae
  const sender = alone && draw.chance(0.3) ? null : draw.pick(territory.senders)
  const carriedBy =
    sender !== null ? ('prescriber' as const) : byItself.state === 'granted' ? byItself.carriedBy.by : ('prescriber' as const)
  const levels = [1, 2].map((level) => criteria.filter((code) => criterionLevel(law, code, madeOn) === level).length) as [number, number]

  const issued = judgeIssue(law, { hiredOn: entry, today: entry, held: [], eligibleBy: sender === null ? 'siae' : 'authorised-prescriber' })
  invariant(issued.ok, 'somebody found eligible, without a right, is given one')
  const opened = { first: entry }
  const end = lastDay(law, opened, []).value
  const planned = months >= 24 ? end : addDays(addMonths(entry, months), draw.integer(-12, 6))
  const away =
    months > 8 && draw.chance(0.06)
      ? {
          first: addDays(entry, 90),
          last: addDays(entry, 90 + draw.integer(20, 110)),
          reason: draw.pick(['sickness', 'maternity', 'contract-suspended'] as const),
        }
      : null
  const judged = away
    ? judgeSuspension(law, {
        pass: opened,
        acts: [],
        ...away,
        declaredOn: addDays(away.first, 3),
        siaeKind: place.kind,
        declaredBy: 'siae',
        isLatest: true,
      })
    : null
  const suspension = away && away.first <= span.today && judged?.ok ? away : null
  const acts = suspension ? [{ kind: 'suspension' as const, ...suspension }] : []
  const passLast = lastDay(law, opened, acts).value
  const last = planned > passLast ? passLast : planned
  if (monthOf(last) < span.from) return null
  const contracts = contractsOf(draw, place, entry, last, span.today)
  const months_ = monthsWorked(draw, place, { entry, last, weekly: contracts[0]?.weekly ?? null, away: suspension }, span)
  const application: MadeApplication = {
    key: `${key}/application`,
    place,
    sender,
    sentOn,
    state: 'accepted',
    movedOn: addDays(entry, -Math.min(5, entry - sentOn)),
    refusal: null,
  }
  return {
    key,
    identity,
    sender,
    criteria,
    diagnosis: { madeOn, carriedBy, levels },
    applications: [...(sender ? refusedBefore(draw, territory, place, key, sender, sentOn) : []), application],
    pass: { first: entry, last: passLast, suspension },
    stays: [
      {
        place,
        worksite: place.worksites.length > 0 ? draw.pick(place.worksites) : null,
        entry,
        contracts,
        months: months_,
        exit: last < span.today ? exitOf(draw, last, months <= 2) : null,
      },
    ],
  }
}

const REFUSALS = {
  'no-recruitment': 9,
  'not-mobile': 4,
  'missed-interview': 4,
  'job-does-not-suit': 4,
  'lacks-skills': 2,
  'not-interested': 2,
} as const

/** One in four was first proposed to another structure, which had no place. */
function refusedBefore(
  draw: Drawer,
  { places }: Territory,
  place: Place,
  key: string,
  sender: Sender,
  sentOn: CalendarDate,
): MadeApplication[] {
  const elsewhere = draw.pick(places)
  if (elsewhere === place || !draw.chance(0.25)) return []
  const before = addDays(sentOn, -draw.integer(15, 60))
  return [
    {
      key: `${key}/application-before`,
      place: elsewhere,
      sender,
      sentOn: before,
      state: 'refused',
      movedOn: addDays(before, draw.integer(3, 28)),
      refusal: draw.weighted(REFUSALS),
    },
  ]
}

/** Somebody proposed who has not been hired: refused, forgotten by the clock, or still waiting. */
function neverHired(law: Law, territory: Territory, span: Span, place: Place, rank: number): History {
  const key = `${place.name}/proposed ${rank}`
  const draw = drawer(key)
  const first = daysOf(span.from).first
  const sentOn = workday(addDays(first, draw.integer(0, Math.max(0, span.today - first - 2))))
  const sender = draw.pick(territory.senders)
  const profile = KIND_PROFILES[place.kind]
  const identity = madeIdentity(draw, profile, territory.homes, sentOn)
  const criteria = criteriaOf(draw, identity, sentOn, profile.disabledWorker)
  const since = span.today - sentOn
  const answered = draw.integer(2, 45)
  const state: MadeApplication['state'] =
    since >= 60
      ? draw.weighted({ refused: 8, pool: 1 })
      : since < answered
        ? draw.weighted({ new: 5, processing: 3, postponed: 1 })
        : draw.weighted({ refused: 4, pool: 2 })
  return {
    key,
    identity,
    sender,
    criteria,
    diagnosis: {
      madeOn: sentOn,
      carriedBy: 'prescriber',
      levels: [1, 2].map((level) => criteria.filter((code) => criterionLevel(law, code, sentOn) === level).length) as [number, number],
    },
    applications: [
      {
        key: `${key}/application`,
        place,
        sender,
        sentOn,
        state,
        movedOn: state === 'new' ? sentOn : addDays(sentOn, Math.min(answered, since)),
        refusal: state === 'refused' ? draw.weighted(REFUSALS) : null,
      },
    ],
    pass: null,
    stays: [],
  }
}

/** Months before the kept ones during which seats are filled, so that the first kept day is an ordinary one. */
const WARM_UP = 30

/**
 * The people of a territory, structure by structure: each seat receives somebody, then somebody else. Every verdict is asked of the rules, every draw comes from
 * the name of the seat: the same day gives the same people.
 */
export function* makeHistories(law: Law, territory: Territory, span: Span): Generator<History> {
  for (const place of territory.places) {
    const profile = KIND_PROFILES[place.kind]
    const of = drawer(place.name)
    const seats = of.integer(...(place.seats ?? profile.seats))
    let hires = 0
    for (let seat = 1; seat <= seats; seat++) {
      const draw = drawer(`${place.name}/seat ${seat}`)
      let cursor = addDays(daysOf((span.from - WARM_UP) as Month).first, draw.integer(0, 700))
      for (let rank = 1; cursor <= span.today; rank++) {
        const months = Number(draw.weighted(profile.months))
        const entry = workday(cursor)
        if (entry > span.today) break
        const key = `${place.name}/seat ${seat}/${rank}`
        const history = historyOf(law, territory, span, place, key, entry, months)
        if (history) {
          yield history
          hires++
        }
        cursor = addDays(addMonths(entry, months), draw.integer(4, 45))
      }
    }
    for (let rank = 1; rank <= Math.round(hires * 0.35); rank++) yield neverHired(law, territory, span, place, rank)
  }
}
