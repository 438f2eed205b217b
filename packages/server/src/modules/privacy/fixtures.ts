import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../platform/command/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { World } from '../../platform/testing/database-test.ts'
import { openBrowser, type TestBrowser } from '../../platform/testing/test-browser.ts'
import { codeHash, newCode } from '../people/index.ts'

/** A paper given just now: the database counts its days by its own clock. */
export async function aSpaceKey(
  tx: Tx,
  {
    person,
    organisation,
    by = person.id,
  }: { readonly person: { readonly id: string }; readonly organisation: { readonly id: string }; readonly by?: string },
  code = newCode(),
): Promise<{ readonly id: string; readonly code: string }> {
  const id = randomUUIDv7()
  await sql`insert into space_key (id, person_id, organisation_id, time_zone, code_hash, expires_at, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${organisation.id}, 'Europe/Paris', ${codeHash(code, 'space')}, now() + interval '30 days', now(), ${by})`.execute(
    tx,
  )
  return { id, code }
}

/** A person asks an organisation for a copy of everything, on 10 November 2026. */
export async function aPersonRequest(
  tx: Tx,
  { person, organisation }: { readonly person: { readonly id: string }; readonly organisation: { readonly id: string } },
  { said = null, answer = null }: { said?: string | null; answer?: string | null } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into access_request (id, person_id, organisation_id, kind, way, said, received_on, due_on, state, answer, answered_on, answered_by,
      recorded_at, recorded_by)
    values (${id}, ${person.id}, ${organisation.id}, 'access', 'space', ${said}, '2026-11-10', '2026-12-10',
      ${answer === null ? 'waiting' : 'done'}, ${answer}, ${answer === null ? null : '2026-11-12'}, ${answer === null ? null : person.id},
      '2026-11-10T09:00:00Z', ${person.id})`.execute(tx)
  return { id }
}

/** A person in their own space, without a browser: what queries are tested with. */
export const inSpaceOf = ({ id }: { readonly id: string }): Actor => ({
  accountId: id,
  sessionHash: 'none',
  name: '',
  administrator: false,
  hat: null,
  hats: [],
  subject: { personId: id, keyId: id, timeZone: 'Europe/Paris', closesAt: Temporal.Instant.fromEpochMilliseconds(0), hasSecret: false },
})

/** A browser in the space of a person, who has just typed the code of a paper given by whoever owns their file. */
export async function openSpace(world: World, person: { readonly id: string }): Promise<TestBrowser> {
  const { code } = await world.load(async (tx) => {
    const { rows } = await sql<{ id: string }>`select owner_org_id as id from person where id = ${person.id}`.execute(tx)
    return aSpaceKey(tx, { person, organisation: { id: rows[0]?.id ?? '' } })
  })
  const browser = await openBrowser(world)
  const answer = await browser.post('/mon-espace/entrer', { code })
  if (answer.status !== 303) throw new Error('This space did not open')
  return browser
}
