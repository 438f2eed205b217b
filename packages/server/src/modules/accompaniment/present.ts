import { type CalendarDate, granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import type { Ctx } from '../../platform/command/context.ts'
import { findPeople } from '../people/index.ts'
import { refuse } from './messages.fr.ts'
import { MOST_PRESENT } from './model-workshops.ts'

/** The people ticked, each once; none, one or several come from a form in three shapes. */
export const personIds = z.preprocess(
  (ticked) => [...new Set(ticked === undefined || ticked === '' ? [] : [ticked].flat())],
  z
    .array(z.uuid())
    .min(1, 'Cochez au moins une personne présente')
    .max(MOST_PRESENT, `Cochez ${MOST_PRESENT} personnes au plus : au-delà, notez un second atelier`),
)

/**
 * Who was there, when the actor's teams follow them all and they were alive that day. One statement, however many they are.
 * @returns their ids, at least one
 */
export async function present(
  ctx: Pick<Ctx, 'tx' | 'today' | 'actor'>,
  ids: readonly string[],
  happenedOn: CalendarDate,
): Promise<Outcome<readonly [string, ...string[]]>> {
  const { rows } = await findPeople(ctx, { typed: '', page: null, followed: true, ids })
  const [first, ...others] = rows
  if (!first || rows.length < ids.length) return refuse('accompaniment/not-all-yours', {}, 'personIds')
  const late = rows.filter(({ diedOn }) => diedOn !== null && diedOn < happenedOn)
  if (late.length > 0)
    return refuse('accompaniment/died-before', { names: late.map(({ displayName }) => displayName).join(', ') }, 'personIds')
  return granted([first.id, ...others.map(({ id }) => id)])
}
