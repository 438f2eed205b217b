import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, parseSiret } from '@maillage/kernel'
import { coversAll, isOpen, leavesNobodySteering, type Membership, ROLES, type Role, rolesFor, shownSiren, shownSiret } from './model.ts'

const membership = (id: string, role: Role, last: string | null = null): Membership => ({
  id,
  accountId: `account of ${id}`,
  organisationId: 'here',
  displayName: id,
  role,
  open: { first: day('2024-01-01'), last: last === null ? null : day(last) },
})

const director = membership('director', 'director')
const administrator = membership('administrator', 'organisation_administrator')
const counsellor = membership('counsellor', 'counsellor')
const leaving = membership('leaving', 'director', '2026-12-31')

test('the last one who steers cannot leave', () => {
  assert.equal(leavesNobodySteering([director, counsellor], [director]), true)
  assert.equal(leavesNobodySteering([director, administrator], [director, administrator]), true)
})

test('one of two who steer may leave, whichever of the two roles the other has', () => {
  assert.equal(leavesNobodySteering([director, administrator], [director]), false)
  assert.equal(leavesNobodySteering([director, administrator], [administrator]), false)
})

test('somebody whose end is already written is no successor', () => {
  assert.equal(leavesNobodySteering([director, leaving], [director]), true)
})

test('the others leave as they wish, even where nobody steers any more', () => {
  assert.equal(leavesNobodySteering([director, counsellor], [counsellor]), false)
  assert.equal(leavesNobodySteering([leaving, counsellor], [counsellor]), false)
})

test('a carrier has no officer of the State, and a service of the State no counsellor', () => {
  assert.deepEqual(rolesFor(['operator']), [
    'counsellor',
    'technical_supervisor',
    'payroll_officer',
    'director',
    'assignment_coordinator',
    'organisation_administrator',
  ])
  assert.deepEqual(rolesFor(['authority']), [
    'director',
    'authority_officer',
    'body_secretary',
    'observatory_officer',
    'organisation_administrator',
  ])
})

test('every role is somebody’s, and each organisation may be steered', () => {
  const functions = ['operator', 'prescriber', 'funder', 'authority', 'referent', 'network', 'facilitator'] as const
  assert.deepEqual(rolesFor(functions), ROLES)
  for (const held of functions) assert.ok(rolesFor([held]).includes('organisation_administrator'), held)
  assert.deepEqual(rolesFor([]), ['director', 'organisation_administrator'])
})

test('something is open on its first and last days, not the day before nor the day after', () => {
  const open = { open: { first: day('2026-03-01'), last: day('2026-03-31') } }
  assert.deepEqual(
    ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((iso) => isOpen(open, day(iso))),
    [false, true, true, false],
  )
})

test('a member covers a period that ends on their last day, not one that ends the day after', () => {
  const period = (last: string) => ({ first: day('2026-12-01'), last: day(last) })
  assert.equal(coversAll(leaving, period('2026-12-31')), true)
  assert.equal(coversAll(leaving, period('2027-01-01')), false)
  assert.equal(coversAll(director, period('2030-01-01')), true)
})

test('numbers are shown by groups, as they are printed', () => {
  const siret = parseSiret('73282932000074')
  assert.ok(siret)
  assert.equal(shownSiret(siret), '732 829 320 00074')
  assert.equal(shownSiren('732829320'), '732 829 320')
})
