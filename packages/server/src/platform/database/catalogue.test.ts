import assert from 'node:assert/strict'
import { catalogueFaults } from '../testing/catalogue.ts'
import { databaseTest } from '../testing/database-test.ts'

databaseTest('the catalogue owes nothing to the design', async ({ look }) => {
  assert.deepEqual(await catalogueFaults(look), [])
})

// A rule that cannot fail protects nothing: each mistake below is made, then seen.
const asSuperuser = (statement: string) => `do $$ begin set local role none; ${statement}; end $$`
const SOUND = `create table late (id uuid primary key); comment on table late is 'V2.'; alter table late enable row level security; alter table late force row level security`

const MISTAKES: readonly (readonly [title: string, script: string, fault: RegExp])[] = [
  ['a table without row security', `create table late (id uuid primary key); comment on table late is 'V0.'`, /^table late: row security/],
  [
    'row security not forced on the owner',
    `create table late (id uuid primary key); comment on table late is 'V0.'; alter table late enable row level security`,
    /^table late: row security/,
  ],
  ['a policy for everybody', `${SOUND}; create policy open_door on late using (true)`, /^policy late.open_door: applies to public/],
  ['a view that reads as its owner', 'create view peek as select * from account', /^view peek: is not security_invoker/],
  [
    'a copy of a table outside row security',
    'create materialized view peek as select * from account',
    /^view peek: is not security_invoker/,
  ],
  [
    'a definer function nobody reviewed',
    `create function peek() returns bigint language sql security definer set search_path = maillage, pg_temp as 'select count(*) from account'; revoke all on function peek from public`,
    /^function peek: runs as its owner and is not in the reviewed list/,
  ],
  [
    'a definer function on the path of its caller',
    'alter function find_credential reset search_path',
    /^function find_credential: .* without a search_path/,
  ],
  [
    'a definer function whose path lets temporary tables come first',
    'alter function find_credential set search_path = maillage',
    /^function find_credential: .* without a search_path/,
  ],
  ['a definer function for anybody', 'grant execute on function end_session to public', /^function end_session: .* anybody may call it/],
  [
    'a foreign key without its index',
    `${SOUND}; alter table late add column account_id uuid references account`,
    /^foreign key late.late_account_id_fkey: no index/,
  ],
  [
    'a foreign key with a partial index only',
    `${SOUND}; alter table late add column account_id uuid references account; create index on late (account_id) where account_id is not null`,
    /^foreign key late.late_account_id_fkey: no index/,
  ],
  ['a table that does not say who sees it', `${SOUND}; comment on table late is 'To be written.'`, /^table late: its comment/],
  ['a login role that inherits', asSuperuser('alter role maillage_web inherit'), /^role maillage_web: inherits/],
  [
    'a login role that may become the loader',
    asSuperuser('grant maillage_loader to maillage_web'),
    /^role maillage_web: may become .*loader/,
  ],
  ['a request role that bypasses row security', asSuperuser('alter role maillage_app bypassrls'), /^role maillage_app: bypasses/],
  [
    'a login role that owns a table',
    asSuperuser('create table public.mine (id integer); alter table public.mine owner to maillage_web'),
    /^role maillage_web: owns/,
  ],
  ['an audit that requests may correct', 'grant update (fields) on audit to maillage_app', /^maillage_app on audit: may change/],
  ['events that requests may delete', 'grant delete on event to maillage_app', /^maillage_app on event: may change/],
  ['a table granted to everybody', 'grant select on account to public', /^account: grants something to everybody/],
  ['a column granted to everybody', 'grant select (email) on account to public', /^account: grants something to everybody/],
  ['the job queue open to requests', 'grant usage on schema pgboss to maillage_app', /^schema pgboss to maillage_app/],
  ['a role that may create tables', 'grant create on schema maillage to maillage_app', /^schema maillage to maillage_app/],
]

for (const [title, script, fault] of MISTAKES) {
  databaseTest(`${title} is seen`, async ({ look }) => {
    const statements = script.startsWith('do $$') ? [script] : script.split('; ')
    for (const statement of statements) await look(statement)
    const faults = await catalogueFaults(look)
    assert.ok(
      faults.some((each) => fault.test(each)),
      `reported: ${faults.join(' · ') || 'nothing'}`,
    )
  })
}

databaseTest(
  'the session of each page is found without compiling its plan: at the size of a country that took five seconds',
  async ({ look }) => {
    assert.deepEqual(await look("select 'jit=off' = any (proconfig) as plain from pg_proc where proname = 'find_session'"), [
      { plain: true },
    ])
  },
)
