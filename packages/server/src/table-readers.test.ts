import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aNote } from './modules/accompaniment/fixtures.ts'
import { anApplication, aProposal, aReceiver } from './modules/applications/fixtures.ts'
import { anAdviserOf } from './modules/eligibility/fixtures.ts'
import { aCandidate, aHire } from './modules/hiring/fixtures.ts'
import { aMember, anOrganisation } from './modules/organisations/fixtures.ts'
import { ROLES } from './modules/organisations/model.ts'
import { aPass, aSuspension } from './modules/pass-iae/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from './modules/people/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { aContext, databaseTest, TEST_DAY, type World } from './platform/testing/database-test.ts'

/*
 * Who reads what, straight from the tables, as the web server would with a hole in every page (FIELD §2, DATA §2). The first wall is tested by the
 * pages of each slice; here it is supposed down.
 */
interface Wearer {
  readonly role: string
  readonly organisation: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly accountId: string
}

async function ask<T = Record<string, unknown>>(
  world: World,
  { role, organisation, unit, accountId }: Wearer,
  statement: string,
): Promise<readonly T[]> {
  const worn = { account: accountId, hatRole: role, organisation: organisation.id, units: [unit.id] }
  const context = aContext({ ...worn, functions: ['operator', 'prescriber'], territories: ['departement-11'] })
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => (await sql.raw<never>(statement).execute(tx)).rows)
}
const rows = async (world: World, wearer: Wearer, table: string, column = 'person_id') =>
  (await ask(world, wearer, `select ${column} from ${table}`)).length

/** A person proposed to a structure by a prescriber, hired there, with a right, a diagnosis and its criteria. */
async function scene(world: World) {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    await aHire(tx, candidate)
    await aPass(tx, candidate.person)
    await sql`insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding)
      values (gen_random_uuid(), ${candidate.diagnosis?.id}, ${candidate.person.id}, 'RSA', 1, 'ordinary', 'established'),
        (gen_random_uuid(), ${candidate.diagnosis?.id}, ${candidate.person.id}, 'DETENTION_MJ', 2, 'justice', 'established'),
        (gen_random_uuid(), ${candidate.diagnosis?.id}, ${candidate.person.id}, 'TH', 2, 'health', 'established')`.execute(tx)
    return candidate
  })
  const wearing = (role: string): Wearer => ({ role, organisation: made.organisation, unit: made.unit, accountId: made.member.accountId })
  return { ...made, wearing }
}

/** What each role of a team that employs the person finds, every right of the team being open: rows of a table, 0 when it is not for them. */
const KEEPS = { person: 1, contact: 1, diagnosis: 1, application: 1, pass: 1, contract: 1, hire: 1 }
const NOBODY = { person: 0, contact: 0, diagnosis: 0, application: 0, pass: 0, contract: 0, hire: 0 }
const MATRIX: Readonly<Record<string, Readonly<Record<keyof typeof KEEPS, number>>>> = {
  counsellor: KEEPS,
  director: KEEPS,
  assignment_coordinator: KEEPS,
  // « Jamais : diagnostic, actes », nor whoever proposed the person.
  payroll_officer: { ...KEEPS, contact: 0, diagnosis: 0, application: 0 },
  // « Jamais : critères, freins, revenus, adresse ».
  technical_supervisor: { ...KEEPS, contact: 0, diagnosis: 0, application: 0 },
}

databaseTest(
  'each role of a team reads the tables of FIELD 2; a role that meets nobody reads nobody, whatever its team holds',
  async (world) => {
    const { wearing } = await scene(world)
    const inCarrier = ROLES.filter((role) => !['prescriber', 'ft_adviser', 'referent'].includes(role))
    for (const role of [...inCarrier, 'a role to come', '']) {
      const found: Record<string, number> = {}
      for (const table of Object.keys(KEEPS)) found[table] = await rows(world, wearing(role), table, 'id')
      assert.deepEqual(found, MATRIX[role] ?? NOBODY, role)
    }
  },
)

