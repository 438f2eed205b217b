import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSiae } from '../../organisations/fixtures.ts'
import { anAgreedScene, anAgreement } from '../fixtures.ts'
import { recordAgreement } from './record-agreement.ts'

const TYPED = { number: 'C-11-2026-004', firstDay: '2026-01-01', lastDay: '2028-12-31', signedOn: '2026-01-12' }

databaseTest('the structure, a funder, another role, another territory or a former officer records no agreement', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  for (const [who, accountId] of Object.entries(outsiders))
    if (who !== 'a former member')
      assert.deepEqual(
        refusalsIn(await doAs(world, accountId, recordAgreement, { siaeId: siae.id, ...TYPED })),
        ['agreements/not-the-authority'],
        who,
      )
  assert.equal((await world.look('select from agreement')).length, 0)
})

databaseTest('the officer records it as it was signed, with who did, and it is told', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  assert.equal((await doAs(world, officer, recordAgreement, { siaeId: siae.id, ...TYPED })).state, 'done')
  const [row] = await world.look(
    'select number, first_day::text, last_day::text, signed_on::text, territory_id, recorded_by from agreement',
  )
  assert.deepEqual(row, {
    number: 'C-11-2026-004',
    first_day: '2026-01-01',
    last_day: '2028-12-31',
    signed_on: '2026-01-12',
    territory_id: 'departement-11',
    recorded_by: officer,
  })
  assert.equal((await world.look("select from event where type = 'agreements/agreement-recorded'")).length, 1)
  const [audit] = await world.look("select fields from audit where command = 'agreements/record-agreement'")
  assert.deepEqual(audit?.['fields'], ['number', 'firstDay', 'lastDay', 'signedOn'])
})

databaseTest('dates reversed, a signature to come, days already covered or a structure that ended are turned back', async (world) => {
  const { siae, organisation, officer } = await world.load(anAgreedScene)
  const refused = async (more: Partial<typeof TYPED & { siaeId: string }>) =>
    refusalsIn(await doAs(world, officer, recordAgreement, { siaeId: siae.id, ...TYPED, ...more }))
  assert.deepEqual(await refused({ lastDay: '2025-12-31' }), ['agreements/dates-reversed'])
  assert.deepEqual(await refused({ signedOn: '2026-11-22' }), ['agreements/signed-later'])
  const ended = await world.load((tx) => aSiae(tx, organisation, { name: 'Le Panier du Minervois', lastDay: '2025-12-31' }))
  assert.deepEqual(await refused({ siaeId: ended.id }), ['agreements/structure-ended'])
  await world.load((tx) => anAgreement(tx, siae, { first: '2023-01-01', last: '2026-01-01' }))
  assert.deepEqual(await refused({}), ['agreements/agreement-overlaps'])
  assert.deepEqual(await refused({ firstDay: '2026-01-02' }), [])
})
