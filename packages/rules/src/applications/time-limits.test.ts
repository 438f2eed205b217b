import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, isoDate } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { APPLICATION_STATES } from './application-state.ts'
import { isDueForArchive, isDueForAutomaticRefusal, promisedAnswerOn } from './time-limits.ts'

const lastMovedOn = day('2026-01-01')

test('a new application is refused by the clock on the 60th day, not on the 59th', () => {
  assert.equal(isDueForAutomaticRefusal(law, { state: 'new', lastMovedOn }, addDays(lastMovedOn, 59)), false)
  assert.equal(isDueForAutomaticRefusal(law, { state: 'new', lastMovedOn }, addDays(lastMovedOn, 60)), true)
})

test('nothing was refused by the clock before 10 March 2025', () => {
  const old = { state: 'new', lastMovedOn: day('2024-01-01') } as const
  assert.equal(isDueForAutomaticRefusal(law, old, day('2025-03-09')), false)
  assert.equal(isDueForAutomaticRefusal(law, old, day('2025-03-10')), true)
})

test('an application is archived on the 180th day, but not one accepted, in the pool or prior to hire', () => {
  assert.equal(isDueForArchive(law, { state: 'refused', lastMovedOn }, addDays(lastMovedOn, 179)), false)
  assert.deepEqual(
    APPLICATION_STATES.filter((state) => !isDueForArchive(law, { state, lastMovedOn }, addDays(lastMovedOn, 180))),
    ['prior-to-hire', 'accepted', 'pool'],
  )
})

test('an answer is promised within thirty days, unless a territory promised otherwise', () => {
  assert.equal(isoDate(promisedAnswerOn(law, day('2026-11-01'))), '2026-12-01')
  const local = law.with([
    {
      key: 'applications/promised-answer-days',
      from: day('2026-01-01'),
      to: null,
      published: day('2026-01-01'),
      stored: 15,
      author: "Comité de l'Aude",
      legalBasis: 'Charte locale',
    },
  ])
  assert.equal(isoDate(promisedAnswerOn(local, day('2026-11-01'))), '2026-11-16')
})
