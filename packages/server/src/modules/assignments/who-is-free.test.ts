import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours, day, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '@maillage/rules'
import fc from 'fast-check'
import type { Seeker } from './queries/placeable-people.ts'
import { whoIsFree } from './who-is-free.ts'

const ASKED = {
  siaeId: 'siae',
  commune: { code: '11069', name: 'Carcassonne' },
  firstDay: day('2026-12-01'),
  lastDay: day('2026-12-29'),
  weeklyHours: wholeHours(3),
  weekdays: [2],
  needsLicence: false,
  needsVehicle: false,
  category: 'private-person' as const,
}
const FREE = { weeklyHours: null, weekdays: [], schedule: null, licence: null, vehicle: null }
const seeker = (name: string, more: Partial<Seeker> = {}): Seeker => ({
  stayId: name,
  personId: name,
  name,
  availability: FREE,
  commune: null,
  missions: [],
  hoursOfMonth: centiHours(0),
  company: { placements: [], planned: [] },
  ...more,
})
const KNOWN = { waivers: [], on: day('2026-11-21'), isAi: true }
const seen = (seekers: readonly Seeker[], asked: Partial<typeof ASKED> | { category: 'company' } = {}) =>
  whoIsFree(law, { ...ASKED, ...asked }, seekers, KNOWN)
const one = (more: Partial<Seeker>, asked: Partial<typeof ASKED> | { category: 'company' } = {}) => {
  const [fit] = seen([seeker('Ana', more)], asked)
  return { state: fit?.state, said: fit?.facts.map(({ sentence }) => sentence).join(' · ') }
}

test('whoever has the fewest hours this month comes first, then by name; nobody is left out', () => {
  const found = seen([
    seeker('Zoé', { hoursOfMonth: wholeHours(2) }),
    seeker('Béa', { hoursOfMonth: wholeHours(10) }),
    seeker('Ana', { hoursOfMonth: wholeHours(2) }),
    seeker('Lou', { availability: null }),
    seeker('Max', { availability: { ...FREE, weekdays: [1] } }),
  ])
  assert.deepEqual(
    found.map(({ seeker: { name }, state }) => [name, state]),
    [
      ['Ana', 'may-fit'],
      ['Zoé', 'may-fit'],
      ['Béa', 'may-fit'],
      ['Lou', 'to-check'],
      ['Max', 'does-not-fit'],
    ],
  )
})

test('a day on which somebody is not free is named; what they said of hours is shown, never why', () => {
  assert.deepEqual(one({ availability: { ...FREE, weekdays: [1, 2], schedule: 'avant 15 h 30' } }), {
    state: 'may-fit',
    said: 'Disponible le lundi et mardi (avant 15 h 30)',
  })
  assert.match(one({ availability: { ...FREE, weekdays: [1] } }).said ?? '', /Pas disponible le mardi/)
})

test('a licence that is needed: had, not had, or not known yet', () => {
  const of = (licence: boolean | null) => one({ availability: { ...FREE, licence } }, { needsLicence: true }).state
  assert.deepEqual([of(true), of(false), of(null)], ['may-fit', 'does-not-fit', 'to-check'])
})

test('a mission on another day leaves somebody free; on the same one, it is to be asked', () => {
  const running = (weekdays: number[]) => [
    { clientName: 'Roux', first: day('2026-11-01'), last: null, weekdays, schedule: 'le matin', weeklyHours: wholeHours(4) },
  ]
  assert.equal(one({ missions: running([4]) }).state, 'may-fit')
  assert.equal(one({ missions: running([2]) }).state, 'to-check')
  assert.equal(one({ missions: running([]) }).state, 'to-check')
})

test('hours wanted: three more with those already agreed reach seven, not six', () => {
  const missions = [{ clientName: 'Roux', first: day('2026-11-01'), last: null, weekdays: [4], schedule: null, weeklyHours: wholeHours(4) }]
  const of = (wanted: number) => one({ missions, availability: { ...FREE, weeklyHours: wholeHours(wanted) } }).state
  assert.deepEqual([of(7), of(6)], ['may-fit', 'to-check'])
})

test('hours left with companies count for a company and an association only', () => {
  const company = { placements: [{ on: day('2026-02-02'), hours: wholeHours(470), client: 'company' as const }], planned: [] }
  // 29 days at 3 hours a week are 12.43 hours.
  assert.equal(one({ company }, { category: 'company' }).state, 'does-not-fit')
  assert.match(
    one({ company }, { category: 'company' }).said ?? '',
    /10,00.h encore possibles en entreprise : cette mission les dépasserait/,
  )
  assert.equal(one({ company }).state, 'may-fit')
  const enough = { placements: [{ on: day('2026-02-02'), hours: wholeHours(460), client: 'company' as const }], planned: [] }
  assert.equal(one({ company: enough }, { category: 'company' }).state, 'may-fit')
})

test('the order depends on nothing but facts, hours and names: it is the same from any order of people', () => {
  const people = ['Ana', 'Béa', 'Chloé', 'Dan', 'Élie'].map((name, index) => seeker(name, { hoursOfMonth: wholeHours(index % 3) }))
  const expected = seen(people).map((each) => each.seeker.name)
  fc.assert(
    fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
      assert.deepEqual(
        seen(shuffled).map((each) => each.seeker.name),
        expected,
      )
    }),
  )
})
