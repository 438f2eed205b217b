/** How long a paper may wait before its code is typed. */
export const CODE_DAYS = 30

/** How long the code and the secret open the space, from the day when the secret was chosen. */
export const SECRET_DAYS = 365

/** How long a space stays open: the telephone may be somebody else's. */
export const OPEN_MINUTES = 30

/** Codes typed from one place in an hour, right or wrong: sixty bits are not guessed by twenty tries. */
export const DOOR_LIMITS = { perCaller: 20, seconds: 3600 } as const

/** Wrong secrets before the paper opens nothing any more: one chance in two hundred thousand. The database counts them (0045-privacy.sql). */
export const SECRET_TRIES = 5

export const SECRET_DIGITS = 6

/** Where a way in stands: given on paper, opened once, closed by wrong secrets, taken back, out of date. */
export type KeyState = 'waiting' | 'opened' | 'closed' | 'revoked' | 'expired'

// Guessed first by whoever finds the paper: one or two digits repeated, a run up or down.
const RUNS = '0123456789012345 9876543210987654'

/** Whether a secret is one that anybody would try first. @example isObvious('123456') // true */
export const isObvious = (secret: string): boolean => new Set(secret).size < 3 || RUNS.includes(secret)

/** What the person may agree to share with one organisation, beside what its mission gives it: each opens something, by row security. */
export const SHARED_SUBJECTS = ['health', 'justice'] as const
/** What an agreement may say, those taken on paper before included. */
export type SharedSubject = (typeof SHARED_SUBJECTS)[number] | 'attendance' | 'social'

/** What the person may refuse: each changes something, by the database. */
export const OPPOSED_USES = ['messages', 'shared-steps'] as const
export type OpposedUse = (typeof OPPOSED_USES)[number]

export const REQUEST_KINDS = ['access', 'correction'] as const
/** A copy of everything kept (RGPD 15), or a correction (RGPD 16). */
export type RequestKind = (typeof REQUEST_KINDS)[number]
export type RequestState = 'waiting' | 'done' | 'refused'

/** How long the working notes of a copy are read in the space. The database counts them (0045-privacy.sql). */
export const COPY_DAYS = 60

export const SAID_LIMIT = 1000
export const ANSWER_LIMIT = 2000
