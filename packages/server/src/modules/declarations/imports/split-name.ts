const CIVILITY = /^(?:m\.?|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle)\s+/i

const isCapital = (word: string) => /\p{L}/u.test(word) && word === word.toLocaleUpperCase('fr') && word.length > 1

/**
 * A family name and given names from one cell, when capitals tell them apart: « LE GOFF Anne », « Anne LE GOFF ». Otherwise nothing: a name is not guessed.
 * @example splitName('Mme BENALI Nadia') // { birthName: 'BENALI', givenNames: 'Nadia' }
 */
export function splitName(whole: string): { readonly birthName: string; readonly givenNames: string } | undefined {
  const words = whole.replace(CIVILITY, '').split(/\s+/).filter(Boolean)
  const capital = words.map(isCapital)
  const first = capital.indexOf(true)
  const last = capital.lastIndexOf(true)
  if (first < 0 || capital.slice(first, last + 1).includes(false)) return undefined
  // All in capitals says nothing, nor capitals in the middle.
  if (last - first + 1 === words.length || (first > 0 && last < words.length - 1)) return undefined
  return {
    birthName: words.slice(first, last + 1).join(' '),
    givenNames: words.filter((_word, at) => at < first || at > last).join(' '),
  }
}
