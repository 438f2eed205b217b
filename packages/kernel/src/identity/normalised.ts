/** Letters that Unicode does not take apart: the names of people born in Poland, Turkey or Denmark are found on a French keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
}

/**
 * The form of a name used to find it again: lower case, no accent, no punctuation, single spaces.
 * Other alphabets are kept: a name in Arabic has a key of its own, not the empty one.
 * @example normalised('  Jean-François  LE GOFF ') // 'jean francois le goff'
 */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9\s]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/(?:[^\p{L}\p{N}]|\p{Lm})+/gu, ' ')
    .trim()
}
