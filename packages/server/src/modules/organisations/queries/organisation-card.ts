import { type CalendarDate, day, type OpenPeriod, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { OrganisationFunction } from '../../../platform/command/actor.ts'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Dated, openOf } from '../tables.ts'

export interface FunctionLine {
  readonly id: string
  readonly function: OrganisationFunction
  readonly territoryId: string
  readonly territory: string
  readonly open: OpenPeriod
}

export interface CarriedSiae {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly departement: string
  readonly open: OpenPeriod
}

export interface AuthorisationLine {
  readonly id: string
  readonly kind: string
  readonly basis: 'order' | 'prefect'
  readonly reference: string | null
  readonly decidedOn: CalendarDate | null
  readonly open: OpenPeriod
}

/** What anybody may know of an organisation. */
export interface OrganisationCard {
  readonly id: string
  readonly name: string
  readonly siren: string | null
  readonly legalForm: string | null
  readonly functions: readonly FunctionLine[]
  readonly carried: readonly CarriedSiae[]
  readonly authorisations: readonly AuthorisationLine[]
}

interface Row {
  id: string
  name: string
  siren: string | null
  legal_form: string | null
  functions: readonly (Dated & { id: string; function: OrganisationFunction; territory_id: string; territory: string })[]
  carried: readonly (Dated & { id: string; name: string; kind: SiaeKind; departement: string })[]
  authorisations: readonly (Dated & {
    id: string
    kind: string
    basis: 'order' | 'prefect'
    reference: string | null
    decided_on: string | null
  })[]
}

/** One organisation with what it does, what it carries and its right to prescribe, in one statement; undefined when there is none with this id. */
export async function organisationCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<OrganisationCard | undefined> {
  const { rows } = await sql<Row>`
    select organisation.id, organisation.name, organisation.siren, organisation.legal_form,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', acts.id, 'function', acts.function, 'territory_id', acts.territory_id, 'territory', place.name,
          'first_day', acts.first_day, 'last_day', acts.last_day) order by acts.last_day nulls first, acts.function, place.code)
        from organisation_function as acts join territory as place on place.id = acts.territory_id
        where acts.organisation_id = organisation.id), '[]') as functions,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', siae.id, 'name', siae.name, 'kind', siae.kind, 'departement', place.name,
          'first_day', siae.first_day, 'last_day', siae.last_day) order by siae.last_day nulls first, siae.name_key)
        from siae join territory as place on place.id = siae.territory_id
        where siae.organisation_id = organisation.id), '[]') as carried,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', held.id, 'kind', held.prescriber_kind, 'basis', held.basis, 'reference', held.reference,
          'decided_on', held.decided_on, 'first_day', held.first_day, 'last_day', held.last_day) order by held.first_day desc)
        from authorisation as held where held.organisation_id = organisation.id), '[]') as authorisations
    from organisation where organisation.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    siren: row.siren,
    legalForm: row.legal_form,
    functions: row.functions.map((each) => ({ ...each, territoryId: each.territory_id, open: openOf(each) })),
    carried: row.carried.map((each) => ({ ...each, open: openOf(each) })),
    authorisations: row.authorisations.map(({ decided_on, ...each }) => ({
      ...each,
      decidedOn: decided_on === null ? null : day(decided_on),
      open: openOf(each),
    })),
  }
}
