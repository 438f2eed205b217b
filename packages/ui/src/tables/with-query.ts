export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The address of the same page with other parameters; null takes one away, the others stay, in a stable order.
 * @example withQuery('/structures', { type: 'ACI', page: '3' }, { tri: 'nom', page: null }) // '/structures?type=ACI&tri=nom'
 */
export function withQuery(path: string, current: Query, changes: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...current, ...changes })) {
    if (value === undefined || value === null) continue
    for (const each of typeof value === 'string' ? [value] : value) if (each !== '') search.append(key, each)
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