databaseTest(
  'an officer reads a person only by a circle opened for a payment, a request or a mission, and only while it is open',
  async (world) => {
    const { person, organisation } = await scene(world)
    const state = await world.load(async (tx) => {
      const service = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority', 'funder'] })
      return { service, unit: await aUnit(tx, service, null, 'Unité IAE') }
    })
    const officer = (role: string): Wearer => ({ role, organisation: state.service, unit: state.unit, accountId: randomUUID() })
    await world.load((tx) => givesAccess(tx, person, state.unit, { circle: 'shared' }))
    for (const role of ['authority_officer', 'funder_officer']) assert.equal(await rows(world, officer(role), 'person', 'id'), 0, role)
    await world.load((tx) => givesAccess(tx, person, state.unit, { circle: 'payment', source: 'request', endsOn: '2026-11-20' }))
    assert.equal(await rows(world, officer('funder_officer'), 'person', 'id'), 0)
    await world.load((tx) => givesAccess(tx, person, state.unit, { circle: 'payment', source: 'request', endsOn: TEST_DAY }))
    assert.deepEqual(await ask(world, officer('funder_officer'), 'select organisation_id from contract'), [
      { organisation_id: organisation.id },
    ])
    for (const table of ['diagnosis', 'contact', 'application', 'pass', 'criterion'])
      assert.equal(await rows(world, officer('funder_officer'), table, table === 'application' ? 'id' : 'person_id'), 0, table)
  },
)

databaseTest('a referent reads the criteria; health and justice only by the agreement of the person, while it lasts', async (world) => {
  const { person, organisation, unit, member, wearing } = await scene(world)
  const codes = async (wearer = wearing('counsellor')) =>
    (await ask<{ code: string }>(world, wearer, 'select code from criterion order by code')).map(({ code }) => code)
  assert.deepEqual(await codes(), [])
  await world.load((tx) => aReferent(tx, { organisation, unit, person, membershipId: member.membershipId, accountId: member.accountId }))
  assert.deepEqual(await codes(), ['RSA'])
  assert.deepEqual(await codes({ ...wearing('counsellor'), accountId: randomUUID() }), [], 'a colleague')
  assert.deepEqual(await codes(wearing('assignment_coordinator')), [], 'the coordinator of an association, referent or not')
  const agree = (subject: string, withdrawn: string | null) =>
    world.load((tx) =>
      sql`insert into sharing_agreement (id, person_id, subject, organisation_id, given_on, withdrawn_on, recorded_at, recorded_by)
        values (gen_random_uuid(), ${person.id}, ${subject}, ${organisation.id}, '2026-11-01', ${withdrawn}, now(), ${member.accountId})`.execute(
        tx,
      ),
    )
  await agree('health', null)
  await agree('justice', TEST_DAY)
  assert.deepEqual(await codes(), ['RSA', 'TH'])
})

databaseTest('recording a diagnosis opens nothing of what others wrote', async (world) => {
  const { person, organisation, unit, member, wearing } = await scene(world)
  const id = randomUUID()
  await ask(
    world,
    wearing('counsellor'),
    `insert into diagnosis (id, person_id, role, siae_id, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
      values ('${id}', '${person.id}', 'siae', (select id from siae where organisation_id = '${organisation.id}'), '${TEST_DAY}', '2027-02-21', 'refused', null, 0, 0, 'x', now(), '${member.accountId}')`,
  )
  const sign = (account: string) =>
    `insert into diagnosis_author (diagnosis_id, person_id, organisation_id, unit_id, account_id, sensitivity)
      values ('${id}', '${person.id}', '${organisation.id}', '${unit.id}', '${account}', 'ordinary')`
  await assert.rejects(ask(world, wearing('counsellor'), sign(randomUUID())), /row-level security/)
  await ask(world, wearing('counsellor'), sign(member.accountId))
  const tick = (diagnosis: string) =>
    `insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding)
      values (gen_random_uuid(), '${diagnosis}', '${person.id}', 'ASS', 1, 'health', 'established')`
  await ask(world, wearing('counsellor'), tick(id))
  assert.deepEqual(await ask(world, wearing('counsellor'), 'select code from criterion'), [{ code: 'ASS' }])
  const [theirs] = await world.look("select id from diagnosis where role = 'prescriber'")
  await assert.rejects(ask(world, wearing('counsellor'), tick(String(theirs?.['id']))), /row-level security/)
})

