import { isoDate } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import { legalDay } from '../../platform/clock.ts'
import { PARIS } from '../../platform/command/context.ts'
import type { EventHandler } from '../../platform/events/event-handler.ts'

type Ids = Readonly<Record<string, string>>
/** The structures and days whose figures an event may have changed: rows (siae_id, first, last). */
type Touched = (ids: Ids) => RawBuilder<unknown>

const sheet: Touched = ({ sheetId }) => sql`select siae_id, month as first, month as last from month_sheet where id = ${sheetId}`

// A correction may have moved the day: every day it was ever said to be, and all the months since, for the person may have been there.
const exit: Touched = ({ exitId }) => sql`
  select exit.siae_id, least(min(version.exit_on), min(stay.entry_day)) as first, null::date as last
  from exit join exit_version as version on version.exit_id = exit.id join siae_stay as stay on stay.id = exit.stay_id
  where exit.id = ${exitId} group by exit.siae_id`

// The day of a hire may have moved: the months where the person was counted, and those where they are now.
const hire: Touched = ({ hire: id }) => sql`
  select stay.siae_id, least(stay.entry_day, (select min(month) from person_month where person_month.stay_id = stay.id)) as first, stay.exit_day as last
  from hire join siae_stay as stay on stay.id = hire.stay_id where hire.id = ${id}`

const stay: Touched = ({ stayId }) => sql`select siae_id, entry_day as first, exit_day as last from siae_stay where id = ${stayId}`

const application: Touched = ({ application: id }) => sql`
  select receiver_siae_id as siae_id, sent_on as first, sent_on as last from application where id = ${id}`

const annex: Touched = ({ annexId }) => sql`
  select siae_id, first_day as first, last_day as last from financial_annex where id = ${annexId}`

const diagnosis: Touched = ({ diagnosis: id }) => sql`
  select stay.siae_id, diagnosis.made_on as first, stay.exit_day as last
  from diagnosis join siae_stay as stay on stay.person_id = diagnosis.person_id and coalesce(stay.exit_day, diagnosis.made_on) >= diagnosis.made_on
  where diagnosis.id = ${id}`

const merge: Touched = ({ merge: id }) => sql`
  select stay.siae_id, stay.entry_day as first, stay.exit_day as last
  from person_merge join siae_stay as stay on stay.person_id in (person_merge.kept_id, person_merge.absorbed_id) where person_merge.id = ${id}`

// Sex, birth and home are counted; what was not known of a home until now is the home of the months before too.
const person: Touched = ({ person: id }) => sql`
  select stay.siae_id, stay.entry_day as first, stay.exit_day as last from siae_stay as stay where stay.person_id = ${id} and stay.cancelled_at is null`

// Until the present month: a post that ends takes its hours from every month after.
const staffPost: Touched = ({ postId }) => sql`select siae_id, first_day as first, null::date as last from staff_post where id = ${postId}`

const TOUCHED: Readonly<Record<string, Touched>> = {
  'employment/month-validated': sheet,
  'employment/month-taken-back': sheet,
  'employment/month-sent': sheet,
  'employment/month-reopened': sheet,
  'employment/hours-corrected': sheet,
  'employment/stay-went-on': stay,
  'employment/staff-post-opened': staffPost,
  'employment/staff-post-ended': staffPost,
  'exits/exit-recorded': exit,
  'exits/exit-corrected': exit,
  'exits/exit-cancelled': exit,
  'hiring/hire-declared': hire,
  'hiring/hire-cancelled': hire,
  'hiring/hire-moved': hire,
  'applications/sent': application,
  'applications/moved': application,
  'agreements/annex-signed': annex,
  'agreements/annex-amended': annex,
  'agreements/annex-cancelled': annex,
  'eligibility/diagnosed': diagnosis,
  'people/identity-edited': person,
  'people/merged': merge,
  'people/merge-undone': merge,
}

/** Marks the months that an event may have changed, up to the present one: the job computes them again, whole. Bears being called again. */
export const markDirty: readonly EventHandler[] = Object.entries(TOUCHED).map(([event, touched]) => ({
  name: `indicators/mark-after-${event.replace('/', '-')}`,
  event,
  async handle({ tx, now, event: { ids } }) {
    await sql`
      insert into dirty_month (siae_id, month, marked_at)
      select distinct touched.siae_id, generate_series(
        date_trunc('month', touched.first), date_trunc('month', least(coalesce(touched.last, ${isoDate(legalDay(now, PARIS))}::date), ${isoDate(legalDay(now, PARIS))}::date)),
        interval '1 month')::date, ${now.toString()}::timestamptz
      from (${touched(ids)}) as touched
      on conflict (siae_id, month) do update set marked_at = excluded.marked_at`.execute(tx)
  },
}))

/** A perimeter drawn today has figures for this year and the two before. */
export const markPerimeter: EventHandler = {
  name: 'indicators/mark-perimeter',
  event: 'territories/perimeter-defined',
  async handle({ tx, now, event: { territoryId } }) {
    if (territoryId === null) return
    const year = now.toZonedDateTimeISO(PARIS).year
    await sql`
      insert into dirty_year (territory_id, year, marked_at) select ${territoryId}, year, ${now.toString()}::timestamptz from generate_series(${year - 2}::integer, ${year}::integer) as year
      on conflict (territory_id, year) do update set marked_at = excluded.marked_at`.execute(tx)
  },
}
