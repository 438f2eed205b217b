// `npm run bench:pages`: pages and commands through real HTTP on PostgreSQL, at national scale and on a tenth of it, at 100 requests a second.
// `--tenfold`: national scale, and ten times it (the loading alone takes minutes). `--seconds 10`: a shorter run.
import { parseArgs } from 'node:util'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../tools/postgresql.mjs'
import { startServer } from './faults/running-server.ts'
import { EMPTY_PAGE, journeysOf, SELECT_ONE, WRITES } from './journeys.ts'
import { type LoadReport, load } from './load.ts'
import { ms, percentiles, type Times, times } from './measure.ts'
import { loadNationalPeople, type Scale } from './national-people.ts'
import { record, table } from './results.ts'
import { ADVISERS, COUNSELLORS, castOn } from './virtual-users.ts'

const { values } = parseArgs({
  options: {
    tenfold: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '100' },
  },
})
const NATIONAL: Scale = { structures: 4600, people: 138_000 }
const scaled = (share: number): Scale => ({ structures: NATIONAL.structures * share, people: NATIONAL.people * share })
const [SMALL, LARGE] = values.tenfold ? [NATIONAL, scaled(10)] : [scaled(0.1), NATIONAL]
const SECONDS = Number(values.seconds)
const RATE = Number(values.rate)
const BARS = { read: 50, write: 100, tenfold: 1.3 }

let version = ''

/** Requests a second of a calm hour: nobody waits behind another, so a time is that of the request itself. */
const QUIET = 10

interface Measured {
  readonly quiet: LoadReport
  readonly busy: LoadReport
  readonly loaded: number
}

async function measured(scale: Scale): Promise<Measured> {
  const postgresql = await startPostgresql({ durable: true, settings: ['shared_buffers=512MB'] })
  if (!postgresql) {
    console.error('PostgreSQL is not on this machine: nothing measured.')
    process.exit(1)
  }
  version = postgresql.version
  try {
    const source = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 4 })
    const began = performance.now()
    await loadNationalPeople(source, scale)
    const cast = await castOn(source, scale)
    const loaded = (performance.now() - began) / 1000
    await source.end()
    const server = await startServer({
      DATABASE_URL: postgresql.urlOf('maillage_template', 'maillage_web'),
      DATABASE_WORKER_URL: postgresql.urlOf('maillage_template', 'maillage_worker'),
      TRUST_PROXY: 'oui',
    })
    try {
      const next = journeysOf(cast)
      // To warm the processes up, as a service that has been running is.
      await load(server.address, { perSecond: RATE / 2, seconds: Math.min(5, SECONDS), next })
      const quiet = await load(server.address, { perSecond: QUIET, seconds: SECONDS, next })
      return { quiet, busy: await load(server.address, { perSecond: RATE, seconds: SECONDS, next }), loaded }
    } finally {
      await server.end('SIGTERM')
    }
  } finally {
    await postgresql.stop()
  }
}

const summaryOf = ({ times: taken }: LoadReport): ReadonlyMap<string, Times> =>
  new Map([...taken].map(([name, list]) => [name, percentiles(list)]))
const small = await measured(SMALL)
const large = await measured(LARGE)
const [tenth, alone, busy] = [summaryOf(small.quiet), summaryOf(large.quiet), summaryOf(large.busy)]
const floor = alone.get(EMPTY_PAGE)?.p50 ?? Number.NaN
const floorOnTenth = tenth.get(EMPTY_PAGE)?.p50 ?? Number.NaN
const answered = large.busy.rate
const full = answered < RATE * 0.95
const isFloor = (name: string) => name === EMPTY_PAGE || name === SELECT_ONE
const rankOf = (name: string) => (isFloor(name) ? 0 : WRITES.has(name) ? 2 : 1)
const names = [...busy.keys()].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
const missed: string[] = full ? [`${RATE} requests a second: ${answered.toFixed(0)} answered`] : []
const shown = (value: number | undefined, write: (value: number) => string) =>
  value === undefined || Number.isNaN(value) ? '–' : write(value)
const rows = names.map((name) => {
  const [now, own, was] = [busy.get(name) as Times, alone.get(name), tenth.get(name)]
  const bar = WRITES.has(name) ? BARS.write : BARS.read
  if (!isFloor(name) && !full && now.p95 > bar) missed.push(`${name}: p95 ${ms(now.p95)} ms above ${bar}`)
  // Each beside the floor of its own run, so that a machine busier in one of them does not pass for the weight of the data.
  const tenfold = own && was ? own.p50 / floor / (was.p50 / floorOnTenth) : undefined
  if (!isFloor(name) && tenfold !== undefined && tenfold > BARS.tenfold) missed.push(`${name}: ten times the data, ${times(tenfold)}`)
  return [
    name,
    shown(own?.p50, ms),
    shown(own?.p95, ms),
    shown(own && own.p50 / floor, times),
    shown(tenfold, times),
    String(now.count),
    ms(now.p50),
    ms(now.p95),
    ms(now.p99),
  ]
})
const failed = [small.quiet, small.busy, large.quiet, large.busy].flatMap(({ failures }) => [...failures])
const people = (scale: Scale) => scale.people.toLocaleString('en')
record('pages', {
  title: 'Pages and commands through HTTP',
  database: version,
  lines: [
    `${people(LARGE)} people and ${LARGE.structures.toLocaleString('en')} structures (loaded in ${large.loaded.toFixed(0)} s), beside a tenth of them: ${people(SMALL)} people (${small.loaded.toFixed(0)} s).`,
    `Real journeys of ${COUNSELLORS} counsellors and ${ADVISERS} advisers, ${QUIET} requests a second during ${SECONDS} s (« alone »), then ${RATE} a second during ${SECONDS} s;`,
    `${answered.toFixed(0)} answered a second${full ? ': the machine was full, the times at that rate are those of a queue and are not judged' : ''}. The load, the server and the database share the processors.`,
    'Milliseconds from the moment a request was due. The floors are asked among the rest: an empty page of the same server for the same members, and `select 1`.',
    `Bars: p95 of a reading ${BARS.read} ms, of a writing ${BARS.write} ms at ${RATE} a second; ten times the data, at most ${BARS.tenfold} times the p50, both to the floor of their run.`,
    '',
    ...table([
      ['request', 'alone p50', 'alone p95', 'to the empty page', 'ten times the data', `at ${RATE}/s: times`, 'p50', 'p95', 'p99'],
      ...rows,
    ]),
    '',
    failed.length === 0
      ? 'Every request got the answer expected.'
      : `Not the answer expected: ${failed.map(([what, count]) => `${what} (${count})`).join('; ')}.`,
    missed.length === 0 ? 'Every bar is held.' : `Bars missed: ${missed.join('; ')}.`,
  ],
})
process.exit(missed.length + failed.length === 0 ? 0 : 1)
