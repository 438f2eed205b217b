/** How long a session lasts without signing in again: a working day and its evening. */
export const SESSION_HOURS = 12

/** Tries of a password, for one address and for one caller, in a quarter of an hour. */
export const SIGN_IN_LIMITS = { perAddress: 8, perCaller: 40, seconds: 900 } as const

/** An address as it is compared: case and spaces do not tell two people apart. */
export const emailKey = (email: string): string => email.trim().toLowerCase()
