/** More controls than any form has: somebody wants the server to work for nothing. */
export class TooManyFields extends Error {
  readonly statusCode = 413
}

const FIELDS_AT_MOST = 5000

/** What was typed without the character NUL, which PostgreSQL cannot keep and nobody types. */
export const storable = (text: string) => text.replaceAll('\0', '')

/** The fields of an address or of a form, as a browser writes them; a name sent several times gives a list. */
export function readFields(text: string): Record<string, string | string[]> {
  // Without a prototype: `__proto__` is a name like any other.
  const fields = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of new URLSearchParams(text)) {
    const [key, before] = [storable(name), fields[storable(name)]]
    if (before === undefined) fields[key] = storable(value)
    else if (typeof before === 'string') fields[key] = [before, storable(value)]
    else before.push(storable(value))
  }
  return fields
}

/** The body of a form, when it has no more fields than a form may have. */
export function readFormBody(text: string): Record<string, string | string[]> {
  let fields = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) fields++
  if (fields > FIELDS_AT_MOST) throw new TooManyFields('Too many fields in a form')
  return readFields(text)
}
