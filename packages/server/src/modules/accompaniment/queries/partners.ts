import { type CalendarDate, day, isoDate, normalised } from '@maillage/kernel'
import { type BarrierArea, betraysByName } from '@maillage/rules/accompaniment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Partner, Reach } from '../model-partners.ts'

interface Row {
  readonly id: string
  readonly departement_id: string
  readonly version: number
  readonly name: string
  readonly does: string
  readonly areas: readonly BarrierArea[]
  readonly commune_id: string
  readonly commune_name: string
  readonly serves_id: string
  readonly serves_name: string
  readonly serves_kind: Reach
  readonly address: string | null
  readonly phone: string | null
  readonly conditions: string | null
  readonly closed_on: string | null
  readonly verified_on: string
  readonly verified_by: string
  readonly mistakes: string
}

const partnerOf = (row: Row): Partner => ({
  id: row.id,
  departementId: row.departement_id,
  version: row.version,
  name: row.name,
  does: row.does,
  areas: row.areas,
  communeId: row.commune_id,
  communeName: row.commune_name,
  servesId: row.serves_id,
  servesName: row.serves_name,
  reach: row.serves_kind,
  address: row.address,
  phone: row.phone,
  conditions: row.conditions,
  closedOn: row.closed_on === null ? null : day(row.closed_on),
  verifiedOn: day(row.verified_on),
  verifiedBy: row.verified_by,
  mistakes: Number(row.mistakes),
})

/** The sheet that stands, with who last wrote or checked it, and the mistakes found since. */
const STANDING = (wanted: readonly RawBuilder<unknown>[]) => sql`
  select partner.id, partner.departement_id, known.version, known.name, known.does, known.areas, known.commune_id, commune.name as commune_name,
    known.serves_id, serves.name as serves_name, serves.kind as serves_kind, known.address, known.phone, known.conditions,
    known.closed_on::text as closed_on, checked.on_day::text as verified_on, organisation.name as verified_by,
    (select count(*) from partner_remark as found
      where found.partner_id = partner.id and found.kind = 'mistake' and found.recorded_at > checked.at) as mistakes,
    count(*) over () as total
  from partner
  join partner_version as known on known.partner_id = partner.id and known.superseded_at is null
  join territory as commune on commune.id = known.commune_id
  join territory as serves on serves.id = known.serves_id
  join lateral (
    select sure.on_day, sure.at, sure.organisation_id from (
      select known.recorded_on as on_day, known.recorded_at as at, known.organisation_id
      union all select said.recorded_on, said.recorded_at, said.organisation_id
      from partner_remark as said where said.partner_id = partner.id and said.kind = 'verified') as sure
    order by sure.at desc limit 1) as checked on true
  join organisation on organisation.id = checked.organisation_id
  where ${sql.join(wanted, sql` and `)}`

export interface PartnerSearch {
  /** Words of the name, or of what they do */
  readonly typed: string
  readonly area: BarrierArea | undefined
  readonly departementId: string | undefined
  /** Where somebody lives: whoever welcomes its inhabitants */
  readonly communeId: string | undefined
  readonly closed: boolean
}

/** The partners that one looks for, by name. One statement; `page` null gives them all, for an export. */
export async function findPartners(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  { typed, area, departementId, communeId, closed }: PartnerSearch,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly Partner[]; readonly total: number }> {
  const words = normalised(typed).split(' ').filter(Boolean).slice(0, 6)
  const on = isoDate(today)
  const { rows } = await sql<Row & { total: string }>`
    ${STANDING([
      closed ? sql`known.closed_on is not null` : sql`known.closed_on is null`,
      ...(area === undefined ? [] : [sql`${area} = any (known.areas)`]),
      ...(departementId === undefined ? [] : [sql`partner.departement_id = ${departementId}`]),
      ...(communeId === undefined
        ? []
        : [
            sql`(known.serves_id = ${communeId} or known.serves_id in (select group_id from territory_membership
              where member_id = ${communeId} and first_day <= ${on} and (last_day is null or last_day >= ${on})))`,
          ]),
      ...words.map((word) => sql`strpos(' ' || known.name_key || ' ' || known.does_key, ${` ${word}`}) > 0`),
    ])}
    order by known.name_key, partner.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return { rows: rows.map(partnerOf), total: Number(rows[0]?.total ?? 0) }
}

/** Those whom an act may name: open, in the départements where one works, none whose name would tell an illness or an offence. */
export async function partnersToName(ctx: Pick<ReadCtx, 'tx' | 'today'>, departements: readonly string[]): Promise<readonly Partner[]> {
  const open = { typed: '', area: undefined, departementId: undefined, communeId: undefined, closed: false }
  const { rows } = await findPartners(ctx, open, null)
  return rows.filter(
    ({ departementId, areas }) => (departements.length === 0 || departements.includes(departementId)) && !betraysByName(areas),
  )
}

/** One partner; undefined when there is none. */
export async function findPartner({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<Partner | undefined> {
  const { rows } = await sql<Row>`${STANDING([sql`partner.id = ${id}`])}`.execute(tx)
  return rows[0] && partnerOf(rows[0])
}

/** Something that happened to the sheet of a partner. */
export interface PartnerEvent {
  readonly on: CalendarDate
  readonly kind: 'written' | 'corrected' | 'closed' | 'verified' | 'mistake'
  /** The mistake found */
  readonly said: string | null
  readonly organisation: string
}

/** The life of the sheet of a partner, the latest first. */
export async function partnerHistory({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<readonly PartnerEvent[]> {
  const { rows } = await sql<{ on_day: string; kind: PartnerEvent['kind']; said: string | null; organisation: string }>`
    select told.recorded_on::text as on_day, told.kind, told.said, organisation.name as organisation
    from (
      select recorded_on, recorded_at, case when version = 1 then 'written' when closed_on is not null then 'closed' else 'corrected' end as kind,
        null as said, organisation_id from partner_version where partner_id = ${id}
      union all
      select recorded_on, recorded_at, kind, said, organisation_id from partner_remark where partner_id = ${id}) as told
    join organisation on organisation.id = told.organisation_id
    order by told.recorded_at desc`.execute(tx)
  return rows.map(({ on_day, ...row }) => ({ on: day(on_day), kind: row.kind, said: row.said, organisation: row.organisation }))
}
