import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** Where a diagnosis is made: the team by which the reader holds the person, and the open structures of their organisation. */
export interface DiagnosisPlace {
  readonly unitId: string | undefined
  readonly siaes: readonly { readonly id: string; readonly name: string }[]
}

/** In whose name the reader may diagnose; the structure of the team that holds the person comes first. One statement. */
export async function diagnosisPlace(
  { tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  personId: string,
): Promise<DiagnosisPlace> {
  const hat = actor?.hat
  if (!hat || hat.units.length === 0) return { unitId: undefined, siaes: [] }
  const on = isoDate(today)
  const { rows } = await sql<{ unit_id: string | null; siaes: DiagnosisPlace['siaes'] }>`
    with held as (
      select unit.id, unit.siae_id from person_access join unit on unit.id = person_access.unit_id
      where person_access.person_id = ${personId} and person_access.unit_id in (${sql.join(hat.units)})
        and person_access.circle in ('shared', 'referent') and person_access.starts_on <= ${on} and person_access.ends_on >= ${on}
      order by unit.siae_id nulls last, unit.id limit 1
    )
    select (select id from held) as unit_id, coalesce((
      select jsonb_agg(jsonb_build_object('id', siae.id, 'name', siae.name) order by siae.id = (select siae_id from held) desc nulls last, siae.name_key)
      from siae where siae.organisation_id = ${hat.organisationId} and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})), '[]') as siaes`.execute(
    tx,
  )
  return { unitId: rows[0]?.unit_id ?? undefined, siaes: rows[0]?.siaes ?? [] }
}
