import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../people/fixtures.ts'
import { aReview } from './fixtures.ts'

databaseTest(
  'of a review, its author who is no referent reads everything but health; referents of the organisation all; nobody else anything',
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
      await aReview(
        tx,
        { ...made, by: made.member },
        { answers: { health: { level: 'hard', words: null }, mobility: { level: 'fair', words: null } } },
      )
      return { ...made, named, others }
    })
    const said = ({ accountId }: { readonly accountId: string }) =>
      statementAs(world, accountId, 'select capability from review join review_answer on id = review_id order by 1')
    assert.deepEqual(await said(here.named), [{ capability: 'health' }, { capability: 'mobility' }])
    assert.deepEqual(await said(here.member), [{ capability: 'mobility' }])
    for (const [who, member] of Object.entries(here.others)) {
      assert.deepEqual(await said(member), [], who)
      assert.deepEqual(await statementAs(world, member.accountId, 'select id from review'), [], who)
    }
  },
)

databaseTest(
  'a review is closed and never rewritten, and health is neither passed off as ordinary nor stored as it is said',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      await aReferent(tx, { ...made, ...made.member })
      return { ...made, review: await aReview(tx, { ...made, by: made.member }) }
    })
    const as = (statement: string) => statementAs(world, here.member.accountId, statement)
    await assert.rejects(as("update review set words = 'autre'"), /permission denied/)
    await assert.rejects(as("update review_answer set level = 'good'"), /permission denied/)
    const answer = (sensitivity: string, words: string) =>
      as(`insert into review_answer (review_id, capability, person_id, organisation_id, sensitivity, level, words, recorded_at, recorded_by)
      values ('${here.review.id}', 'health', '${here.personId}', '${here.organisation.id}', '${sensitivity}', 'hard', ${words}, now(), '${here.member.accountId}')`)
    await assert.rejects(answer('ordinary', 'null'), /review_answer_as_sensitive_as_asked/)
    await assert.rejects(answer('health', "'Je dors mal'"), /review_answer_health_sealed/)
    await answer('health', 'null')
  },
)
