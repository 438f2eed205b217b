import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { perform } from '../../../platform/command/perform.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { doAs, refusalsIn, signedIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, givesAccess } from '../../people/fixtures.ts'
import { recordWorkshop } from './record-workshop.ts'

const SAID = {
  theme: ' Préparer un entretien ',
  mission: 'workshops',
  happenedOn: '2026-11-20',
  minutes: '90',
  purpose: 'Jeux de rôle',
  nextStep: 'Écrire son CV',
  nextOn: '2026-11-27',
} as const

const NAMES = ['Amel', 'Bruno', 'Chloé', 'Djibril', 'Emma', 'Farid', 'Gaëlle', 'Hakim', 'Inès', 'Jules', 'Kenza', 'Louis']

/** A counsellor whose team follows Nadia and others. */
async function aGroup(tx: Tx, others = 2) {
  const made = await aCounsellorWithAPerson(tx)
  const people = [made.person]
  for (const givenNames of NAMES.slice(0, others)) people.push(await aPerson(tx, { ...made, givenNames }))
  return { ...made, ids: people.map(({ id }) => id) }
}

const records = (
  world: World,
  accountId: string,
  personIds: readonly string[],
  more: Partial<z.input<typeof recordWorkshop.schema>> = {},
) => doAs(world, accountId, recordWorkshop, { personIds, ...SAID, ...more })

databaseTest('one person of the list whom the team does not follow is enough: nothing is noted for anybody', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aGroup(tx)
    const paid = await aPerson(tx, { organisation: made.organisation, givenNames: 'Omar' })
    await givesAccess(tx, paid, made.unit, { circle: 'payment', source: 'control' })
    const elsewhere = await aPerson(tx, { organisation: made.organisation, givenNames: 'Rose' })
    return { ...made, paid, elsewhere, outsiders: await theOutsiders(tx, made) }
  })
  for (const other of [here.paid.id, here.elsewhere.id, randomUUID()])
    assert.deepEqual(refusalsIn(await records(world, here.member.accountId, [...here.ids, other])), ['accompaniment/not-all-yours'])
  for (const { accountId } of [here.outsiders.stranger, here.outsiders.colleague])
    assert.deepEqual(refusalsIn(await records(world, accountId, here.ids)), ['accompaniment/not-all-yours'])
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await records(world, supervisor.accountId, here.ids)), ['accompaniment/not-yours'])
  assert.deepEqual(await world.look('select id from workshop union all select id from accompaniment_act'), [])
})

databaseTest('each of those who were there has an act that says the workshop and nobody else; no text is written beside', async (world) => {
  const { ids, member, organisation } = await world.load((tx) => aGroup(tx))
  assert.equal((await records(world, member.accountId, [...ids, ids[0] ?? ''])).state, 'done')
  const acts = await world.look(
    'select person_id, kind, mission, minutes, purpose, next_step, next_on::text, organisation_id, recorded_by from accompaniment_act order by person_id',
  )
  assert.deepEqual(
    acts,
    ids.toSorted().map((person_id) => ({
      person_id,
      kind: 'workshop',
      mission: 'workshops',
      minutes: 90,
      purpose: 'Préparer un entretien – Jeux de rôle',
      next_step: 'Écrire son CV',
      next_on: '2026-11-27',
      organisation_id: organisation.id,
      recorded_by: member.accountId,
    })),
  )
  const beside = await world.look(
    'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
  )
  assert.doesNotMatch(JSON.stringify(beside), /entretien|Jeux|CV/)
  assert.equal((await world.look("select from event where type = 'accompaniment/act-recorded'")).length, 3)
})

databaseTest('twelve people cost the statements of one', async (world) => {
  const { ids, member } = await world.load((tx) => aGroup(tx, 12))
  const actor = await signedIn(world, member.accountId)
  const costOf = async (personIds: readonly string[]) => {
    const before = world.statements.length
    const input = recordWorkshop.schema.parse({ personIds, ...SAID })
    const { state } = await perform(world.runtime, recordWorkshop, actor, input, randomUUID(), () => '/')
    assert.equal(state, 'done')
    return world.statements.length - before
  }
  const one = await costOf(ids.slice(0, 1))
  assert.equal(await costOf(ids.slice(1)), one)
})

databaseTest('forty people are one workshop, forty-one are not; nobody is not one either', async (world) => {
  const { ids } = await world.load((tx) => aGroup(tx, 0))
  const parsed = (personIds: unknown) => recordWorkshop.schema.safeParse({ ...SAID, personIds }).success
  const many = Array.from({ length: 41 }, () => randomUUID())
  assert.ok(parsed(many.slice(0, 40)))
  assert.ok(parsed(ids[0]))
  assert.ok(!parsed(many))
  for (const none of [undefined, '', []]) assert.ok(!parsed(none))
})

databaseTest('who died before the day is named and nothing is noted; who died that evening was there', async (world) => {
  const { ids, member } = await world.load((tx) => aGroup(tx))
  await world.look("update person set death_date = '2026-11-19' where id = $1", [ids[1] ?? ''])
  const answered = await records(world, member.accountId, ids)
  assert.deepEqual(refusalsIn(answered), ['accompaniment/died-before'])
  assert.match(JSON.stringify(answered), /Amel/)
  await world.look("update person set death_date = '2026-11-20' where id = $1", [ids[1] ?? ''])
  assert.equal((await records(world, member.accountId, ids)).state, 'done')
})

for (const [what, typed, refusal] of [
  ['a workshop to come', { happenedOn: '2026-11-22', nextOn: null }, 'accompaniment/act-to-come'],
  ['a next session before the workshop', { nextOn: '2026-11-19' }, 'accompaniment/next-before-act'],
  ['a day of what is not said', { nextStep: '' }, 'accompaniment/next-without-step'],
] as const)
  databaseTest(`${what}: nothing is noted`, async (world) => {
    const { ids, member } = await world.load((tx) => aGroup(tx))
    assert.deepEqual(refusalsIn(await records(world, member.accountId, ids, typed)), [refusal])
    assert.deepEqual(await world.look('select from workshop'), [])
  })
