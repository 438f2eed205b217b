import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStay } from '../fixtures.ts'
import { recordSignature } from './record-signature.ts'

databaseTest('another carrier and another role sign nothing; a day to come is no signature; the day is kept', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    return { ...made, stay: await aStay(tx, made) }
  })
  const signs = (accountId: string, signedOn = '2026-01-06') =>
    doAs(world, accountId, recordSignature, { contractId: here.stay.contractId, version: 1, signedOn })
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await signs(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await signs(supervisor.accountId)), ['employment/not-yours'])
  assert.deepEqual(refusalsIn(await signs(here.member.accountId, '2026-11-22')), ['employment/signed-in-the-future'])
  assert.equal((await signs(here.member.accountId)).state, 'done')
  assert.deepEqual(await world.look('select signed_on::text, reason from contract_version where superseded_at is null'), [
    { signed_on: '2026-01-06', reason: 'signed' },
  ])
})
