import { granted, readNir } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { NIR_MISSING, nirMarkPurpose, nirPurpose } from '../model-nir.ts'
import { mayKeepNirs } from '../policy.ts'
import { isEmployedBy } from '../queries/is-employed-by.ts'
import { nirsOf } from '../queries/nirs-of.ts'
import { employmentOf } from '../tables.ts'

const schema = z.object({
  personId: z.uuid(),
  /** The rows that the form was filled from, or nothing. */
  read: z.string().max(400),
  number: z.string().trim().max(40, 'Le numéro a quinze caractères, clé comprise. Vérifiez qu’il n’y a rien de plus.'),
  missing: z.enum(NIR_MISSING).or(z.literal('')),
})

/** Who has this number in the organisation, besides somebody; null: a person whom the reader's teams do not hold. */
async function holderOf(ctx: Ctx, marks: readonly string[], personId: string): Promise<string | null | undefined> {
  const held = await employmentOf(ctx.tx)
    .selectFrom('nir')
    .select('person_id')
    .where('mark', 'in', marks)
    .where('person_id', '<>', personId)
    .executeTakeFirst()
  return held && ((await personCard(ctx, held.person_id))?.displayName ?? null)
}

/**
 * Payroll records the number of somebody whom the organisation employs or employed, or why there is none. What was known before is erased: a wrong
 * number is that of somebody else.
 */
export const recordNir = command({
  name: 'employment/record-nir',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, read, number, missing }) {
    const organisationId = ctx.actor.hat?.organisationId
    if (organisationId === undefined || !mayKeepNirs(ctx.actor)) return refuse('employment/nir-not-yours')
    if (!(await isEmployedBy(ctx, personId, organisationId))) return notFound()
    if (number === '' && missing === '') return refuse('employment/nir-or-reason', {}, 'number')
    if (number !== '' && missing !== '') return refuse('employment/nir-and-reason', {}, 'missing')
    await lock(ctx, 'person', personId)
    const known = await nirsOf(ctx, personId)
    if (known.map(({ id }) => id).join(' ') !== read) return refuse('platform/stale')
    const row = { id: ctx.ids.next(), number: null as string | null, mark: null as string | null, missing: missing === '' ? null : missing }
    if (number !== '') {
      const typed = readNir(number)
      if ('fault' in typed) return refuse(`employment/nir-${typed.fault}`, {}, 'number')
      const marks = ctx.keys.marks(typed.nir, nirMarkPurpose(organisationId))
      const holder = await holderOf(ctx, marks, personId)
      if (holder !== undefined) return refuse('employment/nir-of-another', { name: holder }, 'number')
      Object.assign(row, { number: ctx.keys.seal(typed.nir, nirPurpose(row.id)), mark: marks[0] })
    }
    const ofMine = employmentOf(ctx.tx).deleteFrom('nir').where('person_id', '=', personId).where('organisation_id', '=', organisationId)
    await ofMine.execute()
    await employmentOf(ctx.tx)
      .insertInto('nir')
      .values({
        ...row,
        person_id: personId,
        organisation_id: organisationId,
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
      })
      .execute()
    return granted({ personId })
  },
  trace: ({ personId }) => ({ subjects: { person: personId }, fields: ['nir'] }),
})
