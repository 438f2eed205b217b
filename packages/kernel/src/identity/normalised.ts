/**
 * The form of a name used to find it again: lower case, no accent, no punctuation, single spaces.
 * @example normalised('  Jean-François  LE GOFF ') // 'jean francois le goff'
 */
export function normalised(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
