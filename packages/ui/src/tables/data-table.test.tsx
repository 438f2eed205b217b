import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { DataTable } from './data-table.tsx'
import { readPage, readSort } from './read-list-query.ts'
import { withQuery } from './with-query.ts'

const query = { type: 'ACI', page: '2' }
const rows = [{ name: 'Régie <i>' }, { name: 'Jardins' }]
const table = (more: object = {}) =>
  renderToString(
    <DataTable
      caption="Structures"
      columns={[
        { key: 'nom', label: 'Nom', sortable: true, render: (row: { name: string }) => row.name },
        { key: 'etp', label: 'ETP', align: 'end', render: () => '12' },
      ]}
      rows={rows}
      rowKey={(row) => row.name}
      sort={{ key: 'nom', direction: 'ascending' }}
      hrefFor={(changes) => withQuery('/structures', query, changes)}
      counted={['structure', 'structures']}
      empty={<p>Rien</p>}
      {...more}
    />,
  )

test('a table stays a table when it is shown as cards: roles are written, cells carry their labels, rows their header', () => {
  const html = table()
  assert.match(html, /<table role="table"/)
  assert.match(html, /<th role="rowheader" scope="row"[^>]*>Régie &lt;i/)
  assert.match(html, /<td role="cell"[^>]*data-label="ETP"/)
  assert.match(html, /<caption[^>]*>Structures/)
})

test('sorting is a link that turns the order round, keeps the filters and goes back to the first page', () => {
  const html = table()
  assert.match(html, /aria-sort="ascending"><a class="m-sort" href="\/structures\?type=ACI&amp;tri=-nom"/)
  assert.match(table({ sort: undefined }), /aria-sort="none"><a class="m-sort" href="\/structures\?type=ACI&amp;tri=nom"/)
})

test('the count says which rows are shown, and pages are links', () => {
  const html = table({ page: { number: 2, size: 2, total: 42 } })
  assert.match(html, /42\u00a0structures, de 3 à 4/)
  assert.match(html, /rel="prev" href="\/structures\?type=ACI"/)
  assert.match(html, /rel="next" href="\/structures\?type=ACI&amp;page=3"/)
  assert.doesNotMatch(table({ page: { number: 1, size: 20, total: 2 } }), /<nav/)
  assert.doesNotMatch(table({ page: { number: 21, size: 2, total: 42 } }), /rel="next"/)
})

test('an empty list says what to do instead of an empty table', () => {
  assert.equal(table({ rows: [] }), '<p>Rien</p>')
})

test('an address keeps what is not changed, drops what is null or empty, and repeats lists', () => {
  assert.equal(withQuery('/s', { a: ['1', '2'], b: '', c: 'x' }, { c: null, d: 'é&' }), '/s?a=1&a=2&d=%C3%A9%26')
  assert.equal(withQuery('/s', { a: '1' }, { a: null }), '/s')
})

test('an order or a page that is not one of ours gives the default', () => {
  const otherwise = { key: 'nom', direction: 'ascending' } as const
  assert.deepEqual(readSort({ tri: '-ville' }, ['nom', 'ville'], otherwise), { key: 'ville', direction: 'descending' })
  assert.deepEqual(readSort({ tri: 'password' }, ['nom', 'ville'], otherwise), otherwise)
  assert.deepEqual([readPage({}), readPage({ page: '3' }), readPage({ page: '-1' }), readPage({ page: '1e9' })], [1, 3, 1, 1])
})
