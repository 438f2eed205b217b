import { randomUUIDv7 } from 'node:crypto'
import { day } from '@maillage/kernel'
import { diagnosisAnomalies } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import type { EventHandler } from '../../platform/events/event-handler.ts'

interface Granted {
  readonly hired_on: string
  readonly expires_on: string
  readonly pass_id: string
  readonly number: string | null
  readonly siae: string
  readonly authority_id: string
}

/**
 * A right opened by a hire on a diagnosis that had expired is a case of the State where the structure has its agreement. The job looks at the hire as it
 * was written: what an employer types never reaches the register of the State.
 */
export const openAuthorityCase: EventHandler = {
  name: 'hiring/open-authority-case',
  event: 'hiring/hire-declared',
  async handle({ tx, now, event: { ids } }) {
    const { rows } = await sql<Granted>`
      select hire.hired_on, diagnosis.expires_on, pass.id as pass_id, pass.number, siae.name as siae, acts.organisation_id as authority_id
      from hire
      join diagnosis on diagnosis.id = hire.diagnosis_id
      join pass on pass.id = hire.pass_id
      join siae on siae.id = hire.siae_id
      join organisation_function as acts on acts.territory_id = siae.territory_id and acts.function = 'authority'
        and acts.first_day <= hire.hired_on and (acts.last_day is null or acts.last_day >= hire.hired_on)
      where hire.id = ${ids['hire'] ?? null} and hire.state = 'declared' and hire.pass_act = 'issue'
      order by acts.first_day limit 1`.execute(tx)
    for (const { hired_on, expires_on, pass_id, number, siae, authority_id } of rows)
      for (const { code, details, source } of diagnosisAnomalies({ hiredOn: day(hired_on), expiresOn: day(expires_on), rightRuns: false }))
        await sql`
          insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
          values (${randomUUIDv7()}, ${code}, ${JSON.stringify(source ?? null)}::jsonb, 'pass', ${pass_id}, ${authority_id},
            ${JSON.stringify({ ...details, number, siae })}::jsonb, 'authority', ${hired_on}, ${now.toString()})
          on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(tx)
  },
}
