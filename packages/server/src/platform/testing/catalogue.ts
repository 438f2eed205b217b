import type { World } from './database-test.ts'

type Look = World['look']

/** Tables that bypass the rule on row security, each with its reason. */
const WITHOUT_ROW_SECURITY: Readonly<Record<string, string>> = {
  migration: 'names and checksums of the scripts applied, read before any role is taken',
}

/** Functions that run with the rights of their owner. Adding one is a review: what does it answer to a stranger, and how often? */
const DEFINER_FUNCTIONS: Readonly<Record<string, string>> = {
  month_lines: 'hours and days, no name; only for who validates the months of its carrier',
  take_rate: 'counts one try of a stranger; answers yes or no',
  deployment_purpose: 'one public word',
  sealed_samples: 'when a server starts; one text for each key, closed to whoever has not that key',
  find_credential: 'sign-in only; limited by address and by caller before it is asked',
  open_session: 'sign-in only; answers whether the account is active',
  end_session: 'needs the hash of the token, which only its browser has',
  find_session: 'needs the hash of the token, which only its browser has',
  find_space: 'needs the hash of the token, which only its browser has',
  redeem_link: 'needs the hash of a code of sixty bits; limited by caller before it is asked, five wrong secrets close it',
  open_space: 'needs the hash of a code; answers whether its space opened',
  message_opposed: 'a trigger: a message that the person refused never leaves, and nobody is told',
  own_access: 'only in the space of the person, about them',
  own_notes_kept_back: 'only in the space of the person, about them: how many',
  notes_to_produce:
    'only for those of the organisation asked who keep files, and hold the person: whose notes, how many, not a word of them',
  own_readings: 'only in the space of the person, about them',
  failed_deliveries: 'administrators and jobs; names and ids, no message',
  account_with_address: 'the id of an account or nothing, for an address typed whole by somebody who adds a member',
  match_person: 'none, one or several; twenty a day and account',
  create_person: 'writes for a unit of the asker only',
  replace_name: 'only who holds the person and keeps files, never after a death',
  keep_identity: 'a trigger: what an identity was before a correction, read by nobody',
  withdraw_new_person: 'yes or no; only who opened the file, for thirty days, while nothing rests on it and nobody else read it',
  grant_access: 'only who holds the person, and only the circles that each source opens',
  end_access: 'only who holds the person, and the rights of their own act',
  access_of: 'only who holds the person; of another organisation, never its name',
  request_attachment: 'never says who holds; twenty a day and account',
  waiting_attachments: 'only who holds the person; on paper, only with the code',
  take_code_try: 'counts one code typed; answers yes or no',
  answer_attachment: 'only who holds the person, never the one who asked',
  propose_merge: 'administrators, or who holds both files',
  confirm_merge: 'administrators, never the one who proposed',
  undo_merge: 'administrators',
  merges_to_decide: 'administrators',
  merged_file: 'only who holds the file it became',
  last_application_to: 'a date, only for who holds the person',
  send_application: 'only from a unit of the asker that holds the person',
  transfer_application: 'only the receiver, inside one organisation',
  take_out_application: 'only the receiver, of what was put away',
  hire_behind_access: 'a trigger: refuses a right that no hire opens',
  access_ends_with_work: 'a trigger: ends the right that a cancelled hire had opened',
  open_running_hires: 'jobs only, for a team that an event says was added; the work of its own structure, as a hire opens it',
  running_stays: 'the structure and the counsellor, only for who holds the person',
  contracts_elsewhere: 'the minimal view of other structures, only for who employs the person',
  pass_serves_another_hire: 'yes or no, only for who holds the person',
  contracts_of_every_employer: 'days and hours of the last year, no name and no id of another employer; only for who writes contracts',
  silence_person: 'only after a death, for who holds the person',
  addresses_following: 'jobs only, to write to the team of a structure',
  open_prescription_cases: 'only the authority that found it',
  retry_delivery: 'administrators; an id and a name, already on their page',
  retention_due: 'administrators and jobs; counts, nobody',
  end_access_left_alone: 'jobs; ends rights and answers where to go on, nobody',
  apply_retention: 'jobs, and only what an administrator confirmed',
  hand_over_notes: 'only the author, to a named referent of the same team; a count',
  erase_ended_notes: 'jobs only; a count, nobody',
  read_with_reason: 'only the director of a team that holds the person, for themselves and that day; ten a day and account',
  exit_facts: 'exits of the asker’s own organisation: nobody is named, no reason that is kept from somebody',
  exit_follow_up: 'days and words of a list, only for who follows the person where they left; never where they came back',
  exits_followed: 'the same, for the people whom the asker’s teams hold',
  open_follow_up: 'only with an address and its code, five tries; the name of the structure, nothing of the person',
  answer_follow_up: 'only with an address and its code, once',
  insertion_contract_ends: 'contracts ended in the asker’s own organisation: nobody is named, no reason that is kept from somebody',
  take_back_workshop: 'only whoever recorded it, in their organisation; answers yes or no',
  succeed_siae: 'only who steers the carrier that takes over, or the one that ends when nobody does',
}

