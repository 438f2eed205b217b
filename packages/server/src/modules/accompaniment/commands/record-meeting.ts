import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { USUAL_MISSION } from '../model.ts'
import { AGREED_LIMIT } from '../model-meetings.ts'
import { participantsTyped } from '../participants-typed.ts'
import { insertMeeting } from '../store-meetings.ts'
import { recordAct } from './record-act.ts'

const schema = recordAct.schema.omit({ kind: true, mission: true, partnerId: true }).extend({
  happenedOn: z.iso.date('Saisissez la date de la rencontre').transform(day),
  participants: participantsTyped,
  agreed: z.string().trim().min(1, 'Dites ce qui a été convenu').max(AGREED_LIMIT, `Écrivez ${AGREED_LIMIT} caractères au plus`),
})

/** Notes a meeting about a pathway: an act like another, with who was there and what was agreed. */
export const recordMeeting = command({
  name: 'accompaniment/record-meeting',
  runsAs: 'app',
  schema,
  async run(ctx, { participants, agreed, ...act }) {
    const noted = await recordAct.execute(ctx, {
      ...act,
      partnerId: null,
      kind: 'tripartite-meeting',
      mission: USUAL_MISSION['tripartite-meeting'],
    })
    if (!noted.ok) return noted
    await insertMeeting(ctx, { actId: noted.value.id, personId: noted.value.personId, participants, agreed })
    return granted(noted.value)
  },
  trace: (_typed, { id, personId }) => ({ subjects: { act: id, person: personId }, fields: ['participants', 'agreed'] }),
})
