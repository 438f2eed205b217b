import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { day } from '@maillage/kernel'
import type { RetentionRule as Rule } from '@maillage/rules/administration'
import { sql } from 'kysely'
import { contextOfNobody } from '../../../platform/command/context.ts'
import { doAs } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aRequest } from '../../assignments/fixtures.ts'
import { aNir, aNumber, aStay } from '../../employment/fixtures.ts'
import { aMember, anOrganisation, aSiae } from '../../organisations/fixtures.ts'
import { aPerson, aUnit, givesAccess } from '../../people/fixtures.ts'
import { confirmRetention } from '../commands/confirm-retention.ts'
import { aPlatform, aQuietPerson } from '../fixtures.ts'
import { RETENTION_FIELDS } from '../retention-words.fr.ts'
import { applyRetention } from './apply-retention.ts'

async function confirm(world: World, { administrator }: Awaited<ReturnType<typeof aPlatform>>, rule: Rule, counted: number) {
  const done = await doAs(world, administrator.accountId, confirmRetention, { rule, counted })
  assert.equal(done.state, 'done', JSON.stringify(done))
}

const forgotten = async (world: World) => (await world.look('select id from person where forgotten_at is not null')).map(({ id }) => id)

databaseTest('without an order nothing is erased, and nobody but a job erases', async (world) => {
  const { here, person } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    return { here: platform, person: await aQuietPerson(tx, platform, '2020-01-01') }
  })
  await applyRetention.run(world)
  assert.deepEqual(await forgotten(world), [])
  await confirm(world, here, 'person', 1)
  assert.deepEqual(await forgotten(world), [], 'a confirmation erases nothing by itself')
  const context = { ...contextOfNobody(day(TEST_DAY)), account: here.administrator.accountId }
  for (const statement of [
    `select apply_retention(id, 10, '${TEST_DAY}') from retention_order`,
    `select forget_person('${person.id}')`,
    'delete from person_name',
  ]) {
    await assert.rejects(
      world.database.transaction({ role: 'maillage_app', context }, (tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    )
  }
})

databaseTest(
  'an administrator orders in their own name, and never what is of these days; the night never goes beyond the rule',
  async (world) => {
    const { here, early } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      await aQuietPerson(tx, platform, '2024-11-21')
      return { here: platform, early: await aQuietPerson(tx, platform, '2026-10-01', { birthName: 'Proche' }) }
    })
    const context = { ...contextOfNobody(day(TEST_DAY)), account: here.administrator.accountId }
    const asAdministrator = (statement: string) =>
      world.database.transaction({ role: 'maillage_app', context }, (tx) => sql.raw(statement).execute(tx))
    const order = (cutoff: string, by: string, more = '', values = '') =>
      `insert into retention_order (id, rule, cutoff, counted, law_version, confirmed_at, confirmed_by${more})
     values (gen_random_uuid(), 'person', '${cutoff}', 2, 'x', '${TEST_DAY}T10:00:00Z', '${by}'${values})`
    const mine = here.administrator.accountId
    await assert.rejects(asAdministrator(order('2024-11-21', here.director.accountId)), /row-level security/)
    await assert.rejects(asAdministrator(order('2024-11-21', mine, ', done_count', ', 3')), /permission denied/)
    await assert.rejects(asAdministrator(order(TEST_DAY, mine)), /retention_order_of_the_past/)
    const hold = (by: string) =>
      `insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by)
     values (gen_random_uuid(), '${here.organisation.id}', 'Contrôle', '${TEST_DAY}', '2026-12-31', now(), '${by}')`
    await assert.rejects(asAdministrator(hold(here.director.accountId)), /row-level security/)
    await assert.rejects(asAdministrator(`update legal_hold set last_day = '${TEST_DAY}'`), /permission denied/)
    // What the constraint lets through, the rule of the night does not.
    await asAdministrator(order('2026-10-20', mine))
    await applyRetention.run(world)
    assert.equal((await forgotten(world)).length, 1)
    assert.ok(!(await forgotten(world)).includes(early.id))
  },
)

