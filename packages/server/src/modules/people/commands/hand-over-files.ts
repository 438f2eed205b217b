import { day, granted, isoDate } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayHandOver, mayHandOverFor } from '../policy.ts'
import { colleaguesWhoFollow } from '../queries/colleagues-who-follow.ts'
import { filesFollowedBy } from '../queries/files-followed-by.ts'
import { endPredecessors, insertSuccessors } from '../store-hand-over.ts'

const schema = z.object({
  fromId: z.uuid('Choisissez la personne absente ou qui part'),
  toId: z.uuid('Choisissez la personne qui prend le relais'),
  how: z.enum(['absence', 'departure'], 'Dites si c’est pour un temps ou pour de bon'),
  firstDay: z.iso.date('Saisissez le premier jour').transform(day),
  lastDay: z.iso.date().transform(day).nullable().default(null),
})

/**
 * Entrusts the people of a referent to a colleague in one act: for an absence, the colleague stands in until a day; for a departure, becomes the referent.
 * Decided by the absent referent or by the direction; nobody takes over by themselves.
 */
export const handOverFiles = command({
  name: 'people/hand-over-files',
  runsAs: 'app',
  schema,
  async run(ctx, { fromId, toId, how, firstDay, lastDay }) {
    if (!mayHandOver(ctx.actor)) return refuse('people/not-yours')
    const colleagues = await colleaguesWhoFollow(ctx)
    const from = colleagues.find(({ membershipId }) => membershipId === fromId)
    const to = colleagues.find(({ membershipId }) => membershipId === toId)
    if (!from) return refuse('people/referent-unknown', {}, 'fromId')
    if (!to) return refuse('people/referent-unknown', {}, 'toId')
    if (!mayHandOverFor(ctx.actor, from, how)) return refuse('people/hand-over-not-yours', {}, 'fromId')
    if (from.accountId === to.accountId) return refuse('people/hand-over-to-oneself', {}, 'toId')
    if (firstDay < ctx.today) return refuse('people/referent-not-before-today', {}, 'firstDay')
    const last = how === 'absence' ? lastDay : null
    if (how === 'absence' && last === null) return refuse('people/deputy-without-end', {}, 'lastDay')
    if (last !== null && last < firstDay) return refuse('people/referent-reversed', {}, 'lastDay')
    if (to.lastDay !== null && to.lastDay < isoDate(last ?? firstDay)) return refuse('people/hand-over-beyond-membership', {}, 'toId')
    const files = await filesFollowedBy(ctx, { fromId, toId, first: firstDay, last })
    const taken = files.filter(({ reachable, already }) => reachable && !already)
    if (taken.length === 0) return refuse('people/hand-over-nobody')
    await insertSuccessors(ctx, taken, { to, first: firstDay, last })
    if (how === 'departure') await endPredecessors(ctx, taken, firstDay)
    const id = ctx.ids.next()
    await emitEvent(ctx, { type: 'people/files-handed-over', version: 1, subjectId: id, ids: { from: fromId, to: toId } })
    return granted({
      id,
      to: to.name,
      people: new Set(taken.map(({ personId }) => personId)).size,
      left: files.filter(({ reachable }) => !reachable).length,
    })
  },
  trace: ({ fromId, toId }, { id }) => ({ subjects: { handOver: id, from: fromId, to: toId }, fields: ['how', 'firstDay', 'lastDay'] }),
})
