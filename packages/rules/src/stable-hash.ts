const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/**
 * Sixteen hexadecimal digits that depend on the content only (FNV-1a over its JSON, keys in the order they are written; functions are left out).
 * A fingerprint to notice a change, not a protection against anybody.
 * @example stableHash([{ key: 'a', value: 1 }])
 */
export function stableHash(content: unknown): string {
  let hash = OFFSET
  for (const character of JSON.stringify(content)) hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME) & MASK
  return hash.toString(16).padStart(16, '0')
}
