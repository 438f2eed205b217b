import assert from 'node:assert/strict'
import { doAs, refusalsIn, statementAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, atDay, gridLine } from '../fixtures.ts'
import { correctLine } from './correct-line.ts'

const UNKNOWN = gridLine({ initials: 'Z.Z.', sex: 'F', entry: atDay('2026-03-02'), exitDate: '31/06/2026', exitNature: 'parti' })

databaseTest('nobody but whoever sent the file corrects a line, and only as it was read', async (world) => {
  const { now, director, stranger, accountId, runId } = await aGridRead(world, [UNKNOWN])
  const [line] = (await now()).lines
  assert.ok(line)
  const asked = { runId, lineId: line.id, version: 1, corrections: { initials: 'AD' } }
  for (const other of [director, stranger])
    assert.deepEqual(refusalsIn(await doAs(world, other.accountId, correctLine, asked)), ['platform/not-found'])
  // The second wall: a colleague who reads no line writes over none.
  assert.deepEqual(await statementAs(world, director.accountId, 'update import_line set person_id = null returning id'), [])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, correctLine, { ...asked, version: 2 })), ['platform/stale'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, correctLine, { ...asked, corrections: {} })), ['declarations/nothing-typed'])
})

databaseTest('a line is corrected cell by cell, the file staying as it is, or left aside and taken again', async (world) => {
  const { now, accountId, runId, marie } = await aGridRead(world, [UNKNOWN])
  const [before] = (await now()).lines
  assert.ok(before)
  assert.deepEqual(
    before.reasons.filter(({ blocking }) => blocking).map(({ code }) => code),
    ['exit-nature-unknown', 'no-such-day', 'nobody'],
  )
  const corrections = { stayId: marie.stay.id, exitDate: '30 juin 2026', exitNature: 'Déménagement' }
  const done = await doAs(world, accountId, correctLine, { runId, lineId: before.id, version: 1, corrections })
  assert.deepEqual(refusalsIn(done), [])
  const [after] = (await now()).lines
  assert.equal(after?.state, 'understood')
  assert.equal(after?.reading?.plan.exit?.reason, 'moved-away')
  assert.deepEqual(after?.cells, before.cells)
  for (const [aside, version, state] of [
    [true, 2, 'set-aside'],
    [false, 3, 'understood'],
  ] as const) {
    assert.deepEqual(refusalsIn(await doAs(world, accountId, correctLine, { runId, lineId: before.id, version, aside })), [])
    assert.equal((await now()).lines[0]?.state, state)
  }
})