databaseTest('nobody learns whose hand wrote a diagnosis, an application or a passage: only the masked rows tell it', async (world) => {
  const { wearing } = await scene(world)
  for (const table of ['diagnosis', 'application', 'application_transition', 'person', 'person_name'])
    await assert.rejects(rows(world, wearing('counsellor'), table, 'recorded_by'), /permission denied/, table)
})

const grant = (person: string, unit: string, circle: string, source: string, sourceId: string, account = 'null') =>
  `select grant_access(gen_random_uuid(), '${person}', '${unit}', ${account}, '${circle}', '${source}', '${sourceId}', '${TEST_DAY}', null)`

databaseTest(
  'a team to which somebody is proposed opens to itself neither the work nor the accompaniment of that person',
  async (world) => {
    const made = await world.load((tx) => aProposal(tx))
    const wearer: Wearer = { role: 'counsellor', organisation: made.organisation, unit: made.unit, accountId: made.member.accountId }
    const mine = `'${made.member.accountId}'`
    for (const [circle, source, id, account] of [
      ['employment', 'hire', randomUUID(), 'null'],
      ['employment', 'hire', made.application.id, 'null'],
      ['referent', 'referent', randomUUID(), mine],
      ['referent', 'referent', made.application.id, mine],
      ['shared', 'referent', randomUUID(), mine],
      ['referent', 'deputy', randomUUID(), mine],
      ['control', 'control', randomUUID(), 'null'],
      ['payment', 'hire', randomUUID(), 'null'],
    ] as const)
      await assert.rejects(
        ask(world, wearer, grant(made.person.id, made.unit.id, circle, source, id, account)),
        /opens no such circle/,
        source,
      )
    // Even once the application is accepted: without the hire, the right does not outlive the transaction.
    await ask(world, wearer, "update application set state = 'accepted', processed_at = now()")
    await assert.rejects(
      ask(world, wearer, grant(made.person.id, made.unit.id, 'employment', 'hire', randomUUID())),
      /no hire opens this right/,
    )
    assert.equal((await world.look("select from person_access where circle = 'employment'")).length, 0)
  },
)

databaseTest('a referent is of one’s own organisation, and their right has the days written', async (world) => {
  const { person, organisation, unit, member, wearing } = await scene(world)
  const other = await world.load(async (tx) => {
    const away = await anOrganisation(tx, { name: 'Ailleurs' })
    const there = await aUnit(tx, away, null, 'Là-bas')
    return { there, member: await aMemberIn(tx, away, there, 'counsellor') }
  })
  const name = (id: string, inUnit: string, membership: string) =>
    `insert into referent (id, person_id, organisation_id, unit_id, membership_id, role, first_day, last_day, recorded_at, recorded_by)
      values ('${id}', '${person.id}', '${organisation.id}', '${inUnit}', '${membership}', 'siae', '${TEST_DAY}', '2026-12-31', now(), '${member.accountId}')`
  await assert.rejects(
    ask(world, wearing('counsellor'), name(randomUUID(), unit.id, other.member.membershipId)),
    /referent_member_of_its_organisation/,
  )
  await assert.rejects(
    ask(world, wearing('counsellor'), name(randomUUID(), other.there.id, member.membershipId)),
    /referent_unit_of_its_organisation/,
  )
  const id = randomUUID()
  await ask(world, wearing('counsellor'), name(id, unit.id, member.membershipId))
  const lasting = (until: string) =>
    grant(person.id, unit.id, 'referent', 'referent', id, `'${member.accountId}'`).replace(/, null\)$/, `, ${until})`)
  await assert.rejects(ask(world, wearing('counsellor'), lasting('null')), /opens no such circle/)
  await ask(world, wearing('counsellor'), lasting("'2026-12-31'"))
})

