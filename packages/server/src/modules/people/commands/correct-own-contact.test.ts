import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../../platform/command/actor.ts'
import { perform } from '../../../platform/command/perform.ts'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { aContext, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../fixtures.ts'
import { correctOwnContact } from './correct-own-contact.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const member = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit, phone: '06 39 98 00 00', address: '3 rue du Port' })
    return { member, person, other: await aPerson(tx, { organisation, unit, birthName: 'Sorel', phone: '06 39 98 00 09' }) }
  })

const themselves = ({ id }: { readonly id: string }): Actor => ({
  accountId: id,
  sessionHash: 'none',
  name: '',
  administrator: false,
  hat: null,
  hats: [],
  subject: { personId: id, keyId: id, timeZone: 'Europe/Paris', closesAt: Temporal.Instant.fromEpochMilliseconds(0), hasSecret: false },
})
const correct = (world: World, actor: Actor, typed: Record<string, string>) =>
  perform(world.runtime, correctOwnContact, actor, correctOwnContact.schema.parse(typed), randomUUIDv7(), () => '/')
const ways = ({ look }: World) =>
  look(`select contact.kind, known.value, known.safe from contact join contact_version as known on known.contact_id = contact.id
    where known.superseded_at is null order by known.value`)

databaseTest('a member corrects no contact by this way', async (world) => {
  const { member } = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, member.accountId, correctOwnContact, { phone: '06 39 98 00 01' })), ['platform/not-found'])
})

databaseTest(
  'the person changes their own telephone at once, the former one kept; their address and everybody else stay',
  async (world) => {
    const { person } = await scene(world)
    const done = await correct(world, themselves(person), { phone: '06 39 98 00 01', phoneSafe: 'oui', email: '', emailSafe: '' })
    assert.equal(done.state, 'done')
    assert.deepEqual(await ways(world), [
      { kind: 'phone', value: '06 39 98 00 01', safe: true },
      { kind: 'phone', value: '06 39 98 00 09', safe: false },
      { kind: 'address', value: '3 rue du Port', safe: false },
    ])
    assert.deepEqual(await world.look('select value from contact_version where superseded_at is not null'), [{ value: '06 39 98 00 00' }])
    const audited = await world.look("select fields, subjects from audit where command = 'people/correct-own-contact'")
    assert.deepEqual(audited, [{ fields: ['phone'], subjects: { person: person.id } }])
  },
)

databaseTest('by another way than the page, the contact of somebody else is out of reach', async (world) => {
  const { person, other } = await scene(world)
  await world.database.transaction({ role: 'maillage_app', context: aContext({ subjectPerson: person.id }) }, (tx) =>
    sql`update contact_version set superseded_at = now() where person_id = ${other.id}`.execute(tx),
  )
  assert.deepEqual(await world.look('select from contact_version where superseded_at is not null'), [])
})
