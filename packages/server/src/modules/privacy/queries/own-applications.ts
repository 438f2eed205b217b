import { type CalendarDate, day } from '@maillage/kernel'
import type { ApplicationRefusalReason, ApplicationState } from '@maillage/rules/applications'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** An application of the person, as they read it themselves. */
export interface OwnApplication {
  readonly id: string
  readonly siaeName: string
  readonly commune: string
  readonly wantedPost: string | null
  readonly state: ApplicationState
  readonly sentOn: CalendarDate
  /** By when the structure must have answered */
  readonly promisedOn: CalendarDate
  readonly movedOn: CalendarDate
  readonly sentBy: string | null
  readonly reason: ApplicationRefusalReason | null
  /** The last words of the structure */
  readonly answer: string | null
}

type Row = Omit<OwnApplication, 'sentOn' | 'promisedOn' | 'movedOn'> & { sentOn: string; promisedOn: string; movedOn: string }

/** The applications of the person whose space is open, the latest first; one statement. */
export async function ownApplications({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly OwnApplication[]> {
  const { rows } = await sql<Row>`
    select application.id, siae.name as "siaeName", commune.name as commune, application.wanted_post as "wantedPost", application.state,
      application.sent_on as "sentOn", application.promised_on as "promisedOn", application.last_moved_on as "movedOn",
      (select organisation.name from application_sender as sender join organisation on organisation.id = sender.organisation_id
        where sender.application_id = application.id) as "sentBy",
      application.refusal_reason as reason,
      coalesce(application.answer, (
        select said.answer from application_transition as said
        where said.application_id = application.id and said.answer is not null order by said.recorded_at desc limit 1)) as answer
    from application
    join siae on siae.id = application.receiver_siae_id
    join territory as commune on commune.id = siae.commune_id
    where application.person_id = ${personId}
    order by application.sent_on desc, application.id desc`.execute(tx)
  return rows.map((row) => ({ ...row, sentOn: day(row.sentOn), promisedOn: day(row.promisedOn), movedOn: day(row.movedOn) }))
}
