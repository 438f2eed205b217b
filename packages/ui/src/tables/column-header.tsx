import type { Sort } from './read-list-query.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly align: 'start' | 'end'
  readonly sortable: boolean
  readonly sort: Sort | undefined
  readonly hrefFor: (changes: Record<string, string | null>) => string
}

const ROLE = { role: 'columnheader' } as const

/** The head of a column; sortable, it is a link that sorts by it, then the other way round. Sorting goes back to the first page. */
export function ColumnHeader({ id, label, align, sortable, sort, hrefFor }: Props) {
  const direction = sort?.key === id ? sort.direction : undefined
  const next = direction === 'ascending' ? `-${id}` : id
  return (
    <th
      {...ROLE}
      scope="col"
      class={`m-th m-align-${align}${sortable ? ' m-th-sortable' : ''}`}
      aria-sort={sortable ? (direction ?? 'none') : undefined}
    >
      {sortable ? (
        <a class="m-sort" href={hrefFor({ tri: next, page: null })}>
          {label}
          <span class="m-sort-mark" aria-hidden="true">
            {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
          </span>
        </a>
      ) : (
        label
      )}
    </th>
  )
}