/** What each login role may become, and nothing else. */
const MAY_BECOME: Readonly<Record<string, string>> = { maillage_web: 'maillage_app, maillage_public', maillage_worker: 'maillage_job' }

const BYPASSES = new Set(['maillage_owner', 'maillage_loader'])

/** What a request may only add to: changing it would rewrite history. */
const INSERT_ONLY = ['audit', 'audit_seal', 'audit_seal_line', 'event', 'calculation', 'request_outcome']

type Rule = (look: Look) => Promise<readonly string[]>

const names = async (look: Look, text: string): Promise<string[]> => (await look(text)).map((row) => String(row['name']))

const rowSecurity: Rule = async (look) => {
  const open = await names(
    look,
    `select relname as name from pg_class where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity) order by 1`,
  )
  return open.filter((name) => !(name in WITHOUT_ROW_SECURITY)).map((name) => `table ${name}: row security is not enabled and forced`)
}

const namedPolicies: Rule = async (look) =>
  (
    await names(
      look,
      `select tablename || '.' || policyname as name from pg_policies where schemaname = 'maillage' and 'public' = any (roles) order by 1`,
    )
  ).map((name) => `policy ${name}: applies to public, name its roles`)

const invokerViews: Rule = async (look) =>
  (
    await names(
      look,
      `select relname as name from pg_class where relnamespace = 'maillage'::regnamespace and (relkind = 'm'
         or relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']) order by 1`,
    )
  ).map((name) => `view ${name}: is not security_invoker, it would read with the rights of its owner`)

const definerFunctions: Rule = async (look) => {
  const rows = await look(
    `select proname as name, exists (select from unnest(coalesce(proconfig, '{}')) as setting where setting ~ '^search_path=.*pg_temp"?$') as fixed,
       proacl is null or exists (select from aclexplode(proacl) where grantee = 0) as everybody
     from pg_proc where pronamespace = 'maillage'::regnamespace and prosecdef order by 1`,
  )
  return rows.flatMap((row) => [
    ...(String(row['name']) in DEFINER_FUNCTIONS
      ? []
      : [
          `function ${String(row['name'])}: runs as its owner and is not in the reviewed list (DEFINER_FUNCTIONS, platform/testing/catalogue.ts)`,
        ]),
    ...(row['fixed'] ? [] : [`function ${String(row['name'])}: runs as its owner without a search_path that ends with pg_temp`]),
    ...(row['everybody'] ? [`function ${String(row['name'])}: runs as its owner and anybody may call it`] : []),
  ])
}

// A partial index does not serve the check of a key; the order of the columns inside the key does not matter.
const indexedKeys: Rule = async (look) =>
  (
    await names(
      look,
      `select conrelid::regclass || '.' || conname as name from pg_constraint
       where connamespace = 'maillage'::regnamespace and contype = 'f' and not exists (
         select from pg_index
         where indrelid = conrelid and indpred is null and indisvalid
           and (select array_agg(key order by key) from unnest(conkey) as key)
             = (select array_agg(key order by key) from unnest((indkey::int2[])[0:cardinality(conkey) - 1]) as key)) order by 1`,
    )
  ).map((name) => `foreign key ${name}: no index begins with its columns`)

