import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../../../platform/command/context.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember, anOrganisation, aSiae } from '../../organisations/fixtures.ts'
import { aPerson, aUnit, givesAccess } from '../../people/fixtures.ts'
import { aPlatform } from '../fixtures.ts'
import { endOldAccess } from './end-old-access.ts'

/** A structure that employed somebody until a day, and a service that follows them since: what it wrote last is of this month. */
async function leaves(tx: Tx, exitOn: string | null, followed = true) {
  const employer = await aPlatform(tx)
  const siae = await aSiae(tx, employer.organisation)
  const team = await aUnit(tx, employer.organisation, siae, 'Chantier')
  const counsellor = await aMember(tx, employer.organisation, 'counsellor')
  const person = await aPerson(tx, { organisation: employer.organisation, phone: '06 39 98 00 00' })
  const stay = randomUUID()
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
    values (${stay}, ${person.id}, ${employer.organisation.id}, ${siae.id}, ${team.id}, 'ACI', '2022-01-03', ${exitOn}, '2022-01-03', ${person.id})`.execute(
    tx,
  )
  for (const circle of ['shared', 'employment'] as const)
    await givesAccess(tx, person, team, { circle, source: 'hire', sourceId: stay, startsOn: '2022-01-03' })
  const service = await anOrganisation(tx, { name: 'CCAS de Limoux', functions: ['prescriber'] })
  const desk = await aUnit(tx, service)
  if (followed) {
    await givesAccess(tx, person, desk, { source: 'attached', startsOn: '2021-01-01' })
    const adviser = await aMember(tx, service, 'prescriber')
    await sql`update contact_version set recorded_at = '2026-11-02', recorded_by = ${adviser.accountId} where person_id = ${person.id}`.execute(
      tx,
    )
  }
  return { ...employer, siae, team, counsellor, person, service, desk }
}

const rights = async (world: World) =>
  (
    await world.look(
      'select unit.name, circle, source, ends_on::text as until from person_access join unit on unit.id = unit_id order by unit.name, circle',
    )
  ).map(({ name, circle, source, until }) => `${String(name)} ${String(circle)} ${String(source)} ${String(until)}`)

for (const [exitOn, until] of [
  ['2024-11-21', TEST_DAY],
  ['2024-11-22', '2999-12-31'],
  [null, '2999-12-31'],
] as const) {
  databaseTest(`a stay that ended on ${exitOn ?? 'no day'}: the rights of the employer last until ${until}`, async (world) => {
    await world.load((tx) => leaves(tx, exitOn))
    await endOldAccess.run(world)
    assert.deepEqual(await rights(world), [
      `Chantier employment hire ${until}`,
      `Chantier shared hire ${until}`,
      'Équipe de Limoux shared attached 2999-12-31',
    ])
  })
}

databaseTest(
  'once closed, the employer reads neither the new address nor who the person is; what its figures rest on is still counted',
  async (world) => {
    const made = await world.load((tx) => leaves(tx, '2024-11-21'))
    const [exit, old] = [randomUUID(), '2024-11-21']
    await world.look(
      `with written as (insert into exit (id, stay_id, person_id, organisation_id, siae_id, recorded_at, recorded_by)
       select $1, id, person_id, organisation_id, siae_id, '${old}', recorded_by from siae_stay returning *),
     version as (insert into exit_version (exit_id, person_id, organisation_id, version, exit_on, reason_version, recorded_at, recorded_by)
       select id, person_id, organisation_id, 1, '${old}'::date, 1, '${old}'::timestamptz, recorded_by from written returning *)
     insert into exit_reason (exit_id, version, person_id, organisation_id, reason, sensitivity, recorded_at, recorded_by)
     select exit_id, 1, person_id, organisation_id, 'unemployed', 'ordinary', recorded_at, recorded_by from version`,
      [exit],
    )
    const asEmployer = (today: string, statement: string) =>
      world.database.transaction(
        {
          role: 'maillage_app',
          context: {
            ...contextOfNobody(day(today)),
            account: made.counsellor.accountId,
            hatRole: 'counsellor',
            organisation: made.organisation.id,
            units: [made.team.id],
            functions: ['operator'],
          },
        },
        async (tx) => (await sql.raw(statement).execute(tx)).rows.length,
      )
    const reads = async (today: string) => ({
      person: await asEmployer(today, 'select id from person'),
      contact: await asEmployer(today, 'select value from contact_version'),
      stay: await asEmployer(today, 'select id from siae_stay'),
    })
    assert.deepEqual(await reads('2026-11-22'), { person: 1, contact: 1, stay: 1 })
    await endOldAccess.run(world)
    assert.deepEqual(await reads(TEST_DAY), { person: 1, contact: 1, stay: 1 }, 'the last day still')
    assert.deepEqual(await reads('2026-11-22'), { person: 0, contact: 0, stay: 0 })
    assert.equal(await asEmployer('2026-11-22', `select reason from exit_facts('${made.siae.id}', '2024-01-01', '2024-12-31')`), 1)
  },
)

databaseTest('the sole organisation that has the file keeps it, and the last come when all were silent', async (world) => {
  const made = await world.load((tx) => leaves(tx, '2024-01-31', false))
  await endOldAccess.run(world)
  assert.deepEqual(await rights(world), ['Chantier employment hire 2999-12-31', 'Chantier shared hire 2999-12-31'])
  await world.load((tx) => givesAccess(tx, made.person, made.desk, { source: 'attached', startsOn: '2021-01-01' }))
  await endOldAccess.run(world)
  assert.deepEqual(await rights(world), [
    'Chantier employment hire 2999-12-31',
    'Chantier shared hire 2999-12-31',
    `Équipe de Limoux shared attached ${TEST_DAY}`,
  ])
})

databaseTest(
  'a service that opened the file and left it alone is closed while the employer goes on; a referent of the employer ends with its right',
  async (world) => {
    const referent = randomUUID()
    await world.load(async (tx) => {
      const made = await leaves(tx, '2024-06-30')
      const opened = await anOrganisation(tx, { name: 'Mission locale', functions: ['prescriber'] })
      await givesAccess(tx, made.person, await aUnit(tx, opened, null, 'Accueil'), { source: 'created' })
      await sql`insert into referent (id, person_id, organisation_id, unit_id, membership_id, role, first_day, recorded_at, recorded_by)
      values (${referent}, ${made.person.id}, ${made.organisation.id}, ${made.team.id}, ${made.counsellor.membershipId}, 'siae', '2022-01-03', '2022-01-03', ${made.person.id})`.execute(
        tx,
      )
      await givesAccess(tx, made.person, made.team, {
        circle: 'referent',
        source: 'referent',
        sourceId: referent,
        accountId: made.counsellor.accountId,
        startsOn: '2022-01-03',
      })
    })
    await endOldAccess.run(world)
    assert.deepEqual(await rights(world), [
      `Accueil shared created ${TEST_DAY}`,
      `Chantier employment hire ${TEST_DAY}`,
      `Chantier referent referent ${TEST_DAY}`,
      `Chantier shared hire ${TEST_DAY}`,
      'Équipe de Limoux shared attached 2999-12-31',
    ])
    assert.deepEqual(await world.look('select last_day::text from referent'), [{ last_day: TEST_DAY }])
  },
)

databaseTest('the page of retention says what closes by itself, for how long and on which text', async (world) => {
  const { administrator } = await world.load(aPlatform)
  const { text } = await (await openBrowser(world, administrator.accountId)).get('/administration/conservation')
  assert.match(text, /Ce qui se ferme chaque nuit, sans rien effacer/)
  assert.match(text, /n’emploie plus et ne suit plus 24 mois Pour un employeur, la sortie .* 2023-095/)
})
