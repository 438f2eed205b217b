import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { recordAct } from './record-act.ts'

const SAID = {
  kind: 'interview',
  mission: 'support',
  happenedOn: '2026-11-20',
  minutes: '45',
  purpose: ' Point sur le permis ',
  nextStep: 'Appeler l’auto-école',
  nextOn: '2026-11-27',
} as const

const records = (world: World, accountId: string, personId: string, more: Partial<z.input<typeof recordAct.schema>> = {}) =>
  doAs(world, accountId, recordAct, { personId, ...SAID, ...more })

databaseTest('whoever does not follow the person notes nothing, nor who supervises or pays them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      outsiders: await theOutsiders(tx, made),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      payroll: await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer', { name: 'Lou Petit' }),
    }
  })
  const { stranger, former } = here.outsiders
  for (const { accountId } of [stranger, former]) assert.notEqual((await records(world, accountId, here.personId)).state, 'done')
  for (const { accountId } of [here.supervisor, here.payroll])
    assert.deepEqual(refusalsIn(await records(world, accountId, here.personId)), ['accompaniment/not-yours'])
  assert.deepEqual(await world.look('select from accompaniment_act'), [])
})

databaseTest('a counsellor who is no referent notes an act, and no text of it is written beside', async (world) => {
  const { member, personId, organisation } = await world.load((tx) => aCounsellorWithAPerson(tx))
  assert.equal((await records(world, member.accountId, personId)).state, 'done')
  assert.deepEqual(
    await world.look(
      'select kind, happened_on::text, minutes, purpose, next_step, next_on::text, organisation_id, recorded_by from accompaniment_act',
    ),
    [
      {
        kind: 'interview',
        happened_on: '2026-11-20',
        minutes: 45,
        purpose: 'Point sur le permis',
        next_step: 'Appeler l’auto-école',
        next_on: '2026-11-27',
        organisation_id: organisation.id,
        recorded_by: member.accountId,
      },
    ],
  )
  const beside = await world.look(
    'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
  )
  assert.doesNotMatch(JSON.stringify(beside), /permis|auto-école/)
})

for (const [what, typed, refusal] of [
  ['an act to come', { happenedOn: '2026-11-22', nextOn: null }, 'accompaniment/act-to-come'],
  ['a next step before the act', { nextOn: '2026-11-19' }, 'accompaniment/next-before-act'],
  ['a day of what is not said', { nextStep: '' }, 'accompaniment/next-without-step'],
] as const)
  databaseTest(`${what}: nothing is noted`, async (world) => {
    const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
    assert.deepEqual(refusalsIn(await records(world, member.accountId, personId, typed)), [refusal])
    assert.deepEqual(await world.look('select from accompaniment_act'), [])
  })

databaseTest('an act of today and a next step of the same day are noted; ten hours too, not one minute more', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  const same = { happenedOn: TEST_DAY, nextOn: TEST_DAY }
  assert.equal((await records(world, member.accountId, personId, { ...same, minutes: '600' })).state, 'done')
  const browser = await openBrowser(world, member.accountId)
  for (const [minutes, sentence] of [
    ['601', /dix heures au plus/],
    ['0', /au moins une minute/],
    ['trois quarts d’heure', /durée en minutes/],
  ] as const) {
    const said = { kind: 'call', mission: 'support', purpose: 'Point', minutes, nextStep: '' }
    const day = { 'happenedOn-day': '21', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
    const again = await browser.post(`/personnes/${personId}/actes/ajouter`, { ...said, ...day })
    assert.match(again.text, sentence)
    assert.match(again.body, /Point/)
  }
  assert.equal((await world.look('select from accompaniment_act')).length, 1)
})

databaseTest('after a death only what happened before is noted', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  await world.look("update person set death_date = '2026-11-18' where id = $1", [personId])
  const late = { happenedOn: '2026-11-19', nextOn: null, nextStep: '' }
  assert.deepEqual(refusalsIn(await records(world, member.accountId, personId, late)), ['people/person-died'])
  assert.equal((await records(world, member.accountId, personId, { ...late, happenedOn: '2026-11-18' })).state, 'done')
})

databaseTest('the mission left unsaid is that of most acts of this kind; said, it is kept', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  for (const said of [
    { kind: 'visit', mission: '' },
    { kind: 'visit', mission: 'watch' },
  ] as const)
    assert.equal((await records(world, member.accountId, personId, said as never)).state, 'done')
  assert.deepEqual(await world.look('select mission from accompaniment_act order by mission'), [
    { mission: 'employers' },
    { mission: 'watch' },
  ])
})

databaseTest('spaces alone in « Et ensuite » are nothing', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  assert.equal((await records(world, member.accountId, personId, { nextStep: '  ', nextOn: null })).state, 'done')
  assert.deepEqual(await world.look('select next_step from accompaniment_act'), [{ next_step: null }])
})
