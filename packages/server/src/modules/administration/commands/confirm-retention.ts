import { granted, isoDate } from '@maillage/kernel'
import { RETENTION_RULES } from '@maillage/rules/administration'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayOperate } from '../policy.ts'
import { retentionForecasts } from '../queries/retention-forecast.ts'

const schema = z.object({ rule: z.enum(RETENTION_RULES), counted: z.coerce.number().int() })

/** Says that what a rule shows today may go; the night does it. What is confirmed is the number that was read, not another. */
export const confirmRetention = command({
  name: 'administration/confirm-retention',
  runsAs: 'app',
  schema,
  async run(ctx, { rule, counted }) {
    if (!mayOperate(ctx.actor)) return notFound()
    const forecast = (await retentionForecasts(ctx)).find((each) => each.rule === rule)
    if (!forecast) return notFound()
    if (forecast.order) return refuse('administration/retention-already')
    if (forecast.due === 0) return refuse('administration/retention-nothing')
    if (forecast.due !== counted) return refuse('administration/retention-changed', { counted: forecast.due })
    const id = ctx.ids.next()
    await sql`
      insert into retention_order (id, rule, cutoff, counted, law_version, confirmed_at, confirmed_by)
      values (${id}, ${rule}, ${isoDate(forecast.cutoff)}, ${counted}, ${ctx.law.version}, ${ctx.now.toString()}, ${ctx.actor.accountId})`.execute(
      ctx.tx,
    )
    return granted({ orderId: id })
  },
  trace: ({ rule }, { orderId }) => ({ subjects: { order: orderId, rule } }),
})