databaseTest('two years to the day after the last contact a file may go; the day before it may not', async (world) => {
  const { here, due, early } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    return {
      here: platform,
      due: await aQuietPerson(tx, platform, '2024-11-21', { formerName: 'Ancienne' }),
      early: await aQuietPerson(tx, platform, '2024-11-22', { birthName: 'Proche' }),
    }
  })
  await confirm(world, here, 'person', 1)
  await applyRetention.run(world)
  assert.deepEqual(await forgotten(world), [due.id])
  const kept = await world.look('select distinct person_id from person_name')
  assert.deepEqual(kept, [{ person_id: early.id }])
  assert.deepEqual(await world.look('select person_id from contact'), [{ person_id: early.id }])
  assert.deepEqual(await world.look('select distinct person_id from person_access'), [{ person_id: early.id }])
  assert.deepEqual(await world.look('select birth_date::text, birth_precision, sex from person where id = $1', [due.id]), [
    { birth_date: '1990-06-01', birth_precision: 'month', sex: 'F' },
  ])
  const [order] = await world.look('select done_count, done_at is not null as done from retention_order')
  assert.deepEqual(order, { done_count: 1, done: true })
  const [line] = await world.look("select subjects, fields, role from audit where command = 'administration/apply-retention'")
  assert.deepEqual(line?.['fields'], [...RETENTION_FIELDS.person])
  assert.doesNotMatch(JSON.stringify(await world.look('select * from audit')), /Benali|Nadia|06 39/)
  world.clock.set('2026-11-22T09:00:00Z')
  await confirm(world, here, 'person', 1)
  await applyRetention.run(world)
  assert.equal((await forgotten(world)).length, 2, 'the next day the other one may go')
})

for (const [title, keeps] of [
  [
    'works',
    "insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by) select gen_random_uuid(), $1, siae.organisation_id, siae.id, unit.id, 'ACI', '2020-01-01', '2020-01-01', $1 from siae, unit where unit.organisation_id = siae.organisation_id",
  ],
  [
    'has a right that runs',
    "with made as (insert into pass (id, person_id, issuer_mode, origin, first_day, recorded_at, recorded_by) values (gen_random_uuid(), $1, 'external', 'certificate', '2020-01-01', '2020-01-01', $1) returning id) insert into pass_last_day (pass_id, person_id, version, first_day, last_day, recorded_at, recorded_by) select id, $1, 1, '2020-01-01', '2024-11-22', '2020-01-01', $1 from made",
  ],
  [
    'is followed',
    "insert into referent (id, person_id, organisation_id, unit_id, membership_id, role, first_day, recorded_at, recorded_by) select gen_random_uuid(), $1, unit.organisation_id, unit.id, membership.id, 'siae', '2020-01-01', '2020-01-01', $1 from unit join membership using (organisation_id) limit 1",
  ],
  [
    'was found eligible since',
    "insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by) values (gen_random_uuid(), $1, 'prescriber', '2024-11-22', '2025-05-22', 'granted', 'prescriber', 0, 0, 'test', '2024-11-22', $1)",
  ],
] as const) {
  databaseTest(`somebody silent who ${title} is not inactive`, async (world) => {
    const person = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      await sql`insert into siae (id, organisation_id, kind, name, name_key, territory_id, commune_id, first_day, recorded_at)
        select gen_random_uuid(), ${platform.organisation.id}, 'ACI', 'Les Jardins', 'LES JARDINS', 'departement-11', 'commune-11069', '2019-01-01', now()`.execute(
        tx,
      )
      return aQuietPerson(tx, platform, '2020-01-01')
    })
    await world.look(keeps, [person.id])
    assert.deepEqual(await world.look("select quiet_people('2024-11-21') as id"), [])
  })
}

databaseTest('what a hold or a control keeps is not touched; what was written since the confirmation neither', async (world) => {
  const { here, held, controlled, written, due } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    const [controlled, written, due] = [
      await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Contrôle' }),
      await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Retour' }),
      await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Partie' }),
    ]
    await givesAccess(tx, controlled, platform.unit, { circle: 'control', source: 'control', endsOn: '2027-01-31' })
    return { here: platform, held: platform.organisation.id, controlled, written, due }
  })
  await confirm(world, here, 'person', 2)
  await world.look('update contact_version set recorded_at = now() where person_id = $1', [written.id])
  await world.look(
    "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $2, 'Contentieux', '2026-11-21', '2026-11-21', now(), $1)",
    [randomUUID(), held],
  )
  await applyRetention.run(world)
  assert.deepEqual(await forgotten(world), [], 'held until the evening of its last day')
  await world.look('update retention_order set done_at = null')
  world.clock.set('2026-11-22T03:00:00Z')
  await applyRetention.run(world)
  assert.deepEqual(await forgotten(world), [due.id])
  assert.notEqual(controlled.id, due.id)
})

