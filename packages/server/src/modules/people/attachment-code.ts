import { createHash, randomBytes } from 'node:crypto'

// Without I, L, O and U: read aloud, written by hand, never taken one for another.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** A code to write on paper, `K7QF-93TM-X2PD`: sixty bits that nobody guesses in twenty tries a day. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return letters.replace(/(.{4})(?!$)/g, '$1-')
}

/** The hash of a code as somebody typed it: spaces, dashes and case do not count. A code given for one use opens nothing in another. */
export function codeHash(typed: string, use: 'attachment' | 'space' = 'attachment'): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(`${use}:${letters}`).digest('hex')
}
