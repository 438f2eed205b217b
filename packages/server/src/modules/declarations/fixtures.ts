import { randomUUIDv7 } from 'node:crypto'
import { day, invariant } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { doAs, readAs } from '../../platform/testing/acting.ts'
import type { World } from '../../platform/testing/database-test.ts'
import type { Answer, TestBrowser } from '../../platform/testing/test-browser.ts'
import { TEST_KEYS } from '../../platform/testing/test-keys.ts'
import type { CellValue } from '../../platform/uploads/tables.ts'
import { aTeamAtWork, aWorkerNamed } from '../employment/fixtures.ts'
import { aWorksite } from '../organisations/fixtures.ts'
import { readGrid } from './commands/read-grid.ts'
import { GRID_COLUMNS, type GridKey, labelOf } from './grid/grid-columns.ts'
import type { GridReading } from './grid/understand-line.ts'
import type { RunState } from './import-run.ts'
import { sealContent } from './line-content.ts'
import { findRun, linesOf } from './store.ts'

/** The team of July 2026, with four people that a grid may speak of. */
export async function aTeamWithGrid(tx: Tx) {
  const team = await aTeamAtWork(tx)
  const site = await aWorksite(tx, team.siae, { name: 'Jardin de Narbonne' })
  const nadia = await aWorkerNamed(tx, team, 'Benali', { entry: '2026-01-05', first: '2026-01-05', worksite: site })
  const lucas = await aWorkerNamed(tx, team, 'Costa', { entry: '2026-02-02', first: '2026-02-02' })
  const marie = await aWorkerNamed(tx, team, 'Dumas', { entry: '2026-03-02', first: '2026-03-02' })
  const eva = await aWorkerNamed(tx, team, 'Égu', { entry: '2026-04-01', first: '2026-04-01' })
  await sql`update person set sex = 'M' where id = ${lucas.person.id}`.execute(tx)
  await sql`update person set sex = 'F' where id in (${nadia.person.id}, ${marie.person.id}, ${eva.person.id})`.execute(tx)
  return { ...team, site, nadia, lucas, marie, eva }
}

export const atDay = (iso: string): CellValue => ({ day: day(iso) })

/** A line of a grid whose columns are those of the form, in its order, with the two columns of hours. */
export const gridLine = (cells: Partial<Record<GridKey, CellValue>>): CellValue[] => GRID_COLUMNS.map(({ key }) => cells[key] ?? null)

/** The header of the form. */
export const GRID_HEADER: CellValue[] = GRID_COLUMNS.map(({ key }) => labelOf(key))

/** A file with one line that nobody recognises, as it was read or recorded, in July 2026. */
export async function aRun(
  tx: Tx,
  {
    siae,
    unit,
    by,
    state = 'read',
    difficulties = 'MARQUE-SANTE',
  }: {
    readonly siae: { readonly id: string; readonly organisationId: string }
    readonly unit: { readonly id: string }
    readonly by: string
    readonly state?: RunState
    readonly difficulties?: string
  },
): Promise<{ readonly id: string; readonly lineId: string }> {
  const [id, lineId] = [randomUUIDv7(), randomUUIDv7()]
  const columns = Object.fromEntries(GRID_COLUMNS.map(({ key }, column) => [key, column]))
  const layout = { contractHours: 'week', sheets: [{ name: 'Mars', merges: [], grid: { header: 0, columns } }] }
  const cells = gridLine({ initials: 'Z.Z.', sex: 'F', difficulties })
  const reasons = [{ code: 'nobody', cell: 'A2', blocking: true, details: { column: 'Identité (initiales)' } }]
  const reading = { stayId: null, plan: {}, known: [] }
  await sql`insert into import_run (id, organisation_id, unit_id, siae_id, kind, month, readers, state, file_name, file_kind, file_size, fingerprint,
      layout, content_until, recorded_at, recorded_by)
    values (${id}, ${siae.organisationId}, ${unit.id}, ${siae.id}, 'grid-g1', '2026-07-01', '{counsellor,director,assignment_coordinator}', ${state},
      'suivi.xlsx', 'xlsx', 100, ${'0'.repeat(64)}, ${JSON.stringify(layout)}::jsonb, '2026-12-05', '2026-11-20T09:00:00Z', ${by})`.execute(
    tx,
  )
  const content = sealContent(TEST_KEYS, lineId, { cells, corrections: null, reading, reasons })
  await sql`insert into import_line (id, run_id, organisation_id, sheet, line, state, content)
    values (${lineId}, ${id}, ${siae.organisationId}, 0, 1, 'refused', ${content})`.execute(tx)
  return { id, lineId }
}

