import type { Query } from './with-query.ts'

export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

const first = (query: Query, key: string): string => {
  const value = query[key]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/**
 * The order asked by the address: `tri=nom` or `tri=-nom`. Anything else than an allowed key gives the default order.
 * @example readSort(query, ['nom', 'ville'], { key: 'nom', direction: 'ascending' })
 */
export function readSort(query: Query, allowed: readonly string[], otherwise: Sort): Sort {
  const asked = first(query, 'tri')
  const key = asked.startsWith('-') ? asked.slice(1) : asked
  return allowed.includes(key) ? { key, direction: asked.startsWith('-') ? 'descending' : 'ascending' } : otherwise
}

/** The page asked by the address, `page=2`; 1 when it is absent or is not a page number. */
export function readPage(query: Query): number {
  const asked = first(query, 'page')
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
