import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Place } from '../histories/history.ts'
import { apportion } from './apportion.ts'

export interface Commune {
  readonly code: string
  readonly nom: string
  readonly inhabitants: number
}
/** What one département receives of the country's structures. */
export interface Share {
  readonly code: string
  readonly name: string
  /** The most inhabited first. */
  readonly communes: readonly Commune[]
  readonly structures: Readonly<Record<Place['kind'], number>>
}

/** Structures by kind (Dares, January 2019: 3 859), in the proportions of which the 4 600 of 2025 are shared; requirements S4-03 and S3-34. */
const BY_KIND = { ACI: 1957, EI: 952, AI: 682, ETTI: 268 } as const
export const STRUCTURES = 4600

const KINDS = Object.keys(BY_KIND) as (keyof typeof BY_KIND)[]

interface Listed {
  readonly code: string
  readonly nom: string
  readonly type?: string
  readonly departement?: string
  readonly population?: number
}
const listed = (name: string): readonly Listed[] =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`@etalab/decoupage-administratif/data/${name}.json`)), 'utf8')) as Listed[]

/** Where the integration by work of the Code du travail is: Wallis-et-Futuna, la Polynésie française and la Nouvelle-Calédonie have a law of their own. */
const isUnderTheCode = (departement: string): boolean => departement < '98'

/** The country's structures, or a share of them, spread over the départements as people are. */
export function sharesOfTheCountry(share = 1): readonly Share[] {
  const communes = Map.groupBy(
    listed('communes').filter(({ type }) => type === 'commune-actuelle'),
    ({ departement }) => departement,
  )
  const peopled = listed('departements')
    .filter(({ code }) => isUnderTheCode(code))
    .map(({ code, nom }) => ({
      code,
      name: nom,
      communes: (communes.get(code) ?? [])
        .map((each) => ({ code: each.code, nom: each.nom, inhabitants: each.population ?? 0 }))
        .sort((a, b) => b.inhabitants - a.inhabitants || (a.code < b.code ? -1 : 1)),
    }))
    .filter((each) => each.communes.some(({ inhabitants }) => inhabitants > 0))
  const weights = peopled.map((each) => each.communes.reduce((sum, { inhabitants }) => sum + inhabitants, 0))
  const kinds = apportion(
    Math.round(STRUCTURES * share),
    KINDS.map((kind) => BY_KIND[kind]),
  )
  const spread = kinds.map((total) => apportion(total, weights))
  return peopled.map((each, at) => ({
    ...each,
    structures: Object.fromEntries(KINDS.map((kind, k) => [kind, spread[k]?.[at] ?? 0])) as Share['structures'],
  }))
}
