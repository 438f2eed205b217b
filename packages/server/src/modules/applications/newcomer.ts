import { isoDate, normalised, type Outcome } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { createPerson } from '../people/index.ts'
import { refuse } from './messages.fr.ts'
import type { Orientation } from './orientation-schema.ts'
import { peopleAlike } from './queries/people-alike.ts'

/**
 * Writes somebody whom the team did not follow. Somebody of the same name and birth date may have a file elsewhere on the platform: the new one is
 * then provisional, and gives no right until the two are brought together. Who holds the other is never said.
 */
export async function newcomer(ctx: Ctx, unitId: string, typed: Orientation): Promise<Outcome<{ readonly personId: string }>> {
  const { birthName, givenNames, birthDate, phone, another } = typed
  if (birthDate === undefined) return refuse('applications/person-not-yours', {}, 'birthDate')
  if (another === '' && (await peopleAlike(ctx, { birthName, givenNames, birthDate })).length > 0)
    return refuse('applications/already-among-your-people', {}, 'personId')
  const { rows } = await sql<{ answer: string }>`
    select match_person(${normalised(birthName)}, ${normalised(givenNames)}, ${isoDate(birthDate)}) as answer`.execute(ctx.tx)
  return createPerson.execute(ctx, {
    unitId,
    birthName,
    givenNames,
    birthDate,
    birthPrecision: 'day',
    phone: phone === '' ? undefined : phone,
    state: rows[0]?.answer === 'none' ? 'confirmed' : 'provisional',
  })
}
