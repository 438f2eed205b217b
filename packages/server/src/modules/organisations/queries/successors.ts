import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The open structures of the same département that may take one over, those of its carrier first. */
export async function successorsFor(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  siae: { readonly id: string; readonly organisationId: string; readonly territoryId: string },
): Promise<readonly { readonly id: string; readonly name: string; readonly carrier: string }[]> {
  const on = isoDate(today)
  const { rows } = await sql<{ id: string; name: string; carrier: string }>`
    select siae.id, siae.name, organisation.name as carrier
    from siae join organisation on organisation.id = siae.organisation_id
    where siae.territory_id = ${siae.territoryId} and siae.id <> ${siae.id} and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})
    order by siae.organisation_id = ${siae.organisationId} desc, siae.name_key`.execute(tx)
  return rows
}

/** What waits for an answer about a structure: proposed to it, or proposed by it. */
export async function waitingSuccessions(
  { tx }: Pick<ReadCtx, 'tx'>,
  siaeId: string,
): Promise<readonly { readonly id: string; readonly ending: string; readonly successor: string; readonly mine: boolean }[]> {
  const { rows } = await sql<{ id: string; ending: string; successor: string; mine: boolean }>`
    select said.id, ending.name as ending, successor.name as successor, said.siae_id = ${siaeId} as mine
    from siae_succession as said
    join siae as ending on ending.id = said.siae_id
    join siae as successor on successor.id = said.successor_id
    where said.state = 'waiting' and (said.siae_id = ${siaeId} or said.successor_id = ${siaeId})
    order by said.recorded_at`.execute(tx)
  return rows
}
