import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentEntry } from './current-entry.ts'

const items = ['/structures', '/ma-convention', '/heures', '/mes-orientations', '/imports'].map((href) => ({ label: href, href }))
const current = (path: string, ...crumbs: readonly string[]) =>
  currentEntry(items, path, [...crumbs.map((href) => ({ label: href, href })), { label: 'Ici' }])?.href

test('a page of the menu is itself, whatever its breadcrumb says', () => {
  assert.equal(current('/imports', '/', '/heures'), '/imports')
})

test('a page stands where its breadcrumb comes from, the nearest first', () => {
  assert.equal(current('/structures/7/aide-au-poste', '/', '/ma-convention', '/conventions/7'), '/ma-convention')
  assert.equal(current('/imports/3', '/', '/heures', '/heures/7/2026-07', '/imports'), '/imports')
  assert.equal(current('/sejours/4/sortie', '/heures?mois=2026-07'), '/heures')
})

test('without a breadcrumb that is in the menu, the address tells, and never half a word of it', () => {
  assert.equal(current('/structures/7'), '/structures')
  assert.equal(current('/structures/7', '/'), '/structures')
  assert.equal(current('/structures-closes'), undefined)
  assert.equal(current('/glossaire', '/'), undefined)
})
