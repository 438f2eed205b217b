import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { aContext, databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { aProposal, aReceiver } from './fixtures.ts'

interface Side {
  readonly organisation: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly member: { readonly accountId: string }
}

/** A column of each table that its readers may ask for. */
const KEY = {
  application: 'id',
  application_party: 'application_id',
  application_sender: 'application_id',
  application_transition: 'id',
} as const

/** Straight to the tables, as the web server would with a hole in its pages. */
async function asMember<T>(world: World, { organisation, unit, member }: Side, statement: string): Promise<readonly T[]> {
  const context = aContext({ account: member.accountId, hatRole: 'counsellor', organisation: organisation.id, units: [unit.id] })
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => (await sql.raw<never>(statement).execute(tx)).rows)
}

databaseTest('a third organisation reads and changes nothing, whatever it asks', async (world) => {
  await world.load((tx) => aProposal(tx))
  const stranger = await world.load((tx) => aReceiver(tx, { name: 'Ailleurs', map: false }))
  for (const table of ['application', 'application_party', 'application_sender', 'application_transition'] as const) {
    assert.deepEqual(await asMember(world, stranger, `select ${KEY[table]} from ${table}`), [], table)
  }
  assert.deepEqual(await asMember(world, stranger, "update application set state = 'accepted' returning id"), [])
})

databaseTest('the sender reads what they sent and cannot answer it; neither side reads the row of the other', async (world) => {
  const made = await world.load((tx) => aProposal(tx))
  assert.equal((await asMember(world, made.sender, 'select id from application')).length, 1)
  assert.deepEqual(await asMember(world, made.sender, "update application set state = 'pool' returning id"), [])
  for (const side of [made, made.sender]) assert.equal((await asMember(world, side, 'select * from application_party')).length, 1)
})

databaseTest('a sender whose name betrays the person is not in the rows that the receiver reads', async (world) => {
  const made = await world.load((tx) => aProposal(tx, { sensitivity: 'justice', senderName: 'canari SPIP' }))
  assert.deepEqual(await asMember(world, made, 'select * from application_sender'), [])
  assert.equal((await asMember(world, made.sender, 'select * from application_sender')).length, 1)
})

databaseTest('nobody proposes a person they do not hold, nor in the name of another team', async (world) => {
  const made = await world.load((tx) => aProposal(tx))
  const stranger = await world.load((tx) => aReceiver(tx, { name: 'Ailleurs', map: false }))
  const send = (unit: string) =>
    `select send_application(gen_random_uuid(), '${made.person.id}', '${made.siae.id}', '${unit}', 'referrer', 'x', 'ordinary', '', null, '${TEST_DAY}', '${TEST_DAY}', now())`
  await assert.rejects(asMember(world, stranger, send(stranger.unit.id)), /only a holder proposes a person/)
  await assert.rejects(asMember(world, stranger, send(made.sender.unit.id)), /only a holder proposes a person/)
})
