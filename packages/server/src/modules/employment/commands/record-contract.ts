import { addDays, centiHours, day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { CONTRACT_TYPES, type ContractTerms, type SiaeStay } from '../model.ts'
import { mayEmploy } from '../policy.ts'
import { employer } from '../queries/employer.ts'
import { insertContract, insertStay, moveEntry, stayOn } from '../store.ts'
import { setExitDay } from '../store-stays.ts'

const textOrNull = (longest: number, tooLong: string) =>
  z
    .string()
    .max(longest, tooLong)
    .transform((typed) => (typed === '' ? null : typed))
/** A box left empty says nothing; what is typed is read by the schema, with its own sentences. */
const orNull = <S extends z.ZodType>(schema: S) => z.preprocess((typed) => (typed === '' ? null : typed), schema.nullable())

/** What a form says of a contract, with the sentences of each field; a form of a higher slice extends it. */
export const contractFields = z.object({
  firstDay: z.iso.date('Saisissez le premier jour de travail').transform(day),
  type: z.enum(CONTRACT_TYPES, 'Choisissez le type de contrat'),
  lastDay: z.iso.date('Saisissez le dernier jour du contrat').transform(day).nullable(),
  weeklyHours: orNull(
    z
      .string()
      .regex(/^\d{1,2}([.,]\d{1,2})?$/, 'Saisissez les heures par semaine en chiffres, par exemple 26 ou 30,5')
      .transform((typed) => Math.round(Number(typed.replace(',', '.')) * 100))
      .refine((hundredths) => hundredths <= 6000, 'Une semaine ne dépasse pas 60 heures : vérifiez')
      .transform(centiHours),
  ),
  worksiteId: orNull(z.uuid('Choisissez un site de la liste')),
  post: textOrNull(120, 'Le poste dépasse 120 caractères : raccourcissez-le'),
  market: textOrNull(120, 'Le marché dépasse 120 caractères : raccourcissez-le'),
  lot: textOrNull(60, 'Le lot dépasse 60 caractères : raccourcissez-le'),
  clauseKind: textOrNull(60, 'La clause dépasse 60 caractères : raccourcissez-la'),
})

const schema = contractFields.extend({ personId: z.uuid(), siaeId: z.uuid(), unitId: z.uuid() })

/**
 * The stay that holds the first day of a contract. One that ended the day before goes on: nobody leaves and comes back within a day, the exit was a
 * mistake, and its trace remains.
 */
async function stayGoingOn(
  ctx: Ctx,
  personId: string,
  siaeId: string,
  { firstDay, lastDay }: Pick<ContractTerms, 'firstDay' | 'lastDay'>,
): Promise<SiaeStay | undefined> {
  const found = (await stayOn(ctx, personId, siaeId, firstDay)) ?? (await stayOn(ctx, personId, siaeId, addDays(firstDay, -1)))
  const exitOn = found?.open.last
  if (found && exitOn !== null && exitOn !== undefined && firstDay >= exitOn && (lastDay === null || lastDay > exitOn)) {
    await setExitDay(ctx, found.id, null)
    await emitEvent(ctx, { type: 'employment/stay-went-on', version: 1, subjectId: found.id, ids: { siaeId, stayId: found.id } })
  }
  return found
}

/** Records a contract in the stay that runs, or in a new one: a fact, whatever the law says of it. The caller holds the person. */
export const recordContract = command({
  name: 'employment/record-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, siaeId, unitId, ...terms }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayEmploy(ctx.actor, siae)) return refuse('employment/not-yours')
    const { firstDay, lastDay, worksiteId } = terms
    if (lastDay !== null && lastDay < firstDay) return refuse('employment/ends-before-it-begins', {}, 'lastDay')
    if (worksiteId !== null && !siae.worksites.some(({ id }) => id === worksiteId))
      return refuse('employment/worksite-of-another', {}, 'worksiteId')
    const running = await stayGoingOn(ctx, personId, siaeId, terms)
    const stayId = running?.id ?? ctx.ids.next()
    const { organisationId, kind } = siae
    if (!running)
      await insertStay(ctx, { id: stayId, personId, organisationId, siaeId, kind, open: { first: firstDay, last: null } }, unitId)
    else if (firstDay < running.open.first) await moveEntry(ctx, stayId, firstDay)
    const contractId = ctx.ids.next()
    await insertContract(ctx, { id: contractId, stayId, personId, organisationId }, terms)
    await lookAtContract(ctx, contractId)
    return granted({ stayId, contractId })
  },
  trace: ({ personId, siaeId }, { stayId, contractId }) => ({
    subjects: { person: personId, siae: siaeId, stay: stayId, contract: contractId },
    fields: ['type', 'firstDay', 'lastDay', 'weeklyHours', 'worksite', 'post', 'market', 'lot', 'clauseKind'],
  }),
})
