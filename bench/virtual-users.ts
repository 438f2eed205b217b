import { sql } from 'kysely'
import { asLoader } from '../demo/as-loader.ts'
import { aFunction, anAuthorisation, anOrganisation } from '../packages/server/src/modules/organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../packages/server/src/modules/people/fixtures.ts'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import { Database, type Tx } from '../packages/server/src/platform/database/database.ts'
import { csrfOf, newToken, tokenHash } from '../packages/server/src/platform/session/token.ts'
import { benchId, departementOf, type Scale } from './national-people.ts'

/** Somebody signed in, with what their requests carry. */
export interface VirtualUser {
  readonly cookie: string
  readonly csrf: string
  /** As a proxy would say it: limits by address are those of real life. */
  readonly address: string
}

/** A counsellor of an ACI, whose team holds some thirty people. */
export interface Counsellor extends VirtualUser {
  readonly siaeId: string
  readonly people: readonly string[]
}

/** An adviser of an authorised prescriber, with people to orient. */
export interface Adviser extends VirtualUser {
  readonly people: readonly string[]
}

export interface Cast {
  readonly counsellors: readonly Counsellor[]
  readonly advisers: readonly Adviser[]
}

export const COUNSELLORS = 100
export const ADVISERS = 20
const PEOPLE_EACH = 30

async function enter(database: Database, accountId: string, rank: number): Promise<VirtualUser> {
  const token = newToken()
  await database.beforeActor('open_session', [tokenHash(token), accountId, 12])
  return { cookie: `maillage_session=${token}`, csrf: csrfOf(token), address: `10.0.${Math.floor(rank / 250)}.${1 + (rank % 250)}` }
}

/** People whom the nth structure still holds. */
function heldBy(rank: number, { structures, people }: Scale): readonly string[] {
  const ranks = Array.from({ length: Math.floor(people / structures) }, (_, index) => structures * index + rank - 1)
  return ranks.filter((each) => each > 0 && each % 3 !== 0).map((each) => benchId('person', each))
}

async function anAdviserWithPeople(tx: Tx, rank: number) {
  const organisation = await anOrganisation(tx, { name: `Mission locale ${rank}`, functions: ['prescriber'] })
  await anAuthorisation(tx, organisation, { kind: 'ML' })
  const unit = await aUnit(tx, organisation, null, `Agence ${rank}`)
  const { accountId } = await aMemberIn(tx, organisation, unit, 'prescriber')
  const people: string[] = []
  for (let each = 0; each < PEOPLE_EACH; each++)
    people.push((await aPerson(tx, { organisation, unit, birthName: `Banc${rank}-${each}`, birthDate: '1985-05-03' })).id)
  return { accountId, people }
}

/** Signs in the users of a load test on a database that holds the national people, and makes it a demonstration. */
export async function castOn(source: ConnectionSource, scale: Scale): Promise<Cast> {
  const ranks = Array.from({ length: Math.min(COUNSELLORS, scale.structures - 1) }, (_, index) => index + 2)
  const made = await asLoader(source, async (tx) => {
    const members: { rank: number; accountId: string }[] = []
    for (const rank of ranks) {
      const organisation = { id: benchId('organisation', rank) }
      await aFunction(tx, organisation, 'operator', { territory: departementOf(rank) })
      members.push({ rank, ...(await aMemberIn(tx, organisation, { id: benchId('unit', rank) }, 'counsellor')) })
    }
    const advisers = []
    for (let rank = 1; rank <= ADVISERS; rank++) advisers.push(await anAdviserWithPeople(tx, rank))
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
    return { members, advisers }
  })
  const database = new Database(source)
  const counsellors: Counsellor[] = []
  for (const { rank, accountId } of made.members)
    counsellors.push({ ...(await enter(database, accountId, rank)), siaeId: benchId('siae', rank), people: heldBy(rank, scale) })
  const advisers: Adviser[] = []
  for (const [index, { accountId, people }] of made.advisers.entries())
    advisers.push({ ...(await enter(database, accountId, 1000 + index)), people })
  const held = await source.connect('the bench')
  await held.execute('vacuum analyze')
  held.release()
  return { counsellors, advisers }
}
