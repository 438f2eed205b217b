import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret that only the browser keeps. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const SPACE = 'espace.'

/** A secret that opens a person's own space: told apart at sight, so that one look finds whose it is. */
export const newSpaceToken = (): string => `${SPACE}${newToken()}`

/** Whether a token is looked for among the spaces of people rather than the sessions of accounts. */
export const opensSpace = (token: string): boolean => token.startsWith(SPACE)

/** What the database keeps of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const derived = (token: string, use: string) => createHmac('sha256', token).update(use).digest('base64url')

/** The proof that a form comes from a page of this browser: derived from its secret, so nothing has to be stored. */
export const csrfOf = (token: string): string => derived(token, 'csrf')

/** Compares two proofs in constant time. */
export function sameProof(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

// Named, so that the proof written in every page never signs a notice.
const noticeProof = (token: string, encoded: string) => derived(token, `notice:${encoded}`)

/** Signs what a cookie carries between two pages. */
export function sealText(token: string, text: string): string {
  const encoded = Buffer.from(text).toString('base64url')
  return `${encoded}.${noticeProof(token, encoded)}`
}

/** The text of `sealText`, or undefined when it was not written by us for this browser. */
export function unsealText(token: string, sealed: string): string | undefined {
  const [encoded = '', proof = ''] = sealed.split('.')
  return sameProof(proof, noticeProof(token, encoded)) ? Buffer.from(encoded, 'base64url').toString() : undefined
}
