// « No NIR, uncertain identity (« NIR absent : motif »; born in 00/00, on a first of January, one name only, twins, two spellings): no merge by itself, reversible merge by two people. » FIELD §7.8
import assert from 'node:assert/strict'
import { aTeamAtWork, aWorkerNamed } from '../modules/employment/fixtures.ts'
import { anOrganisation } from '../modules/organisations/fixtures.ts'
import { confirmMerge } from '../modules/people/commands/confirm-merge.ts'
import { createPerson } from '../modules/people/commands/create-person.ts'
import { matchPerson } from '../modules/people/commands/match-person.ts'
import { proposeMerge } from '../modules/people/commands/propose-merge.ts'
import { undoMerge } from '../modules/people/commands/undo-merge.ts'
import { aMemberIn, aPerson, aUnit, nadia, twoFiles, twoWhoMeet } from '../modules/people/fixtures.ts'
import { aSmallMap } from '../modules/territories/fixtures.ts'
import type { Tx } from '../platform/database/database.ts'
import { doAs, refusalsIn } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

async function aTeam(world: World) {
  return world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    return { organisation, unit, member: await aMemberIn(tx, organisation, unit, 'counsellor') }
  })
}

const created = async (world: World, { unit, member }: Awaited<ReturnType<typeof aTeam>>, more: object) =>
  refusalsIn(await doAs(world, member.accountId, createPerson, nadia(unit.id, more)))

databaseTest('born « 00/00/1985 »: the year is kept as a year, and the page never makes a day of it', async (world) => {
  const team = await aTeam(world)
  assert.deepEqual(await created(world, team, { birthDate: '1985-01-01', birthPrecision: 'year' }), [])
  const [row] = await world.look('select id, birth_date::text, birth_precision from person')
  assert.deepEqual([row?.['birth_date'], row?.['birth_precision']], ['1985-01-01', 'year'])
  const page = (await (await openBrowser(world, team.member.accountId)).get(`/personnes/${String(row?.['id'])}`)).text
  assert.match(page, /en 1985/)
  assert.doesNotMatch(page, /1er janvier 1985/)
})

databaseTest('nothing known of the birth, and a single name: both are written as they are', async (world) => {
  const team = await aTeam(world)
  assert.deepEqual(await created(world, team, { birthDate: undefined, birthPrecision: 'unknown', givenNames: '' }), [
    'people/given-names-missing',
  ])
  const single = { birthDate: undefined, birthPrecision: 'unknown', birthName: 'Soekarno', givenNames: '', singleName: true }
  assert.deepEqual(await created(world, team, single), [])
  assert.deepEqual(await world.look('select kind, value from person_name'), [{ kind: 'birth', value: 'Soekarno' }])
  assert.deepEqual(await world.look('select birth_date, birth_precision from person'), [{ birth_date: null, birth_precision: 'unknown' }])
})

databaseTest('names are a set with their kind: of birth, of usage, given names', async (world) => {
  const team = await aTeam(world)
  await created(world, team, { usageName: 'Roux', givenNames: 'Nadia Leïla' })
  assert.deepEqual(await world.look('select kind, value from person_name order by kind'), [
    { kind: 'birth', value: 'Benali' },
    { kind: 'given', value: 'Nadia Leïla' },
    { kind: 'usage', value: 'Roux' },
  ])
})

/** A mission locale follows Nadia Benali; a structure that does not know her meets her. */
async function meeting(tx: Tx) {
  await aSmallMap(tx)
  return twoWhoMeet(tx)
}

const asks = async (world: World, { asker, askingUnit }: Awaited<ReturnType<typeof twoWhoMeet>>, more: object) => {
  const done = await doAs(world, asker.accountId, matchPerson, nadia(askingUnit.id, more))
  return done.state === 'done' ? done.value.answer : done.state
}

databaseTest('twins are two people: the same name and birth with another first given name is nobody known', async (world) => {
  const made = await world.load(meeting)
  assert.equal(await asks(world, made, {}), 'one')
  assert.equal(await asks(world, made, { givenNames: 'Samia' }), 'none')
})

databaseTest('a first of January is that of thousands: the first given name does not suffice, all of them do', async (world) => {
  const made = await world.load(async (tx) => {
    const met = await meeting(tx)
    await aPerson(tx, { organisation: met.holding, unit: met.holdingUnit, birthDate: '1985-01-01', givenNames: 'Nadia Leïla' })
    return met
  })
  assert.equal(await asks(world, made, { birthDate: '1985-01-01', givenNames: 'Nadia' }), 'none')
  assert.equal(await asks(world, made, { birthDate: '1985-01-01', givenNames: 'Nadia Samia' }), 'none')
  assert.equal(await asks(world, made, { birthDate: '1985-01-01', givenNames: 'Nadia Leila' }), 'one')
})

