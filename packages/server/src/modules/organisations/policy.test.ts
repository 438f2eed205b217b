import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Hat } from '../../platform/command/actor.ts'
import { ROLES } from './model.ts'
import { followsMoney, mayAuthorise, mayEndDelegation, mayReadMembers, maySteer } from './policy.ts'

const hat = (role: string, organisationId: string, membershipId = 'worn'): Hat => ({
  membershipId,
  role,
  organisationId,
  organisationName: 'Association du Lauragais',
  timeZone: 'Europe/Paris',
  units: [],
  functions: [],
  territories: [],
  territoriesBy: {},
})
const actor = (worn: Hat | null, others: readonly Hat[] = []): Actor => ({
  accountId: 'account',
  sessionHash: 'session',
  name: 'Camille Roux',
  administrator: false,
  hat: worn,
  hats: [...(worn ? [worn] : []), ...others],
})
const here = { organisationId: 'here' }

test('only the direction and the administration of an organisation change it', () => {
  const steering = ROLES.filter((role) => maySteer(actor(hat(role, 'here')), here))
  assert.deepEqual(steering, ['director', 'organisation_administrator'])
})

test('directing another organisation, or this one under another hat, changes nothing here', () => {
  assert.equal(maySteer(actor(hat('director', 'elsewhere')), here), false)
  assert.equal(maySteer(actor(hat('counsellor', 'here'), [hat('director', 'here', 'put away')]), here), false)
  assert.equal(maySteer(actor(null), here), false)
})

test('an administrator of the platform is not a member of every organisation', () => {
  assert.equal(maySteer({ ...actor(null), administrator: true }, here), false)
  assert.equal(mayReadMembers({ ...actor(null), administrator: true }, here), false)
})

test('every member reads the members of their organisation, and of no other', () => {
  for (const role of ROLES) {
    assert.equal(mayReadMembers(actor(hat(role, 'here')), here), true, role)
    assert.equal(mayReadMembers(actor(hat(role, 'elsewhere')), here), false, role)
  }
})

const delegation = { organisationId: 'here', fromMembershipId: 'giver' }
const delegations: readonly [sentence: string, who: Actor, may: boolean][] = [
  ['the one who gave it ends it', actor(hat('counsellor', 'here', 'giver')), true],
  ['they end it under another of their hats there', actor(hat('prescriber', 'here', 'other'), [hat('counsellor', 'here', 'giver')]), true],
  ['not from another organisation', actor(hat('counsellor', 'elsewhere', 'other'), [hat('counsellor', 'here', 'giver')]), false],
  ['the direction ends it', actor(hat('director', 'here')), true],
  ['the deputy asks one of them', actor(hat('counsellor', 'here', 'deputy')), false],
  ['nobody without a hat', actor(null), false],
]
for (const [sentence, who, may] of delegations)
  test(`a delegation: ${sentence}`, () => assert.equal(mayEndDelegation(who, delegation), may))

const officer = actor(hat('authority_officer', 'ddets'))
const authorities: readonly [sentence: string, who: Actor, place: Parameters<typeof mayAuthorise>[1], may: boolean][] = [
  ['an officer where their service is the authority', officer, { authorityOn: ['aude'], prescribesOn: ['aude'] }, true],
  ['not where the other organisation does not prescribe', officer, { authorityOn: ['aude'], prescribesOn: ['hérault'] }, false],
  ['not where the service is no authority', officer, { authorityOn: [], prescribesOn: ['aude'] }, false],
  ['one territory in common is enough', officer, { authorityOn: ['aude', 'lot'], prescribesOn: ['lot', 'gers'] }, true],
  ['the direction of the service is no officer', actor(hat('director', 'ddets')), { authorityOn: ['aude'], prescribesOn: ['aude'] }, false],
  ['nobody without a hat', actor(null), { authorityOn: ['aude'], prescribesOn: ['aude'] }, false],
]
for (const [sentence, who, place, may] of authorities)
  test(`a decision of the préfet: ${sentence}`, () => assert.equal(mayAuthorise(who, place), may))

test('the way to the money of a structure is shown to who answers for it there, and to the State and the funder of its place', () => {
  const siae = { organisationId: 'here', territoryId: 'departement-11' }
  const officer = (role: string, territoriesBy: Hat['territoriesBy']) => actor({ ...hat(role, 'state'), territoriesBy })
  assert.equal(followsMoney(actor(null), siae), false)
  assert.equal(followsMoney(actor(hat('counsellor', 'here')), siae), false)
  assert.equal(followsMoney(actor(hat('director', 'elsewhere')), siae), false)
  assert.equal(followsMoney(officer('authority_officer', { authority: ['departement-974'] }), siae), false)
  assert.equal(followsMoney(officer('funder_officer', { authority: ['departement-11'] }), siae), false)
  assert.equal(followsMoney(actor(hat('director', 'here')), siae), true)
  assert.equal(followsMoney(officer('authority_officer', { authority: ['departement-11'] }), siae), true)
  assert.equal(followsMoney(officer('funder_officer', { funder: ['departement-11'] }), siae), true)
})
