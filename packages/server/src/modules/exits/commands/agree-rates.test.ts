import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer } from '../../employment/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { agreedRatesOf } from '../queries/agreed-rates-of.ts'
import { agreeRates } from './agree-rates.ts'

const EMPTY = {
  employment: '',
  'qualifying-training': '',
  'business-survival': '',
  'lasting-employment': '',
  access: '',
  abandonment: '',
}

async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const director = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Claude Martin' })
    const former = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Lou Petit', lastDay: '2026-11-20' })
    const elsewhere = await aMemberIn(tx, { id: here.otherSiae.organisationId }, here.otherUnit, 'director', { name: 'Sacha Morel' })
    return { ...here, director, former, elsewhere }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const writes = (world: World, { siae, director }: Scene, more = {}, accountId = director.accountId) =>
  doAs(world, accountId, agreeRates, { ...EMPTY, siaeId: siae.id, year: 2026, document: 'Protocole PLIE 2026', employment: '45', ...more })
const agreed = (world: World, { siae }: Scene, { accountId }: { readonly accountId: string }) =>
  readAs(world, accountId, async (ctx) => [...(await agreedRatesOf(ctx, { siaeId: siae.id, year: 2026 }))])

databaseTest('only who directs the structure writes what it agreed; another carrier neither writes nor reads it', async (world) => {
  const here = await scene(world)
  for (const { accountId } of [here.member, here.former, here.elsewhere])
    assert.deepEqual(refusalsIn(await writes(world, here, {}, accountId)), ['exits/rates-not-yours'])
  await writes(world, here)
  assert.deepEqual(await agreed(world, here, here.elsewhere), [])
  assert.equal((await agreed(world, here, here.member)).length, 1)
})

databaseTest('a rate is written with its agreement, corrected, withdrawn; what was written before stays', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await writes(world, here, { document: '' })), ['exits/agreement-unnamed'])
  await writes(world, here)
  await writes(world, here, { employment: '50', abandonment: '10' })
  assert.deepEqual(
    new Map(await agreed(world, here, here.director)),
    new Map([
      ['employment', { percent: 50, document: 'Protocole PLIE 2026' }],
      ['abandonment', { percent: 10, document: 'Protocole PLIE 2026' }],
    ]),
  )
  await writes(world, here, { employment: '', document: '' })
  assert.deepEqual(await agreed(world, here, here.director), [])
  assert.deepEqual(await world.look('select measure, percent, superseded_at is null as current from agreed_exit_rate order by percent'), [
    { measure: 'abandonment', percent: 10, current: false },
    { measure: 'employment', percent: 45, current: false },
    { measure: 'employment', percent: 50, current: false },
  ])
})

databaseTest('what is not a percentage is turned back, and nothing is written', async (world) => {
  const here = await scene(world)
  for (const typed of ['101', '4,5', 'beaucoup'])
    assert.ok(!agreeRates.schema.safeParse({ ...EMPTY, siaeId: here.siae.id, year: 2026, document: 'X', access: typed }).success, typed)
  assert.ok(agreeRates.schema.safeParse({ ...EMPTY, siaeId: here.siae.id, year: 2026, document: 'X', access: '100' }).success)
})
