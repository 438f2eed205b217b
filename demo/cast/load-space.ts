import { sql } from 'kysely'
import { DEMONSTRATION_PAPER } from '../../packages/server/src/modules/accounts/pages/own-space-persona.tsx'
import { passwordHash } from '../../packages/server/src/modules/accounts/sign-in.ts'
import { codeHash } from '../../packages/server/src/modules/people/attachment-code.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import { madeId } from './made-id.ts'

/** Where Samia Arbousier accompanies: the person whom a visitor may be is one of hers. */
const STRUCTURE = 'Au fil de l’Aude%'

/**
 * The paper of somebody of the demonstration, opened long ago, with its secret: of those who work there today under a right, who applied more than
 * once, the first. Nobody, in a demonstration without such a structure.
 */
export async function loadSpace(tx: Tx): Promise<void> {
  const [code, secret] = [codeHash(DEMONSTRATION_PAPER.code, 'space'), await passwordHash(DEMONSTRATION_PAPER.secret)]
  await sql`
    insert into space_key (id, person_id, organisation_id, time_zone, code_hash, secret_hash, expires_at, used_at, recorded_at, recorded_by)
    select ${madeId('space', 'persona')}, chosen.person_id, chosen.organisation_id, 'Europe/Paris', ${code}, ${secret}, now() + interval '10 years', now(),
      now(), chosen.recorded_by
    from (
      select stay.person_id, stay.organisation_id, stay.recorded_by
      from siae_stay as stay
      join siae on siae.id = stay.siae_id
      join person on person.id = stay.person_id and person.state = 'confirmed' and person.death_date is null
      join pass_last_day as days on days.person_id = stay.person_id and days.superseded_at is null and days.last_day > now() + interval '60 days'
      where siae.name like ${STRUCTURE} and stay.exit_day is null and stay.cancelled_at is null
        and exists (select from hours where hours.stay_id = stay.id)
      order by (select count(*) from application where application.person_id = stay.person_id) desc, stay.person_id limit 1) as chosen`.execute(
    tx,
  )
}
