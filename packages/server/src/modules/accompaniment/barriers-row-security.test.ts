import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../people/fixtures.ts'
import { aBarrier, aStrength } from './fixtures.ts'

const areasFor = async (world: World, { accountId }: { readonly accountId: string }) =>
  (
    (await statementAs(world, accountId, 'select area from barrier join barrier_version on barrier_id = id order by area')) as {
      area: string
    }[]
  ).map(({ area }) => area)

databaseTest(
  'referents of the organisation read every barrier; whoever noted one without being a referent reads that one, never health nor justice; nobody elsewhere',
  async (world) => {
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
      for (const area of ['housing', 'health', 'justice'] as const) await aBarrier(tx, { ...made, by: made.member }, { area })
      await aStrength(tx, { ...made, by: made.member })
      return { ...made, named, others }
    })
    assert.deepEqual(await areasFor(world, here.named), ['health', 'housing', 'justice'])
    assert.deepEqual(await areasFor(world, here.member), ['housing'])
    for (const [who, member] of Object.entries(here.others)) {
      assert.deepEqual(await areasFor(world, member), [], who)
      assert.deepEqual(await statementAs(world, member.accountId, 'select id from strength'), [], who)
    }
  },
)

const insertion = (
  area: string,
  sensitivity: string,
  { personId, organisation, by }: Record<'personId' | 'by', string> & { organisation: { id: string } },
) =>
  `insert into barrier (id, person_id, organisation_id, area, sensitivity, recorded_at, recorded_by)
    values (gen_random_uuid(), '${personId}', '${organisation.id}', '${area}', '${sensitivity}', now(), '${by}')`

databaseTest(
  'nobody notes in the name of a colleague, health without being a referent, nor an illness as if it were ordinary',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const named = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...named })
      return { ...made, named }
    })
    const { member, named } = here
    const as = ({ accountId }: { readonly accountId: string }, area: string, sensitivity: string, by = accountId) =>
      statementAs(world, accountId, insertion(area, sensitivity, { ...here, by }))
    await assert.rejects(as(member, 'housing', 'social', named.accountId), /row-level security/)
    await assert.rejects(as(member, 'health', 'health'), /row-level security/)
    await assert.rejects(as(named, 'health', 'ordinary'), /barrier_as_sensitive_as_its_area/)
    await as(named, 'health', 'health')
    await as(member, 'housing', 'social')
  },
)

databaseTest('a version is never changed, and the words of an illness are not stored as they are', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    return { ...made, barrier: await aBarrier(tx, { ...made, by: made.member }, { area: 'health', consequence: null }) }
  })
  const as = (statement: string) => statementAs(world, here.member.accountId, statement)
  await assert.rejects(as("update barrier_version set state = 'lifted'"), /permission denied/)
  const plain = `insert into barrier_version (barrier_id, version, person_id, organisation_id, sensitivity, state, weight, consequence, recorded_at, recorded_by)
    values ('${here.barrier.id}', 2, '${here.personId}', '${here.organisation.id}', 'health', 'lifted', 'slight', 'Ne porte pas de charge', now(), '${here.member.accountId}')`
  await as('update barrier_version set superseded_at = now()')
  await assert.rejects(as(plain), /barrier_version_personal_sealed/)
})
