import { day, granted, type Outcome } from '@maillage/kernel'
import { issuerOf, parsePassNumber } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayAct } from '../policy.ts'
import { takeInHand } from '../standing.ts'
import { keepCertificate } from '../store.ts'

const schema = z.object({
  passId: z.uuid(),
  number: z.string().min(1, 'Saisissez le numéro du PASS IAE').max(40, 'Le numéro du PASS IAE compte 12 chiffres : corrigez-le'),
  firstDay: z.iso.date('Saisissez le premier jour écrit sur l’attestation').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour écrit sur l’attestation').transform(day),
})

/** Types the number and the dates of the State's certificate: ours stay beside, and a difference is something to look into. */
export const recordCertificate = command({
  name: 'pass-iae/record-certificate',
  runsAs: 'app',
  schema,
  async run(ctx, { passId, number: typed, firstDay, lastDay }): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const taken = await takeInHand(ctx, passId, mayAct)
    if (!taken.ok) return taken
    const { issuerMode, personId } = taken.value.pass
    if (issuerMode === 'demonstration') return refuse('pass-iae/number-in-demonstration', {}, 'number')
    const number = parsePassNumber(typed)
    if (number === undefined || issuerOf(number) !== 'external') return refuse('pass-iae/number-malformed', {}, 'number')
    if (lastDay < firstDay) return refuse('pass-iae/certificate-reversed', {}, 'lastDay')
    await keepCertificate(ctx, passId, { number, first: firstDay, last: lastDay })
    await emitEvent(ctx, { type: 'pass-iae/confronted', version: 1, subjectId: personId, ids: { person: personId, pass: passId } })
    return granted({ personId, passId })
  },
  trace: ({ passId }, { personId }) => ({ subjects: { person: personId, pass: passId }, fields: ['number', 'firstDay', 'lastDay'] }),
})
