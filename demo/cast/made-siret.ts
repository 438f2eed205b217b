import { invariant, parseSiren, parseSiret, type Siren, type Siret } from '@maillage/kernel'

/** Every invented number begins so: nobody reads `999 99…` as the number of a real company. The country needs more, which begin with `999`. */
const FICTITIOUS = '99999'
const OF_THE_COUNTRY = '999'

/** Ends digits with the key that makes the number valid, found among the ten. */
function keyed<T>(digits: string, parse: (number: string) => T | undefined): T {
  for (let key = 0; key < 10; key++) {
    const number = parse(digits + key)
    if (number !== undefined) return number
  }
  invariant(false, 'one of ten keys makes a number valid')
}

/** The invented SIREN of the organisation number `rank`, from 1 to 98 999. */
export function madeSiren(rank: number): Siren {
  invariant(Number.isInteger(rank) && rank >= 1 && rank <= 98_999, 'a rank stays below those that begin with 99')
  if (rank > 999) return keyed(`${OF_THE_COUNTRY}${String(rank).padStart(5, '0')}`, parseSiren)
  return keyed(`${FICTITIOUS}${String(rank).padStart(3, '0')}`, parseSiren)
}

/** The invented SIRET of the establishment number `establishment` of that organisation. */
export function madeSiret(rank: number, establishment: number): Siret {
  invariant(Number.isInteger(establishment) && establishment >= 1 && establishment <= 9999, 'an establishment has at most four figures')
  return keyed(`${madeSiren(rank)}${String(establishment).padStart(4, '0')}`, parseSiret)
}