databaseTest(
  'the right of another organisation ends by its own act: knowing the id of the act is not enough, and no day before today',
  async (world) => {
    const { person, sender, application, unit, wearing } = await scene(world)
    const prescriber: Wearer = {
      role: 'prescriber',
      organisation: sender.organisation,
      unit: sender.unit,
      accountId: sender.member.accountId,
    }
    const [hire] = await world.look('select id from hire')
    const end = (source: string, on: string) => `select end_access('${person.id}', '${source}', '${on}') as ended`
    for (const source of [application.id, String(hire?.['id'])])
      assert.deepEqual(await ask(world, prescriber, end(source, TEST_DAY)), [{ ended: 0 }])
    assert.deepEqual(await ask(world, wearing('director'), end(String(hire?.['id']), '2020-06-01')), [{ ended: 1 }])
    assert.deepEqual(await world.look("select ends_on::text from person_access where circle = 'employment' and unit_id = $1", [unit.id]), [
      { ends_on: TEST_DAY },
    ])
  },
)

databaseTest('work is written in one’s own stays, teams and sites only', async (world) => {
  const { person, organisation, siae, unit, member, wearing } = await scene(world)
  const away = await world.load((tx) => aReceiver(tx, { name: 'Ailleurs', map: false }))
  const elsewhere = await world.load(async (tx) => {
    const application = await anApplication(tx, { person, siae: away.siae, receiver: away.unit, sender: { organisation, unit, member } })
    return aHire(tx, { ...away, person, application })
  })
  const [theirs] = await world.look('select stay_id from hire where id = $1', [elsewhere.id])
  const contract = `insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (gen_random_uuid(), '${String(theirs?.['stay_id'])}', '${person.id}', '${organisation.id}', now(), '${member.accountId}')`
  await assert.rejects(ask(world, wearing('counsellor'), contract), /contract_of_stay/)
  const stay = `insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
    values (gen_random_uuid(), '${person.id}', '${organisation.id}', '${siae.id}', '${away.unit.id}', 'ACI', '2020-01-01', '2020-02-01', now(), '${member.accountId}')`
  await assert.rejects(ask(world, wearing('counsellor'), stay), /siae_stay_unit_of_its_employer/)
  await assert.rejects(ask(world, wearing('technical_supervisor'), stay.replace(away.unit.id, unit.id)), /row-level security/)
})

databaseTest('nobody joins a team, gives a role or lends the hat of another by themselves', async (world) => {
  const { organisation, unit, member, wearing } = await scene(world)
  const director = await world.load((tx) => aMember(tx, organisation, 'director', { name: 'Alix Sorel' }))
  const counsellor = wearing('counsellor')
  const other = await world.load((tx) => aUnit(tx, organisation, null, 'Autre équipe'))
  for (const statement of [
    `insert into membership_unit (membership_id, unit_id, organisation_id, first_day) values ('${member.membershipId}', '${other.id}', '${organisation.id}', '${TEST_DAY}')`,
    `insert into membership (id, account_id, organisation_id, display_name, role, first_day, recorded_at)
      values (gen_random_uuid(), '${member.accountId}', '${organisation.id}', 'x', 'director', '${TEST_DAY}', now())`,
    `insert into delegation (id, organisation_id, from_membership_id, to_membership_id, reason, first_day, last_day, recorded_at)
      values (gen_random_uuid(), '${organisation.id}', '${director.membershipId}', '${member.membershipId}', 'x', '${TEST_DAY}', '2026-12-31', now())`,
    `insert into unit (id, organisation_id, name, kind, first_day, recorded_at) values (gen_random_uuid(), '${organisation.id}', 'x', 'team', '${TEST_DAY}', now())`,
  ])
    await assert.rejects(ask(world, counsellor, statement), /row-level security/, statement)
  assert.deepEqual(await ask(world, counsellor, `update membership set last_day = '${TEST_DAY}' returning id`), [])
  const lent = `insert into delegation (id, organisation_id, from_membership_id, to_membership_id, reason, first_day, last_day, recorded_at)
    values (gen_random_uuid(), '${organisation.id}', '${member.membershipId}', '${director.membershipId}', 'x', '${TEST_DAY}', '2026-12-31', now())`
  await ask(world, counsellor, lent)
  await ask(world, { ...wearing('director'), unit, accountId: director.accountId }, `update delegation set last_day = '${TEST_DAY}'`)
  assert.deepEqual(await world.look('select last_day::text from delegation'), [{ last_day: TEST_DAY }])
})

