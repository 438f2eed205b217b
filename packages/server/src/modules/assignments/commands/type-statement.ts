import { addDays, day, daysIn, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayState } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { statementsOf } from '../queries/statements-of.ts'
import { statementDays } from '../statement-days.ts'
import { writeStatement } from '../store-missions.ts'

const FIGURE = /^(\d{1,2})(?:[.,](\d{1,2}))?$/
const CLOCK = /^(\d{1,2})\s*h(?:\s*([0-5]?\d))?$/i

/** Hours of a day as people write them: « 3,5 », « 3 h 30 »; empty: none. */
const dayHours = z.string().transform((typed, context) => {
  const text = typed.trim()
  if (text === '') return 0
  const [figure, clock] = [FIGURE.exec(text), CLOCK.exec(text)]
  const hours = figure
    ? Number(figure[1]) * 100 + Number((figure[2] ?? '').padEnd(2, '0'))
    : clock
      ? Number(clock[1]) * 100 + Math.round((Number(clock[2] ?? 0) * 100) / 60)
      : -1
  if (hours >= 0 && hours <= 2400) return hours
  context.addIssue({ code: 'custom', message: 'Saisissez des heures entre 0 et 24, par exemple 3,5 ou 3 h 30' })
  return z.NEVER
})

const schema = z.object({
  assignmentId: z.uuid(),
  first: z.iso.date().transform(day),
  /** Of the statement that the form had read; 0: there was none. */
  version: z.coerce.number().int().nonnegative(),
  rows: z
    .array(z.object({ hours: dayHours }))
    .min(1)
    .max(31),
  signedOn: z.iso.date().transform(day).nullable().default(null),
})

/** Types the hours that a client signed on paper, day by day; nothing goes to the month before they are validated. */
export const typeStatement = command({
  name: 'assignments/type-statement',
  runsAs: 'app',
  schema,
  async run(ctx, { assignmentId, first, version, rows, signedOn }) {
    const mission = await missionCard(ctx, assignmentId)
    if (!mission) return notFound()
    if (!mayState(ctx.actor)) return refuse('assignments/statement-not-yours')
    if (mission.cancelled) return refuse('assignments/mission-cancelled')
    const hours = rows.map((row) => row.hours)
    const days = statementDays(mission.kind, mission, first)
    if (days?.first !== first || daysIn(days) !== hours.length) return refuse('assignments/statement-outside')
    const late = hours.findIndex((each, index) => each > 0 && addDays(first, index) > ctx.today)
    if (late >= 0) return refuse('assignments/statement-to-come', {}, `rows-${late}-hours`)
    if (signedOn !== null && signedOn > ctx.today) return refuse('assignments/signed-in-the-future', {}, 'signedOn')
    await lock(ctx, 'person', mission.personId)
    const known = (await statementsOf(ctx, assignmentId)).find((each) => each.days.first <= days.last && each.days.last >= days.first)
    if (known?.validated) return refuse('assignments/statement-validated')
    if ((known?.version ?? 0) !== version) return refuse('platform/stale')
    const same = known && known.days.first === days.first && known.days.last === days.last
    if (known && !same) return refuse('assignments/statement-outside')
    const statement = { id: known?.id ?? null, version, assignment: mission, first, last: days.last, dayHours: hours, signedOn }
    if (!(await writeStatement(ctx, statement))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'assignments/statement-typed', version: 1, subjectId: assignmentId, ids: { assignment: assignmentId } })
    return granted({ id: assignmentId, personId: mission.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { assignment: id, person: personId }, fields: ['hours', 'signedOn'] }),
})
