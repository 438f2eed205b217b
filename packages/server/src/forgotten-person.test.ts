import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { month } from '@maillage/kernel'
import { sql } from 'kysely'
import { aBarrier, aGoal, aMeeting, aNote, anAction, aReview, aStrength } from './modules/accompaniment/fixtures.ts'
import { confirmRetention } from './modules/administration/commands/confirm-retention.ts'
import { aPlatform, aQuietPerson } from './modules/administration/fixtures.ts'
import { applyRetention } from './modules/administration/jobs/apply-retention.ts'
import { peoplePresent } from './modules/indicators/queries/people-present.ts'
import { aSiae } from './modules/organisations/fixtures.ts'
import { aPerson } from './modules/people/fixtures.ts'
import { doAs } from './platform/testing/acting.ts'
import { aContext, databaseTest } from './platform/testing/database-test.ts'

databaseTest(
  'a person forgotten is counted as before: same months, same sex, same age on every first day, same criteria but those of health, said unknown',
  async (world) => {
    const { platform, siae } = await world.load(async (tx) => {
      const made = await aPlatform(tx)
      const carried = await aSiae(tx, made.organisation)
      // Births around the days when an age begins: the first of a month, the second, the last.
      for (const birthDate of ['1996-03-01', '1996-03-02', '1996-03-31', '1996-02-29', '1972-01-01', '1972-12-31', '1990-05-03']) {
        const { id } = await aPerson(tx, { organisation: made.organisation, unit: made.unit, birthDate })
        await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
        values (gen_random_uuid(), ${id}, ${made.organisation.id}, ${carried.id}, ${made.unit.id}, 'ACI', '2021-06-01', '2023-06-30', '2021-06-01', ${id})`.execute(
          tx,
        )
        await sql`with made as (insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
          values (gen_random_uuid(), ${id}, 'prescriber', '2021-05-01', '2021-11-01', 'granted', 'prescriber', 1, 2, 'test', '2021-05-01', ${id}) returning id)
        insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding, evidence_kind)
        select gen_random_uuid(), made.id, ${id}, code, 1, sensitivity, 'established', 'certificate'
        from made, (values ('RSA', 'ordinary'), ('TH', 'health'), ('DETENTION_MJ', 'justice')) as ticked (code, sensitivity)`.execute(tx)
      }
      return { platform: made, siae: carried }
    })
    const counted = () =>
      world.database.transaction({ role: 'maillage_job', context: aContext() }, (tx) =>
        peoplePresent(tx, { siaeId: siae.id, first: month('2021-06'), last: month('2023-06') }),
      )
    const before = await counted()
    assert.equal(before.length, 7 * 25)
    assert.ok(
      new Set(before.map(({ ageBand }) => ageBand)).size === 3 && before.every(({ criteria }) => criteria !== null && criteria.length > 0),
    )
    await doAs(world, platform.administrator.accountId, confirmRetention, { rule: 'person', counted: 7 })
    await applyRetention.run(world)
    assert.deepEqual(await world.look('select count(*)::integer as forgotten from person where forgotten_at is not null'), [
      { forgotten: 7 },
    ])
    const after = before.map((each) => ({ ...each, criteria: ['RSA'], forgotten: true }))
    assert.deepEqual(await counted(), after)
    assert.deepEqual(
      await world.look("select from criterion where sensitivity not in ('ordinary', 'social') or evidence_kind is not null"),
      [],
    )
  },
)

databaseTest(
  'of a person forgotten nothing of health or justice is left, nor the number of the State, nor who proposed them',
  async (world) => {
    const { person, platform, pass } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      const siae = await aSiae(tx, platform.organisation)
      const person = await aQuietPerson(tx, platform, '2022-01-01')
      const [stay, exit, pass, application] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
      const old = '2021-06-01'
      await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
      values (${stay}, ${person.id}, ${platform.organisation.id}, ${siae.id}, ${platform.unit.id}, 'ACI', ${old}, '2021-12-31', ${old}, ${person.id})`.execute(
        tx,
      )
      await sql`insert into exit (id, stay_id, person_id, organisation_id, siae_id, recorded_at, recorded_by)
      values (${exit}, ${stay}, ${person.id}, ${platform.organisation.id}, ${siae.id}, ${old}, ${person.id})`.execute(tx)
      await sql`insert into exit_version (exit_id, person_id, organisation_id, version, exit_on, reason_version, recorded_at, recorded_by)
      values (${exit}, ${person.id}, ${platform.organisation.id}, 1, '2021-12-31', 1, ${old}, ${person.id})`.execute(tx)
      await sql`insert into exit_reason (exit_id, version, person_id, organisation_id, reason, sensitivity, recorded_at, recorded_by)
      values (${exit}, 1, ${person.id}, ${platform.organisation.id}, 'detention', 'justice', ${old}, ${person.id})`.execute(tx)
      await sql`insert into person_month (stay_id, person_id, organisation_id, siae_id, month, criteria)
      values (${stay}, ${person.id}, ${platform.organisation.id}, ${siae.id}, ${old}, '{RSA,TH}')`.execute(tx)
      await sql`with made as (insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
        values (gen_random_uuid(), ${person.id}, 'prescriber', ${old}, '2021-11-01', 'granted', 'prescriber', 0, 1, 'test', ${old}, ${person.id}) returning id)
      insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding)
      select gen_random_uuid(), made.id, ${person.id}, 'TH', 2, 'health', 'established' from made`.execute(tx)
      await sql`insert into pass (id, person_id, number, issuer_mode, origin, first_day, external_first_day, external_last_day, confronted_on, recorded_at, recorded_by)
      values (${pass}, ${person.id}, '999991234567', 'external', 'certificate', ${old}, ${old}, '2023-05-31', ${old}, ${old}, ${person.id})`.execute(
        tx,
      )
      await sql`insert into application (id, person_id, receiver_siae_id, receiver_organisation_id, sender_kind, state, message, sent_on, promised_on, last_moved_on, recorded_at, recorded_by)
      values (${application}, ${person.id}, ${siae.id}, ${platform.organisation.id}, 'authorised-prescriber', 'new', '', ${old}, ${old}, ${old}, ${old}, ${person.id})`.execute(
        tx,
      )
      await sql`insert into application_party (application_id, unit_id, side)
      values (${application}, ${platform.unit.id}, 'sender'), (${application}, ${platform.unit.id}, 'receiver')`.execute(tx)
      await sql`insert into application_sender (application_id, organisation_id, unit_id, account_id, display_name, sensitivity)
      values (${application}, ${platform.organisation.id}, ${platform.unit.id}, ${platform.director.accountId}, 'Camille Marquée', 'justice')`.execute(
        tx,
      )
      await sql`insert into accompaniment_act (id, person_id, organisation_id, kind, mission, happened_on, minutes, purpose, next_step, next_on, recorded_at, recorded_by)
      values (gen_random_uuid(), ${person.id}, ${platform.organisation.id}, 'interview', 'support', ${old}, 30, 'Le bilan de santé', 'Rappeler', ${old}, ${old}, ${person.id})`.execute(
        tx,
      )
      const ofPlatform = { person, organisation: platform.organisation, by: platform.director }
      for (const area of ['mobility', 'health'] as const)
        await aBarrier(tx, ofPlatform, { area, consequence: 'Le bilan de santé', recordedAt: '2021-06-01T09:00:00Z' })
      const goal = await aGoal(tx, ofPlatform, { recordedAt: '2021-06-01T09:00:00Z' })
      const action = await anAction(tx, ofPlatform, { goal, shared: 'S’inscrire au code', recordedAt: '2021-06-01T09:00:00Z' })
      await sql`update accompaniment_act set action_id = ${action.id}`.execute(tx)
      await aReview(tx, ofPlatform, { heldOn: old })
      await aStrength(tx, ofPlatform, 'Sait lire un plan', '2021-06-01T09:00:00Z')
      await sql`insert into immersion (id, person_id, stay_id, organisation_id, host_name, host_kind, host_siret, host_place, tutor, object, tasks, schedule, prescribed_by,
          first_day, last_day, recorded_at, recorded_by, ended_on, outcome, hired, learnt, concluded_at, concluded_by)
        select gen_random_uuid(), person_id, id, organisation_id, 'Boulangerie', 'company', '73282932000074', 'Narbonne', 'Léa Roux', 'confirm-a-project', 'Vente',
          'Le matin', 'structure', entry_day, entry_day, ${old}, recorded_by, entry_day, 'reached', true, 'Le fournil', ${old}, recorded_by
        from siae_stay where person_id = ${person.id}`.execute(tx)
      const [act] = (await sql<{ id: string }>`select id from accompaniment_act`.execute(tx)).rows
      await aMeeting(tx, { act: { id: act?.id ?? '' }, person, organisation: platform.organisation, by: platform.director })
      await sql`update tripartite_meeting set recorded_at = ${old}`.execute(tx)
      await aNote(tx, { person, organisation: platform.organisation, by: platform.director })
      await tx
        .withTables<{ working_note: { recorded_at: string; kept_until: string } }>()
        .updateTable('working_note')
        .set({ recorded_at: old, kept_until: '2022-06-01' })
        .execute()
      await sql`with made as (insert into attendance (id, stay_id, person_id, organisation_id, day, recorded_at, recorded_by)
        values (gen_random_uuid(), ${stay}, ${person.id}, ${platform.organisation.id}, ${old}, ${old}, ${person.id}) returning *)
      insert into attendance_version (attendance_id, person_id, organisation_id, version, state, noted_on, reason, recorded_at, recorded_by)
      select id, person_id, organisation_id, 1, 'absent', ${old}, 'Erreur', ${old}, ${person.id} from made`.execute(tx)
      await sql`with told as (
        insert into workshop (id, organisation_id, theme, theme_key, mission, happened_on, purpose, next_step, next_on, recorded_at, recorded_by)
        values (gen_random_uuid(), ${platform.organisation.id}, 'Budget', 'budget', 'workshops', ${old}, 'Les dettes de Camille', 'Rappeler', ${old}, ${old},
          ${person.id}) returning id)
        insert into accompaniment_act (id, person_id, organisation_id, workshop_id, kind, mission, happened_on, minutes, purpose, recorded_at, recorded_by)
        select gen_random_uuid(), ${person.id}, ${platform.organisation.id}, told.id, 'workshop', 'workshops', ${old}, 30, 'Budget', ${old}, ${person.id}
        from told`.execute(tx)
      return { person, platform, pass }
    })
    await world.look(
      `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at, resolved_at)
     values ($1, 'pass-iae/diagnosis-expired-at-hire', '{}', 'pass', $1, $2, '{"number":"999991234567"}', 'authority', '2021-06-01', '2021-06-01', '2021-06-01')`,
      [pass, platform.organisation.id],
    )
    await doAs(world, platform.administrator.accountId, confirmRetention, { rule: 'person', counted: 1 })
    await applyRetention.run(world)
    assert.deepEqual(await world.look('select id from person where forgotten_at is not null'), [{ id: person.id }])
    for (const table of [
      'criterion',
      'exit_reason',
      'application_sender',
      'anomaly',
      'barrier',
      'barrier_version',
      'strength',
      'review',
      'review_answer',
      'working_note',
      'attendance',
      'attendance_version',
      'goal',
      'goal_version',
      'pathway_action',
      'pathway_action_version',
      'shared_step',
    ])
      assert.deepEqual(await world.look(`select from ${table}`), [], table)
    assert.deepEqual(await world.look('select side from application_party'), [{ side: 'receiver' }])
    assert.deepEqual(await world.look('select number, external_first_day, external_last_day, confronted_on, first_day::text from pass'), [
      { number: null, external_first_day: null, external_last_day: null, confronted_on: null, first_day: '2021-06-01' },
    ])
    assert.deepEqual(await world.look('select criteria, forgotten from person_month'), [{ criteria: ['RSA'], forgotten: true }])
    assert.deepEqual(await world.look('select participants, agreed from tripartite_meeting'), [{ participants: [], agreed: null }])
    assert.deepEqual(await world.look('select minutes, purpose, next_step, next_on from accompaniment_act'), [
      { minutes: 30, purpose: null, next_step: null, next_on: null },
      { minutes: 30, purpose: null, next_step: null, next_on: null },
    ])
    assert.deepEqual(await world.look('select theme, purpose, next_step, next_on from workshop'), [
      { theme: 'Budget', purpose: null, next_step: null, next_on: null },
    ])
    assert.deepEqual(
      await world.look('select host_name, host_siret, host_place, tutor, tasks, schedule, learnt, outcome, hired from immersion'),
      [
        {
          host_name: null,
          host_siret: null,
          host_place: null,
          tutor: null,
          tasks: null,
          schedule: null,
          learnt: null,
          outcome: 'reached',
          hired: true,
        },
      ],
    )
    // An exit whose reason is not known is left out of rates, as one for detention is.
    assert.deepEqual(await world.look('select reason, exit_on::text from stay_exit'), [{ reason: null, exit_on: '2021-12-31' }])
  },
)