/** Reads a grid of July 2026 as the counsellor of a team, by the command; gives the run as its author reads it. */
export async function aGridRead(
  world: World,
  rows: readonly CellValue[][],
  { lines = [GRID_HEADER, ...rows] }: { readonly lines?: readonly CellValue[][] } = {},
) {
  const team = await world.load((tx) => aTeamWithGrid(tx))
  const { accountId } = team.counsellor
  const tables = { kind: 'xlsx' as const, sheets: [{ name: 'Grille', merges: [], rows: lines }] }
  const file = { name: 'suivi.xlsx', size: 100, fingerprint: '1'.repeat(64), tables }
  const asked = { siaeId: team.siae.id, month: '2026-07', contractHours: 'week' as const, file }
  const done = await doAs(world, accountId, readGrid, asked)
  invariant(done.state === 'done', 'the grid is read')
  const { runId } = done.value
  const now = () =>
    readAs(world, accountId, async (ctx) => {
      const run = await findRun(ctx, runId)
      invariant(run, 'its author reads it')
      return { run, lines: (await linesOf<GridReading>(ctx, runId)).filter(({ state }) => state !== 'not-a-fact') }
    })
  return { ...team, accountId, asked, runId, now }
}

/** What the four people of the team do in July: one leaves, two work, one signs a contract that the platform does not know. */
export const JULY: readonly CellValue[][] = [
  gridLine({ initials: 'AB', sex: 'F', entry: atDay('2026-01-05'), difficulties: 'MARQUE-SANTE', paid: 112.67, worked: 98.5 }),
  gridLine({ initials: 'AC', sex: 'H', entry: atDay('2026-02-02'), exitDate: atDay('2026-07-31'), exitNature: 'Sans nouvelles' }),
  gridLine({
    initials: 'A.E.',
    sex: 'F',
    entry: atDay('2026-04-01'),
    measure: 'CDDI 01/07/2026',
    contractHours: 30,
    workplace: 'jardin de narbonne',
  }),
]

/** The value of a hidden field, as a browser would send it back. */
export const hiddenIn = (body: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

/** Somebody who brings in files on a page: gives one, agrees with the columns proposed, corrects lines, confirms. */
export function anImporter(browser: TestBrowser, path: string, place: Readonly<Record<string, string>>) {
  /** Agrees with the columns, when they are asked. */
  async function agree(first: Answer): Promise<Answer> {
    if (!first.body.includes('name="raw"')) return first
    const chosen = Object.fromEntries(
      [...first.body.matchAll(/<select[^>]*name="(col-\d+)".*?<\/select>/gs)].map(([select, name]) => [
        String(name),
        /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
      ]),
    )
    const carried = Object.fromEntries(['raw', 'firstRank', 'source'].map((name) => [name, hiddenIn(first.body, name)]))
    return browser.post(path, { ...place, step: 'columns', ...carried, ...chosen })
  }
  const send =
    (step: 'read' | 'confirm' | 'all') =>
    (review: Answer, more: Readonly<Record<string, string | readonly string[]>> = {}) =>
      browser.post(path, {
        ...place,
        ...Object.fromEntries(['table', 'titles', 'source', 'aside', 'seen'].map((name) => [name, hiddenIn(review.body, name)])),
        step,
        ...more,
      })
  return {
    columns: (pasted: string) => browser.post(path, { ...place, pasted, step: 'file' }),
    review: async (pasted: string) => agree(await browser.post(path, { ...place, pasted, step: 'file' })),
    reviewFile: async (file: { readonly name: string; readonly bytes: Uint8Array }) =>
      agree(await browser.postFile(path, file, { ...place, step: 'file' })),
    /** The review again, with what was corrected. */
    correct: send('read'),
    /** Everything that the review shows. */
    confirm: send('all'),
    /** Some of the differences, by the keys of their boxes. */
    accept: (review: Answer, take: readonly string[]) => send('confirm')(review, { take }),
  }
}
