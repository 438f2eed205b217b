import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aUnit } from '../fixtures.ts'
import { personCard } from '../queries/person-card.ts'
import { createPerson } from './create-person.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    return { organisation, unit, counsellor: await aMemberIn(tx, organisation, unit, 'counsellor') }
  })

const typed = (unitId: string, more = {}) => ({
  unitId,
  birthName: 'Benali',
  givenNames: 'Nadia',
  birthDate: '1990-05-03',
  birthPrecision: 'day' as const,
  state: 'confirmed' as const,
  ...more,
})

databaseTest('a technical supervisor and a payroll officer open no file; nobody opens one for a team that is not theirs', async (world) => {
  const { organisation, unit, counsellor } = await scene(world)
  const elsewhere = await world.load((tx) => aUnit(tx, organisation, null, 'Autre équipe'))
  for (const role of ['technical_supervisor', 'payroll_officer'] as const) {
    const member = await world.load((tx) => aMemberIn(tx, organisation, unit, role))
    assert.deepEqual(refusalsIn(await doAs(world, member.accountId, createPerson, typed(unit.id))), ['people/not-yours'])
  }
  assert.deepEqual(refusalsIn(await doAs(world, counsellor.accountId, createPerson, typed(elsewhere.id))), ['people/unit-not-yours'])
  assert.equal((await world.look('select from person')).length, 0)
})

databaseTest('the file, its names, contact and first right are written together, and the audit names the fields only', async (world) => {
  const { unit, counsellor } = await scene(world)
  const more = { usageName: 'Roux', phone: '06 39 98 00 00', phoneSafe: true, email: 'nadia@exemple.test', communeCode: '11262', sex: 'F' }
  const performed = await doAs(world, counsellor.accountId, createPerson, typed(unit.id, more))
  assert.ok(performed.state === 'done')
  const card = await readAs(world, counsellor.accountId, (ctx) => personCard(ctx, performed.value.personId))
  assert.equal(card?.displayName, 'Nadia ROUX')
  assert.deepEqual(
    [card?.birthName, card?.phone, card?.phoneSafe, card?.email, card?.commune?.name, card?.ageOn(day('2026-11-21'))],
    ['Benali', '06 39 98 00 00', true, 'nadia@exemple.test', 'Narbonne', 36],
  )
  assert.deepEqual(await world.look('select circle, source, unit_id, ends_on::text from person_access'), [
    { circle: 'shared', source: 'created', unit_id: unit.id, ends_on: '2999-12-31' },
  ])
  const traces = await world.look("select a.fields, a.subjects, e.ids from audit a, event e where a.command = 'people/create-person'")
  assert.doesNotMatch(JSON.stringify(traces), /Benali|Roux|exemple\.test/i)
})

databaseTest('a birth is kept as precisely as it is known', async (world) => {
  const { unit, counsellor } = await scene(world)
  for (const [birthDate, birthPrecision, kept] of [
    ['1968-07-14', 'year', '1968-01-01'],
    ['1968-07-14', 'month', '1968-07-01'],
    [undefined, 'unknown', null],
  ] as const) {
    const performed = await doAs(world, counsellor.accountId, createPerson, typed(unit.id, { birthDate, birthPrecision }))
    assert.ok(performed.state === 'done')
    const [row] = await world.look('select birth_date::text, birth_precision from person where id = $1', [performed.value.personId])
    assert.deepEqual(row, { birth_date: kept, birth_precision: birthPrecision })
  }
})

databaseTest('a birth to come, or missing, is turned back; an age hard to believe waits for a word', async (world) => {
  const { unit, counsellor } = await scene(world)
  const codes = async (more: object) => refusalsIn(await doAs(world, counsellor.accountId, createPerson, typed(unit.id, more)))
  assert.deepEqual(await codes({ birthDate: '2026-11-22' }), ['people/birth-in-the-future'])
  assert.deepEqual(await codes({ birthDate: undefined }), ['people/birth-date-missing'])
  assert.deepEqual(await codes({ birthDate: '2012-11-22' }), ['people/age-to-confirm'])
  assert.deepEqual(await codes({ birthDate: '2012-11-21' }), [])
  assert.deepEqual(await codes({ birthDate: '1915-11-21' }), ['people/age-to-confirm'])
  assert.deepEqual(await codes({ birthDate: '1915-11-21', ageConfirmed: true }), [])
  assert.deepEqual(await codes({ givenNames: '', birthDate: '2027-01-01' }), ['people/given-names-missing', 'people/birth-in-the-future'])
  assert.deepEqual(await codes({ givenNames: '', singleName: true }), [])
  assert.deepEqual(await codes({ communeCode: '99999' }), ['people/commune-unknown'])
})
