import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { legalDay } from '../../../platform/clock.ts'
import { command } from '../../../platform/command/command.ts'
import { PARIS } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { acceptApplication, findApplication, unitFor } from '../../applications/index.ts'
import { contractFields, employer, recordContract } from '../../employment/index.ts'
import { closedFile } from '../../people/index.ts'
import { askRight, groundOfFact } from '../ask-right.ts'
import { refuse } from '../messages.fr.ts'
import { mayHire } from '../policy.ts'
import { type DeclaredHire, hireOfApplication } from '../queries/hire-of-application.ts'
import { insertHire, openAnomalies, openEmployment } from '../store.ts'

const schema = contractFields.extend({
  applicationId: z.uuid(),
  /** « J’enregistre une embauche déjà faite »: a fact is written down, a right is not asked for. */
  asFact: z.literal(['', 'oui']),
})

/** « 21 novembre 2026 à 10 h 05 », where the structure is. */
function moment(at: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return `${frenchDate(legalDay(at, timeZone))} à ${hour} h ${String(minute).padStart(2, '0')}`
}

const alreadyHired = ({ by, at }: DeclaredHire, timeZone: string) => refuse('hiring/already-hired', { by, on: moment(at, timeZone) })

/**
 * Declares a hire: the application is accepted, the right reused or opened, the stay and its contract written, the team's right to read the work
 * opened, all together or not at all. A hire that took place is recorded whatever the law says, with its anomalies.
 */
export const declareHire = command({
  name: 'hiring/declare-hire',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, asFact, ...terms }) {
    const application = await findApplication(ctx, applicationId)
    if (!application) return notFound()
    const { personId, siaeId, organisationId } = application
    if (!mayHire(ctx.actor, application)) return refuse('hiring/not-yours')
    // Everybody who hires this person passes here one after the other; what is read next is what the ones before have written.
    await lock(ctx, 'person', personId)
    const standing = await hireOfApplication(ctx, applicationId)
    if (standing) return alreadyHired(standing, ctx.actor.hat?.timeZone ?? PARIS)
    const unitId = await unitFor(ctx, siaeId)
    if (!unitId) return refuse('hiring/no-unit', { name: (await employer(ctx, siaeId))?.name ?? '' })
    const isFact = asFact === 'oui'
    if (isFact && terms.firstDay > ctx.today) return refuse('hiring/fact-to-come', {}, 'firstDay')
    const closed = await closedFile(ctx, personId, isFact ? terms.firstDay : undefined)
    if (closed) return closed
    const accepted = await acceptApplication.execute(ctx, { applicationId })
    if (!accepted.ok) return accepted
    const asked = { personId, siaeId, hiredOn: terms.firstDay }
    const ground = isFact ? granted(await groundOfFact(ctx, asked)) : await askRight(ctx, asked)
    if (!ground.ok) return ground
    const { passId, act: passAct, diagnosisId, anomalies } = ground.value
    const id = ctx.ids.next()
    await openEmployment(ctx, { id, personId, siaeId })
    const contract = await recordContract.execute(ctx, { ...terms, personId, siaeId, unitId })
    if (!contract.ok) return contract
    await insertHire(ctx, {
      id,
      personId,
      organisationId,
      siaeId,
      applicationId,
      diagnosisId,
      passId,
      passAct,
      hiredOn: terms.firstDay,
      ...contract.value,
    })
    await openAnomalies(ctx, { id, organisationId, hiredOn: terms.firstDay }, anomalies)
    const ids = { hire: id, person: personId, application: applicationId, siae: siaeId }
    await emitEvent(ctx, { type: 'hiring/hire-declared', version: 1, subjectId: personId, ids })
    return granted({ hireId: id, personId, passAct, anomalies: anomalies.length })
  },
  trace: ({ applicationId }, { hireId, personId }) => ({
    subjects: { hire: hireId, person: personId, application: applicationId },
    fields: ['type', 'firstDay', 'lastDay', 'weeklyHours', 'worksite', 'post', 'market', 'lot', 'clauseKind', 'asFact'],
  }),
})
