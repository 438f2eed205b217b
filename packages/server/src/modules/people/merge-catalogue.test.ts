import assert from 'node:assert/strict'
import { databaseTest } from '../../platform/testing/database-test.ts'

/** Tables that a merge leaves as they are, or moves by a rule of its own. */
const APART: Readonly<Record<string, string>> = {
  person_name: 'the names stay with the file that bore them',
  person_version: 'what was corrected stays with the file that said it',
  legal_representative: 'that of the kept file stands, the other stays where it is',
  person_access: 'a right that the kept file already gives stays where it is',
  access_log: 'it says which file was read',
}

databaseTest('whatever names a person follows them when two files become one', async ({ look }) => {
  const holding = await look(`
    select relname as name,
      exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'f' and confrelid = 'person'::regclass and cardinality(conkey) = 1
        and conkey[1] = attnum) as by_itself,
      exists (select from pg_attribute as id where id.attrelid = pg_class.oid and id.attname = 'id') as has_id
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where attname = 'person_id' and relkind = 'r' and relnamespace = 'maillage'::regnamespace order by 1`)
  const hanging = await look(`
    select conrelid::regclass::text as name, confupdtype = 'c' and condeferrable as follows from pg_constraint
    where contype = 'f' and connamespace = 'maillage'::regnamespace and cardinality(conkey) > 1
      and exists (select from pg_attribute where attrelid = conrelid and attnum = any (conkey) and attname = 'person_id')`)
  const faults = holding.flatMap(({ name: table, by_itself, has_id }) => {
    const name = String(table)
    const keys = hanging.filter((each) => each['name'] === name)
    if (name in APART) return []
    if (!by_itself && keys.length === 0) return [`${name}: person_id refers to nothing, a merge would leave it behind`]
    if (by_itself && !has_id) return [`${name}: has no id, so that a merge could not be undone`]
    return keys.every(({ follows }) => follows)
      ? []
      : [`${name}: write its key (…, person_id) « on update cascade deferrable initially immediate »`]
  })
  assert.deepEqual(faults, [])
})