databaseTest(
  'a hold keeps the people whom a prescriber diagnosed or proposed; a case of the State keeps its person until decided',
  async (world) => {
    const { diagnosed, proposed, decided, prescriber } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      const siae = await aSiae(tx, platform.organisation)
      const prescriber = await anOrganisation(tx, { name: 'SPIP de l’Aude', functions: ['prescriber'] })
      const desk = await aUnit(tx, prescriber)
      const author = await aMember(tx, prescriber, 'prescriber')
      const [diagnosed, proposed, decided] = [
        await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Un' }),
        await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Deux' }),
        await aQuietPerson(tx, platform, '2020-01-01', { birthName: 'Trois' }),
      ]
      const old = '2020-01-02'
      await sql`with made as (insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
        values (gen_random_uuid(), ${diagnosed.id}, 'prescriber', ${old}, ${old}, 'granted', 'prescriber', 0, 0, 'test', ${old}, ${author.accountId}) returning id)
      insert into diagnosis_author (diagnosis_id, person_id, organisation_id, unit_id, account_id, sensitivity)
      select id, ${diagnosed.id}, ${prescriber.id}, ${desk.id}, ${author.accountId}, 'justice' from made`.execute(tx)
      await sql`with made as (insert into application (id, person_id, receiver_siae_id, receiver_organisation_id, sender_kind, state, message, sent_on, promised_on, last_moved_on, recorded_at, recorded_by)
        values (gen_random_uuid(), ${proposed.id}, ${siae.id}, ${platform.organisation.id}, 'authorised-prescriber', 'new', '', ${old}, ${old}, ${old}, ${old}, ${author.accountId}) returning id)
      insert into application_sender (application_id, organisation_id, unit_id, account_id, display_name, sensitivity)
      select id, ${prescriber.id}, ${desk.id}, ${author.accountId}, 'x', 'justice' from made`.execute(tx)
      await sql`insert into pass (id, person_id, issuer_mode, origin, first_day, recorded_at, recorded_by)
      values (${decided.id}, ${decided.id}, 'external', 'certificate', ${old}, ${old}, ${author.accountId})`.execute(tx)
      return { diagnosed: diagnosed.id, proposed: proposed.id, decided: decided.id, prescriber }
    })
    await world.look(
      `insert into anomaly (id, rule, source, subject_table, subject_id, facts, solver, since, recorded_at)
     values ($1, 'pass-iae/prescriber-not-authorised', '{}', 'pass', $1, '{}', 'authority', '2026-01-01', now())`,
      [decided],
    )
    const onHold = async () => {
      await world.look("select set_config('maillage.today', $1, true)", [TEST_DAY])
      return (await world.look('select people_on_hold() as id')).map(({ id }) => String(id)).toSorted()
    }
    assert.deepEqual(await onHold(), [decided])
    await world.look(
      "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $1, 'Contrôle', $2, $2, now(), $1)",
      [prescriber.id, TEST_DAY],
    )
    assert.deepEqual(await onHold(), [diagnosed, proposed, decided].toSorted())
    await world.look('update anomaly set resolved_at = now()')
    assert.deepEqual(await onHold(), [diagnosed, proposed].toSorted())
  },
)

databaseTest('a night cut short goes on the next one, and says all that was done', async (world) => {
  const here = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    for (let step = 0; step < 3; step++) await aQuietPerson(tx, platform, '2020-01-01')
    return platform
  })
  await confirm(world, here, 'person', 3)
  const context = contextOfNobody(day(TEST_DAY))
  await world.database.transaction({ role: 'maillage_job', context }, (tx) =>
    sql`select apply_retention(id, 2, ${TEST_DAY}) from retention_order`.execute(tx),
  )
  const done = (await forgotten(world)).map(String).toSorted()
  assert.equal(done.length, 2)
  assert.deepEqual(await world.look('select reached from retention_order'), [{ reached: done[1] }])
  assert.equal((await world.look("select quiet_people('2024-11-21', $1, 2)", [done[1]])).length, 1)
  assert.deepEqual(await world.look("select quiet_people('2024-11-21', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 2)"), [])
  await applyRetention.run(world)
  assert.deepEqual(await world.look('select done_count from retention_order'), [{ done_count: 3 }])
})