databaseTest('names are written for one’s own organisation, passages signed by one’s own side', async (world) => {
  const { person, application, sender, organisation, wearing, member } = await scene(world)
  const name = (owner: string) => `insert into person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
    values (gen_random_uuid(), '${person.id}', '${owner}', 'former', 'x', 'x', now(), '${member.accountId}')`
  await assert.rejects(ask(world, wearing('counsellor'), name(sender.organisation.id)), /row-level security/)
  await ask(world, wearing('counsellor'), name(organisation.id))
  const passage = (actor: string, by: string) => `insert into application_transition
      (id, application_id, transition, from_state, to_state, actor, happened_on, recorded_at, recorded_by)
    values (gen_random_uuid(), '${application.id}', 'refuse', 'new', 'refused', '${actor}', '${TEST_DAY}', now(), '${by}')`
  const prescriber: Wearer = {
    role: 'prescriber',
    organisation: sender.organisation,
    unit: sender.unit,
    accountId: sender.member.accountId,
  }
  await assert.rejects(ask(world, prescriber, passage('receiver', prescriber.accountId)), /row-level security/)
  await assert.rejects(ask(world, prescriber, passage('sender', member.accountId)), /row-level security/)
  await ask(world, prescriber, passage('sender', prescriber.accountId))
})

databaseTest(
  'a prescriber replaces no prescription of a person they do not hold, whatever the territory where they prescribe',
  async (world) => {
    const { sender } = await scene(world)
    const far = await world.load(async (tx) => {
      const organisation = await anOrganisation(tx, { name: 'Mission locale d’ailleurs', functions: ['prescriber'] })
      return { organisation, unit: await aUnit(tx, organisation, null, 'Agence') }
    })
    await ask(world, { role: 'prescriber', ...far, accountId: randomUUID() }, `update diagnosis set replaced_on = '${TEST_DAY}'`)
    assert.deepEqual(await world.look('select replaced_on from diagnosis'), [{ replaced_on: null }])
    const holder: Wearer = { role: 'prescriber', organisation: sender.organisation, unit: sender.unit, accountId: sender.member.accountId }
    await ask(world, holder, `update diagnosis set replaced_on = '${TEST_DAY}'`)
    assert.equal((await world.look('select from diagnosis where replaced_on is not null')).length, 1)
  },
)

databaseTest('who is asked to prolong a right reads the ground of what is asked, not the illness of another year', async (world) => {
  const { person, siae, unit } = await scene(world)
  const asked = await world.load(async (tx) => {
    const [pass] = (await sql<{ id: string }>`select id from pass`.execute(tx)).rows
    assert.ok(pass)
    const decider = await anOrganisation(tx, { name: 'Cap emploi', functions: ['prescriber'] })
    const team = await aUnit(tx, decider, null, 'Agence')
    const id = randomUUID()
    await sql`insert into prolongation_request (id, pass_id, person_id, siae_id, asking_unit_id, deciding_unit_id, first_day, state, asked_on, recorded_at, recorded_by)
      values (${id}, ${pass.id}, ${person.id}, ${siae.id}, ${unit.id}, ${team.id}, '2027-01-06', 'waiting', ${TEST_DAY}, now(), ${id})`.execute(
      tx,
    )
    await sql`insert into pass_reason (act_id, pass_id, person_id, act, reason, sensitivity)
      values (${id}, ${pass.id}, ${person.id}, 'request', 'disabled-worker', 'health'),
        (gen_random_uuid(), ${pass.id}, ${person.id}, 'suspension', 'incarceration', 'justice')`.execute(tx)
    await givesAccess(tx, person, team, { circle: 'request', source: 'request', sourceId: id })
    return { organisation: decider, unit: team }
  })
  const reasons = (role: string) => ask(world, { role, ...asked, accountId: randomUUID() }, 'select reason from pass_reason')
  assert.deepEqual(await reasons('prescriber'), [{ reason: 'disabled-worker' }])
  assert.deepEqual(await reasons('payroll_officer'), [])
})

