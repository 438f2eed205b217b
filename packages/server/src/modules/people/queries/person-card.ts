import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import {
  ageOn,
  type Birth,
  type BirthPrecision,
  type Circle,
  type ContactKind,
  displayName,
  type NameKind,
  type PersonState,
  type Sex,
} from '../model.ts'

/** What a holder may know of somebody's identity. Contact is empty for those who are not shown it. */
export interface PersonCard {
  readonly id: string
  /** « Nadia BENALI », the name borne in daily life first */
  readonly displayName: string
  readonly birthName: string
  readonly usageName: string | null
  readonly givenNames: string
  readonly birth: Birth
  /** Null when what is known of the birth leaves a doubt. */
  ageOn(on: CalendarDate): number | null
  readonly sex: Sex | null
  readonly state: PersonState
  readonly phone: string | null
  /** Whether nobody else reads or answers there. */
  readonly phoneSafe: boolean
  readonly email: string | null
  readonly emailSafe: boolean
  readonly address: string | null
  /** Of residence */
  readonly commune: { readonly code: string; readonly name: string } | null
  /** Of the identity, contact included: an edit carries the one it read. */
  readonly version: number
  /** The day of the death: the file is closed. */
  readonly diedOn: CalendarDate | null
  /** By which circles the reader holds the person today. */
  readonly circles: ReadonlySet<Circle>
}

interface Row {
  id: string
  state: PersonState
  birth_date: string | null
  birth_precision: BirthPrecision
  sex: Sex | null
  death_date: string | null
  version: number
  names: Partial<Record<NameKind, string>> | null
  contacts: Partial<Record<ContactKind, { value: string; safe: boolean; code: string | null; commune: string | null }>> | null
  circles: readonly Circle[] | null
}

async function rowOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select person.id, person.state, person.birth_date, person.birth_precision, person.sex, person.death_date, person.version,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = person.id and name.superseded_at is null and name.kind <> 'former') as names,
      (select jsonb_object_agg(contact.kind, jsonb_build_object('value', known.value, 'safe', known.safe, 'code', commune.code, 'commune', commune.name)
          order by contact.recorded_at)
        from contact
        join contact_version as known on known.contact_id = contact.id and known.superseded_at is null
        left join territory as commune on commune.id = known.commune_id
        where contact.person_id = person.id) as contacts,
      (select jsonb_agg(distinct held.circle) from person_access as held
        where held.person_id = person.id
          and held.starts_on <= (select current_setting('maillage.today', true))::date
          and held.ends_on >= (select current_setting('maillage.today', true))::date) as circles
    from person where person.id = ${personId} and person.state <> 'merged'`.execute(tx)
  return rows[0]
}

/** The file that this one joined, when the reader holds it. */
async function joined({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select merged_file(${personId}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

/**
 * The identity of a person, in one statement; undefined when there is none with this id or when it is not for this reader. A file that joined
 * another answers with the one it joined.
 */
export async function personCard(ctx: Pick<ReadCtx, 'tx'>, personId: string): Promise<PersonCard | undefined> {
  const row = await rowOf(ctx, personId)
  if (!row) {
    const kept = await joined(ctx, personId)
    return kept === undefined ? undefined : personCard(ctx, kept)
  }
  const { names, contacts } = row
  const known = { birthName: names?.birth ?? '', usageName: names?.usage ?? null, givenNames: names?.given ?? '' }
  const birth: Birth = { date: row.birth_date === null ? null : day(row.birth_date), precision: row.birth_precision }
  const home = contacts?.address
  return {
    id: row.id,
    ...known,
    displayName: displayName(known),
    birth,
    ageOn: (on) => ageOn(birth, on),
    sex: row.sex,
    state: row.state,
    phone: contacts?.phone?.value ?? null,
    phoneSafe: contacts?.phone?.safe ?? false,
    email: contacts?.email?.value ?? null,
    emailSafe: contacts?.email?.safe ?? false,
    address: home?.value || null,
    commune: home?.code && home.commune ? { code: home.code, name: home.commune } : null,
    version: row.version,
    diedOn: row.death_date === null ? null : day(row.death_date),
    circles: new Set(row.circles),
  }
}
