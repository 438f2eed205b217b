import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../platform/command/actor.ts'
import { mayDecideMerges, mayKeepFiles, mayReadContact, mayReadPeople } from './policy.ts'

const wearing = (role: string | null, administrator = false) =>
  ({ administrator, hat: role === null ? null : { role } }) as unknown as Actor

test('an officer of the State, a funder and whoever wears no hat meet nobody', () => {
  for (const role of ['authority_officer', 'funder_officer', 'network_officer', 'body_secretary', 'organisation_administrator', null])
    assert.equal(mayReadPeople(wearing(role)), false, String(role))
})

test('the technical supervisor and the payroll officer know who the person is, not how to reach them, and keep no file', () => {
  for (const role of ['technical_supervisor', 'payroll_officer'])
    assert.deepEqual([mayReadPeople(wearing(role)), mayReadContact(wearing(role)), mayKeepFiles(wearing(role))], [true, false, false])
  for (const role of ['counsellor', 'director', 'assignment_coordinator', 'prescriber', 'ft_adviser', 'referent'])
    assert.deepEqual([mayReadPeople(wearing(role)), mayReadContact(wearing(role)), mayKeepFiles(wearing(role))], [true, true, true])
})

test('an administrator decides merges and meets nobody', () => {
  const administrator = wearing(null, true)
  assert.deepEqual([mayDecideMerges(administrator), mayReadPeople(administrator), mayKeepFiles(administrator)], [true, false, false])
})
