import { granted, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { codeHash, newCode } from '../attachment-code.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { personCard } from '../queries/person-card.ts'
import { teamsHolding } from '../queries/teams-holding.ts'

export const WAYS = ['paper', 'holder'] as const

const schema = z.object({
  /** The provisional file that waits to join the one that exists. */
  personId: z.uuid(),
  way: z.enum(WAYS, 'Choisissez comment demander le rattachement'),
})

/**
 * Asks to share the file that already exists: by a code that the person carries on paper to whoever follows them, or of the holder directly.
 * The code is given once and kept nowhere.
 */
export const requestAttachment = command({
  name: 'people/request-attachment',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, way }) {
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    if (card.state !== 'provisional') return refuse('people/already-confirmed')
    const [unit] = await teamsHolding(ctx, personId)
    if (!unit) return notFound()
    if (card.birth.date === null || card.birth.precision !== 'day') return refuse('people/no-file-found')
    const code = way === 'paper' ? newCode() : null
    const { rows } = await sql<{ answer: string }>`
      select request_attachment(${ctx.ids.next()}, ${unit.id}, ${personId}, ${normalised(card.birthName)}, ${normalised(card.givenNames)},
        ${isoDate(card.birth.date)}, ${way}, ${code === null ? null : codeHash(code)}) as answer`.execute(ctx.tx)
    const answer = rows[0]?.answer
    if (answer === 'too-many') return refuse('people/too-many-questions')
    if (answer === 'several') return refuse('people/several-files')
    return answer === 'waiting' ? granted({ personId, code }) : refuse('people/no-file-found')
  },
  trace: ({ personId }) => ({ subjects: { person: personId }, fields: ['way'] }),
})
