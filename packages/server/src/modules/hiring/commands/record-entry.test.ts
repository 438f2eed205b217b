import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aTeamAtWork } from '../../employment/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { recordEntry } from './record-entry.ts'

const TERMS = {
  type: 'CDDI',
  firstDay: '2026-09-01',
  lastDay: '2027-02-28',
  weeklyHours: '26',
  worksiteId: '',
  post: '',
  market: '',
  lot: '',
  clauseKind: '',
} as const

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    return { ...team, person: await aPerson(tx, { organisation: team.organisation, unit: team.unit }), adviser: await anAdviser(tx) }
  })

databaseTest('a prescriber, another carrier, the payroll, who supervises and a former member record no entry', async (world) => {
  const { siae, person, stranger, payroll, supervisor, former, adviser } = await set(world)
  const enter = (accountId: string) => doAs(world, accountId, recordEntry, { ...TERMS, personId: person.id, siaeId: siae.id })
  for (const who of [stranger, former, adviser.member]) assert.deepEqual(refusalsIn(await enter(who.accountId)), ['platform/not-found'])
  for (const who of [payroll, supervisor]) assert.deepEqual(refusalsIn(await enter(who.accountId)), ['hiring/not-yours'])
  assert.equal((await world.look('select from siae_stay')).length, 0)
})

databaseTest('nobody enters somebody whom no team of theirs follows, nor a day to come', async (world) => {
  const { siae, person, counsellor, otherSiae, organisation } = await set(world)
  const unknown = await world.load((tx) => aPerson(tx, { organisation }))
  const enter = (more: object) =>
    doAs(world, counsellor.accountId, recordEntry, { ...TERMS, personId: person.id, siaeId: siae.id, ...more })
  assert.deepEqual(refusalsIn(await enter({ personId: unknown.id })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await enter({ siaeId: otherSiae.id })), ['hiring/not-yours'])
  assert.deepEqual(refusalsIn(await enter({ firstDay: '2026-11-22' })), ['hiring/fact-to-come'])
  assert.equal((await world.look('select from siae_stay')).length, 0)
})

databaseTest(
  'an entry is a stay, a contract, a hire without application and the right of the team to read the work; no right is asked for',
  async (world) => {
    const { siae, person, counsellor } = await set(world)
    const done = await doAs(world, counsellor.accountId, recordEntry, { ...TERMS, personId: person.id, siaeId: siae.id })
    assert.equal(done.state, 'done')
    assert.deepEqual(await world.look('select application_id, pass_act, state from hire'), [
      { application_id: null, pass_act: null, state: 'declared' },
    ])
    assert.deepEqual(await world.look("select circle, source from person_access where circle = 'employment'"), [
      { circle: 'employment', source: 'hire' },
    ])
    assert.equal((await world.look('select from pass')).length, 0)
    assert.ok((await world.look('select from anomaly')).length > 0)
  },
)
