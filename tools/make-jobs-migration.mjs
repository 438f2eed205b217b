// Writes the migration of the job queue from the queue's own plans. Run when the library is upgraded: a new number, never an edit.
import { writeFileSync } from 'node:fs'
import { getConstructionPlans } from 'pg-boss'

const plans = getConstructionPlans('pgboss', { createSchema: false }).replace(/^\s*(BEGIN|COMMIT);\s*$/gim, '')
const grants = `
grant select, insert, update, delete, truncate on all tables in schema pgboss to maillage_job;
grant execute on all functions in schema pgboss to maillage_job;
grant usage on all sequences in schema pgboss to maillage_job;
`
writeFileSync(
  new URL('../packages/server/src/migrations/0002-jobs.sql', import.meta.url),
  `-- The tables of the job queue (pg-boss), as the library itself describes them, owned by maillage_owner and used by maillage_job.\n${plans}\n${grants}`,
)
