import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvFile } from './csv.ts'

const columns = [
  { label: 'Nom', text: ({ name }: { name: string }) => name },
  { label: 'Ville', text: () => 'Limoux' },
]

test('a list opens in a French spreadsheet: mark, semicolons, Windows line ends', () => {
  const reply = csvFile('liste.csv', columns, [{ name: 'Régie ; « Minervois »' }])
  assert.ok(reply.kind === 'file')
  assert.equal(reply.content, '\uFEFFNom;Ville\r\n"Régie ; « Minervois »";Limoux\r\n')
  assert.deepEqual([reply.name, reply.type], ['liste.csv', 'text/csv; charset=utf-8'])
})

test('a name that a spreadsheet would run is made a plain text', () => {
  const reply = csvFile('liste.csv', columns, [{ name: '=HYPERLINK("https://ailleurs.example")' }])
  assert.ok(reply.kind === 'file')
  assert.match(String(reply.content), /"'=HYPERLINK/)
})

test('an empty list keeps its titles', () => {
  const reply = csvFile('liste.csv', columns, [])
  assert.ok(reply.kind === 'file')
  assert.equal(reply.content, '\uFEFFNom;Ville\r\n')
})
