/** What a `CommuneField` says: a commune chosen, a text still to be searched, or nothing. */
export type TypedCommune =
  | { readonly state: 'chosen'; readonly code: string; readonly text: string }
  | { readonly state: 'to-search'; readonly text: string }
  | { readonly state: 'missing' }

/**
 * Reads a `CommuneField` from the body of a form. A code counts only for the text it answered: whoever changed the text without searching again
 * has not chosen yet. « Chercher » asks for a search whatever is ticked. The code is the reader's word: the page checks that it exists.
 * @example readCommune({ 'home-text': 'Narbonne', 'home-for': 'Narbonne', home: '11262' }, 'home') // { state: 'chosen', code: '11262', text: 'Narbonne' }
 */
export function readCommune(body: Readonly<Record<string, unknown>>, name: string): TypedCommune {
  const read = (key: string) => (typeof body[key] === 'string' ? body[key].trim() : '')
  const [text, code] = [read(`${name}-text`), read(name)]
  if (text === '') return { state: 'missing' }
  const answered = code !== '' && read(`${name}-for`) === text && read('_search') !== name
  return answered ? { state: 'chosen', code, text } : { state: 'to-search', text }
}

/**
 * The values that show a known commune in a `CommuneField`.
 * @example { ...communeValues('home', '11262', 'Narbonne (Aude)') }
 */
export function communeValues(name: string, code: string, label: string): Record<string, string> {
  return { [name]: code, [`${name}-text`]: label, [`${name}-for`]: label }
}
