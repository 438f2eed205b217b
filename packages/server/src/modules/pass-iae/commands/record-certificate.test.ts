import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { checkCertificate } from '../certificate-check.ts'
import { aCounsellorWithAPass, aPass } from '../fixtures.ts'
import { passSummary } from '../queries/pass-summary.ts'
import { recordCertificate } from './record-certificate.ts'

const scene = (world: World, more = {}) => world.load((tx) => aCounsellorWithAPass(tx, more))
const typed = (pass: { id: string }, more = {}) => ({
  passId: pass.id,
  number: '99999 00 00001',
  firstDay: '2026-01-05',
  lastDay: '2028-01-04',
  ...more,
})

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await scene(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, recordCertificate, typed(here.pass))), ['platform/not-found'])
})

databaseTest('the State’s number is kept with its dates, beside ours', async (world) => {
  const here = await scene(world)
  assert.equal((await doAs(world, here.member.accountId, recordCertificate, typed(here.pass, { lastDay: '2028-01-10' }))).state, 'done')
  assert.deepEqual(await world.look('select number, external_last_day from pass'), [
    { number: '999990000001', external_last_day: '2028-01-10' },
  ])
  const told = await readAs(world, here.member.accountId, (ctx) => passSummary(ctx, here.personId))
  assert.equal(told?.certificate && checkCertificate(told.certificate, told), 'different')
})

databaseTest('a number that is not the State’s, dates in the wrong order, a demonstration: refused at the box', async (world) => {
  const here = await scene(world)
  const { accountId } = here.member
  for (const number of ['00000 00 00001', '12', '99999 00 00000'])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, recordCertificate, typed(here.pass, { number }))), [
      'pass-iae/number-malformed',
    ])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordCertificate, typed(here.pass, { lastDay: '2026-01-04' }))), [
    'pass-iae/certificate-reversed',
  ])
})

databaseTest('a number known for another right says so without saying whose', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aPass(tx, here.person, { first: '2020-01-01', last: '2021-12-31', number: '999990000001' }))
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, recordCertificate, typed(here.pass))), ['pass-iae/number-taken'])
})
