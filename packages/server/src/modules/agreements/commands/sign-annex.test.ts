import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAgreedScene, anAgreement, anAmendment, anAnnex } from '../fixtures.ts'
import { signAnnex } from './sign-annex.ts'

const TYPED = {
  measure: 'common',
  number: 'ACI-11-26-001',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  signedOn: '2026-04-10',
  posts: '12,43',
  hoursOfOneFte: '1 820',
  amount: '297 338,03',
  cofinancingDepartement: '',
  cofinancingTotal: '',
} as const

databaseTest(
  'the structure, a funder, another role or another territory signs no annex; an unknown structure is not found',
  async (world) => {
    const { siae, officer, outsiders } = await world.load(anAgreedScene)
    await world.load((tx) => anAgreement(tx, siae))
    for (const [who, accountId] of Object.entries(outsiders))
      if (who !== 'a former member')
        assert.deepEqual(
          refusalsIn(await doAs(world, accountId, signAnnex, { siaeId: siae.id, ...TYPED })),
          ['agreements/not-the-authority'],
          who,
        )
    assert.deepEqual(refusalsIn(await doAs(world, officer, signAnnex, { siaeId: randomUUIDv7(), ...TYPED })), ['platform/not-found'])
    assert.equal((await world.look('select from financial_annex')).length, 0)
  },
)

databaseTest('an annex signed in April acts from January; hours, posts and euros are kept in hundredths', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const agreement = await world.load((tx) => anAgreement(tx, siae))
  const done = await doAs(world, officer, signAnnex, { siaeId: siae.id, ...TYPED })
  assert.deepEqual(done.state === 'done' && done.value.anomalies, [])
  const [row] = await world.look(
    `select agreement_id, posts, hours_of_one_fte, amount, cofinancing_total, first_day::text, ends_on::text, known_on::text from financial_annex`,
  )
  assert.deepEqual(row, {
    agreement_id: agreement.id,
    posts: 1243,
    hours_of_one_fte: 182_000,
    amount: 29_733_803,
    cofinancing_total: null,
    first_day: '2026-01-01',
    ends_on: '2026-12-31',
    known_on: '2026-04-10',
  })
  const [event] = await world.look("select subject_id, ids from event where type = 'agreements/annex-signed'")
  assert.equal(event?.['subject_id'], siae.id)
  assert.deepEqual(Object.keys(event?.['ids'] as object).toSorted(), ['annexId', 'siaeId'])
})

databaseTest('what is impossible is turned back with its sentence, nothing kept', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const refused = async (more: Partial<Record<keyof typeof TYPED, string>>) =>
    refusalsIn(await doAs(world, officer, signAnnex, { siaeId: siae.id, ...TYPED, ...more } as never))
  assert.deepEqual(await refused({}), ['agreements/annex-outside-agreement'])
  await world.load((tx) => anAgreement(tx, siae, { first: '2024-01-01', last: '2026-12-31' }))
  assert.deepEqual(await refused({ lastDay: '2027-01-01' }), ['agreements/annex-outside-agreement'])
  assert.deepEqual(await refused({ lastDay: '2025-12-31' }), ['agreements/dates-reversed'])
  assert.deepEqual(await refused({ signedOn: '2026-11-22' }), ['agreements/signed-later'])
  assert.deepEqual(await refused({ cofinancingTotal: '100000' }), ['agreements/cofinancing-half-said'])
  const former = await world.load((tx) => anAnnex(tx, siae, { first: '2025-07-01', last: '2026-06-30' }))
  assert.deepEqual(await refused({}), ['agreements/annex-overlaps'])
  // Another money, or the former annex ended on the eve: both may stand.
  assert.deepEqual(await refused({ measure: 'prison' }), [])
  await world.load((tx) => anAmendment(tx, former, { knownOn: '2025-12-20', last: '2025-12-31' }))
  assert.deepEqual(await refused({}), [])
})

databaseTest(
  'thirteen months, a share above the total, too many prison posts in 2019: recorded, and noted for the service once',
  async (world) => {
    const { siae, officer } = await world.load(anAgreedScene)
    await world.load((tx) => anAgreement(tx, siae))
    const wrong = {
      ...TYPED,
      measure: 'prison',
      lastDay: '2027-01-31',
      posts: '200',
      cofinancingDepartement: '2',
      cofinancingTotal: '1',
    } as const
    const done = await doAs(world, officer, signAnnex, { siaeId: siae.id, ...wrong })
    assert.ok(done.state === 'done')
    const codes = done.value.anomalies.map(({ code }) => code).toSorted()
    assert.deepEqual(codes, ['agreements/annex-too-long', 'agreements/cofinancing-above-total'])
    const noted = await world.look(
      "select rule, solver from anomaly where subject_table = 'financial_annex' and resolved_at is null order by rule",
    )
    assert.deepEqual(
      noted,
      codes.map((rule) => ({ rule, solver: 'authority' })),
    )
    // The limit of posts in prison was in force until 2019; no text known gives one since.
    await world.load((tx) => anAgreement(tx, siae, { first: '2018-01-01', last: '2019-12-31' }))
    const prison = { ...TYPED, measure: 'prison', posts: '10,01', firstDay: '2019-01-01', lastDay: '2019-12-31' } as const
    const then = await doAs(world, officer, signAnnex, { siaeId: siae.id, ...prison })
    assert.ok(then.state === 'done')
    assert.deepEqual(
      then.value.anomalies.map(({ code }) => code),
      ['agreements/too-many-prison-posts'],
    )
  },
)

databaseTest('a figure that is no figure is said beside its box', async (world) => {
  void world
  for (const [field, typed] of [
    ['posts', ''],
    ['posts', 'douze'],
    ['posts', '12,433'],
    ['posts', '-1'],
    ['amount', 'beaucoup'],
    ['hoursOfOneFte', '10 000'],
  ] as const) {
    const parsed = signAnnex.schema.safeParse({ siaeId: randomUUIDv7(), ...TYPED, [field]: typed })
    assert.deepEqual(
      parsed.error?.issues.map(({ path }) => path[0]),
      [field],
      `${field} ${typed}`,
    )
  }
})
