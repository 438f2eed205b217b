import type { Page } from './page.ts'

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, word] of wanted.entries()) {
    const value = given[index] ?? ''
    if (word.startsWith(':') && value !== '') params[word.slice(1)] = decodeURIComponent(value)
    else if (word !== value) return undefined
  }
  return params
}

/** The page at an address of this site, for the few times when nobody asked for it by HTTP. An exact address wins over a parameter. */
export function matchPage(
  pages: readonly Page[],
  path: string,
): { readonly page: Page; readonly params: Record<string, string> } | undefined {
  for (const page of [...pages].sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')))) {
    const params = paramsOf(page.path, path)
    if (params) return { page, params }
  }
  return undefined
}
