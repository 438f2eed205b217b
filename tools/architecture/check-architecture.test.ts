import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breachSentence } from './breach.ts'
import { checkArchitecture } from './check-architecture.ts'
import { sliceOrder } from './slice-order.ts'

const MODULES = 'packages/server/src/modules'

const APP = `import { people } from './modules/people/index.ts'
import { passIae as pass, REASONS } from './modules/pass-iae/index.ts'
import { territories } from './modules/territories/index.ts'
/** Every slice. */
export const slices: readonly Slice[] = [
  territories, // lowest
  people,
  passIae,
] as const
`

/** The sentences for a fabricated repository: path → text. */
function breaches(files: Readonly<Record<string, string>>, app = APP): string[] {
  const all = { 'packages/server/src/app.ts': app, ...files }
  return checkArchitecture(Object.entries(all).map(([path, text]) => ({ path, text }))).map(breachSentence)
}

function refused(path: string, text: string, sentence: RegExp) {
  const found = breaches({ [path]: text })
  assert.equal(found.length, 1, `${path}: ${text}\n${found.join('\n')}`)
  assert.match(found[0] ?? '', sentence)
}

function accepted(files: Readonly<Record<string, string>>) {
  assert.deepEqual(breaches(files), [])
}

test('the order of the slices is read from the list of app.ts, whatever the order of its imports', () => {
  assert.deepEqual(sliceOrder([{ path: 'packages/server/src/app.ts', text: APP }]), ['territories', 'people', 'pass-iae'])
  assert.deepEqual(sliceOrder([]), [])
})

test('a breach is one sentence with the file, the line, what is forbidden and what to do instead', () => {
  assert.deepEqual(breaches({ 'packages/ui/src/card.tsx': "import { h } from 'preact'\n\nimport { x } from '@maillage/rules'\n" }), [
    'packages/ui/src/card.tsx, line 3: the design system imports the rules (@maillage/rules). Take the text or the element as a property: the design system knows no slice.',
  ])
})

test('each layer may import those below it', () => {
  accepted({
    'packages/kernel/src/money.ts': "import { x } from './brand.ts'",
    'packages/kernel/src/money.test.ts': "import { test } from 'node:test'\nimport fc from 'fast-check'",
    'packages/rules/src/pass-iae/last-day.ts':
      "import { day } from '@maillage/kernel'\nimport { texts } from '../parameters/texts.ts'\nimport { r } from '../reasons.ts'\nimport { p } from '../people/index.ts'",
    'packages/rules/src/national-law.ts': "import * as a from './parameters/a.ts'\nimport { b } from './pass-iae/b.ts'",
    'packages/ui/src/card.tsx': "import { h } from 'preact'\nimport { day } from '@maillage/kernel'",
    'packages/server/src/platform/http/page.ts':
      "import Fastify from 'fastify'\nimport { Layout } from '@maillage/ui'\nimport { x } from '../clock.ts'",
    [`${MODULES}/people/pages/person-page.tsx`]:
      "import { Card } from '@maillage/ui'\nimport { ageOn } from '@maillage/rules/people'\nimport { communes } from '../../territories/index.ts'\nimport { page } from '../../../platform/http/page.ts'\nimport { store } from '../store.ts'",
    'packages/server/src/main.ts': "import { slices } from './app.ts'",
    'demo/start.ts': "import { serve } from '../packages/server/src/main.ts'\nconst now = Date.now()",
  })
})

test('no layer imports one above it', () => {
  refused('packages/kernel/src/a.ts', "import { x } from '@maillage/rules'", /the kernel imports the rules/)
  refused('packages/kernel/src/a.ts', "export * from '../../ui/src/index.ts'", /the kernel imports the design system/)
  refused(
    'packages/rules/src/people/a.ts',
    "import type { Ctx } from '@maillage/server'",
    /people \(the rules\) imports the top of the server/,
  )
  refused('packages/rules/src/people/a.ts', "import { Card } from '@maillage/ui'", /the rules\) imports the design system/)
  refused('packages/server/src/platform/http/a.ts', "import { people } from '../../modules/people/index.ts'", /the platform imports people/)
  refused('packages/server/src/platform/law.ts', "import { nationalLaw } from '@maillage/rules'", /the platform imports the rules/)
  refused(`${MODULES}/people/a.ts`, "import { slices } from '../../app.ts'", /imports the top of the server/)
})

