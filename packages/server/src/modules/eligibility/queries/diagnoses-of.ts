import { type CalendarDate, day } from '@maillage/kernel'
import { type CriterionFinding, PRESCRIBERS, type PrescriberKind, type Registration } from '@maillage/rules/eligibility'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { circlesHeld } from '../../people/index.ts'
import { evidenceOf, type Reason, type RecordedCriterion, type RecordedDiagnosis } from '../model.ts'
import { type Circles, maySeeCriteria, maySeeVerdicts } from '../policy.ts'

/** A diagnosis as it is told to one reader. */
export interface ToldDiagnosis extends RecordedDiagnosis {
  /** Null when the kind of service would betray the person to this reader. */
  readonly author: string | null
  readonly prescriberKind: PrescriberKind | null
  /** Whether something of it is told to others only: a referent reads no health or justice without the agreement of the person. */
  readonly partly: boolean
  /** Null outside the referents and the author. */
  readonly criteria: readonly RecordedCriterion[] | null
  readonly reasons: readonly Reason[] | null
}

/** What a reader may know of a person's eligibility, the latest diagnosis first. */
export interface ToldEligibility {
  readonly personId: string
  readonly circles: Circles
  readonly today: CalendarDate
  readonly diagnoses: readonly ToldDiagnosis[]
}

interface CriterionRow {
  code: RecordedCriterion['code']
  level: number | null
  finding: CriterionFinding['state']
  kind: string | null
  first: string | null
  last: string | null
  registration: Registration | null
}

interface Row {
  id: string
  role: 'prescriber' | 'siae'
  siae_id: string | null
  siae_name: string | null
  made_on: string
  expires_on: string
  replaced_on: string | null
  verdict: RecordedDiagnosis['verdict']
  level_1_count: number
  level_2_count: number
  organisation: string | null
  prescriber_kind: PrescriberKind | null
  mine: boolean
  criteria: readonly CriterionRow[]
  reasons: readonly Reason[]
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))

function authorOf({ role, siae_name, organisation, prescriber_kind }: Row): string | null {
  if (role === 'siae') return siae_name
  if (organisation === null) return null
  return prescriber_kind === null ? organisation : `${organisation} (${PRESCRIBERS[prescriber_kind].label})`
}

function toldOf(row: Row, circles: Circles): ToldDiagnosis {
  const open = maySeeCriteria(circles) || row.mine
  return {
    id: row.id,
    role: row.role,
    siaeId: row.siae_id,
    siaeName: row.siae_name,
    madeOn: day(row.made_on),
    expiresOn: day(row.expires_on),
    replacedOn: dayOrNull(row.replaced_on),
    verdict: row.verdict,
    level1: row.level_1_count,
    level2: row.level_2_count,
    author: authorOf(row),
    prescriberKind: row.prescriber_kind,
    partly: open && !row.mine && row.criteria.filter(({ level }) => level !== null).length < row.level_1_count + row.level_2_count,
    criteria: open
      ? row.criteria.map(({ code, level, finding, kind, first, last, registration }) => ({
          code,
          level,
          finding,
          evidence: evidenceOf(kind, dayOrNull(first), dayOrNull(last)),
          registration,
        }))
      : null,
    reasons: open ? row.reasons : null,
  }
}

/**
 * The diagnoses of a person; row security already leaves out what would betray them. Undefined: not for this reader. Two statements, one when the
 * page has already read by which circles the person is held.
 */
export async function diagnosesOf(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  personId: string,
  held?: Circles,
): Promise<ToldEligibility | undefined> {
  const circles = held ?? (await circlesHeld(ctx, personId))
  if (!maySeeVerdicts(circles)) return undefined
  const { rows } = await sql<Row>`
    select diagnosis.id, diagnosis.role, diagnosis.siae_id, siae.name as siae_name, diagnosis.made_on, diagnosis.expires_on, diagnosis.replaced_on,
      diagnosis.verdict, diagnosis.level_1_count, diagnosis.level_2_count, organisation.name as organisation, author.prescriber_kind,
      coalesce(author.account_id = ${ctx.actor?.accountId ?? null}, false) as mine,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', ticked.code, 'level', ticked.level, 'finding', ticked.finding, 'kind', ticked.evidence_kind,
          'first', ticked.evidence_first, 'last', ticked.evidence_last, 'registration', ticked.registration) order by ticked.level nulls last, ticked.code)
        from criterion as ticked where ticked.diagnosis_id = diagnosis.id), '[]') as criteria,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', why.kind, 'content', why.content) order by why.rank)
        from diagnosis_reason as why where why.diagnosis_id = diagnosis.id), '[]') as reasons
    from diagnosis
    left join siae on siae.id = diagnosis.siae_id
    left join diagnosis_author as author on author.diagnosis_id = diagnosis.id
    left join organisation on organisation.id = author.organisation_id
    where diagnosis.person_id = ${personId}
    order by diagnosis.made_on desc, diagnosis.recorded_at desc, diagnosis.id desc`.execute(ctx.tx)
  return { personId, circles, today: ctx.today, diagnoses: rows.map((row) => toldOf(row, circles)) }
}
