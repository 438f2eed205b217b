import assert from 'node:assert/strict'
import { databaseTest } from '../../platform/testing/database-test.ts'

/** What forgetting a person does to each table that names one; a table that is not here is one nobody decided about (0060-keeping.sql, forget_person). */
const DECIDED: Readonly<Record<string, 'erased' | 'emptied' | `kept: ${string}`>> = {
  access_log: 'erased',
  access_request: 'erased',
  accompaniment_act: 'emptied',
  after_exit_answer: 'kept: words of a list, counted',
  after_exit_link: 'erased',
  after_exit_opposition: 'erased',
  anomaly: 'erased',
  application: 'emptied',
  application_party: 'erased',
  application_sender: 'erased',
  application_transition: 'emptied',
  assignment: 'emptied',
  attachment_request: 'erased',
  attendance: 'erased',
  attendance_version: 'erased',
  availability: 'erased',
  barrier: 'erased',
  barrier_version: 'erased',
  contact: 'erased',
  contact_version: 'erased',
  contract: 'kept: days and hours, counted',
  contract_version: 'emptied',
  counsellor_message: 'erased',
  criterion: 'emptied',
  diagnosis: 'kept: verdict and levels, counted; its author and reasons go',
  diagnosis_author: 'erased',
  diagnosis_reason: 'erased',
  exit: 'kept: counted',
  exit_change: 'erased',
  exit_reason: 'erased',
  exit_version: 'kept: days, counted',
  goal: 'erased',
  goal_version: 'erased',
  hire: 'kept: counted',
  hours: 'kept: counted',
  hours_version: 'emptied',
  immersion: 'emptied',
  import_line: 'emptied',
  legal_representative: 'erased',
  mail: 'erased',
  next_step_outcome: 'kept: a code and days, no text',
  nir: 'erased',
  opposition: 'erased',
  pass: 'emptied',
  pass_closure: 'kept: days, counted',
  pass_last_day: 'kept: days, counted',
  pass_move: 'kept: days, counted',
  pass_reason: 'erased',
  pathway_action: 'erased',
  pathway_action_version: 'erased',
  person_access: 'erased',
  person_merge: 'kept: which file joined which, counted once',
  person_merge_row: 'kept: ids',
  person_month: 'emptied',
  person_name: 'erased',
  person_version: 'erased',
  produced_file: 'kept: ids of facts, never a value',
  prolongation: 'kept: days, counted',
  prolongation_request: 'emptied',
  referent: 'erased',
  review: 'erased',
  review_answer: 'erased',
  shared_step: 'erased',
  sharing_agreement: 'erased',
  siae_stay: 'kept: counted',
  skill_sighting: 'erased',
  space_key: 'erased',
  space_session: 'erased',
  strength: 'erased',
  suspension: 'kept: days, counted',
  suspension_version: 'kept: days, counted',
  time_statement: 'kept: hours of days, counted',
  tripartite_meeting: 'emptied',
  work_constraint: 'erased',
  working_note: 'erased',
}

databaseTest(
  'every table that names a person, or hangs on one that does, says what becomes of it when the person is forgotten',
  async ({ look }) => {
    const rows = await look(
      `with recursive named as (
       select attrelid as place from pg_attribute join pg_class on pg_class.oid = attrelid
       where attname in ('person_id', 'facts') and relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p')
       union select 'maillage.person'::regclass
       union select conrelid from pg_constraint join named on confrelid = place where contype = 'f')
     select relname::text as name from named join pg_class on pg_class.oid = place where relname <> 'person' order by 1`,
    )
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(DECIDED),
    )
  },
)

databaseTest('what is said to be erased or emptied is in the function that forgets', async ({ look }) => {
  const [row] = await look("select prosrc from pg_proc where proname = 'forget_person'")
  const source = String(row?.['prosrc'])
  for (const [table, fate] of Object.entries(DECIDED)) {
    if (fate === 'erased') assert.match(source, new RegExp(`delete from ${table} as gone`), table)
    else if (fate === 'emptied') assert.match(source, new RegExp(`update ${table} as kept`), table)
    else assert.doesNotMatch(source, new RegExp(`(delete from|update) ${table} `), table)
  }
})
