import { frenchNumber, plural } from '@maillage/kernel'
import type { ComponentChildren } from 'preact'
import { ColumnHeader } from './column-header.tsx'
import { Pagination } from './pagination.tsx'
import type { Sort } from './read-list-query.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** `end` for figures. */
  readonly align?: 'start' | 'end' | undefined
  readonly sortable?: boolean | undefined
  /** Sentences: on a phone they take the whole width of the card, under their label. */
  readonly long?: boolean | undefined
  readonly render: (row: Row) => ComponentChildren
}

interface Props<Row> {
  readonly caption: string
  /** The first column names the row: it is read before each cell, and titles the row on a phone. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sort?: Sort | undefined
  /** The address of this list with other parameters: `tri` and `page` are ours. Mostly `withQuery` on the current query. */
  readonly hrefFor?: ((changes: Record<string, string | null>) => string) | undefined
  readonly page?: { readonly number: number; readonly size: number; readonly total: number } | undefined
  /** What is counted, one and many; « ligne », « lignes » by default. */
  readonly counted?: readonly [one: string, many: string] | undefined
  /** Shown instead of the table when there is no row: an `EmptyState`. */
  readonly empty: ComponentChildren
  /** Where the list shown, whole and with its filters, is downloaded. */
  readonly exportHref?: string | undefined
}

// On a phone rows become cards, by CSS; some browsers then forget that it is a table. Roles written out keep it one.
const TABLE = { role: 'table' } as const
const GROUP = { role: 'rowgroup' } as const
const ROW = { role: 'row' } as const
const ROW_HEADER = { role: 'rowheader' } as const
const CELL = { role: 'cell' } as const

/** A column says so; a card on a phone leaves the line out. */
const NOTHING = '–'

/**
 * A list as a table: order and pages by links, so that an address is a view. On a phone each row is a card with its labels.
 * @example <DataTable caption="Structures" columns={columns} rows={page} rowKey={(row) => row.id} hrefFor={hrefFor} empty={<EmptyState … />} />
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, sort, hrefFor = () => '', page, counted = ['ligne', 'lignes'], empty, exportHref } = props
  if (rows.length === 0) return <>{empty}</>
  const from = page ? (page.number - 1) * page.size + 1 : 1
  const count = plural(page?.total ?? rows.length, ...counted)
  const range = page && page.total > rows.length ? `, de ${frenchNumber(from)} à ${frenchNumber(from + rows.length - 1)}` : ''
  return (
    <div class="m-list">
      <table {...TABLE} class="m-table">
        <caption class="m-caption">
          {caption}
          <span class="govuk-visually-hidden">,</span> <span class="m-list-count">{`${count}${range}`}</span>
        </caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map(({ key, label, align = 'start', sortable = false }) => (
              <ColumnHeader key={key} id={key} label={label} align={align} sortable={sortable} sort={sort} hrefFor={hrefFor} />
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {rows.map((row) => (
            <tr {...ROW} key={rowKey(row)}>
              {columns.map(({ key, label, align = 'start', long = false, render }, index) => {
                const shown = render(row)
                return index === 0 ? (
                  <th {...ROW_HEADER} scope="row" key={key} class={`m-row-header m-align-${align}`}>
                    {shown}
                  </th>
                ) : (
                  <td
                    {...CELL}
                    key={key}
                    class={`m-align-${align}${shown === NOTHING ? ' m-nothing' : ''}${long ? ' m-long' : ''}`}
                    data-label={label}
                  >
                    {shown}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="m-list-foot">
        {page ? <Pagination {...page} label={caption} hrefFor={hrefFor} /> : null}
        {exportHref ? (
          <a class="govuk-link m-list-export" href={exportHref} download>
            Exporter la liste
          </a>
        ) : null}
      </div>
    </div>
  )
}
