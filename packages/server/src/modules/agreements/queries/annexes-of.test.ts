import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { contextOfNobody } from '../../../platform/command/context.ts'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { aMember, anOrganisation, aSiae } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aFunderOfficer, anAmendment, anAnnex, anAuthorityOfficer } from '../fixtures.ts'
import { annexesIn } from './annexes-in.ts'
import { annexesOf } from './annexes-of.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    const next = await anAnnex(tx, siae, { first: '2026-01-01', last: '2026-12-31', knownOn: '2026-04-02' })
    const annex = await anAnnex(tx, siae, {
      number: 'ACI-11-25-001',
      hoursOfOneFte: 180_500,
      amount: 23_921_000,
      cofinancing: { departement: 9_568_400, total: 23_921_000 },
    })
    await anAmendment(tx, annex, { knownOn: '2025-05-12', effectOn: '2025-03-01', posts: 1200 })
    await anAmendment(tx, annex, { knownOn: '2025-09-20', last: '2025-11-30' })
    const foreign = await anOrganisation(tx, { name: 'Régie du Minervois' })
    const neighbour = await aSiae(tx, foreign, { name: 'Régie du Minervois', territory: 'departement-66' })
    await anAnnex(tx, neighbour)
    return {
      siae,
      neighbour,
      annex,
      next,
      director: (await aMember(tx, organisation, 'director')).accountId,
      former: (await aMember(tx, organisation, 'director', { name: 'Claude Martin', lastDay: '2026-11-20' })).accountId,
      foreign: (await aMember(tx, foreign, 'director', { name: 'Dominique Faure' })).accountId,
      officer: (await anAuthorityOfficer(tx)).accountId,
      funder: (await aFunderOfficer(tx)).accountId,
      elsewhere: (await anAuthorityOfficer(tx, { territory: 'departement-974', name: 'DEETS de La Réunion' })).accountId,
    }
  })

databaseTest('who is neither the structure nor a State or a funder of its territory reads no annex', async (world) => {
  const { siae, neighbour, foreign, former, elsewhere, officer } = await set(world)
  for (const who of [foreign, former, elsewhere])
    assert.deepEqual(await readAs(world, who, (ctx) => annexesOf(ctx, { siaeId: siae.id })), [], who)
  assert.deepEqual(await readAs(world, officer, (ctx) => annexesOf(ctx, { siaeId: neighbour.id })), [])
  assert.deepEqual(await readAs(world, officer, (ctx) => annexesIn(ctx, { territoryId: 'departement-66' })), [])
})

databaseTest('the structure, its DDETS and its Département read the same annexes, oldest first, as the rules read them', async (world) => {
  const { siae, annex, next, director, officer, funder } = await set(world)
  for (const who of [director, officer, funder]) {
    const found = await readAs(world, who, (ctx) => annexesOf(ctx, { siaeId: siae.id }))
    assert.deepEqual(
      found.map(({ id }) => id),
      [annex.id, next.id],
    )
    assert.deepEqual(await readAs(world, who, (ctx) => annexesIn(ctx, { territoryId: 'departement-11' })), found)
    const [first] = found
    assert.ok(first)
    const { agreementId, ...read } = first
    assert.ok(agreementId)
    assert.deepEqual(read, {
      id: annex.id,
      siaeId: siae.id,
      number: 'ACI-11-25-001',
      amount: 23_921_000,
      annex: {
        kind: 'ACI',
        measure: 'common',
        departement: '11',
        period: { first: day('2025-01-01'), last: day('2025-12-31') },
        posts: 1000,
        knownOn: day('2025-01-01'),
        amendments: [
          { kind: 'posts', knownOn: day('2025-05-12'), effectOn: day('2025-03-01'), posts: 1200 },
          { kind: 'end', knownOn: day('2025-09-20'), last: day('2025-11-30') },
        ],
        hoursOfOneFte: 180_500,
        cofinancing: { departement: 9_568_400, total: 23_921_000 },
      },
    })
  }
})

databaseTest('what was taken back is not there; a job reads every annex', async (world) => {
  const { siae, next } = await set(world)
  await world.look("update annex_amendment set cancelled_at = now(), cancelled_reason = 'Doublon' where kind = 'posts'")
  await world.look("update financial_annex set cancelled_at = now(), cancelled_reason = 'Doublon' where id = $1", [next.id])
  const options = { role: 'maillage_job', context: contextOfNobody(day(TEST_DAY)) } as const
  const found = await world.database.transaction(options, (tx) => annexesOf({ tx }, { siaeId: siae.id }))
  assert.deepEqual(
    found.map(({ annex }) => annex.amendments.map(({ kind }) => kind)),
    [['end']],
  )
})
