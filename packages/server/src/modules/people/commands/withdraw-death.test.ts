import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../fixtures.ts'
import { recordDeath } from './record-death.ts'
import { withdrawDeath } from './withdraw-death.ts'

databaseTest('a stranger, and a role that only reads, open no file again; a holder does, once, and the trace stays', async (world) => {
  const { counsellor, stranger, payroll, person } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    return {
      counsellor: await aMemberIn(tx, organisation, unit, 'counsellor'),
      payroll: await aMemberIn(tx, organisation, unit, 'payroll_officer'),
      stranger: await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'counsellor'),
      person: await aPerson(tx, { organisation, unit }),
    }
  })
  const withdraw = async (accountId: string, version: number) =>
    refusalsIn(await doAs(world, accountId, withdrawDeath, { personId: person.id, version }))
  assert.deepEqual(await withdraw(counsellor.accountId, 1), ['people/not-recorded-as-dead'])
  await doAs(world, counsellor.accountId, recordDeath, { personId: person.id, version: 1, diedOn: '2026-11-20' })
  assert.deepEqual(await withdraw(stranger.accountId, 2), ['platform/not-found'])
  assert.deepEqual(await withdraw(payroll.accountId, 2), ['people/not-yours'])
  assert.deepEqual(await withdraw(counsellor.accountId, 1), ['platform/stale'])
  assert.deepEqual(await withdraw(counsellor.accountId, 2), [])
  assert.deepEqual(await world.look('select death_date, version from person'), [{ death_date: null, version: 3 }])
  const trace = await world.look(
    "select command from audit where command like 'people/%-death' and outcome = 'done' order by recorded_at, id",
  )
  assert.deepEqual(
    trace.map(({ command }) => command),
    ['people/record-death', 'people/withdraw-death'],
  )
})
