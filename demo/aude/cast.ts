import type { Cast } from '../cast/cast.ts'
import { CARRIERS } from './carriers.ts'
import { PARTNERS } from './partners.ts'
import { NAMED } from './people.ts'

/** Communes of the Aude, then of the départements around: one person in twenty-five crosses a border to work. */
const HOMES = {
  '11069': 26,
  '11262': 26,
  '11206': 9,
  '11076': 9,
  '11203': 7,
  '11106': 5,
  '11304': 4,
  '11266': 4,
  '11379': 3,
  '11170': 2,
  '11049': 2,
  '11425': 2,
  '11315': 1,
  '34032': 2,
  '66136': 1,
  '09225': 1,
} as const

/** The Aude as the demonstration shows it: real places, invented structures and people, always the same. */
export const AUDE: Cast = {
  departement: '11',
  carriers: CARRIERS,
  partners: PARTNERS,
  named: NAMED,
  homes: HOMES,
  authority: 'DDETS de l’Aude',
  visited: 'Au fil de l’Aude – rivières et berges',
  rank: 1,
}
