import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../fixtures.ts'
import { findPeople } from '../queries/find-people.ts'
import { personCard } from '../queries/person-card.ts'
import { editIdentity } from './edit-identity.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit, birthName: 'Martin', givenNames: 'Paul', sex: 'M', phone: '06 39 98 00 00' })
    return { organisation, unit, counsellor, person }
  })

const typed = (personId: string, more = {}) => ({
  personId,
  version: 1,
  birthName: 'Martin',
  givenNames: 'Paul',
  birthDate: '1990-05-03',
  birthPrecision: 'day' as const,
  sex: 'M',
  phone: '06 39 98 00 00',
  ...more,
})

databaseTest('nobody corrects the identity of somebody they do not hold, nor with a role that only reads', async (world) => {
  const { organisation, unit, person } = await scene(world)
  const [stranger, colleague, former, payroll, employer] = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    const there = await aUnit(tx, foreign)
    const employerUnit = await aUnit(tx, foreign, null, 'Employeur')
    await givesAccess(tx, person, employerUnit, { circle: 'employment', source: 'hire' })
    return [
      await aMemberIn(tx, foreign, there, 'counsellor'),
      await aMemberIn(tx, organisation, await aUnit(tx, organisation, null, 'Autre équipe'), 'counsellor'),
      await aMemberIn(tx, organisation, unit, 'counsellor', { lastDay: '2026-11-20' }),
      await aMemberIn(tx, organisation, unit, 'payroll_officer'),
      await aMemberIn(tx, foreign, employerUnit, 'counsellor'),
    ]
  })
  for (const { accountId } of [stranger, colleague, former])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, editIdentity, typed(person.id, { birthName: 'X' }))), ['platform/not-found'])
  for (const { accountId } of [payroll, employer])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, editIdentity, typed(person.id, { birthName: 'X' }))), ['people/not-yours'])
})

databaseTest('a change of name and sex: the former name stays with the organisation that wrote it, and in no log', async (world) => {
  const { counsellor, person, organisation } = await scene(world)
  const other = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    const unit = await aUnit(tx, foreign)
    await givesAccess(tx, person, unit, { source: 'application' })
    return aMemberIn(tx, foreign, unit, 'counsellor')
  })
  assert.ok(organisation)
  const more = { birthName: 'Durand', givenNames: 'Paule', sex: 'F' }
  assert.equal((await doAs(world, counsellor.accountId, editIdentity, typed(person.id, more))).state, 'done')
  const found = (accountId: string, words: string) =>
    readAs(world, accountId, async (ctx) => (await findPeople(ctx, { typed: words, page: 1 })).rows.map((row) => row.displayName))
  assert.deepEqual(await found(counsellor.accountId, 'martin paul'), ['Paule DURAND'])
  assert.deepEqual(await found(other.accountId, 'durand'), ['Paule DURAND'])
  assert.deepEqual(await found(other.accountId, 'martin'), [])
  assert.equal((await readAs(world, counsellor.accountId, (ctx) => personCard(ctx, person.id)))?.birthName, 'Durand')
  const [line] = await world.look("select fields, subjects from audit where command = 'people/edit-identity'")
  assert.deepEqual(line?.['fields'], ['birthName', 'givenNames', 'sex'])
})

databaseTest('a number that changes is a new version; one that goes leaves its history', async (world) => {
  const { counsellor, person } = await scene(world)
  const edit = (version: number, more: object) => doAs(world, counsellor.accountId, editIdentity, typed(person.id, { version, ...more }))
  assert.equal((await edit(1, { phone: '07 00 00 00 01', phoneSafe: true, communeCode: '11262' })).state, 'done')
  assert.equal((await edit(2, { phone: '', communeCode: '11262' })).state, 'done')
  assert.equal((await edit(3, { phone: '', communeCode: '11262' })).state, 'done')
  const versions = await world.look(
    "select version, value, safe, superseded_at is null as current from contact_version join contact on contact.id = contact_id where kind = 'phone' order by version",
  )
  assert.deepEqual(versions, [
    { version: 1, value: '06 39 98 00 00', safe: false, current: false },
    { version: 2, value: '07 00 00 00 01', safe: true, current: false },
  ])
  const card = await readAs(world, counsellor.accountId, (ctx) => personCard(ctx, person.id))
  assert.deepEqual([card?.phone, card?.commune?.name], [null, 'Narbonne'])
})

databaseTest('whoever read an older version is told so, and changes nothing', async (world) => {
  const { counsellor, person } = await scene(world)
  await doAs(world, counsellor.accountId, editIdentity, typed(person.id, { usageName: 'Roux' }))
  assert.deepEqual(refusalsIn(await doAs(world, counsellor.accountId, editIdentity, typed(person.id, { usageName: 'Blanc' }))), [
    'platform/stale',
  ])
  assert.equal((await readAs(world, counsellor.accountId, (ctx) => personCard(ctx, person.id)))?.usageName, 'Roux')
})

databaseTest('the representative of a minor stands until the day before eighteen, and is whole or absent', async (world) => {
  const { counsellor, person } = await scene(world)
  const minor = { birthDate: '2010-02-07', representativeName: 'Awa Martin', representativeRelation: 'mère' }
  const half = await doAs(world, counsellor.accountId, editIdentity, typed(person.id, { ...minor, representativeRelation: '' }))
  assert.deepEqual(refusalsIn(half), ['people/representative-incomplete'])
  assert.equal((await doAs(world, counsellor.accountId, editIdentity, typed(person.id, minor))).state, 'done')
  const [row] = await world.look('select name, until::text from legal_representative where superseded_at is null')
  assert.deepEqual(row, { name: 'Awa Martin', until: '2028-02-06' })
})
