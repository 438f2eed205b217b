import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { contextOfNobody } from '../../platform/command/context.ts'
import { doAs } from '../../platform/testing/acting.ts'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { aPass } from '../pass-iae/fixtures.ts'
import { typeHours } from './commands/type-hours.ts'
import { aLine, aTeamAtWork, aWorkerNamed } from './fixtures.ts'
import { judgeHoursAgain } from './judge-hours-again.ts'

databaseTest(
  'hours outside a right are looked at again when the right moves, by a job that reads no birth and no reason',
  async (world) => {
    const made = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      return { ...team, ...(await aWorkerNamed(tx, team, 'Benali')) }
    })
    await doAs(world, made.counsellor.accountId, typeHours, {
      siaeId: made.siae.id,
      month: '2026-07',
      rows: [aLine(made.stay, { paid: '151', worked: '260' })],
    })
    const open = async () => (await world.look('select rule from anomaly where resolved_at is null order by rule')).map(({ rule }) => rule)
    assert.deepEqual(await open(), ['employment/hours-outside-pass', 'employment/month-maximum-passed'])
    await world.load((tx) => aPass(tx, made.person, { first: '2026-07-31', last: '2028-07-30' }))
    const issued = judgeHoursAgain.find(({ event }) => event === 'pass-iae/issued')
    assert.ok(issued)
    const event = {
      id: made.person.id,
      type: 'pass-iae/issued',
      version: 1,
      subjectId: made.person.id,
      organisationId: null,
      territoryId: null,
    }
    const handle = (ids: Record<string, string>) =>
      world.database.transaction({ role: 'maillage_job', context: contextOfNobody(day('2026-11-21')) }, (tx) =>
        issued.handle({ tx, now: world.clock.now(), event: { ...event, ids } }),
      )
    await handle({})
    assert.equal((await open()).length, 2)
    await handle({ person: made.person.id })
    assert.deepEqual(await open(), ['employment/month-maximum-passed'])
    await handle({ person: made.person.id })
    assert.deepEqual(await open(), ['employment/month-maximum-passed'])
  },
)
