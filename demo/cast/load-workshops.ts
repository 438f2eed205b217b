import { addDays, type CalendarDate, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import { purposeOf } from '../../packages/server/src/modules/accompaniment/model-workshops.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { MadeWorkshop } from '../aude/workshops.ts'
import { madeId } from './made-id.ts'

/** The workshops of a team, with the act of each of those who came: people whom it followed before and still follows. */
export async function loadWorkshops(tx: Tx, workshops: readonly MadeWorkshop[], today: CalendarDate): Promise<void> {
  for (const made of workshops) {
    const id = madeId('workshop', `${made.organisation}/${made.theme}`)
    const on = isoDate(addDays(today, -made.daysAgo))
    const [organisation, unit, by] = [
      madeId('organisation', made.organisation),
      madeId('unit', `${made.organisation}/${made.unit}`),
      madeId('account', made.by),
    ]
    const at = `${on}T16:30:00Z`
    await sql`insert into workshop (id, organisation_id, theme, theme_key, mission, happened_on, minutes, purpose, recorded_at, recorded_by)
      values (${id}, ${organisation}, ${made.theme}, ${normalised(made.theme)}, 'workshops', ${on}, ${made.minutes}, ${made.purpose},
        ${at}, ${by})`.execute(tx)
    // Ids made from names: the same people at each load, and as though chosen by chance.
    await sql`insert into accompaniment_act (id, person_id, organisation_id, workshop_id, kind, mission, happened_on, minutes, purpose, recorded_at, recorded_by)
      select md5(${id} || person_id::text)::uuid, person_id, ${organisation}, ${id}, 'workshop', 'workshops', ${on}, ${made.minutes}, ${purposeOf(made)},
        ${at}, ${by}
      from (
        select distinct person.id as person_id from person_access join person on person.id = person_access.person_id and person.death_date is null
        where unit_id = ${unit} and circle = 'shared' and starts_on <= ${on} and ends_on >= ${isoDate(today)}
        order by person.id limit ${made.present}) as came`.execute(tx)
  }
}
