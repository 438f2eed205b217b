import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFree, licenceTable, productionLicences, withTable } from './production-licences.ts'

test('a licence is free when it is in the list, or leaves the choice of one that is', () => {
  for (const licence of ['MIT', 'OFL-1.1', '(MIT OR CC0-1.0)', 'BUSL-1.1 OR MIT', '(MIT AND ISC)']) assert.ok(isFree(licence), licence)
  for (const licence of ['unknown', 'UNLICENSED', 'BUSL-1.1', 'SEE LICENSE IN LICENSE.md', 'MIT AND SSPL-1.0', 'CC-BY-NC-4.0', ''])
    assert.ok(!isFree(licence), licence)
})

test('what runs is counted once, by what the package declares, then by the lock; tests and workspaces are left out', () => {
  const found = productionLicences(
    {
      '': {},
      'node_modules/pino': { license: 'MIT' },
      'node_modules/fast-check': { dev: true, license: 'MIT' },
      'node_modules/@maillage/ui': { link: true },
      'packages/ui': {},
      'node_modules/@esbuild/win32-x64': { os: ['win32'], license: 'MIT' },
      'node_modules/fast-uri': { license: 'MIT' },
      'node_modules/ajv/node_modules/fast-uri': {},
      'node_modules/odd': {},
    },
    (at) => (at.endsWith('fast-uri') ? 'BSD-3-Clause' : undefined),
  )
  assert.deepEqual(found, [
    { name: '@esbuild/win32-x64', licence: 'MIT', platform: true },
    { name: 'fast-uri', licence: 'BSD-3-Clause', platform: false },
    { name: 'odd', licence: 'unknown', platform: false },
    { name: 'pino', licence: 'MIT', platform: false },
  ])
  assert.equal(licenceTable(found), '| Licence | Packages |\n|---|---|\n| BSD-3-Clause | fast-uri |\n| MIT | pino |\n| unknown | odd |')
})

test('the table is written between its marks, and a notice without marks is refused', () => {
  const notice = 'before\n<!-- start of the table made by tools/notices.mjs -->\nold\n<!-- end of the table -->\nafter\n'
  const written = withTable(notice, '| new |')
  assert.match(written, /^before\n<!-- start.*-->\n\n\| new \|\n\n<!-- end of the table -->\nafter\n$/)
  assert.equal(withTable(written, '| new |'), written)
  assert.throws(() => withTable('nothing', '| new |'), /has lost the marks/)
})