const visibility: Rule = async (look) =>
  (
    await names(
      look,
      `select relname as name from pg_class where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p')
         and coalesce(obj_description(oid, 'pg_class'), '') !~ '^V[0-9]' order by 1`,
    )
  ).map((name) => `table ${name}: its comment does not begin with who sees it (V0 to V9)`)

const loginRoles: Rule = async (look) => {
  const rows = await look(
    `select rolname as name, rolinherit, rolsuper or rolcreaterole or rolcreatedb or rolreplication as powerful, rolbypassrls,
       (select string_agg(pg_get_userbyid(roleid), ', ' order by pg_get_userbyid(roleid)) from pg_auth_members where member = pg_roles.oid) as becomes,
       exists (select from pg_auth_members as given where given.member = pg_roles.oid and to_jsonb(given) ->> 'inherit_option' = 'true') as inherits,
       exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = pg_roles.oid and deptype = 'o') as owns
     from pg_roles where rolname like 'maillage\\_%' and rolname <> 'maillage_superuser' order by 1`,
  )
  return rows.flatMap((row) => {
    const name = String(row['name'])
    const becomes = typeof row['becomes'] === 'string' ? row['becomes'] : ''
    return [
      ...(row['rolinherit'] || row['inherits'] ? [`role ${name}: inherits the rights of the roles it may take`] : []),
      ...(row['powerful'] ? [`role ${name}: may change the cluster`] : []),
      ...(row['rolbypassrls'] && !BYPASSES.has(name) ? [`role ${name}: bypasses row security`] : []),
      ...(becomes === (MAY_BECOME[name] ?? '') ? [] : [`role ${name}: may become ${becomes || 'nobody'}`]),
      ...(row['owns'] && name !== 'maillage_owner' ? [`role ${name}: owns something`] : []),
    ]
  })
}

const insertOnly: Rule = async (look) =>
  (
    await names(
      look,
      `select grantee || ' on ' || relname as name from unnest(array[${INSERT_ONLY.map((table) => `'${table}'`).join(', ')}]) as relname,
         unnest(array['maillage_app', 'maillage_public']) as grantee
       where has_table_privilege(grantee, 'maillage.' || relname, 'delete') or has_table_privilege(grantee, 'maillage.' || relname, 'truncate')
         or has_any_column_privilege(grantee, 'maillage.' || relname, 'update') order by 1`,
    )
  ).map((name) => `${name}: may change or delete what is only ever added`)

const nothingToPublic: Rule = async (look) =>
  (
    await names(
      look,
      `select relname as name from pg_class where relnamespace in ('maillage'::regnamespace, 'pgboss'::regnamespace) and (
         exists (select from aclexplode(relacl) where grantee = 0)
         or exists (select from pg_attribute, aclexplode(attacl) where attrelid = pg_class.oid and grantee = 0)) order by 1`,
    )
  ).map((name) => `${name}: grants something to everybody`)

const schemas: Rule = async (look) =>
  (
    await names(
      look,
      `select nspname || ' to ' || case grantee when 0 then 'everybody' else pg_get_userbyid(grantee) end as name
       from pg_namespace, aclexplode(nspacl)
       where grantee <> nspowner and (nspname = 'pgboss' and pg_get_userbyid(grantee) <> 'maillage_job'
         or nspname = 'maillage' and (grantee = 0 or privilege_type <> 'USAGE')) order by 1`,
    )
  ).map((name) => `schema ${name}: granted too widely`)

const RULES: readonly Rule[] = [
  rowSecurity,
  namedPolicies,
  invokerViews,
  definerFunctions,
  indexedKeys,
  visibility,
  loginRoles,
  insertOnly,
  nothingToPublic,
  schemas,
]

/** What the catalogue of this database owes to the design (docs: data and access), one sentence a fault. */
export async function catalogueFaults(look: Look): Promise<readonly string[]> {
  const faults: string[] = []
  for (const rule of RULES) faults.push(...(await rule(look)))
  return faults
}