databaseTest('asking which other stays run tells nothing outside the right of the person, nor of a century', async (world) => {
  const { person, siae, organisation } = await scene(world)
  const stranger = await world.load(async (tx) => {
    const away = await aReceiver(tx, { name: 'Ailleurs', map: false })
    await givesAccess(tx, person, away.unit, { source: 'application' })
    return away
  })
  const asking: Wearer = {
    role: 'counsellor',
    organisation: stranger.organisation,
    unit: stranger.unit,
    accountId: stranger.member.accountId,
  }
  const stays = (first: string, last: string | null) =>
    ask(
      world,
      asking,
      `select label from running_stays('${person.id}', '${stranger.siae.id}', '${first}', ${last === null ? 'null' : `'${last}'`})`,
    )
  assert.equal((await stays('2026-11-21', null)).length, 1, `${siae.id} of ${organisation.id} runs from December`)
  assert.deepEqual(await stays('1990-01-01', '2999-12-31'), [])
})

databaseTest(
  'an application put away closes the person to its receiver; taken up again, it opens again; the sender keeps theirs',
  async (world) => {
    const made = await world.load((tx) => aProposal(tx))
    const receiver: Wearer = { role: 'counsellor', organisation: made.organisation, unit: made.unit, accountId: made.member.accountId }
    assert.equal(await rows(world, receiver, 'person', 'id'), 1)
    await world.look(`update application set archived_on = '2026-11-20'`)
    await world.look(`update person_access set ends_on = '2026-11-20' where source = 'application'`)
    assert.equal(await rows(world, receiver, 'person', 'id'), 0)
    const takeOut = `select take_out_application('${made.application.id}')`
    const sender: Wearer = {
      role: 'prescriber',
      organisation: made.sender.organisation,
      unit: made.sender.unit,
      accountId: made.sender.member.accountId,
    }
    for (const wearer of [sender, { ...receiver, role: 'payroll_officer' }, { ...sender, role: 'counsellor' }])
      await assert.rejects(ask(world, wearer, takeOut), /not yours to take out/)
    await ask(world, receiver, takeOut)
    assert.equal(await rows(world, receiver, 'person', 'id'), 1)
  },
)

databaseTest(
  'two figures of the law for one place and one day are impossible, and an anomaly is opened in one’s own organisation only',
  async (world) => {
    const { organisation, wearing } = await scene(world)
    const away = await world.load((tx) => anOrganisation(tx, { name: 'Ailleurs' }))
    const figure = (first: string) =>
      world.look(
        `insert into law_parameter (id, key, organisation_id, first_day, stored, author, legal_basis, published, recorded_at)
        values (gen_random_uuid(), 'tests/figure', $1, '${first}', '1', 'x', 'x', '2026-01-01', now())`,
        [organisation.id],
      )
    await figure('2026-01-01')
    const open = (
      owner: string,
    ) => `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
    values (gen_random_uuid(), 'tests/rule', '{}', 'hire', gen_random_uuid(), '${owner}', '{}', 'operator', '${TEST_DAY}', now())`
    await ask(world, wearing('counsellor'), open(organisation.id))
    await assert.rejects(ask(world, wearing('counsellor'), open(away.id)), /row-level security/)
    await assert.rejects(figure('2027-01-01'), /law_parameter_one_at_a_time/)
  },
)

databaseTest('a CCAS of Saint-Denis has the day of La Réunion, and each function its own territories', async (world) => {
  const member = await world.load(async (tx) => {
    await aSmallMap(tx)
    await sql`insert into territory (id, kind, code, name, name_key, time_zone, first_day, vintage)
      values ('departement-974', 'departement', '974', 'La Réunion', 'la reunion', 'Indian/Reunion', '1946-03-19', 'test') on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into territory (id, kind, code, name, name_key, first_day, vintage)
      values ('commune-97411', 'commune', '97411', 'Saint-Denis', 'saint denis', '1946-03-19', 'test') on conflict do nothing`.execute(tx)
    await sql`insert into territory_membership (member_id, group_id, first_day, vintage) values ('commune-97411', 'departement-974', '1946-03-19', 'test')
      on conflict do nothing`.execute(tx)
    const organisation = await anOrganisation(tx, { name: 'CCAS de Saint-Denis', functions: ['prescriber'], territory: 'commune-97411' })
    return aMember(tx, organisation, 'prescriber')
  })
  await world.database.beforeActor('open_session', ['hash', member.accountId, 1])
  const found = await world.database.beforeActor<{ answer: { hats: readonly Record<string, unknown>[] } }>('find_session', ['hash'])
  const [hat] = found?.answer.hats ?? []
  assert.equal(hat?.['timeZone'], 'Indian/Reunion')
  assert.deepEqual(hat?.['territoriesBy'], { prescriber: ['commune-97411'] })
})

