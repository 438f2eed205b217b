import { normalised, partsOf } from '@maillage/kernel'
import type { Birth, KnownIdentity } from '../../people/index.ts'

/** How a line names somebody: two cells or one, the birth when the file has it. */
export interface NamedPerson {
  readonly birthName: string | null
  readonly givenNames: string | null
  readonly usageName: string | null
  readonly fullName: string | null
  readonly birthDate: Birth | null
}

const CIVILITY = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle) /

/** Whether two births may be one: each known as far as it is known. */
function mayBeOneBirth(a: Birth, b: Birth): boolean {
  if (a.date === null || b.date === null) return true
  const [one, other] = [partsOf(a.date), partsOf(b.date)]
  if (a.precision === 'year' || b.precision === 'year') return one.year === other.year
  if (a.precision === 'month' || b.precision === 'month') return one.year === other.year && one.month === other.month
  return a.date === b.date
}

const firstWord = (key: string) => key.split(' ')[0] ?? ''
/** Payroll keeps the first given name where the file of the person has them all, or the other way round. */
const sameGiven = (a: string, b: string) => a === b || (a !== '' && firstWord(a) === firstWord(b))

function bearsTheName({ familyKeys, givenKey }: KnownIdentity, { birthName, usageName, givenNames, fullName }: NamedPerson): boolean {
  if (birthName !== null || usageName !== null) {
    const families = [birthName, usageName].flatMap((name) => (name === null ? [] : [normalised(name)]))
    return families.some((family) => familyKeys.includes(family)) && (givenNames === null || sameGiven(normalised(givenNames), givenKey))
  }
  const whole = normalised(fullName ?? '').replace(CIVILITY, '')
  return familyKeys.some((family) =>
    [
      [family, givenKey],
      [family, firstWord(givenKey)],
      [givenKey, family],
      [firstWord(givenKey), family],
    ].some((words) => words.filter(Boolean).join(' ') === whole),
  )
}

/**
 * Who, among those whom the teams hold, a line may be about: all of them when the name does not tell, for somebody to choose. Never a guess on a name
 * that looks like another.
 */
export function findPerson(
  known: readonly KnownIdentity[],
  named: NamedPerson,
): { readonly found: readonly KnownIdentity[]; readonly otherBirths: number } {
  const bearers = known.filter((each) => bearsTheName(each, named))
  const { birthDate } = named
  const found = birthDate === null ? bearers : bearers.filter(({ birth }) => mayBeOneBirth(birth, birthDate))
  return { found, otherBirths: bearers.length - found.length }
}

/** The name as the file writes it. */
export const nameTyped = ({ birthName, givenNames, usageName, fullName }: NamedPerson): string =>
  fullName ?? [givenNames, (usageName ?? birthName)?.toLocaleUpperCase('fr')].filter(Boolean).join(' ')
