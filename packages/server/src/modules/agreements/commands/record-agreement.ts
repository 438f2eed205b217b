import { frenchDate, granted, overlap } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { actNumber, typedDay } from '../act-schema.ts'
import { siaeInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { insertAgreement } from '../store.ts'

const schema = z.object({
  siaeId: z.uuid(),
  number: actNumber,
  firstDay: typedDay('Saisissez le premier jour de la convention'),
  lastDay: typedDay('Saisissez le dernier jour de la convention'),
  signedOn: typedDay('Saisissez la date de signature de la convention'),
})

/** Records the agreement that the préfet signed with a structure, as it was signed. Source: CT L5132-2, R5132-1 and following. */
export const recordAgreement = command({
  name: 'agreements/record-agreement',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, number, firstDay, lastDay, signedOn }) {
    const taken = await siaeInHand(ctx, siaeId)
    if (!taken.ok) return taken
    const { siae, agreements } = taken.value
    if (lastDay < firstDay) return refuse('agreements/dates-reversed', {}, 'lastDay')
    if (signedOn > ctx.today) return refuse('agreements/signed-later', {}, 'signedOn')
    const { last } = siae.open
    if (last !== null && firstDay > last) return refuse('agreements/structure-ended', { last: frenchDate(last) }, 'firstDay')
    const period = { first: firstDay, last: lastDay }
    if (agreements.some((each) => each.cancellation === null && overlap(each.period, period)))
      return refuse('agreements/agreement-overlaps', {}, 'firstDay')
    const id = ctx.ids.next()
    await insertAgreement(ctx, siae, { id, number, period, signedOn })
    await emitEvent(ctx, {
      type: 'agreements/agreement-recorded',
      version: 1,
      subjectId: siaeId,
      ids: { siaeId, agreementId: id },
      territoryId: siae.territoryId,
    })
    return granted({ id, siaeId })
  },
  trace: ({ siaeId }, { id }) => ({ subjects: { siae: siaeId, agreement: id }, fields: ['number', 'firstDay', 'lastDay', 'signedOn'] }),
})
