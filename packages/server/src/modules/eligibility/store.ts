import { type CalendarDate, isoDate, type Law } from '@maillage/kernel'
import {
  CRITERIA,
  type CriterionFinding,
  type DiagnosisAuthor,
  diagnosisExpiresOn,
  PRESCRIBERS,
  type Registration,
  type TickedCriterion,
} from '@maillage/rules/eligibility'
import type { Ctx } from '../../platform/command/context.ts'
import { countedLevels, type Reason, sensitivityOfReason, storedEvidence, type VerdictState } from './model.ts'
import { eligibilityOf } from './tables.ts'

/** A diagnosis about to be written, with what the rules answered. */
export interface NewDiagnosis {
  readonly id: string
  readonly personId: string
  readonly unitId: string
  readonly organisationId: string
  readonly siaeId: string | null
  readonly author: DiagnosisAuthor
  readonly madeOn: CalendarDate
  readonly verdict: VerdictState
  readonly carriedBy: 'prescriber' | 'level-1' | 'level-2' | null
  readonly criteria: readonly { readonly ticked: TickedCriterion; readonly finding: CriterionFinding }[]
  readonly registration: Registration | null
  readonly reasons: readonly Reason[]
}

const isoOf = (date: CalendarDate | null) => (date === null ? null : isoDate(date))

/**
 * Ends the earlier diagnoses of the same author kind on the day of the new one. One that found the person eligible ends only when another does:
 * an answer that lacks a proof takes nothing from the person.
 */
export async function replaceEarlier(
  { tx }: Ctx,
  next: Pick<NewDiagnosis, 'id' | 'personId' | 'siaeId' | 'madeOn' | 'verdict'>,
): Promise<void> {
  const madeOn = isoDate(next.madeOn)
  await eligibilityOf(tx)
    .updateTable('diagnosis')
    .set({ replaced_on: madeOn })
    .where('person_id', '=', next.personId)
    .where('id', '<>', next.id)
    .where('replaced_on', 'is', null)
    .where('made_on', '<=', madeOn)
    .where((is) => (next.siaeId === null ? is('siae_id', 'is', null) : is('siae_id', '=', next.siaeId)))
    .$if(next.verdict !== 'granted', (query) => query.where('verdict', '<>', 'granted'))
    .execute()
}

async function insertCriteria({ tx, ids }: Ctx, { id, personId, criteria, registration }: NewDiagnosis): Promise<void> {
  if (criteria.length === 0) return
  const rows = criteria.map(({ ticked: { code, evidence }, finding }) => {
    const { kind, first, last } = storedEvidence(evidence)
    const counted = registration !== null && (code === 'DETLD' || code === 'DELD') ? JSON.stringify(registration) : null
    return {
      id: ids.next(),
      diagnosis_id: id,
      person_id: personId,
      code,
      level: finding.level,
      sensitivity: CRITERIA[code].sensitivity,
      evidence_kind: kind,
      evidence_first: isoOf(first),
      evidence_last: isoOf(last),
      registration: counted,
      finding: finding.state,
    }
  })
  await eligibilityOf(tx).insertInto('criterion').values(rows).execute()
}

async function insertReasons({ tx }: Ctx, { id, personId, reasons }: NewDiagnosis): Promise<void> {
  if (reasons.length === 0) return
  const rows = reasons.map((reason, rank) => ({
    diagnosis_id: id,
    person_id: personId,
    rank,
    kind: reason.kind,
    content: JSON.stringify(reason.content),
    sensitivity: sensitivityOfReason(reason),
  }))
  await eligibilityOf(tx).insertInto('diagnosis_reason').values(rows).execute()
}

/** Writes a diagnosis: what anybody may know in one row, what would betray the person in rows of their own. */
export async function insertDiagnosis(ctx: Ctx & { readonly law: Law }, next: NewDiagnosis): Promise<void> {
  const { id, personId, siaeId, author, madeOn } = next
  const role = author.role
  const dated = { madeOn, ...(role === 'siae' ? { role, siae: siaeId ?? '' } : { role }) }
  const { level1, level2 } = countedLevels(
    ctx.law,
    author,
    next.criteria.map((each) => each.finding),
    madeOn,
  )
  const db = eligibilityOf(ctx.tx)
  await db
    .insertInto('diagnosis')
    .values({
      id,
      person_id: personId,
      role,
      siae_id: siaeId,
      made_on: isoDate(madeOn),
      expires_on: isoDate(diagnosisExpiresOn(ctx.law, dated)),
      verdict: next.verdict,
      carried_by: next.carriedBy,
      level_1_count: level1,
      level_2_count: level2,
      law_version: ctx.law.version,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
  await db
    .insertInto('diagnosis_author')
    .values({
      diagnosis_id: id,
      person_id: personId,
      organisation_id: next.organisationId,
      unit_id: next.unitId,
      account_id: ctx.actor.accountId,
      prescriber_kind: author.role === 'prescriber' ? author.kind : null,
      sensitivity: author.role === 'prescriber' ? PRESCRIBERS[author.kind].betrays : 'ordinary',
    })
    .execute()
  await insertCriteria(ctx, next)
  await insertReasons(ctx, next)
}
