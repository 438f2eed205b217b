import type { CalendarDate } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import type { RecordedPass } from '../model.ts'
import { type Circles, mayRead } from '../policy.ts'
import { type PassSummary, summaryOf } from './pass-summary.ts'
import { passesWith } from './recorded-passes.ts'

/** One right, its person and by which circles the reader holds them. */
export interface PassShown {
  readonly person: PersonCard
  readonly pass: RecordedPass
  readonly summary: PassSummary
  readonly circles: Circles
  readonly today: CalendarDate
}

/** A right as a page shows it, in two statements; undefined when there is none, or when it is not for this reader. */
export async function passShown(ctx: Pick<ReadCtx, 'tx' | 'law' | 'actor' | 'today'>, passId: string): Promise<PassShown | undefined> {
  const pass = (await passesWith(ctx, passId)).find(({ id }) => id === passId)
  if (!pass) return undefined
  const person = await personCard(ctx, pass.personId)
  if (!person || !mayRead(person.circles)) return undefined
  const { circles } = person
  return { person, pass, circles, today: ctx.today, summary: summaryOf(ctx.law, pass, circles, ctx.today) }
}
