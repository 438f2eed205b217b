import { isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { SiaeToSend } from './siae-to-send.ts'

const AT_MOST_WORDS = 6
/** More would be a list to read, not a choice. */
export const SIAES_SHOWN = 20

/** A structure that matches, with its open sites that say why. */
export interface SiaeFound extends SiaeToSend {
  readonly sites: readonly string[]
}

const KIND_WORDS = sql`case siae.kind
  when 'EI' then 'ei entreprise insertion' when 'ACI' then 'aci atelier chantier insertion' when 'AI' then 'ai association intermediaire'
  when 'ETTI' then 'etti travail temporaire interim insertion' else 'eiti travail independant insertion' end`

/** What is looked for at the beginning of a word. The plural finds the singular: « jardins » finds « Jardin de Bram ». */
const beginningOf = (word: string): string => ` ${word.length > 3 ? word.replace(/[sx]$/, '') : word}`

/**
 * Open structures found by what they are called, their carrier, kind and commune, and by their open sites, which mostly say what one does there:
 * each word typed begins one of these words. Those of one's own territories first. No text of ours says what a structure does, but the activities
 * of its posts, which are between it and its funders.
 */
export async function siaesToChoose(
  { tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  typed: string,
): Promise<readonly SiaeFound[]> {
  const words = normalised(typed).split(' ').filter(Boolean).slice(0, AT_MOST_WORDS).map(beginningOf)
  if (words.length === 0) return []
  const on = isoDate(today)
  const key = sql`' ' || siae.name_key || ' ' || organisation.name_key || ' ' || commune.name_key || ' ' || ${KIND_WORDS}`
  const siteKey = sql`' ' || site.name_key || ' ' || town.name_key`
  const openSites = sql`worksite as site join territory as town on town.id = site.commune_id
    where site.first_day <= ${on} and (site.last_day is null or site.last_day >= ${on})`
  const near = actor?.hat?.territories ?? []
  const { rows } = await sql<SiaeFound>`
    select siae.id, siae.name, siae.kind, siae.organisation_id as "organisationId", organisation.name as "organisationName",
      commune.name as commune, exists (
        select from unit where unit.siae_id = siae.id and unit.first_day <= ${on} and (unit.last_day is null or unit.last_day >= ${on})) as "hasTeam",
      array(select site.name || ' (' || town.name || ')' from ${openSites} and site.siae_id = siae.id and (${sql.join(
        words.map((word) => sql`strpos(${siteKey}, ${word}) > 0`),
        sql` or `,
      )}) order by site.name_key) as sites
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as commune on commune.id = siae.commune_id
    where siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})
      and ${sql.join(
        words.map(
          (word) =>
            sql`(strpos(${key}, ${word}) > 0 or siae.id in (select site.siae_id from ${openSites} and strpos(${siteKey}, ${word}) > 0))`,
        ),
        sql` and `,
      )}
    order by ${near.length > 0 ? sql`siae.territory_id in (${sql.join(near)}) desc,` : sql``} siae.name_key, siae.id
    limit ${SIAES_SHOWN}`.execute(tx)
  return rows
}