test('nothing imports demo, journeys, bench or tools, tests included', () => {
  for (const folder of ['demo', 'journeys', 'bench', 'tools'])
    for (const file of ['a.ts', 'a.test.ts'])
      refused(`packages/ui/src/${file}`, `import { x } from '../../../${folder}/x.ts'`, /imports demo, journeys, bench or tools/)
})

test('every form of import is seen: several lines, types, re-exports, side effects, dynamic', () => {
  const path = 'packages/kernel/src/a.ts'
  for (const [text, line] of [
    ["const a = 1\nimport {\n  type B,\n  c,\n} from '@maillage/ui'", 2],
    ["import type { A } from '@maillage/ui'", 1],
    ["import type A from '@maillage/ui'", 1],
    ["import a, { b } from '@maillage/ui'", 1],
    ["import * as a from '@maillage/ui'", 1],
    ["export { a } from '@maillage/ui'", 1],
    ["export * from '@maillage/ui'", 1],
    ["export * as a from '@maillage/ui'", 1],
    ["import '@maillage/ui'", 1],
    ["export const a = 1\nexport const b = await import('@maillage/ui')", 2],
    ["export type A = import('@maillage/ui').A", 1],
  ] as const)
    refused(path, text, new RegExp(`line ${line}: the kernel imports the design system`))
})

test('what a comment says is neither an import nor a clock', () => {
  accepted({
    'packages/kernel/src/a.ts':
      "/**\n * import { x } from '@maillage/ui'\nimport { y } from '@maillage/ui'\n */\n// import '@maillage/ui'\nconst a = 1 // never new Date()\nconst url = 'https://example.fr'",
  })
})

test('a package is imported by its name, not through its folders', () => {
  refused(
    'packages/ui/src/a.ts',
    "import { day } from '../../kernel/src/index.ts'",
    /crosses into another package\. Import @maillage\/kernel/,
  )
})

test('kernel and rules are pure: no library, nothing of Node', () => {
  refused('packages/kernel/src/a.ts', "import { readFileSync } from 'node:fs'", /the kernel imports node:fs/)
  refused('packages/rules/src/people/a.ts', "import { z } from 'zod'", /people \(the rules\) imports zod/)
})

test('a slice imports only the door of a lower slice', () => {
  refused(
    `${MODULES}/people/a.ts`,
    "import { x } from '../territories/store.ts'",
    /people imports the inside of territories \(territories\/store\.ts\)/,
  )
  refused(`${MODULES}/people/a.ts`, "import { x } from '../pass-iae/index.ts'", /people imports pass-iae, a slice higher in the order/)
  refused(
    'packages/rules/src/people/a.ts',
    "import { x } from '../pass-iae/index.ts'",
    /people imports pass-iae, a slice higher in the order/,
  )
  refused('packages/rules/src/pass-iae/a.ts', "import { x } from '../people/age.ts'", /pass-iae imports the inside of people/)
  refused('packages/rules/src/unlisted/a.ts', "import { x } from '../people/age.ts'", /unlisted imports the inside of people/)
})

test('a test may use the builders of a lower slice and start the application, never the inside of another slice', () => {
  accepted({
    [`${MODULES}/people/queries/card.test.ts`]:
      "import { aCommune } from '../../territories/fixtures.ts'\nimport { makeServer } from '../../../app.ts'\nimport { databaseTest } from '../../../platform/testing/database-test.ts'",
    [`${MODULES}/people/fixtures.ts`]: "import { aCommune } from '../territories/fixtures.ts'",
    [`${MODULES}/people/route-expectations.ts`]:
      "import { aPerson } from './fixtures.ts'\nimport type { Route } from '../../platform/testing/route.ts'",
    'packages/server/src/platform/testing/database-test.ts': "import { makeServer } from '../../app.ts'",
  })
  refused(
    `${MODULES}/people/fixtures.ts`,
    "import { t } from '../territories/tables.ts'",
    /Use what territories\/index\.ts or territories\/fixtures\.ts exports/,
  )
  refused(`${MODULES}/people/a.test.ts`, "import { x } from '../pass-iae/fixtures.ts'", /a slice higher in the order/)
})

test('the program does not use what is made for tests', () => {
  refused(`${MODULES}/people/store.ts`, "import { aPerson } from './fixtures.ts'", /made for tests/)
  refused(`${MODULES}/people/store.ts`, "import { aCommune } from '../territories/fixtures.ts'", /made for tests/)
  refused('packages/server/src/platform/mail/a.ts', "import { x } from '../testing/database-test.ts'", /made for tests/)
})

