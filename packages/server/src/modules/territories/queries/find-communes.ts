import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { placeKey } from '../place-key.ts'

export interface CommuneFound {
  /** INSEE code */
  readonly code: string
  readonly label: string
}

const AT_MOST = 12
const LONGEST = 80

/**
 * Communes whose name begins with what was typed, with or without its article, or that have this postal code; the most populated first.
 * @example findCommunes(ctx, 'narb') // [{ code: '11262', label: 'Narbonne (11, Aude)' }]
 */
export async function findCommunes({ tx }: Pick<ReadCtx, 'tx'>, typed: string): Promise<readonly CommuneFound[]> {
  const key = placeKey(typed.slice(0, LONGEST))
  if (key.length < 2) return []
  const matching = /^\d{2,5}$/.test(key)
    ? sql`commune.id in (select territory_id from postal_code where starts_with(code, ${key}))`
    : sql`(starts_with(commune.name_key, ${key}) or starts_with(commune.bare_key, ${key}))`
  const { rows } = await sql<{ code: string; name: string; departement: string; place: string }>`
    select commune.code, commune.name, departement.code as departement, departement.name as place
    from territory as commune
    join territory_membership on territory_membership.member_id = commune.id and territory_membership.last_day is null
    join territory as departement on departement.id = territory_membership.group_id and departement.kind = 'departement'
    left join population on population.territory_id = commune.id and population.vintage = commune.vintage
    where commune.kind = 'commune' and commune.last_day is null and ${matching}
    order by (commune.name_key = ${key} or commune.bare_key = ${key}) desc, population.inhabitants desc nulls last, commune.name_key, commune.code
    limit ${AT_MOST}`.execute(tx)
  return rows.map(({ code, name, departement, place }) => ({ code, label: `${name} (${departement}, ${place})` }))
}

/** The label of one commune, by its INSEE code. */
export async function communeLabel(ctx: Pick<ReadCtx, 'tx'>, code: string): Promise<string | undefined> {
  return (await communeLabels(ctx, [code])).get(code)
}

/** The labels of some communes, by their INSEE codes. */
export async function communeLabels({ tx }: Pick<ReadCtx, 'tx'>, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; label: string }>`
    select commune.code, commune.name || ' (' || departement.code || ', ' || departement.name || ')' as label
    from territory as commune
    join territory_membership on territory_membership.member_id = commune.id and territory_membership.last_day is null
    join territory as departement on departement.id = territory_membership.group_id and departement.kind = 'departement'
    where commune.kind = 'commune' and commune.code = any (${codes}::text[])
    order by commune.name_key, commune.code`.execute(tx)
  return new Map(rows.map(({ code, label }) => [code, label]))
}
