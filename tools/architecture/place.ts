/** Where a file stands in the layers. */
export type Place =
  | { readonly layer: 'kernel' | 'ui' | 'platform' | 'server' | 'outside' }
  | { readonly layer: 'rules' | 'module'; readonly slice: string | undefined }

/** Folders of `rules` that are no slice: every slice reads them. */
const OPEN_RULES = new Set(['parameters', 'statistics'])

/** @example placeOf('packages/server/src/modules/hiring/store.ts') // { layer: 'module', slice: 'hiring' } */
export function placeOf(path: string): Place {
  const [top, name, , folder, slice, more] = path.split('/')
  if (top !== 'packages') return { layer: 'outside' }
  if (name === 'kernel' || name === 'ui') return { layer: name }
  // A file directly under packages/rules/src belongs to all slices.
  if (name === 'rules') return { layer: 'rules', slice: slice === undefined || OPEN_RULES.has(folder ?? '') ? undefined : folder }
  if (folder === 'platform') return { layer: 'platform' }
  if (folder === 'modules') return { layer: 'module', slice: more === undefined ? undefined : slice }
  return { layer: 'server' }
}
