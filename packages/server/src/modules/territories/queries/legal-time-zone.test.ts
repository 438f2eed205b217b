import assert from 'node:assert/strict'
import { read } from '../../../platform/command/read.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../fixtures.ts'
import { legalTimeZone } from './legal-time-zone.ts'

const REQUEST = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'

for (const [id, zone] of [
  ['commune-97411', 'Indian/Reunion'],
  ['departement-974', 'Indian/Reunion'],
  ['region-04', 'Indian/Reunion'],
  ['commune-11069', 'Europe/Paris'],
  ['epci-200035715', 'Europe/Paris'],
  ['region-76', 'Europe/Paris'],
  ['commune-00000', undefined],
] as const) {
  databaseTest(`the legal time of ${id} is ${zone ?? 'not known'}`, async (world) => {
    await world.load(aSmallMap)
    assert.equal(await read(world.runtime, null, REQUEST, (ctx) => legalTimeZone(ctx, id)), zone)
  })
}
