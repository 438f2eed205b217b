import { createHash, randomInt } from 'node:crypto'

const DIGITS = 6

/** Six figures, said aloud or written on paper: five tries, then the link is closed. */
export const newAnswerCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** What the database keeps of a code: bound to its link, so that one table of hashes opens nothing. Spaces do not count. */
export const answerCodeHash = (tokenHash: string, typed: string): string =>
  createHash('sha256')
    .update(`after-exit:${tokenHash}:${typed.replace(/\D/g, '')}`)
    .digest('hex')
