import { type CalendarDate, day, granted, type Outcome, type Refusal } from '@maillage/kernel'
import { type HeldPass, type IssueGrant, judgeIssue, liftByHire, type ToolObjection } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { heldOf, type RecordedPass, suspensionOf } from '../model.ts'
import { mayIssue } from '../policy.ts'
import { issuerOn } from '../queries/issuer-on.ts'
import { recordedPasses } from '../queries/recorded-passes.ts'
import { changeSuspension, insertMove, insertPass, keepLastDay, nextDemonstrationNumber } from '../store.ts'

const schema = z.object({
  personId: z.uuid(),
  hiredOn: z.iso.date('Saisissez la date d’embauche').transform(day),
  eligibleBy: z.enum(['authorised-prescriber', 'siae']).nullable(),
  diagnosisId: z.uuid().nullable(),
})
type Input = z.output<typeof schema>

/** What a hire did to the person's right, and what the State's service would object to. */
export interface IssuedPass {
  readonly passId: string
  readonly act: IssueGrant['act']
  readonly toolObjections: readonly Refusal<ToolObjection>[]
}

async function issue(ctx: Ctx, { personId, diagnosisId }: Input, first: CalendarDate): Promise<string> {
  const id = ctx.ids.next()
  const issuerMode = await issuerOn(ctx, first)
  // The State's number is typed from its certificate; only a demonstration makes one.
  const number = issuerMode === 'demonstration' ? await nextDemonstrationNumber(ctx) : null
  await insertPass(ctx, { id, personId, number, issuerMode, first, diagnosisId })
  await keepLastDay(ctx, id)
  await emitEvent(ctx, { type: 'pass-iae/issued', version: 1, subjectId: personId, ids: { person: personId, pass: id } })
  return id
}

/** A hire in any structure ends the suspension that runs; a reason that this reader may not know is one that no hire lifts. */
async function liftSuspensions(ctx: Ctx, pass: RecordedPass, hiredOn: CalendarDate): Promise<void> {
  for (const known of pass.suspensions) {
    if (known.reason === null) continue
    const lifted = liftByHire(ctx.law, suspensionOf(known), hiredOn)
    if (lifted.effect === 'none') continue
    await changeSuspension(ctx, pass, known, lifted.effect === 'ended' ? lifted.suspension : null, 'hire')
    const ids = { person: pass.personId, pass: pass.id, suspension: known.id }
    await emitEvent(ctx, { type: 'pass-iae/suspension-lifted', version: 1, subjectId: pass.personId, ids })
  }
}

/** Reuses the person's right for a hire, brings it forward, or has a new one begin: one right a person, whatever two structures do at once. */
export const issuePass = command({
  name: 'pass-iae/issue-pass',
  runsAs: 'app',
  schema,
  async run(ctx, input): Promise<Outcome<IssuedPass>> {
    const { personId, hiredOn, eligibleBy } = input
    const person = await personCard(ctx, personId)
    if (person?.id !== personId) return notFound()
    if (!mayIssue(ctx.actor, person.circles)) return refuse('pass-iae/not-yours')
    if (person.state !== 'confirmed') return refuse('pass-iae/person-provisional')
    await lock(ctx, 'person', personId)
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    const standing = (await recordedPasses(ctx, personId)).filter((each) => !each.cancelled)
    const byHeld = new Map<HeldPass, RecordedPass>(standing.map((each) => [heldOf(each), each]))
    const judged = judgeIssue(ctx.law, { hiredOn, today: ctx.today, held: [...byHeld.keys()], eligibleBy })
    if (!judged.ok) return judged
    const { act, toolObjections } = judged.value
    if (act === 'issue') return granted({ passId: await issue(ctx, input, judged.value.pass.first), act, toolObjections })
    const pass = byHeld.get(judged.value.held)
    if (!pass) return notFound()
    if (act === 'bring-forward') await insertMove(ctx, pass, judged.value.move)
    await liftSuspensions(ctx, pass, hiredOn)
    await keepLastDay(ctx, pass.id)
    return granted({ passId: pass.id, act, toolObjections })
  },
  trace: ({ personId }, { passId }) => ({ subjects: { person: personId, pass: passId }, fields: ['hiredOn'] }),
})

/** The same, for the slice that hires. */
export const issueOrReusePass = (ctx: Ctx, input: Input): Promise<Outcome<IssuedPass>> => issuePass.execute(ctx, input)
