import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, parseSiret } from '@maillage/kernel'
import { hostLabel, type Immersion, judgedOf, stateOn } from './model.ts'

const PLANNED: Immersion = {
  id: '01',
  personId: '02',
  stayId: '03',
  organisationId: '04',
  hostName: 'Boulangerie du Canal',
  hostKind: 'company',
  hostSiret: null,
  hostPlace: 'Narbonne',
  tutor: null,
  object: 'discover-a-trade',
  tasks: 'Vente',
  schedule: null,
  prescribedBy: 'structure',
  first: day('2026-11-10'),
  last: day('2026-11-20'),
  renews: null,
  conclusion: null,
}

for (const [on, state] of [
  ['2026-11-09', 'to-come'],
  ['2026-11-10', 'running'],
  ['2026-11-20', 'running'],
  ['2026-11-21', 'to-conclude'],
] as const)
  test(`an immersion from 10 to 20 November is ${state} on ${on}`, () => assert.equal(stateOn(PLANNED, day(on)), state))

test('once its outcome is said, it is concluded, and judged by the days as they were', () => {
  const ended = { ...PLANNED, conclusion: { endedOn: day('2026-11-12'), outcome: 'stopped', hired: false, learnt: null } } as const
  assert.equal(stateOn(ended, day('2026-11-11')), 'concluded')
  assert.equal(judgedOf(ended).last, day('2026-11-12'))
})

test('two ways of writing one name are one host, and an establishment is known by its number', () => {
  assert.equal(hostLabel({ ...PLANNED, hostName: 'BOULANGERIE  du canal' }), hostLabel(PLANNED))
  assert.equal(hostLabel({ ...PLANNED, hostSiret: parseSiret('73282932000074') ?? null }), '73282932000074')
})
