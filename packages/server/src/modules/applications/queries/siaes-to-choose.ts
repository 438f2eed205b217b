import { isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { SiaeToSend } from './siae-to-send.ts'

const AT_MOST_WORDS = 6
/** More would be a list to read, not a choice. */
export const SIAES_SHOWN = 20

const KIND_WORDS = sql`case siae.kind
  when 'EI' then 'ei entreprise insertion' when 'ACI' then 'aci atelier chantier insertion' when 'AI' then 'ai association intermediaire'
  when 'ETTI' then 'etti travail temporaire interim insertion' else 'eiti travail independant insertion' end`

/** Open structures whose name, carrier, kind or commune begin with each word typed; those of one's own territories first. */
export async function siaesToChoose(
  { tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  typed: string,
): Promise<readonly SiaeToSend[]> {
  const words = normalised(typed).split(' ').filter(Boolean).slice(0, AT_MOST_WORDS)
  if (words.length === 0) return []
  const on = isoDate(today)
  const key = sql`' ' || siae.name_key || ' ' || organisation.name_key || ' ' || commune.name_key || ' ' || ${KIND_WORDS}`
  const near = actor?.hat?.territories ?? []
  const { rows } = await sql<SiaeToSend>`
    select siae.id, siae.name, siae.kind, siae.organisation_id as "organisationId", organisation.name as "organisationName",
      commune.name as commune, exists (
        select from unit where unit.siae_id = siae.id and unit.first_day <= ${on} and (unit.last_day is null or unit.last_day >= ${on})) as "hasTeam"
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as commune on commune.id = siae.commune_id
    where siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})
      and ${sql.join(
        words.map((word) => sql`strpos(${key}, ${` ${word}`}) > 0`),
        sql` and `,
      )}
    order by ${near.length > 0 ? sql`siae.territory_id in (${sql.join(near)}) desc,` : sql``} siae.name_key, siae.id
    limit ${SIAES_SHOWN}`.execute(tx)
  return rows
}
