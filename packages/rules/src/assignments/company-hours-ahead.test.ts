import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type CalendarDate, centiHours, day, isoDate, wholeHours } from '@maillage/kernel'
import fc from 'fast-check'
import type { Placement, PlacementClient } from '../employment/index.ts'
import { nationalLaw as law } from '../national-law.ts'
import { aheadAnomalies, companyHoursAhead, type PlannedMission } from './company-hours-ahead.ts'
import { assignmentAnomalySentence, assignmentStepSentence } from './wording.fr.ts'

const done = (on: string, hours: number, client: PlacementClient = 'company'): Placement => ({
  on: day(on),
  hours: centiHours(Math.round(hours * 100)),
  client,
})
const mission = (first: string, last: string | null, weekly: number | null): PlannedMission => ({
  first: day(first),
  last: last === null ? null : day(last),
  weekly: weekly === null ? null : centiHours(Math.round(weekly * 100)),
})
const ON = day('2026-11-21')
const ahead = (
  placements: readonly Placement[],
  planned: readonly PlannedMission[],
  waivers: readonly { first: CalendarDate; last: CalendarDate }[] = [],
) => {
  const found = companyHoursAhead(law, { placements, planned, waivers, on: ON })
  for (const step of found?.because() ?? []) assert.ok(assignmentStepSentence(step).endsWith('.'), step.code)
  return found?.value
}
/** One week of work. */
const week = (weekly: number) => mission('2026-11-23', '2026-11-29', weekly)
const passedOn = (value: ReturnType<typeof ahead>) => (value?.passedOn ? isoDate(value.passedOn) : null)

test('479.5 hours done: half an hour more reaches 480 and passes nothing, one hour does (QF-15)', () => {
  const used = [done('2026-02-02', 479.5)]
  assert.equal(passedOn(ahead(used, [week(0.5)])), null)
  // Spread over the seven days of its week, the hour passes the limit on the fourth.
  assert.equal(passedOn(ahead(used, [week(1)])), '2026-11-26')
  assert.equal(passedOn(ahead(used, [week(0.51)])), '2026-11-29')
})

test('private persons, associations and public bodies open no counter, however long', () => {
  const placements = (['private-person', 'non-profit', 'public-body'] as const).map((client) => done('2026-01-05', 700, client))
  assert.equal(ahead(placements, []), undefined)
})

test('nothing done yet: the first mission planned opens the 24 months, and 20 hours a week last 24 weeks', () => {
  const found = ahead([], [mission('2026-12-01', null, 20)])
  assert.deepEqual(found && { first: isoDate(found.window.first), last: isoDate(found.window.last), left: found.left }, {
    first: '2026-12-01',
    last: '2028-11-30',
    left: wholeHours(480),
  })
  // 24 weeks end on 17 May 2027: the next day is the 169th.
  assert.equal(passedOn(ahead([], [mission('2026-12-01', '2027-05-17', 20)])), null)
  assert.equal(passedOn(ahead([], [mission('2026-12-01', '2027-05-18', 20)])), '2027-05-18')
})

test('only what falls before the end of the window counts: its last day does, the next does not', () => {
  const used = [done('2024-12-02', 480)]
  assert.equal(passedOn(ahead(used, [mission('2026-12-01', '2026-12-31', 7)])), '2026-12-01', 'the last day of the window')
  assert.equal(passedOn(ahead(used, [mission('2026-12-02', '2026-12-31', 7)])), null)
})

test('a waiver of the préfet covers the day on which the limit would be passed, and no other', () => {
  const used = [done('2026-02-02', 480)]
  const waived = (first: string, last: string) => passedOn(ahead(used, [week(7)], [{ first: day(first), last: day(last) }]))
  assert.equal(waived('2026-01-01', '2026-11-23'), null)
  assert.equal(waived('2026-01-01', '2026-11-22'), '2026-11-23')
})

test('hours that nobody said are not taken for none: they are counted apart', () => {
  const found = ahead([done('2026-02-02', 100)], [week(10), mission('2026-12-01', null, null)])
  assert.deepEqual([found?.planned, found?.unknown], [wholeHours(10), 1])
})

test('the anomaly says the day, the hours and the text', () => {
  const value = ahead([done('2026-02-02', 479.5)], [week(1)])
  const [found] = value ? aheadAnomalies(law, value) : []
  assert.ok(found?.source)
  assert.match(assignmentAnomalySentence(found), /480,50\u00a0h les heures en entreprise/)
  assert.match(assignmentAnomalySentence(found), /26.novembre 2026/)
  assert.deepEqual(aheadAnomalies(law, ahead([], [week(7)]) ?? assert.fail()), [])
})

test('a longer mission never passes the limit later, and what is left never grows with what is done', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 1, max: 4800 }),
      fc.integer({ min: 0, max: 600 }),
      (used, weekly, days) => {
        const first = day('2026-11-23')
        const of = (length: number, more = 0) =>
          ahead([done('2026-02-02', (used + more) / 100)], [{ first, last: addDays(first, length), weekly: centiHours(weekly) }])
        const [short, long, fuller] = [of(days), of(days + 30), of(days, 100)]
        const when = (value: ReturnType<typeof of>) => value?.passedOn ?? Number.POSITIVE_INFINITY
        assert.ok(when(long) <= when(short) && when(fuller) <= when(short))
        assert.ok((fuller?.left ?? 0) <= (short?.left ?? 0))
      },
    ),
    { numRuns: 200 },
  )
})
