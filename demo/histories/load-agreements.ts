import { centiHours, day, daysOf, isoDate, type Law, month, partsOf } from '@maillage/kernel'
import { centiPosts, type FinancialAnnex } from '@maillage/rules/agreements'
import { annexAmount, fteOfHours } from '@maillage/rules/financing'
import { madeId } from '../cast/made-id.ts'
import { drawer } from './drawer.ts'
import type { Place } from './history.ts'
import { KIND_PROFILES } from './kind-profiles.ts'
import type { Ledger } from './ledger.ts'
import { keysOf, type Setting } from './load-months.ts'

export const AGREEMENT_TABLES = ['agreement', 'financial_annex', 'annex_amendment', 'staff_post'] as const

const padded = (number: number) => String(number).padStart(2, '0')
const dayOf = (year: number, of: number, on: number) => `${year}-${padded(of)}-${padded(on)}`

/** Agreements of three years, from the one that covers `since`. */
function writeAgreements({ sink, today, territoryId, officer }: Setting, place: Place, since: number): void {
  const draw = drawer(`${place.name}/agreements`)
  for (const first of [since - 2, since + 1]) {
    const signed_on = dayOf(first, 1, draw.integer(5, 28))
    if (day(signed_on) > today) continue
    sink.add('agreement', {
      id: madeId('agreement', `${place.name}/${first}`),
      ...keysOf(place, territoryId),
      number: `011 ${String(first).slice(2)} ${draw.integer(1000, 9999)}`,
      first_day: dayOf(first, 1, 1),
      last_day: dayOf(first + 2, 12, 31),
      signed_on,
      origin: 'demonstration',
      recorded_at: `${signed_on}T10:00:00Z`,
      recorded_by: officer,
      version: 1,
    })
  }
}

/** What the annex is worth when the year has its price; null in a year that no text prices yet. */
function amountOf(law: Law, annex: FinancialAnnex): number | null {
  try {
    return annexAmount(law, annex) ?? null
  } catch {
    return null
  }
}

/**
 * The annex of each year, signed between January and June with effect on the first of January: until then its months are « sans annexe ». One structure in
 * twenty has none yet; one in eight had its posts amended in the year.
 */
function writeAnnexes(to: Setting, law: Law, ledger: Ledger, place: Place, since: number): void {
  const { sink, today, territoryId, officer } = to
  const ordinary = Math.round(ledger.ordinaryMonth(place) * 12)
  const last = partsOf(today).year
  for (let year = since; year <= last; year++) {
    const draw = drawer(`${place.name}/annex ${year}`)
    const first = day(dayOf(year, 1, 1))
    const knownOn = dayOf(year, Number(draw.weighted({ '1': 2, '2': 4, '3': 5, '4': 3, '6': 1 })), draw.integer(12, 28))
    const one = fteOfHours(law, { kind: place.kind }, centiHours(ordinary), first)
    const posts = centiPosts(Math.max(50, Math.round(((one.numerator / one.denominator) * (0.95 + 0.1 * draw.next()) * 100) / 25) * 25))
    const never = year === last && draw.chance(0.05)
    if (day(knownOn) > today || never) continue
    const annex: FinancialAnnex = {
      kind: place.kind,
      measure: 'common',
      departement: '11',
      period: { first, last: daysOf(month(`${year}-12`)).last },
      posts,
      knownOn: day(knownOn),
      amendments: [],
    }
    const amount = amountOf(law, annex)
    const shared = place.kind === 'ACI' && amount !== null
    const id = madeId('financial_annex', `${place.name}/${year}`)
    const recorded = { recorded_at: `${knownOn}T10:00:00Z`, recorded_by: officer }
    const keys = keysOf(place, territoryId)
    sink.add('financial_annex', {
      id,
      agreement_id: madeId('agreement', `${place.name}/${year <= since ? since - 2 : since + 1}`),
      ...keys,
      measure: 'common',
      number: `${place.kind} 011 ${String(year).slice(2)} ${draw.integer(1000, 9999)} A0 M0`,
      first_day: isoDate(annex.period.first),
      last_day: isoDate(annex.period.last),
      ends_on: isoDate(annex.period.last),
      posts,
      known_on: knownOn,
      amount,
      cofinancing_departement: shared ? Math.round(amount * 0.12) : null,
      cofinancing_total: shared ? amount : null,
      origin: 'demonstration',
      version: 1,
      ...recorded,
    })
    const amendedOn = dayOf(year, 6, draw.integer(2, 27))
    if (draw.chance(0.12) && day(amendedOn) <= today)
      sink.add('annex_amendment', {
        id: madeId('annex_amendment', `${place.name}/${year}`),
        annex_id: id,
        ...keys,
        number: 'A1',
        kind: 'posts',
        known_on: amendedOn,
        effect_on: dayOf(year, 5, 1),
        posts: posts + 100,
        origin: 'demonstration',
        recorded_at: `${amendedOn}T10:00:00Z`,
        recorded_by: officer,
      })
  }
}

/** Permanent staff: 41.2 counsellors' full-time posts for 42 structures in the Aude in 2023, the supervisors that the kind needs. */
function writeStaff({ sink, directorOf }: Setting, place: Place, people: number, since: number): void {
  const supervisors = Math.max(50, Math.round((people * KIND_PROFILES[place.kind].supervisors) / 25) * 25)
  const posts = [
    ['counsellor', 'Accompagnement socioprofessionnel', 98],
    [
      place.kind === 'AI' || place.kind === 'ETTI' ? 'assignment_coordinator' : 'technical_supervisor',
      'Encadrement du travail',
      supervisors,
    ],
    ['director', 'Direction', 50],
    ['administrative', 'Gestion et paie', 50],
  ] as const
  for (const [role, label, fte] of posts)
    sink.add('staff_post', {
      id: madeId('staff_post', `${place.name}/${role}`),
      organisation_id: madeId('organisation', place.carrier),
      siae_id: madeId('siae', place.name),
      role,
      label,
      fte,
      first_day: dayOf(since - 2, 1, 1),
      recorded_at: `${dayOf(since, 1, 6)}T10:00:00Z`,
      recorded_by: directorOf(place),
      version: 1,
    })
}

/** What each structure agreed with the State, and the permanent staff it has. `people`: seats of the structure. */
export function writeAgreementsOf(
  to: Setting,
  law: Law,
  ledger: Ledger,
  place: Place,
  { people, since }: { people: number; since: number },
): void {
  writeAgreements(to, place, since)
  writeAnnexes(to, law, ledger, place, since)
  writeStaff(to, place, people, since)
}
