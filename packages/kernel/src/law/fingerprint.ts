const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/** The same content always written the same way: a database may give the keys of an object in any order. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Sixteen hexadecimal digits that depend on the content only, whatever the order of its keys (FNV-1a, 64 bits, over its JSON; functions are left out).
 * A way to notice a change, not a protection against anybody.
 * @example fingerprint([{ key: 'a', value: 1 }])
 */
export function fingerprint(content: unknown): string {
  let hash = OFFSET
  for (const character of JSON.stringify(content, sorted) ?? '') hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME) & MASK
  return hash.toString(16).padStart(16, '0')
}
