import { sql } from 'kysely'
import type { EventHandler } from '../../platform/events/event-handler.ts'

/**
 * A team added to a structure reads the work of those who work there, as the teams that stood there on the day of the hire do (`openEmployment`).
 *
 * Why all of them: a hire opens the work to every team of its structure, and what each team then sees of hours follows the place of work. A team that
 * read only the hires to come would miss half of its own month. It gets the circle `employment` and nothing else: the files that teams share out
 * between them (applications answered, follow-up, referents) stay where they are. The day a structure too large for one session opens its hires to some
 * of its teams only, `openEmployment` chooses them, and this must choose the same.
 */
export const openWorkToTeam: EventHandler = {
  name: 'hiring/open-work-to-team',
  event: 'organisations/unit-added',
  async handle({ tx, now, event: { id } }) {
    await sql`select open_running_hires(${id}, ${now.toString()})`.execute(tx)
  },
}
