import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aMemberIn, aReferent, givesAccess } from '../people/fixtures.ts'
import { anAct } from './fixtures.ts'

const reads = async (world: World, { accountId }: { readonly accountId: string }) =>
  (await statementAs(world, accountId, 'select id from accompaniment_act')).length

databaseTest('an act is read by whoever noted it and by the referents of its organisation; by no other referent', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const named = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...named })
    const elsewhere = await anAdviserOf(tx, made.person)
    await aReferent(tx, { ...elsewhere, person: made.person, ...elsewhere.member })
    const others = {
      colleague: await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' }),
      director: await aMemberIn(tx, made.organisation, made.unit, 'director', { name: 'Dominique Faure' }),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor', { name: 'Maxime Vidal' }),
      'referent elsewhere': elsewhere.member,
    }
    await anAct(tx, { ...made, by: made.member })
    return { ...made, named, others }
  })
  assert.equal(await reads(world, here.member), 1)
  assert.equal(await reads(world, here.named), 1)
  for (const [who, member] of Object.entries(here.others)) assert.equal(await reads(world, member), 0, who)
})

databaseTest('the right of a team ended, even the author reads the act no more; a day of reading with a reason shows it', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const director = await aMemberIn(tx, made.organisation, made.unit, 'director', { name: 'Dominique Faure' })
    const day = {
      circle: 'referent',
      source: 'reason',
      accountId: director.accountId,
      startsOn: '2026-11-21',
      endsOn: '2026-11-21',
      reason: 'Plainte',
    } as const
    await givesAccess(tx, made.person, made.unit, day)
    await anAct(tx, { ...made, by: made.member })
    return { ...made, director }
  })
  assert.equal(await reads(world, here.director), 1)
  await world.look("update person_access set ends_on = '2026-11-20' where circle = 'shared'")
  assert.equal(await reads(world, here.member), 0)
})

databaseTest('nobody writes an act in the name of a colleague, nor changes what was noted', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    return { ...made, colleague, act: await anAct(tx, { ...made, by: made.member }) }
  })
  const asColleague = `insert into accompaniment_act (id, person_id, organisation_id, kind, mission, happened_on, recorded_at, recorded_by)
    select gen_random_uuid(), '${here.personId}', '${here.organisation.id}', 'call', 'support', '2026-11-20', now(), '${here.colleague.accountId}'`
  await assert.rejects(statementAs(world, here.member.accountId, asColleague), /row-level security/)
  await assert.rejects(statementAs(world, here.member.accountId, "update accompaniment_act set purpose = 'Autre'"), /permission denied/)
  await statementAs(world, here.colleague.accountId, 'update accompaniment_act set cancelled_at = now(), cancelled_by = recorded_by')
  assert.deepEqual(await world.look('select cancelled_at from accompaniment_act'), [{ cancelled_at: null }])
})
