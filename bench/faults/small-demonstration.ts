import { sql } from 'kysely'
import { asLoader } from '../../demo/as-loader.ts'
import { anAccount, aPersona } from '../../packages/server/src/modules/accounts/fixtures.ts'
import { aMember, anOrganisation, aSiae } from '../../packages/server/src/modules/organisations/fixtures.ts'
import { aSmallMap } from '../../packages/server/src/modules/territories/fixtures.ts'
import type { ConnectionSource } from '../../packages/server/src/platform/database/connection.ts'

/** Who writes, and where. */
export interface Writer {
  readonly accountId: string
  readonly siaeId: string
}

/** Makes a migrated database a demonstration with one structure and its director: seconds less than the whole map of France. */
export function smallDemonstration(source: ConnectionSource): Promise<Writer> {
  return asLoader(source, async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const { accountId } = await anAccount(tx, { email: 'direction@exemple.test' })
    await aMember(tx, organisation, 'director', { accountId })
    await aPersona(tx, accountId)
    const siae = await aSiae(tx, organisation)
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
    return { accountId, siaeId: siae.id }
  })
}
