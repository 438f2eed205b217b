import { granted, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import { command } from '../../../platform/command/command.ts'
import { checkIdentity } from '../check-identity.ts'
import { refuse } from '../messages.fr.ts'
import { personFields } from '../person-fields.ts'
import { mayKeepFiles } from '../policy.ts'

/** What the platform says of an identity; never who holds the file. */
export type Match = 'none' | 'one' | 'several' | 'too-many'

/** Asks whether a person whom one does not follow already has a file. Counted and traced: the question itself tells something. */
export const matchPerson = command({
  name: 'people/match-person',
  runsAs: 'app',
  schema: personFields,
  async run(ctx, typed) {
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    const birth = checkIdentity(typed, ctx.today)
    if (!birth.ok) return birth
    // A birth of which only the year is known is that of thousands of people.
    if (birth.value.date === null || birth.value.precision !== 'day') return granted<{ answer: Match }>({ answer: 'none' })
    const { rows } = await sql<{ answer: Match }>`
      select match_person(${normalised(typed.birthName)}, ${normalised(typed.givenNames)}, ${isoDate(birth.value.date)}) as answer`.execute(
      ctx.tx,
    )
    return granted<{ answer: Match }>({ answer: rows[0]?.answer ?? 'none' })
  },
  trace: () => ({ subjects: {}, fields: ['birthName', 'givenNames', 'birthDate'] }),
})
