import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isFree, licenceTable, withTable } from './notices/production-licences.ts'
import { readLicences } from './notices/read-licences.ts'

const licences = readLicences()
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('every package that runs with the programme has a known free licence', () => {
  assert.ok(licences.length > 50)
  assert.deepEqual(
    licences.filter(({ licence }) => !isFree(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    [],
  )
})

test('NOTICE.md lists the packages that run with the programme: node tools/notices.mjs writes them', () => {
  // However a formatter lines the columns up.
  const flat = (text: string) => text.replace(/ +|-{3,}/g, '')
  const notice = read('NOTICE.md')
  assert.ok(
    flat(withTable(notice, licenceTable(licences))) === flat(notice),
    'NOTICE.md is not up to date: run npm exec -- node tools/notices.mjs',
  )
})

test('every workspace says the licence of the repository', () => {
  assert.match(read('LICENSE'), /GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/)
  for (const path of ['package.json', ...['kernel', 'rules', 'ui', 'server'].map((name) => `packages/${name}/package.json`)])
    assert.equal((JSON.parse(read(path)) as { license?: string }).license, 'AGPL-3.0-or-later', path)
})
