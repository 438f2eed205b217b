// `npm run bench:figures`: every figure of a tenth of the country, computed from the facts, beside a hundredth of it. `--share 1`: the whole country, beside a tenth.
import { parseArgs } from 'node:util'
import { todayInFrance } from '../demo/load.ts'
import { loadCountry } from '../demo/national/load-country.ts'
import { recompute } from '../packages/server/src/modules/indicators/jobs/recompute.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../tools/postgresql.mjs'
import { ms, times } from './measure.ts'
import { record, table } from './results.ts'

const { values } = parseArgs({ options: { share: { type: 'string', default: '0.1' } } })
const SHARE = Number(values.share)
/** Ten times the data, the same time for one month of one structure. */
const BAR = 1.3

interface Computed {
  readonly structures: number
  readonly months: number
  readonly loaded: number
  /** Seconds until nothing is marked any more. */
  readonly taken: number
  readonly rollups: number
}

let version = ''

async function computed(share: number): Promise<Computed> {
  const postgresql = await startPostgresql({ settings: ['shared_buffers=512MB', 'max_wal_size=4GB'] })
  if (!postgresql) {
    console.error('PostgreSQL is not on this machine: nothing measured.')
    process.exit(1)
  }
  version = postgresql.version
  try {
    const source = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 2 })
    const database = new Database(source)
    const counted = async (what: string) => {
      const held = await source.connect('the bench')
      try {
        return Number((await held.query(`select count(*) as found from maillage.${what}`)).rows[0]?.['found'])
      } finally {
        held.release()
      }
    }
    const began = performance.now()
    await loadCountry(source, { today: todayInFrance(), share })
    const filled = performance.now()
    const [structures, months] = [await counted('siae'), await counted('dirty_month')]
    await recompute.run({ database, clock: systemClock })
    const taken = (performance.now() - filled) / 1000
    const found = { structures, months, loaded: (filled - began) / 1000, taken, rollups: await counted('rollup') }
    await database.close()
    return found
  } finally {
    await postgresql.stop()
  }
}

const [small, large] = [await computed(SHARE / 10), await computed(SHARE)]
const each = ({ taken, months }: Computed) => (taken * 1000) / months
const ratio = each(large) / each(small)
const row = (of: Computed) => [
  of.structures.toLocaleString('en'),
  of.loaded.toFixed(0),
  of.months.toLocaleString('en'),
  of.taken.toFixed(0),
  ms(each(of)),
  of.rollups.toLocaleString('en'),
]
record('figures', {
  title: 'Every figure computed again',
  database: version,
  lines: [
    'Two years of a part of the country, generated, then every month of every structure and every year of every territory computed from the facts by the job, alone.',
    'In a day of work only what an event touched is computed: this is what a new indicator or a corrected text would cost.',
    '',
    ...table([
      ['structures', 'loaded in (s)', 'months of structures', 'computed in (s)', 'ms a month', 'figures of territories'],
      row(small),
      row(large),
    ]),
    '',
    `Ten times the structures: ${times(ratio)} the time of a month (bar ${BAR}).`,
    ratio > BAR ? 'Bar missed.' : 'Bar held.',
  ],
})
process.exit(ratio > BAR ? 1 : 0)
