import { day, granted, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../closed-file.ts'
import { refuse } from '../messages.fr.ts'
import { REFERENT_ROLES } from '../model.ts'
import { mayKeepFiles } from '../policy.ts'
import { holdsPerson } from '../queries/holds-person.ts'
import { membersOfTeams } from '../queries/members-of-teams.ts'
import { insertReferent } from '../store.ts'

const schema = z.object({
  personId: z.uuid(),
  /** A member in one of the teams that hold the person: `membershipId` and `unitId` go together. */
  membershipId: z.uuid('Choisissez un membre de votre organisation'),
  unitId: z.uuid('Choisissez l’équipe'),
  role: z.enum(REFERENT_ROLES, 'Choisissez de quel suivi il s’agit'),
  deputy: z.boolean().default(false),
  firstDay: z.iso.date('Saisissez le premier jour').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour').transform(day).optional(),
})

/** Names who follows a person, or their deputy for a time: that account alone reads the accompaniment file from that day. */
export const nameReferent = command({
  name: 'people/name-referent',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, membershipId, unitId, role, deputy, firstDay, lastDay }) {
    if (!(await holdsPerson(ctx, personId))) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    if (firstDay < ctx.today) return refuse('people/referent-not-before-today', {}, 'firstDay')
    if (deputy && lastDay === undefined) return refuse('people/deputy-without-end', {}, 'lastDay')
    if (lastDay !== undefined && lastDay < firstDay) return refuse('people/referent-reversed', {}, 'lastDay')
    const member = (await membersOfTeams(ctx, personId)).find((each) => each.membershipId === membershipId)
    if (!member) return refuse('people/referent-unknown', {}, 'membershipId')
    if (!member.units.some(({ id }) => id === unitId)) return refuse('people/referent-not-in-unit', {}, 'unitId')
    const id = ctx.ids.next()
    await insertReferent(ctx, { id, personId, unitId, membershipId, role, deputy, open: { first: firstDay, last: lastDay ?? null } })
    const last = lastDay === undefined ? null : isoDate(lastDay)
    await sql`select grant_access(${ctx.ids.next()}, ${personId}, ${unitId}, ${member.accountId}, 'referent', ${deputy ? 'deputy' : 'referent'}, ${id},
      ${isoDate(firstDay)}, ${last})`.execute(ctx.tx)
    await emitEvent(ctx, { type: 'people/referent-named', version: 1, subjectId: personId, ids: { person: personId, referent: id } })
    return granted({ id, personId })
  },
  trace: ({ personId, membershipId }, { id }) => ({
    subjects: { person: personId, referent: id, membership: membershipId },
    fields: ['role', 'deputy', 'firstDay', 'lastDay'],
  }),
})
