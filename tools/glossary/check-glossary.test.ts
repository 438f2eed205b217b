import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GlossaryEntry } from '../../packages/server/src/platform/documents/glossary.ts'
import { checkGlossary } from './check-glossary.ts'
import { forbiddenNames } from './forbidden-names.ts'
import { namesInCode } from './names-in-code.ts'

function entry(change: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return {
    theme: 'Thème',
    term: 'frein',
    acronym: null,
    definition: 'Une difficulté.',
    identifier: 'barrier',
    source: 'usage du secteur',
    folder: 'accompaniment',
    notToConfuseWith: null,
    ...change,
  }
}

const file = (path: string, text: string) => ({ path, text })

function refused(
  entries: readonly GlossaryEntry[],
  sentence: RegExp,
  files: readonly { path: string; text: string }[] = [],
  order: readonly string[] = [],
) {
  const found = checkGlossary(entries, files, order)
  assert.equal(found.length, 1, found.join('\n'))
  assert.match(found[0] ?? '', sentence)
}

test('a glossary that tells the truth has no fault', () => {
  assert.deepEqual(checkGlossary([entry(), entry({ term: 'agent', identifier: null })], [], ['accompaniment']), [])
})

test('a term has one line and an identifier stands for one term', () => {
  refused([entry(), entry({ identifier: null })], /"frein" has two lines/)
  refused([entry(), entry({ term: 'obstacle' })], /The identifier barrier stands for two terms/)
})

test('an entry names a slice, has a sentence for definition and no markup', () => {
  refused([entry({ folder: 'barriers' })], /lives in barriers, which is no slice/)
  refused([entry({ definition: 'une difficulté' })], /is not a sentence/)
  refused([entry({ definition: 'Une **difficulté**.' })], /has markup/)
  refused([entry({ identifier: 'bar-rier' })], /no name of the code/)
})

test('a word whose table is made by the migration of a slice lives in that slice', () => {
  const table = 'create table barrier (\n  id uuid primary key\n);'
  refused(
    [entry()],
    /lives in accompaniment, and its table is made by packages\/server\/src\/migrations\/0009-exits\.sql, line 1: correct its folder/,
    [file('packages/server/src/migrations/0009-exits.sql', table)],
  )
  assert.deepEqual(checkGlossary([entry()], [file('packages/server/src/migrations/0009-accompaniment.sql', table)], []), [])
  // What the platform makes for every slice is nobody's.
  assert.deepEqual(checkGlossary([entry()], [file('packages/server/src/migrations/0001-platform.sql', table)], []), [])
})

test('every slice of the application has a word in the glossary', () => {
  refused([entry()], /The slice exits has no word/, [], ['accompaniment', 'exits'])
})

test('names are read from exports, tables and columns, not from tests nor from the tables of a library', () => {
  const files = [
    file(
      'packages/rules/src/pass-iae/a.ts',
      'export async function lastDay() {}\n// export const gone = 1\nexport type Pass = string\nconst inside = 1',
    ),
    file('packages/rules/src/pass-iae/a.test.ts', 'export const tested = 1'),
    file(
      'packages/server/src/migrations/0001-a.sql',
      'create table siae_stay (\n  person_id uuid not null,\n  constraint x check (true)\n);\ncreate table pgboss.queue (\n  retry_delay integer\n);',
    ),
  ]
  assert.deepEqual(
    namesInCode(files).map(({ name, kind, line }) => [name, kind, line]),
    [
      ['lastDay', 'export', 1],
      ['Pass', 'export', 3],
      ['siaeStay', 'table', 1],
      ['personId', 'column', 1],
    ],
  )
})

test('a false friend in a name is found with what to write instead', () => {
  const said = (name: string) => forbiddenNames([{ name, file: 'packages/rules/src/a.ts', line: 3, kind: 'export' }])
  assert.deepEqual(said('delayDays'), [
    'packages/rules/src/a.ts, line 3: the name delayDays says "delay". Write timeLimit for a délai, responseTime or entryTime for how long it took (docs/glossary.md).',
  ])
  for (const name of ['brakes', 'HousingBrake', 'balance', 'UserName', 'hasFrein', 'SORTIE_KINDS', 'privateNotes'])
    assert.equal(said(name).length, 1, name)
  for (const name of ['balanceSheet', 'BALANCE_SHEET', 'delegation', 'useForm', 'userland', 'review', 'hostClient'])
    assert.deepEqual(said(name), [], name)
})