databaseTest('a thousand people born on a first of January, of close names, stay a thousand people', async (world) => {
  const made = await world.load(meeting)
  await world.look(
    `insert into person (id, owner_org_id, state, birth_date, birth_precision, recorded_at, recorded_by)
     select gen_random_uuid(), $1, 'confirmed', '1985-01-01', 'day', now(), $1 from generate_series(1, 1000)`,
    [made.holding.id],
  )
  await world.look(
    `insert into person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
     select gen_random_uuid(), id, $1, kind, value, lower(value), now(), $1
     from (select id, row_number() over (order by id) as rank from person where birth_date = '1985-01-01') as born
     cross join lateral (values ('birth', 'Mohamed' || (rank % 3)), ('given', 'Ahmed ' || rank)) as name (kind, value)`,
    [made.holding.id],
  )
  for (const birthName of ['Mohamed', 'Mohammed', 'Mohamad'])
    assert.equal(await asks(world, made, { birthName, givenNames: 'Ahmed', birthDate: '1985-01-01' }), 'none')
  assert.deepEqual(
    await world.look("select count(*)::integer as people from person where birth_date = '1985-01-01' and state = 'confirmed'"),
    [{ people: 1000 }],
  )
})

databaseTest('two spellings known to one’s own team are shown for somebody to judge; nothing merges by itself', async (world) => {
  const team = await aTeam(world)
  await created(world, team, { birthName: 'Ben Ali' })
  const browser = await openBrowser(world, team.member.accountId)
  const typed = {
    unitId: team.unit.id,
    birthName: 'Benali',
    givenNames: 'Nadia',
    'birthDate-day': '3',
    'birthDate-month': '5',
    'birthDate-year': '1990',
    sex: 'F',
  }
  const answer = await browser.post('/personnes/ajouter', typed)
  assert.match(answer.text, /Nadia BEN ALI/)
  assert.deepEqual(await world.look('select count(*)::integer as files from person'), [{ files: 1 }])
  assert.deepEqual(await world.look('select from person_merge'), [])
})

databaseTest('one proposes, another confirms, and it is undone row by row', async (world) => {
  const made = await world.load(twoFiles)
  const before = await world.look('select id, state, merged_into from person order by id')
  const proposed = await doAs(world, made.holder.accountId, proposeMerge, { keptId: made.kept.id, absorbedId: made.absorbed.id })
  assert.ok(proposed.state === 'done')
  const { mergeId } = proposed.value
  assert.deepEqual(await world.look('select id, state, merged_into from person order by id'), before, 'a proposal changes nothing')
  await world.look('update account set administrator = true where id = $1', [made.holder.accountId])
  assert.deepEqual(refusalsIn(await doAs(world, made.holder.accountId, confirmMerge, { mergeId })), ['people/merge-needs-second-person'])
  assert.deepEqual(refusalsIn(await doAs(world, made.administrator.accountId, confirmMerge, { mergeId })), [])
  assert.deepEqual(await world.look('select state from person where id = $1', [made.absorbed.id]), [{ state: 'merged' }])
  assert.deepEqual(refusalsIn(await doAs(world, made.administrator.accountId, undoMerge, { mergeId })), [])
  assert.deepEqual(await world.look('select id, state, merged_into from person order by id'), before)
})

databaseTest(
  '« NIR absent : motif »: the reason is written, nothing is refused to the person, and the number comes when it is given',
  async (world) => {
    const { payroll, counsellor, person } = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      return { ...team, ...(await aWorkerNamed(tx, team, 'Soekarno')) }
    })
    const page = `/personnes/${person.id}/numero-securite-sociale`
    const browser = await openBrowser(world, payroll.accountId)
    assert.match(
      (await browser.post(page, { read: '', number: '', missing: '' })).text,
      /Saisissez le numéro, ou choisissez le motif de son absence/,
    )
    assert.equal((await browser.post(page, { read: '', number: '', missing: 'provisional' })).status, 303)
    assert.match((await browser.get(page)).text, /Absent : Numéro d’attente, le définitif n’est pas encore attribué/)
    assert.match((await (await openBrowser(world, counsellor.accountId)).get(`/personnes/${person.id}`)).text, /Ana SOEKARNO/)
    const [row] = await world.look('select id from nir')
    assert.equal((await browser.post(page, { read: String(row?.['id']), number: '2 90 05 11 000 001 25', missing: '' })).status, 303)
    assert.deepEqual(await world.look('select missing from nir'), [{ missing: null }])
  },
)