test('every slice of the server stands in the list of app.ts', () => {
  refused(`${MODULES}/exits/index.ts`, 'export const exits = {}', /the slice exits is not in the list/)
  assert.deepEqual(breaches({ [`${MODULES}/exits/index.ts`]: '' }, 'export const other = 1'), [])
})

test('model.ts and policy.ts import the kernel, the rules, their own model and the types of the actor', () => {
  accepted({
    [`${MODULES}/people/model.ts`]: "import { day } from '@maillage/kernel'\nimport { ageOn } from '@maillage/rules/people'",
    [`${MODULES}/people/policy.ts`]:
      "import type { Person } from './model.ts'\nimport type { Actor } from '../../platform/command/actor.ts'",
  })
  refused(
    `${MODULES}/people/policy.ts`,
    "import { Actor } from '../../platform/command/actor.ts'",
    /policy\.ts imports \.\.\/\.\.\/platform/,
  )
  refused(`${MODULES}/people/model.ts`, "import type { Ctx } from '../../platform/command/context.ts'", /model\.ts imports/)
  refused(`${MODULES}/people/policy.ts`, "import { find } from './store.ts'", /policy\.ts imports \.\/store\.ts/)
  refused(`${MODULES}/people/model.ts`, "import { z } from 'zod'", /model\.ts imports zod/)
  refused(`${MODULES}/people/model.ts`, "import { x } from '../territories/index.ts'", /model\.ts imports/)
})

test('commands and queries cannot reach the pool, the network, the disk or the mail', () => {
  const query = `${MODULES}/people/queries/card.ts`
  accepted({
    [query]:
      "import type { Tx } from '../../../platform/database/database.ts'\nimport { sql } from 'kysely'\nimport { createHash } from 'node:crypto'",
  })
  refused(query, "import type { ConnectionSource } from '../../../platform/database/connection.ts'", /a query reaches/)
  refused(query, "import { type Database, type Tx } from '../../../platform/database/database.ts'", /a query reaches Database/)
  refused(query, "import { readFile } from 'node:fs/promises'", /a query reaches node:fs\/promises/)
  const command = `${MODULES}/people/commands/add-person.ts`
  const found = breaches({
    [command]: "import nodemailer from 'nodemailer'\nimport { Client } from 'pg'",
    [command.replace('.ts', '.test.ts')]: '',
  })
  assert.equal(found.length, 2)
  assert.match(found[0] ?? '', /a command reaches nodemailer\. Use ctx\.tx, and emit an event/)
})

test('every command has its test beside it', () => {
  const command = `${MODULES}/people/commands/add-person.ts`
  refused(command, '', /this command has no test beside it\. Write add-person\.test\.ts/)
  accepted({ [command]: '', [`${MODULES}/people/commands/add-person.test.ts`]: '' })
  accepted({ 'packages/server/src/commands/migrate.ts': '' })
})

test('one clock is read, in platform/clock.ts; tests, demo, bench and tools may read their own', () => {
  for (const text of ['const a = Date.now()', 'const a = new Date(0)', 'const a = Temporal.Now.instant()'])
    refused('packages/server/src/platform/a.ts', `// first\n${text}`, /line 2: .* reads a clock/)
  accepted({
    'packages/server/src/platform/clock.ts': 'Temporal.Now.instant()',
    'packages/ui/src/a.test.tsx': 'new Date()',
    'bench/a.ts': 'Date.now()',
    'tools/a.mjs': 'new Date()',
    'packages/ui/src/a.ts': 'const renewed = newDate(1)',
  })
})

test('a file has a name of its own, in kebab-case ASCII', () => {
  for (const path of ['utils.ts', 'helpers/a.ts', 'date-utils.ts', 'common.ts', 'pass-manager.ts', 'mail-service.test.ts', 'shared/a.ts'])
    refused(`packages/ui/src/${path}`, '', /is a drawer, not a name/)
  for (const path of ['maCarte.ts', 'Card.tsx', 'pièce.ts', 'a_b.sql', 'a--b.ts', 'Pages/a.ts'])
    refused(`packages/ui/src/${path}`, '', /is not in kebab-case ASCII/)
  accepted({
    'packages/ui/src/styles/_table.scss': '',
    'packages/server/src/migrations/0001-platform.sql': '',
    'packages/rules/src/people/wording.fr.ts': '',
    'packages/rules/src/people/shared-steps.ts': '',
    'demo/README.md': '',
  })
})
