// `npm run reference-tables`: what the demonstration of the Aude gives, beside what the sources print. What the histories were fitted on is marked.
import { day, month } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { hoursThatCount } from '@maillage/rules/employment'
import { classifyExit } from '@maillage/rules/exits'
import { centiHoursOfOneFte } from '@maillage/rules/financing'
import { AUDE } from './aude/cast.ts'
import { placesOn, sendersIn, workersIn } from './cast/places.ts'
import type { History, MadeStay } from './histories/history.ts'
import { KIND_PROFILES } from './histories/kind-profiles.ts'
import { makeHistories } from './histories/make-histories.ts'

const YEAR = 2025
const [first, last, today] = [day(`${YEAR}-01-01`), day(`${YEAR}-12-31`), day('2026-11-21')]
const months = { first: month(`${YEAR}-01`), last: month(`${YEAR}-12`) }
const KINDS = ['ACI', 'EI', 'AI', 'ETTI'] as const

const histories = [
  ...makeHistories(
    nationalLaw,
    { places: placesOn(AUDE, today), senders: sendersIn(AUDE, workersIn(AUDE)), homes: AUDE.homes },
    { from: months.first, today },
  ),
]
const inYear = ({ entry, exit }: MadeStay) => entry <= last && (exit === null || exit.on >= first)
const present = histories.filter(({ stays }) => stays.some(inYear))
const ofKind = (kind: string) => present.filter(({ stays }) => stays.some((stay) => stay.place.kind === kind))
const stays = histories.flatMap((history) => history.stays)
const exits = stays.filter(({ exit }) => exit !== null && exit.on >= first && exit.on <= last)

/** Annual full-time equivalents of the hours that the aid counts. */
const fte = (kind: (typeof KINDS)[number]) =>
  stays
    .filter(({ place }) => place.kind === kind)
    .flatMap((stay) => stay.months)
    .filter((each) => months.first <= each.month && each.month <= months.last)
    .reduce((sum, each) => {
      const found = hoursThatCount(nationalLaw, kind, each.month, each)
      return sum + (found.state === 'counted' ? found.hours : 0)
    }, 0) / centiHoursOfOneFte(nationalLaw, { kind }, first)

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`)
const share = (people: readonly History[], holds: (history: History) => boolean) => percent(people.filter(holds).length, people.length)
const ageAt = ({ identity, stays: mine }: History) => ((mine[0]?.entry ?? first) - identity.birthDate) / 365.25

function classes() {
  const found = exits.map(({ place, entry, exit, months: worked }) => {
    if (!exit) throw new Error('an exit ends a stay')
    const hours = worked.reduce((sum, each) => sum + each.paid, 0)
    return classifyExit(nationalLaw, {
      kind: place.kind,
      entry,
      exitOn: exit.on,
      reason: exit.reason,
      hours: hours as never,
      ...(exit.found ? { found: exit.found } : {}),
    }).value
  })
  const counted = found.filter((each) => each.counted === true && each.class !== null)
  return {
    counted: counted.length,
    dynamic: counted.filter((each) => ['durable', 'transition', 'positive'].includes(each.class ?? '')).length,
  }
}

const total = KINDS.reduce((sum, kind) => sum + fte(kind), 0)
const { counted, dynamic } = classes()
const supervisors = placesOn(AUDE, today).map(({ kind, name }) => {
  const here = stays.filter((stay) => stay.place.name === name && stay.entry <= today && stay.exit === null).length
  return { kind, posts: (here * KIND_PROFILES[kind].supervisors) / 100 }
})
const supervision = (kinds: readonly string[]) => {
  const posts = supervisors.filter(({ kind }) => kinds.includes(kind)).reduce((sum, each) => sum + each.posts, 0)
  const worked = KINDS.filter((kind) => kinds.includes(kind)).reduce((sum, kind) => sum + fte(kind), 0)
  return percent(posts, worked)
}
const meanMonths = exits.reduce((sum, { entry, exit }) => sum + ((exit?.on ?? entry) - entry) / 30.44, 0) / exits.length

const rows: readonly (readonly [what: string, observed: string, source: string, where: string, fitted: boolean])[] = [
  [
    'Structures (ACI / EI / AI / ETTI)',
    KINDS.map((kind) => placesOn(AUDE, today).filter((each) => each.kind === kind).length).join(' / '),
    '29 / 8 / 3 / 2',
    'Aude 2023, S3-45',
    true,
  ],
  ['People in the year', String(present.length), '1 869', 'Aude 2023, S3-45', true],
  ['Full-time equivalents of the year', total.toFixed(0), '525', 'Aude 2023, S3-45', true],
  ['Mean months of the stays that ended', meanMonths.toFixed(1), '14.5', 'Aude 2023, S3-45', true],
  ['People for one full-time equivalent', (present.length / total).toFixed(2), '3.56', 'QF-39', false],
  ['Full-time equivalents for one counsellor (41.2)', (total / 41.2).toFixed(1), '12.7', 'QF-39', false],
  ['Recipients of the RSA', share(present, ({ criteria }) => criteria.includes('RSA')), '33 %', 'Aude 2023, S3-45', true],
  ...KINDS.map(
    (kind) =>
      [
        `Women, ${kind}`,
        share(ofKind(kind), ({ identity }) => identity.sex === 'F'),
        { ACI: '32 %', EI: '33 %', AI: '57 %', ETTI: '20 %' }[kind],
        'G-13, 2016',
        true,
      ] as const,
  ),
  ['Women, all', share(present, ({ identity }) => identity.sex === 'F'), '41 %', 'G-13, 2016', false],
  ['Under 26, all', share(present, (history) => ageAt(history) < 26), '25 %', 'G-13, 2016', false],
  ['50 and over, all', share(present, (history) => ageAt(history) >= 50), '16 %', 'G-13, 2016', false],
  ['Recognised disability, all', share(present, ({ criteria }) => criteria.includes('TH')), '6 %', 'G-13, 2016', false],
  ...KINDS.map(
    (kind) =>
      [
        `Registered 24 months and more, ${kind}`,
        share(ofKind(kind), ({ criteria }) => criteria.includes('DETLD')),
        { ACI: '40 %', EI: '37 %', AI: '25 %', ETTI: '28 %' }[kind],
        'G-13, 2016',
        false,
      ] as const,
  ),
  ['Dynamic exits among those counted', percent(dynamic, counted), '55 %', 'S4-03, 2019', true],
  ['Supervision, ACI and EI', supervision(['ACI', 'EI']), '25 %', 'QF-50', false],
  ['Supervision, AI and ETTI', supervision(['AI', 'ETTI']), '10 %', 'QF-50', false],
]

const widths = [50, 18, 16, 18] as const
const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' ')
console.log(line(['', 'demonstration', 'printed', 'where', 'fitted']))
for (const [what, observed, source, where, fitted] of rows) console.log(line([what, observed, source, where, fitted ? 'yes' : 'no']))
