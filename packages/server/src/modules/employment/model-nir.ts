import type { Nir } from '@maillage/kernel'

export const NIR_MISSING = ['not-given', 'none', 'provisional', 'belongs-to-other'] as const
/** Why payroll has no number for somebody. */
export type NirMissing = (typeof NIR_MISSING)[number]

/** What payroll knows of the number of somebody: the number, or why there is none. */
export type KnownNir =
  | { readonly id: string; readonly number: Nir; readonly missing: null }
  | { readonly id: string; readonly number: null; readonly missing: NirMissing }

/** The table and the row: what was sealed for one does not open on another. */
export const nirPurpose = (id: string): string => `nir ${id}`

/** Marks are compared within a carrier, never from one to another: the number serves to pay, not to find somebody elsewhere. */
export const nirMarkPurpose = (organisationId: string): string => `nir ${organisationId}`
