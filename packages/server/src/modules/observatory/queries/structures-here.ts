import type { SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A structure of the register, where it counts. */
export interface StructureHere {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationId: string
  readonly commune: string
  readonly territoryId: string
  readonly territoryName: string
}

const COLUMNS = sql`siae.id, siae.name, siae.kind, siae.organisation_id as "organisationId", commune.name as commune,
  siae.territory_id as "territoryId", departement.name as "territoryName"`

/** The structures of a territory that were open in a year, by name: the register is public. One statement. */
export async function structuresHere({ tx }: Pick<ReadCtx, 'tx'>, territoryId: string, year: number): Promise<readonly StructureHere[]> {
  const { rows } = await sql<StructureHere>`
    select ${COLUMNS} from siae
    join territory as commune on commune.id = siae.commune_id
    join territory as departement on departement.id = siae.territory_id
    where siae.first_day <= ${`${year}-12-31`} and (siae.last_day is null or siae.last_day >= ${`${year}-01-01`}) and (
      siae.territory_id = ${territoryId}
      or siae.commune_id = any (array(select member_id from territory_membership where group_id = ${territoryId} and last_day is null
        and group_id not like 'departement-%')))
    order by siae.name_key, siae.id`.execute(tx)
  return rows
}

/** One structure of the register. */
export async function structureHere({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<StructureHere | undefined> {
  const { rows } = await sql<StructureHere>`
    select ${COLUMNS} from siae
    join territory as commune on commune.id = siae.commune_id
    join territory as departement on departement.id = siae.territory_id
    where siae.id = ${id}`.execute(tx)
  return rows[0]
}