databaseTest(
  'an author whose service betrays the person is masked from a referent elsewhere too, unless the person agreed',
  async (world) => {
    const { person, organisation, unit, member, wearing } = await scene(world)
    await world.load(async (tx) => {
      await aReferent(tx, { organisation, unit, person, membershipId: member.membershipId, accountId: member.accountId })
      const prison = await anAdviserOf(tx, person, 'SPIP', 'SPIP de l’Aude')
      const [diagnosis] = (await sql<{ id: string }>`select id from diagnosis`.execute(tx)).rows
      await sql`insert into diagnosis_author (diagnosis_id, person_id, organisation_id, unit_id, prescriber_kind, sensitivity)
      select ${diagnosis?.id}, ${person.id}, unit.organisation_id, unit.id, 'SPIP', 'justice' from unit where unit.id = ${prison.unitId}`.execute(
        tx,
      )
    })
    assert.equal(await rows(world, wearing('counsellor'), 'diagnosis_author'), 0)
    await world.load((tx) =>
      sql`insert into sharing_agreement (id, person_id, subject, organisation_id, given_on, recorded_at, recorded_by)
      values (gen_random_uuid(), ${person.id}, 'justice', ${organisation.id}, '2026-11-01', now(), ${member.accountId})`.execute(tx),
    )
    assert.equal(await rows(world, wearing('counsellor'), 'diagnosis_author'), 1)
  },
)

databaseTest('what hangs together is of one person, one right, one organisation: another id is refused by its key', async (world) => {
  const made = await scene(world)
  const other = await world.load(async (tx) => {
    const away = await aReceiver(tx, { name: 'Ailleurs', map: false })
    const someone = await aPerson(tx, { organisation: away.organisation, unit: away.unit, givenNames: 'Awa' })
    const pass = await aPass(tx, someone)
    const application = await anApplication(tx, { person: someone, siae: away.siae, receiver: away.unit, sender: made.sender })
    const suspended = await aPass(tx, someone, { first: '2020-01-06', last: '2022-01-05' })
    return { ...away, pass, application, suspension: await aSuspension(tx, someone, suspended, { first: '2020-05-01' }), someone }
  })
  const request = randomUUID()
  await world.look(
    `insert into prolongation_request (id, pass_id, person_id, siae_id, asking_unit_id, first_day, state, asked_on, recorded_at, recorded_by)
      values ($1, $2, $3, $4, $5, '2028-01-05', 'waiting', '2026-11-21', now(), $1)`,
    [request, other.pass.id, other.someone.id, other.siae.id, other.unit.id],
  )
  const [right] = await world.look('select id from pass where person_id = $1', [made.person.id])
  const prolonged = (person: string, pass: string, first: string) =>
    `insert into prolongation (id, pass_id, person_id, first_day, last_day, request_id, recorded_at, recorded_by)
      values (gen_random_uuid(), '${pass}', '${person}', '${first}', '${first}', '${request}', now(), '${request}')`
  for (const [statement, key] of [
    [`update hire set application_id = '${other.application.id}'`, /hire_of_application/],
    [`update hire set pass_id = '${other.pass.id}'`, /hire_of_pass/],
    [`update hire set siae_id = '${other.siae.id}'`, /hire_of_its_siae/],
    [
      `update application set receiver_siae_id = '${other.siae.id}' where id = '${made.application.id}'`,
      /application_to_a_structure_of_its_carrier/,
    ],
    [`update application_sender set unit_id = '${other.unit.id}'`, /application_sender_unit_of_its_organisation/],
    [`update suspension_version set pass_id = '${other.pass.id}'`, /suspension_version_of_the_same_pass/],
    [prolonged(made.person.id, String(right?.['id']), '2028-02-01'), /prolongation_of_request/],
  ] as const)
    await assert.rejects(
      world.load((tx) => sql.raw(statement).execute(tx)),
      key,
    )
  await world.look(prolonged(other.someone.id, other.pass.id, '2028-02-01'))
  const again = prolonged(other.someone.id, other.pass.id, '2028-03-01')
  await assert.rejects(
    world.load((tx) => sql.raw(again).execute(tx)),
    /prolongation_once_per_request/,
  )
})

