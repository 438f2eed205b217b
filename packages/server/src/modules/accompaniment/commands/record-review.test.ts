import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { recordReview } from './record-review.ts'

const SAID = {
  moment: 'entry',
  heldOn: TEST_DAY,
  withPerson: 'yes',
  minutes: '45',
  words: 'Je veux mon permis',
  answers: { mobility: { level: 'fragile', words: 'Mon voisin m’emmène' }, housing: { level: 'unsaid' }, links: { level: '' } },
} as const

const records = (world: World, accountId: string, personId: string, more: Partial<z.input<typeof recordReview.schema>> = {}) =>
  doAs(world, accountId, recordReview, { personId, ...SAID, ...more })

databaseTest('whoever does not follow the person records no review, nor who supervises or pays them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      outsiders: await theOutsiders(tx, made),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      payroll: await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer', { name: 'Lou Petit' }),
    }
  })
  const { stranger, former, colleague } = here.outsiders
  for (const { accountId } of [stranger, former, colleague]) assert.notEqual((await records(world, accountId, here.personId)).state, 'done')
  for (const { accountId } of [here.supervisor, here.payroll])
    assert.deepEqual(refusalsIn(await records(world, accountId, here.personId)), ['accompaniment/not-yours'])
  assert.deepEqual(await world.look('select from review'), [])
})

databaseTest('a review made with the person is an interview too, typed once; made without them, it is not', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  assert.equal((await records(world, member.accountId, personId)).state, 'done')
  assert.equal((await records(world, member.accountId, personId, { moment: 'during', withPerson: 'no' })).state, 'done')
  assert.deepEqual(await world.look('select kind, mission, minutes, purpose from accompaniment_act'), [
    { kind: 'interview', mission: 'welcome', minutes: 45, purpose: 'Bilan d’entrée' },
  ])
  assert.deepEqual(
    await world.look(
      "select capability, level, review_answer.words from review_answer join review on id = review_id where moment = 'entry' order by 1",
    ),
    [
      { capability: 'housing', level: 'unsaid', words: null },
      { capability: 'mobility', level: 'fragile', words: 'Mon voisin m’emmène' },
    ],
  )
})

databaseTest(
  'who is no referent is not even asked about health; what a referent writes of it is sealed, and read on their page',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const named = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...named })
      return { ...made, named }
    })
    const health = { answers: { health: { level: 'hard', words: 'Je dors mal' } } } as const
    assert.deepEqual(refusalsIn(await records(world, here.member.accountId, here.personId, health)), ['accompaniment/referents-only'])
    const form = (await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/bilans/ajouter`)).body
    assert.match(form, /answers-housing-level/)
    assert.doesNotMatch(form, /answers-health/)
    const done = await records(world, here.named.accountId, here.personId, health)
    assert.ok(done.state === 'done')
    assert.doesNotMatch(
      JSON.stringify(await world.look('select review.*, review_answer.* from review join review_answer on id = review_id')),
      /dors/,
    )
    const browser = await openBrowser(world, here.named.accountId)
    assert.match((await browser.get(`/bilans/${done.value.id}`)).text, /Je dors mal/)
    assert.equal((await (await openBrowser(world, here.member.accountId)).get(`/bilans/${done.value.id}`)).status, 404)
    const beside = await world.look(
      'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
    )
    assert.doesNotMatch(JSON.stringify(beside), /dors|permis/)
  },
)

databaseTest('a review to come, followed by one before it, or that says nothing is not recorded', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  const refused = async (more: Partial<z.input<typeof recordReview.schema>>) =>
    refusalsIn(await records(world, member.accountId, personId, more))
  assert.deepEqual(await refused({ heldOn: '2026-11-22' }), ['accompaniment/review-to-come'])
  assert.deepEqual(await refused({ nextOn: TEST_DAY }), ['accompaniment/next-review-before'])
  assert.deepEqual(await refused({ words: ' ', answers: { links: { level: '' } } }), ['accompaniment/review-of-nothing'])
  assert.deepEqual(await world.look('select from review'), [])
  assert.deepEqual(await world.look('select from accompaniment_act'), [])
})

databaseTest('words without saying how it goes are asked again, at their own box, everything else as typed', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  const browser = await openBrowser(world, member.accountId)
  const page = `/personnes/${personId}/bilans/ajouter`
  const again = await browser.post(page, {
    moment: 'entry',
    withPerson: 'yes',
    'heldOn-day': '21',
    'heldOn-month': '11',
    'heldOn-year': '2026',
    'answers-links-words': 'Ma sœur passe le dimanche',
    words: 'Je tiens bon',
  })
  assert.equal(again.status, 422)
  assert.match(again.body, /href="#answers-links-level"/)
  assert.match(again.body, /Ma sœur passe le dimanche/)
  assert.match(again.body, /Je tiens bon/)
  assert.deepEqual(await world.look('select from review'), [])
})

databaseTest('after a death no review is recorded any more', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  await world.look("update person set death_date = '2026-11-18' where id = $1", [personId])
  assert.deepEqual(refusalsIn(await records(world, member.accountId, personId)), ['people/person-died'])
})
