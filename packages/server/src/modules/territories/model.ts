import type { OpenPeriod } from '@maillage/kernel'

export const TERRITORY_KINDS = ['region', 'departement', 'epci', 'commune', 'bassin', 'perimeter'] as const
export type TerritoryKind = (typeof TERRITORY_KINDS)[number]

/** What people draw for a need; everything else comes from the official map. */
export const DRAWN_KINDS = ['bassin', 'perimeter'] as const
export type DrawnKind = (typeof DRAWN_KINDS)[number]

/** A grouping of communes drawn by an organisation, for a time. */
export interface DrawnTerritory {
  readonly id: string
  readonly kind: DrawnKind
  readonly name: string
  readonly organisationId: string
  readonly open: OpenPeriod
}

/** `commune-11069`: an id says its kind, so that an address is read by people. */
export const territoryId = (kind: TerritoryKind, code: string): string => `${kind}-${code}`

const ID = /^(region|departement|epci|commune|bassin|perimeter)-[0-9A-Za-z-]{1,60}$/

/** The id in an address, or undefined: anything else is a page that does not exist. */
export const readTerritoryId = (written: string | undefined): string | undefined =>
  written !== undefined && ID.test(written) ? written : undefined
