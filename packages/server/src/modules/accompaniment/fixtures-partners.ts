import { randomUUIDv7 } from 'node:crypto'
import { normalised } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'
import type { Tx } from '../../platform/database/database.ts'
import { partnersOf } from './tables-partners.ts'

interface Described {
  readonly name?: string
  readonly does?: string
  readonly areas?: readonly BarrierArea[]
  readonly communeId?: string
  readonly servesId?: string
  readonly closedOn?: string | null
}

/** A garage of Narbonne for everybody in the Aude, when nothing else is said. */
export async function aPartner(
  tx: Tx,
  { organisation, by }: { organisation: { readonly id: string }; by: { readonly accountId: string } },
  {
    name = 'Garage solidaire des Corbières',
    does = 'Répare des voitures à petit prix',
    areas = ['mobility'],
    communeId = 'commune-11262',
    servesId = 'departement-11',
    closedOn = null,
  }: Described = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const recorded = { organisation_id: organisation.id, recorded_at: '2026-11-03T09:00:00Z', recorded_by: by.accountId }
  await partnersOf(tx)
    .insertInto('partner')
    .values({ id, departement_id: 'departement-11', ...recorded })
    .execute()
  await partnersOf(tx)
    .insertInto('partner_version')
    .values({
      partner_id: id,
      version: 1,
      name,
      name_key: normalised(name),
      does,
      does_key: normalised(does),
      areas: [...areas],
      commune_id: communeId,
      serves_id: servesId,
      address: null,
      phone: '04 68 00 00 01',
      conditions: null,
      closed_on: closedOn,
      recorded_on: '2026-11-03',
      ...recorded,
    })
    .execute()
  return { id }
}
