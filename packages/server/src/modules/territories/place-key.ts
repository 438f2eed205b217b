import { normalised } from '@maillage/kernel'

const IN_FULL: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }

/**
 * The form of a place name used to find it: official names say « Saint » in full where people type « St ».
 * @example placeKey('St-Denis') // 'saint denis'
 */
export const placeKey = (typed: string): string =>
  normalised(typed)
    .split(' ')
    .map((word) => IN_FULL[word] ?? word)
    .join(' ')
