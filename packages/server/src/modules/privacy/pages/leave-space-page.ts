import { sql } from 'kysely'
import { publicPage } from '../../../platform/http/page.ts'

/** Where somebody who leaves in a hurry lands: a page that anybody may be reading. */
const ELSEWHERE = 'https://meteofrance.com/'

/**
 * « Quitter vite »: the space closes on the server, this browser forgets it, another site is shown. A link and not a form, so that it works from any
 * page, at the first press, whatever the page was doing; whoever would make somebody follow it only closes what can be opened again.
 */
export const leaveSpacePage = publicPage({
  path: '/mon-espace/quitter',
  async get(request) {
    const { actor } = request
    if (actor?.subject)
      request.afterwards(async ({ tx }) => {
        await sql`delete from space_session where token_hash = ${actor.sessionHash}`.execute(tx)
      })
    return { kind: 'redirect', to: ELSEWHERE, ...(actor?.subject ? { session: { close: true } } : {}) }
  },
})