for (const [rule, old, recent, table] of [
  ['mail', "('m1', '2026-09-20T23:59:00Z')", "('m2', '2026-09-21T00:01:00Z')", 'mail'],
  ['request-outcome', "('r1', '2026-10-22T23:59:00Z')", "('r2', '2026-10-23T00:01:00Z')", 'request_outcome'],
  ['access-log', "('a1', '2023-11-21T23:00:00Z')", "('a2', '2023-11-22T00:00:00Z')", 'access_log'],
] as const) {
  databaseTest(`${rule}: what is old enough goes, what is a day younger stays`, async (world) => {
    const { here, person } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      return { here: platform, person: await aQuietPerson(tx, platform, TEST_DAY) }
    })
    const insert = {
      mail: `insert into mail (id, recipient, subject, body, queued_at, sent_at) select gen_random_uuid(), 'a@b.c', name, '', at::timestamptz, at::timestamptz`,
      'request-outcome': `insert into request_outcome (account_id, request_id, command, status, recorded_at) select '${here.director.accountId}', gen_random_uuid(), name, 'done', at::timestamptz`,
      'access-log': `insert into access_log (person_id, account_id, organisation_id, hour, circle, source) select '${person.id}', '${here.director.accountId}', '${here.organisation.id}', at::timestamptz, 'shared', 'created'`,
    }[rule]
    await world.look(`${insert} from (values ${old}, ${recent}) as given (name, at)`)
    await world.look(
      "insert into mail (id, recipient, subject, body, queued_at) values (gen_random_uuid(), 'a@b.c', 'waits', '', '2020-01-01')",
    )
    const before = (await world.look(`select from ${table}`)).length
    await confirm(world, here, rule, 1)
    await applyRetention.run(world)
    const after = (await world.look(`select from ${table}`)).length
    // The confirmation itself is answered by a form.
    assert.equal(after, before - 1 + (rule === 'request-outcome' ? 1 : 0))
  })
}

databaseTest('a message given up after ten tries goes as one that left; one that is still tried waits, however old', async (world) => {
  const here = await world.load(aPlatform)
  for (const [subject, attempts] of [
    ['given up', 10],
    ['tried again', 9],
  ] as const)
    await world.look(
      "insert into mail (id, recipient, subject, body, queued_at, attempts) values (gen_random_uuid(), 'a@b.c', $1, '', '2026-09-20T23:00:00Z', $2)",
      [subject, attempts],
    )
  await confirm(world, here, 'mail', 1)
  await applyRetention.run(world)
  assert.deepEqual(await world.look('select subject from mail'), [{ subject: 'tried again' }])
})

databaseTest('the trace of a file goes after five years, with what it produced; a hold of its organisation keeps it', async (world) => {
  const { here, siae } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    return { here: platform, siae: await aSiae(tx, platform.organisation) }
  })
  const { organisation, unit } = here
  const sent = async (at: string, producedAt: string) => {
    const run = randomUUID()
    await world.look(
      `insert into import_run (id, organisation_id, unit_id, kind, readers, state, file_name, file_kind, file_size, fingerprint, content_until, recorded_at, recorded_by)
       values ($1, $2, $3, 'hours', '{director}', 'recorded', 'paie.csv', 'csv', 10, repeat('a', 64), '2021-01-01', '${at}', $1)`,
      [run, organisation.id, unit.id],
    )
    await world.look(
      "insert into import_line (id, run_id, organisation_id, sheet, line, state, recorded) values (gen_random_uuid(), $1, $2, 0, 1, 'understood', '{}')",
      [run, organisation.id],
    )
    await world.look(
      `insert into produced_file (id, organisation_id, unit_id, siae_id, run_id, kind, edition, file_kind, month, facts, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, $2, $3, $4, 'grid-g1', 'own', 'csv', '2021-01-01', '[]', '${producedAt}', $4)`,
      [organisation.id, unit.id, siae.id, run],
    )
    return run
  }
  const late = '2021-11-22T00:00:00Z'
  await sent('2021-11-21T23:59:00Z', '2021-11-21T23:59:30Z')
  const kept = [await sent('2021-11-01', late), await sent(late, late)]
  const [hold] = await world.look(
    "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $1, 'Contrôle', $2, $2, now(), $1) returning id",
    [organisation.id, TEST_DAY],
  )
  await world.look("select set_config('maillage.today', $1, true)", [TEST_DAY])
  const due = () =>
    world.look("select count(*)::integer as old from old_files('2021-11-21') where organisation_id not in (select organisations_on_hold())")
  assert.deepEqual(await due(), [{ old: 0 }])
  await world.look('delete from legal_hold where id = $1', [hold?.['id']])
  await confirm(world, here, 'file-trace', 2)
  await applyRetention.run(world)
  assert.deepEqual((await world.look('select id from import_run')).map(({ id }) => String(id)).toSorted(), kept.toSorted())
  for (const table of ['import_line', 'produced_file']) assert.equal((await world.look(`select from ${table}`)).length, 2, table)
})

