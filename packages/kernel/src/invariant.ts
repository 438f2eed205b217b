/**
 * States what must be true if the program is right. A failure is a bug, never a user's mistake: it is thrown, logged and shown as a fault page.
 * @example invariant(period.first <= period.last, 'a period ends after it begins')
 */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${sentence}`)
}
