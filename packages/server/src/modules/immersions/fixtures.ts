import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Ten days of November 2026 in a bakery, to discover the trade, when nothing else is said. */
export async function anImmersion(
  tx: Tx,
  stay: { readonly id: string },
  {
    first = '2026-11-10',
    last = '2026-11-20',
    hostName = 'Boulangerie du Canal',
    hostPlace = null,
    tutor = null,
    tasks = 'Vente et mise en rayon',
    schedule = null,
    learnt = null,
  }: {
    readonly first?: string
    readonly last?: string
    readonly hostName?: string
    readonly hostPlace?: string | null
    readonly tutor?: string | null
    readonly tasks?: string
    readonly schedule?: string | null
    /** Said: the immersion is concluded. */
    readonly learnt?: string | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into immersion (id, person_id, stay_id, organisation_id, host_name, host_kind, host_place, tutor, object, tasks, schedule,
      prescribed_by, first_day, last_day, recorded_at, recorded_by)
    select ${id}::uuid, person_id, id, organisation_id, ${hostName}, 'company', ${hostPlace}, ${tutor}, 'discover-a-trade', ${tasks}, ${schedule},
      'structure', ${first}::date, ${last}::date, '2026-11-02T09:00:00Z', recorded_by from siae_stay where id = ${stay.id}`.execute(tx)
  if (learnt !== null)
    await sql`update immersion set ended_on = last_day, outcome = 'reached', hired = false, learnt = ${learnt}, concluded_at = now(),
      concluded_by = recorded_by where id = ${id}`.execute(tx)
  return { id }
}
