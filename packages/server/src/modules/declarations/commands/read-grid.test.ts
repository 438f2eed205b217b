import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, atDay, gridLine, JULY } from '../fixtures.ts'
import { linesOf } from '../store.ts'
import { readGrid } from './read-grid.ts'
import { recordGrid } from './record-grid.ts'

databaseTest('another carrier, those who pay or supervise and a former member import no grid', async (world) => {
  const { asked, stranger, payroll, supervisor, former } = await aGridRead(world, JULY)
  const refused = async (accountId: string) => refusalsIn(await doAs(world, accountId, readGrid, asked))
  assert.deepEqual(await refused(stranger.accountId), ['platform/not-found'])
  assert.deepEqual(await refused(payroll.accountId), ['declarations/not-yours'])
  assert.deepEqual(await refused(supervisor.accountId), ['declarations/not-yours'])
  assert.deepEqual(await refused(former.accountId), ['platform/not-found'])
  assert.equal((await world.look('select from import_run')).length, 1)
})

databaseTest(
  'nothing is recorded by reading; only whoever sent the grid reads its lines, the director of the team included',
  async (world) => {
    const { runId, now, director, accountId } = await aGridRead(world, JULY)
    const { run, lines } = await now()
    assert.equal(run.state, 'read')
    assert.equal(run.contentUntil, day('2026-12-05'))
    assert.deepEqual(
      lines.map(({ state }) => state),
      ['understood', 'understood', 'understood'],
    )
    assert.equal((await world.look('select from hours')).length + (await world.look('select from exit')).length, 0)
    assert.equal((await readAs(world, director.accountId, (ctx) => linesOf(ctx, runId))).length, 0)
    assert.equal((await readAs(world, accountId, (ctx) => linesOf(ctx, runId))).length, 4)
  },
)

databaseTest('a file without a grid, of another month, without anybody, or already recorded is refused', async (world) => {
  const made = await aGridRead(world, JULY)
  const send = async (lines: (string | null)[][]) => {
    const tables = { kind: 'xlsx' as const, sheets: [{ name: 'F', merges: [], rows: lines }] }
    return refusalsIn(await doAs(world, made.accountId, readGrid, { ...made.asked, file: { ...made.asked.file, tables } }))
  }
  const header = ['Initiales', 'Sexe', 'Age', 'Date entrée dans la structure', 'Nature de la sortie']
  assert.deepEqual(
    await send([
      ['Nom', 'Prénom'],
      ['Dupont', 'Jean'],
    ]),
    ['declarations/no-grid'],
  )
  assert.deepEqual(await send([['Mois : juin 2026'], header, ['A.B.', 'F']]), ['declarations/other-month'])
  assert.deepEqual(await send([header, [], ['Total']]), ['declarations/nobody-in-file'])
  assert.deepEqual(await send([header, ...Array.from({ length: 3_000 }, () => ['A.B.', 'F'])]), ['declarations/too-many-lines'])
  await doAs(world, made.accountId, recordGrid, { runId: made.runId, version: 1 })
  assert.deepEqual(refusalsIn(await doAs(world, made.accountId, readGrid, made.asked)), ['declarations/already-recorded'])
})

databaseTest('initials alone never name somebody whose entry does not agree, and two lines are not one person', async (world) => {
  const { now } = await aGridRead(world, [
    gridLine({ initials: 'AB', sex: 'F', entry: atDay('2026-01-06') }),
    gridLine({ initials: 'AB', sex: 'F' }),
    gridLine({ initials: 'B.A.', entry: atDay('2026-01-05') }),
  ])
  assert.deepEqual(
    (await now()).lines.map(({ state, reasons }) => [state, ...reasons.map(({ code }) => code)]),
    [['refused', 'entry-differs'], ['understood'], ['refused', 'twice']],
  )
})

databaseTest('what the platform says otherwise is said and left; a death is never imported', async (world) => {
  const { now } = await aGridRead(world, [
    gridLine({ initials: 'AB', entry: atDay('2026-01-05'), measure: 'CDDI 05/01/2026', contractHours: 35 }),
    gridLine({ initials: 'AC', entry: atDay('2026-02-02'), exitDate: atDay('2026-07-31'), exitNature: 'Décès' }),
    gridLine({ initials: 'AE', entry: atDay('2026-04-01'), exitDate: atDay('2026-03-31'), exitNature: 'Retraite' }),
  ])
  assert.deepEqual(
    (await now()).lines.map(({ state, reasons, reading }) => [
      state,
      ...reasons.map(({ code }) => code),
      Object.keys(reading?.plan ?? {}).length,
    ]),
    [
      ['understood', 'contract-differs', 0],
      ['understood', 'death', 0],
      ['refused', 'exit-before-entry', 0],
    ],
  )
})