databaseTest('a request is read by who asks, a calculation signed by who acts, a perimeter drawn by who steers', async (world) => {
  const { person, siae, unit, organisation, wearing } = await scene(world)
  await world.load((tx) =>
    sql`insert into prolongation_request (id, pass_id, person_id, siae_id, asking_unit_id, first_day, state, asked_on, recorded_at, recorded_by)
      select gen_random_uuid(), pass.id, ${person.id}, ${siae.id}, ${unit.id}, '2028-01-05', 'waiting', ${TEST_DAY}, now(), ${person.id} from pass`.execute(
      tx,
    ),
  )
  assert.equal(await rows(world, wearing('counsellor'), 'prolongation_request'), 1)
  assert.equal(await rows(world, wearing('technical_supervisor'), 'prolongation_request'), 0)
  const calculation = (
    by: string,
  ) => `insert into calculation (id, rule, rule_version, law_version, at_day, inputs, value, steps, recorded_at, recorded_by)
    values (gen_random_uuid(), 'x', 1, 'x', '${TEST_DAY}', '{}', '1', '[]', now(), '${by}')`
  await assert.rejects(ask(world, wearing('counsellor'), calculation(randomUUID())), /row-level security/)
  await ask(world, wearing('counsellor'), calculation(wearing('counsellor').accountId))
  const drawn = (role: string) =>
    ask(
      world,
      wearing(role),
      `insert into territory (id, kind, code, name, name_key, first_day, vintage, recorded_by, organisation_id)
        values ('perimeter-x', 'perimeter', 'x', 'x', 'x', '${TEST_DAY}', 'x', '${wearing(role).accountId}', '${organisation.id}')`,
    )
  await assert.rejects(drawn('counsellor'), /row-level security/)
  await drawn('authority_officer')
})

databaseTest(
  'a working note has one reader; whoever hands it over hands it to a named referent of the same team, and reads it no more',
  async (world) => {
    const { person, organisation, unit, member, wearing } = await scene(world)
    const { heir, director, elsewhere } = await world.load(async (tx) => {
      const heir = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { organisation, unit, person, membershipId: heir.membershipId, accountId: heir.accountId })
      await aNote(tx, { person, organisation, by: member })
      const away = await anOrganisation(tx, { name: 'Ailleurs' })
      const there = await aUnit(tx, away, null, 'Là-bas')
      await givesAccess(tx, person, there)
      const elsewhere = await aMemberIn(tx, away, there, 'counsellor')
      await aReferent(tx, { organisation: away, unit: there, person, membershipId: elsewhere.membershipId, accountId: elsewhere.accountId })
      const director = await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' })
      return { heir, director, elsewhere }
    })
    const mine = wearing('counsellor')
    const theirs = { ...mine, accountId: heir.accountId }
    const read = (wearer: Wearer) => rows(world, wearer, 'working_note', 'id')
    for (const role of ['technical_supervisor', 'payroll_officer', 'assignment_coordinator', 'organisation_administrator'])
      assert.equal(await read(wearing(role)), 0, role)
    assert.deepEqual(
      [await read(mine), await read(theirs), await read({ ...mine, role: 'director', accountId: director.accountId })],
      [1, 0, 0],
    )
    const give = (to: string) => `select hand_over_notes('${to}', '${person.id}') as handed`
    await assert.rejects(ask(world, mine, give(elsewhere.membershipId)), /to a colleague who accompanies/)
    assert.deepEqual(await ask(world, mine, give(director.membershipId)), [{ handed: 0 }], 'a director who is no referent')
    assert.deepEqual(
      await ask(world, theirs, give(heir.membershipId)).catch((fault: Error) => fault.message),
      'notes go from their author to a colleague who accompanies',
    )
    await assert.rejects(ask(world, mine, `update working_note set author_id = '${heir.accountId}'`), /permission denied/)
    assert.deepEqual(await ask(world, mine, give(heir.membershipId)), [{ handed: 1 }])
    assert.deepEqual([await read(mine), await read(theirs)], [0, 1])
  },
)