databaseTest(
  'payroll loses the number of somebody two years after the exit, not a day before, nor while they work or a hold runs',
  async (world) => {
    const { here, held, expected } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      const worker = async (organisation: { readonly id: string }, exit: string | null, rank: number) => {
        const siae = await aSiae(tx, organisation, { name: `Structure ${rank}` })
        const unit = await aUnit(tx, organisation, siae)
        const person = await aPerson(tx, { organisation, unit, givenNames: `Personne ${rank}` })
        await aStay(tx, { person, siae, unit }, { entry: '2023-01-02', exit, last: '2023-06-30' })
        return aNir(tx, { person, organisation }, { number: aNumber('90', rank) })
      }
      const other = await anOrganisation(tx, { name: 'Sous contrôle' })
      await worker(platform.organisation, '2024-11-21', 1)
      const kept = [await worker(platform.organisation, '2024-11-22', 2), await worker(platform.organisation, null, 3)]
      return { here: platform, held: other.id, expected: [...kept, await worker(other, '2024-01-31', 4)] }
    })
    await world.look("update nir set recorded_at = '2023-01-02'")
    await world.look(
      "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $1, 'Contrôle', $2, $2, now(), $1)",
      [held, TEST_DAY],
    )
    await confirm(world, here, 'nir', 1)
    await applyRetention.run(world)
    assert.deepEqual(
      (await world.look('select id from nir order by id')).map(({ id }) => id),
      expected.map(({ id }) => id).toSorted(),
    )
  },
)

databaseTest(
  'a household is nobody’s three years after its last request, not a day before; a company, and one under a hold, stay',
  async (world) => {
    const here = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      const siae = await aSiae(tx, platform.organisation, { kind: 'AI' })
      const held = await anOrganisation(tx, { name: 'Sous contrôle' })
      const old = { recordedAt: '2020-01-06T09:00:00Z' }
      const asked = async (name: string, lastDay: string, more: Parameters<typeof aClient>[2] = {}) => {
        const client = await aClient(tx, platform.organisation, { ...old, ...more, name, contact: { phone: '06 39 98 00 01' } })
        await aRequest(tx, siae, client, { ...old, firstDay: '2023-11-01', lastDay })
        return client
      }
      await asked('Monique Serres', '2023-11-21', { safety: 'Un chien' })
      await asked('Paul Vidal', '2023-11-22')
      await asked('Maçonnerie Roux', '2023-11-01', { category: 'company' })
      await aClient(tx, held, { ...old, name: 'Sous contrôle' })
      return { ...platform, held }
    })
    await world.look(
      "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $1, 'Contrôle', $2, $2, now(), $1)",
      [here.held.id, TEST_DAY],
    )
    await confirm(world, here, 'private-client', 1)
    await applyRetention.run(world)
    assert.deepEqual(await world.look('select name, safety, forgotten_at is not null as gone from host_client order by name'), [
      { name: 'Maçonnerie Roux', safety: null, gone: false },
      { name: 'Particulier', safety: null, gone: true },
      { name: 'Paul Vidal', safety: null, gone: false },
      { name: 'Sous contrôle', safety: null, gone: false },
    ])
    assert.equal((await world.look('select from host_client_contact')).length, 2)
  },
)

databaseTest(
  'the account of somebody who left two years ago is nobody’s and opens nothing; one who left a day later is kept',
  async (world) => {
    const { here, gone, recent } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      const left = (name: string, lastDay: string) =>
        aMember(tx, platform.organisation, 'counsellor', { name, firstDay: '2020-01-01', lastDay })
      return { here: platform, gone: await left('Dominique Partie', '2024-11-21'), recent: await left('Claude Récente', '2024-11-22') }
    })
    await world.look("update account set created_at = '2020-01-01'")
    await confirm(world, here, 'account', 1)
    await applyRetention.run(world)
    assert.deepEqual(await world.look('select display_name, email, state from account where id = $1', [gone.accountId]), [
      { display_name: 'Ancien membre', email: `${gone.accountId}@efface.invalid`, state: 'closed' },
    ])
    assert.deepEqual(await world.look('select display_name from membership where account_id = $1', [gone.accountId]), [
      { display_name: 'Ancien membre' },
    ])
    assert.deepEqual(await world.look('select display_name from account where id = $1', [recent.accountId]), [
      { display_name: 'Claude Récente' },
    ])
    await assert.rejects(openBrowser(world, gone.accountId), /cannot sign in/)
  },
)
