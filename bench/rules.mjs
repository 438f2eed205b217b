// Evaluations a second of processor, on one core, of a whole answer (eligibility, last day of the PASS, a month of aid), with and without its explanation.
// Beside it, in the same run, the floor: an empty loop. The ratio to the floor is what may be compared from one machine to another.
import { day, month, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '@maillage/rules'
import { centiPosts } from '@maillage/rules/agreements'
import { judgeEligibility } from '@maillage/rules/eligibility'
import { annexAid } from '@maillage/rules/financing'
import { lastDay } from '@maillage/rules/pass-iae'
import { record, table } from './results.ts'

const BARS = { plain: 50_000, explained: 10_000 }
const [ROUNDS, MILLISECONDS] = [5, 400]

const request = {
  author: { role: 'siae', kind: 'ACI' },
  diagnosedOn: day('2025-06-10'),
  issuedOn: day('2025-06-15'),
  // Two recent pieces, and one close to its limit, for which the calendar is asked.
  criteria: [
    { code: 'QPV', evidence: { kind: 'piece', dated: day('2024-12-20') } },
    { code: 'FLE', evidence: { kind: 'piece', dated: day('2025-06-01') } },
    { code: 'PM', evidence: { kind: 'piece', dated: day('2025-05-05') } },
  ],
}
const pass = { first: day('2025-06-15') }
const acts = [{ kind: 'suspension', first: day('2025-09-01'), last: day('2025-09-30'), reason: 'contract-ended' }]
const annex = {
  kind: 'ACI',
  measure: 'common',
  departement: '11',
  period: { first: day('2025-01-01'), last: day('2025-12-31') },
  posts: centiPosts(1000),
  knownOn: day('2025-04-10'),
  amendments: [{ kind: 'posts', knownOn: day('2025-05-12'), effectOn: day('2025-03-01'), posts: centiPosts(1200) }],
}
const worked = [{ month: month('2025-07'), hours: wholeHours(1500) }]

let kept = 0
const answers = () => [judgeEligibility(law, request), lastDay(law, pass, acts), annexAid(law, { kind: 'ACI', annex, worked })]

const kinds = {
  // Keeps a counter as the others do, and computes nothing.
  floor: () => {
    kept += 1
  },
  plain: () => {
    kept += answers()[1].value
  },
  explained: () => {
    for (const each of answers()) kept += each.because().length
  },
}

/** Milliseconds of processor spent by this process: what other programs take of the machine does not count. */
const spentSince = (before) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Calls a second: the median of some rounds, after one to warm up. The processor's time is read once for many calls. */
function speed(call, batch) {
  const rounds = []
  for (let round = 0; round <= ROUNDS; round++) {
    let calls = 0
    const begun = process.cpuUsage()
    let spent = 0
    while (spent < MILLISECONDS) {
      for (let each = 0; each < batch; each++) call()
      calls += batch
      spent = spentSince(begun)
    }
    if (round > 0) rounds.push((calls / spent) * 1000)
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
}

const floor = speed(kinds.floor, 100_000)
const shown = (value) => Math.round(value).toLocaleString('en')
let missed = false
const rows = Object.entries(BARS).map(([kind, bar]) => {
  const found = speed(kinds[kind], 500)
  missed ||= found < bar
  return [
    kind === 'plain' ? 'without explanation' : 'with explanation',
    shown(found),
    shown(bar),
    found < bar ? 'MISSED' : 'held',
    `1 : ${shown(floor / found)}`,
  ]
})
// So that nothing of the loops is thrown away.
if (kept === 0) throw new Error('nothing was computed')
record('rules', {
  title: 'Rules',
  lines: [
    'Whole answers (eligibility, last day of the PASS, a month of aid) a second of processor, on one core.',
    `The floor, an empty loop: ${shown(floor)} a second.`,
    '',
    ...table([['answers', 'a second', 'bar', '', 'ratio to the floor'], ...rows]),
  ],
})
process.exit(missed ? 1 : 0)
