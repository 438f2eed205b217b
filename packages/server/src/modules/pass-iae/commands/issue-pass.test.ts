import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, givesAccess } from '../../people/fixtures.ts'
import { anIssuer, aPass, aSuspension } from '../fixtures.ts'
import { issuePass } from './issue-pass.ts'

const asked = (personId: string, more = {}) => ({
  personId,
  hiredOn: '2026-11-23',
  eligibleBy: 'siae' as const,
  diagnosisId: null,
  ...more,
})
const scene = (world: World) => world.load((tx) => aCounsellorWithAPerson(tx))
const issued = async (performed: ReturnType<typeof doAs>) => {
  const answer = await performed
  assert.equal(answer.state, 'done', JSON.stringify(answer))
  return answer.state === 'done' ? (answer.value as { passId: string; act: string }) : { passId: '', act: '' }
}

databaseTest('a stranger, a former member, a colleague whose team does not hold the person: there is nobody here', async (world) => {
  const here = await scene(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, issuePass, asked(here.personId))), ['platform/not-found'])
})

databaseTest('a technical supervisor issues nothing, and a provisional file opens no right', async (world) => {
  const here = await scene(world)
  const [supervisor, provisional] = await world.load(async (tx) => [
    await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
    await aPerson(tx, { organisation: here.organisation, unit: here.unit, state: 'provisional' }),
  ])
  assert.deepEqual(refusalsIn(await doAs(world, supervisor.accountId, issuePass, asked(here.personId))), ['pass-iae/not-yours'])
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, issuePass, asked(provisional.id))), ['pass-iae/person-provisional'])
})

databaseTest('nobody eligible gets no right: every reason is said', async (world) => {
  const here = await scene(world)
  const performed = await doAs(world, here.member.accountId, issuePass, asked(here.personId, { eligibleBy: null, hiredOn: '2026-11-20' }))
  assert.deepEqual(refusalsIn(performed), ['pass-iae/hire-in-the-past', 'pass-iae/not-eligible'])
})

databaseTest('a first hire has a right begin that day, for 730 days, its number left to the State', async (world) => {
  const here = await scene(world)
  await world.load((tx) => anIssuer(tx, 'external'))
  const { passId, act } = await issued(doAs(world, here.member.accountId, issuePass, asked(here.personId)))
  assert.equal(act, 'issue')
  assert.deepEqual(await world.look('select number, issuer_mode, first_day from pass where id = $1', [passId]), [
    { number: null, issuer_mode: 'external', first_day: '2026-11-23' },
  ])
  assert.deepEqual(await world.look('select first_day, last_day from pass_last_day where superseded_at is null'), [
    { first_day: '2026-11-23', last_day: '2028-11-21' },
  ])
  assert.equal((await world.look("select from event where type = 'pass-iae/issued'")).length, 1)
})

databaseTest('in a demonstration the number begins with 00000, so that nobody takes it for a right', async (world) => {
  const here = await scene(world)
  await world.load((tx) => anIssuer(tx, 'demonstration'))
  await issued(doAs(world, here.member.accountId, issuePass, asked(here.personId)))
  const [pass] = await world.look('select number from pass')
  assert.match(String(pass?.['number']), /^00000\d{7}$/)
})

databaseTest('a second structure reuses the right, and its hire lifts the suspension that ran', async (world) => {
  const here = await scene(world)
  const other = await world.load(async (tx) => {
    const pass = await aPass(tx, here.person)
    await aSuspension(tx, here.person, pass, { first: '2026-10-01' })
    const there = await aCounsellorWithAPerson(tx, { map: false })
    await givesAccess(tx, here.person, there.unit)
    return { ...there, pass }
  })
  const { passId, act } = await issued(doAs(world, other.member.accountId, issuePass, asked(here.personId)))
  assert.deepEqual([passId, act], [other.pass.id, 'reuse'])
  assert.deepEqual(await world.look('select first_day, last_day, cause from suspension_version where superseded_at is null'), [
    { first_day: '2026-10-01', last_day: '2026-11-22', cause: 'hire' },
  ])
  // Fifty-three days suspended, fifty-three days given back.
  assert.deepEqual(await world.look('select last_day from pass_last_day where superseded_at is null'), [{ last_day: '2028-02-26' }])
})

databaseTest('a right that has not begun is brought forward by an earlier hire', async (world) => {
  const here = await scene(world)
  const pass = await world.load((tx) => aPass(tx, here.person, { first: '2026-12-15', last: '2028-12-13' }))
  const { passId, act } = await issued(doAs(world, here.member.accountId, issuePass, asked(here.personId)))
  assert.deepEqual([passId, act], [pass.id, 'bring-forward'])
  assert.deepEqual(await world.look('select first_day, last_day, version from pass_last_day where superseded_at is null'), [
    { first_day: '2026-11-23', last_day: '2028-11-21', version: 2 },
  ])
})

databaseTest('during the waiting period a structure opens no new right, an authorised prescriber does', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aPass(tx, here.person, { first: '2024-03-01', last: '2026-02-28' }))
  const { accountId } = here.member
  assert.deepEqual(refusalsIn(await doAs(world, accountId, issuePass, asked(here.personId))), ['pass-iae/waiting-period'])
  const { act } = await issued(doAs(world, accountId, issuePass, asked(here.personId, { eligibleBy: 'authorised-prescriber' })))
  assert.equal(act, 'issue')
})

committedTest(
  'two structures hiring the same person at the same second open one right, which the second reuses',
  async (world) => {
    const here = await scene(world)
    const there = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx, { map: false })
      await givesAccess(tx, here.person, made.unit)
      return made
    })
    const acts = await Promise.all(
      [here, there].map(({ member }) => issued(doAs(world, member.accountId, issuePass, asked(here.personId)))),
    )
    assert.deepEqual(acts.map(({ act }) => act).sort(), ['issue', 'reuse'])
    assert.equal(acts[0]?.passId, acts[1]?.passId)
    assert.equal((await world.look('select from pass')).length, 1)
  },
  { only: 'postgresql' },
)
