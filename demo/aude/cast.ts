import type { Cast } from '../cast/cast.ts'
import { CARRIERS } from './carriers.ts'
import { PARTNERS } from './partners.ts'
import { NAMED } from './people.ts'

/** The Aude as the demonstration shows it: real places, invented structures and people, always the same. */
export const AUDE: Cast = {
  departement: '11',
  carriers: CARRIERS,
  partners: PARTNERS,
  named: NAMED,
  authority: 'DDETS de l’Aude',
  visited: 'Au fil de l’Aude – rivières et berges',
  rank: 1,
}
