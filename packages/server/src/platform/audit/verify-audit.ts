import { plural } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { LATEST_ARRIVAL, LINE_HASH, SEAL_HASH } from './line-hash.ts'

/** The last seal, to be kept outside the database: whoever rewrites the whole chain cannot rewrite what is kept elsewhere. */
export interface AuditHead {
  readonly number: number
  /** In hexadecimal */
  readonly hash: string
}

export interface AuditState {
  readonly lines: number
  readonly seals: number
  readonly waiting: number
  readonly head: AuditHead | null
  /** What is broken first, as a French sentence; null when nothing is. */
  readonly fault: string | null
}

interface Broken {
  readonly kind: 'altered' | 'removed' | 'inserted' | 'reseal'
  readonly audit_id: string
  readonly seal_number: number | null
  readonly at: string | null
}

const shortHour = (at: string | null): string => {
  if (at === null) return ''
  const { day, month, year, hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  const two = (value: number) => String(value).padStart(2, '0')
  return ` du ${two(day)}/${two(month)}/${year} à ${two(hour)} h ${two(minute)} (UTC)`
}

function sentenceOf({ kind, audit_id, seal_number, at }: Broken): string {
  const line = `La ligne ${audit_id}${shortHour(at)}`
  if (kind === 'altered') return `${line} a été modifiée après son scellement (scellé n° ${seal_number}).`
  if (kind === 'removed') return `${line} a été supprimée (scellé n° ${seal_number}).`
  return `${line} a été ajoutée après coup, avant des lignes déjà scellées.`
}

/** The first seal that is missing, or whose hash is not that of its lines and of the seal before it. */
async function brokenSeal(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ number: number; missing: number | null }>`
    with chained as (
      select number, lines, hash, coalesce(lag(hash) over (order by number), ''::bytea) as previous, lag(number) over (order by number) as before
      from audit_seal
    ), computed as (
      select number, chained.lines, chained.hash, before, ${SEAL_HASH} as found, count(sealed.audit_id) as present
      from chained left join audit_seal_line as sealed on sealed.seal_number = chained.number
      group by number, chained.lines, chained.hash, previous, before
    )
    select number, case when number <> coalesce(before, 0) + 1 then coalesce(before, 0) + 1 end as missing
    from computed
    where number <> coalesce(before, 0) + 1 or present <> lines or found is distinct from hash
    order by number limit 1`.execute(tx)
  const [first] = rows
  if (!first) return undefined
  if (first.missing !== null) return `Le scellé n° ${first.missing} manque.`
  return `Le scellé n° ${first.number} ne correspond plus aux lignes qu’il a fermées.`
}

/** The first line, in the order of seals then of hours, that is not what was sealed. */
async function brokenLine(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<Broken>`
    (select case when audit.id is null then 'removed' else 'altered' end as kind, sealed.audit_id, sealed.seal_number,
       to_char(audit.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, audit.recorded_at as rank
     from audit_seal_line as sealed left join audit on audit.id = sealed.audit_id
     where audit.id is null or ${LINE_HASH} <> sealed.hash)
    union all
    (select 'inserted', audit.id, null, to_char(audit.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), audit.recorded_at
     from audit
     where audit.recorded_at < (select max(until) from audit_seal) - interval '${sql.raw(LATEST_ARRIVAL)}'
       and not exists (select from audit_seal_line where audit_seal_line.audit_id = audit.id))
    order by 3 nulls last, 5 nulls first, 2 limit 1`.execute(tx)
  return rows[0] && sentenceOf(rows[0])
}

/**
 * Whether the audit is what it was when it was sealed. Read in one snapshot.
 * @param known a seal noted before, outside the database: the chain must still hold it
 */
export async function verifyAudit(tx: Tx, known?: AuditHead): Promise<AuditState> {
  const { rows } = await sql<{ lines: number; seals: number; waiting: number; number: number | null; hash: string | null }>`
    select (select count(*) from audit)::integer as lines, count(*)::integer as seals,
      (select count(*) from audit where not exists (select from audit_seal_line where audit_seal_line.audit_id = audit.id))::integer as waiting,
      max(number)::integer as number, (select encode(hash, 'hex') from audit_seal order by number desc limit 1) as hash
    from audit_seal`.execute(tx)
  const { lines = 0, seals = 0, waiting = 0, number = null, hash = null } = rows[0] ?? {}
  const head = number === null || hash === null ? null : { number, hash }
  const fault = (await brokenLine(tx)) ?? (await brokenSeal(tx)) ?? (known ? await forgotten(tx, known) : undefined)
  return { lines, seals, waiting, head, fault: fault ?? null }
}

async function forgotten(tx: Tx, { number, hash }: AuditHead): Promise<string | undefined> {
  const { rows } = await sql`select from audit_seal where number = ${number} and encode(hash, 'hex') = ${hash}`.execute(tx)
  return rows.length === 1
    ? undefined
    : `Le scellé n° ${number} n’est plus celui qui avait été noté : la chaîne a été refaite ou raccourcie.`
}

/** « 1 204 lignes, 3 scellés, chaîne intacte », and what is worth noting outside the database. */
export function auditSentences({ lines, seals, waiting, head, fault }: AuditState): readonly string[] {
  const counts = `${plural(lines, 'ligne')}, ${plural(seals, 'scellé')}`
  if (fault) return [`${counts}, chaîne rompue.`, fault]
  return [
    `${counts}, chaîne intacte.`,
    ...(waiting > 0 ? [`${plural(waiting, 'ligne attend', 'lignes attendent')} le prochain scellé.`] : []),
    ...(head ? [`Dernier scellé, à noter hors de la base : ${head.number}:${head.hash}`] : []),
  ]
}
