import assert from 'node:assert/strict'
import { databaseTest } from '../../platform/testing/database-test.ts'

/** What forgetting a person does to each table that names one; a table that is not here is one nobody decided about (0060-keeping.sql, forget_person). */
const DECIDED: Readonly<Record<string, 'erased' | 'emptied' | `kept: ${string}`>> = {
  access_log: 'erased',
  application: 'emptied',
  attachment_request: 'erased',
  contact: 'erased',
  contact_version: 'erased',
  contract: 'kept: days and hours, counted',
  contract_version: 'emptied',
  criterion: 'emptied',
  diagnosis: 'kept: verdict and levels, counted; its author and reasons go',
  diagnosis_author: 'erased',
  diagnosis_reason: 'erased',
  exit: 'kept: counted',
  exit_change: 'erased',
  exit_reason: 'kept: a code of the nomenclature, counted',
  exit_version: 'kept: days, counted',
  hire: 'kept: counted',
  hours: 'kept: counted',
  hours_version: 'emptied',
  import_line: 'emptied',
  legal_representative: 'erased',
  mail: 'erased',
  pass: 'kept: days of the right, counted',
  pass_closure: 'kept: days, counted',
  pass_last_day: 'kept: days, counted',
  pass_move: 'kept: days, counted',
  pass_reason: 'erased',
  person_access: 'erased',
  person_month: 'kept: the figures themselves',
  person_name: 'erased',
  prolongation: 'kept: days, counted',
  prolongation_request: 'emptied',
  referent: 'erased',
  sharing_agreement: 'erased',
  siae_stay: 'kept: counted',
  suspension: 'kept: days, counted',
  suspension_version: 'kept: days, counted',
}

databaseTest('every table that names a person says what becomes of it when the person is forgotten', async ({ look }) => {
  const rows = await look(
    `select relname::text as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'person_id'
     where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(DECIDED),
  )
})

databaseTest('what is said to be erased or emptied is in the function that forgets', async ({ look }) => {
  const [row] = await look("select prosrc from pg_proc where proname = 'forget_person'")
  const source = String(row?.['prosrc'])
  for (const [table, fate] of Object.entries(DECIDED)) {
    if (fate === 'erased') assert.match(source, new RegExp(`delete from ${table} as gone`), table)
    else if (fate === 'emptied') assert.match(source, new RegExp(`update ${table} as kept`), table)
    else assert.doesNotMatch(source, new RegExp(`(delete from|update) ${table} `), table)
  }
})
