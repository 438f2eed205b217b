import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type CalendarDate, day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw } from '../national-law.ts'
import { leftBehindCutoff, leftBehindKeptFor, leftBehindUntil, noteKeptFor, noteKeptUntil } from './working-notes.ts'

for (const [writtenOn, until] of [
  ['2026-11-21', '2027-11-21'],
  // A day that the next year has not: the last one of its month.
  ['2028-02-29', '2029-02-28'],
  ['2018-05-25', '2019-05-25'],
] as const)
  test(`a note written on ${writtenOn} is read until ${until}`, () => {
    assert.equal(isoDate(noteKeptUntil(nationalLaw, day(writtenOn))), until)
  })

for (const [lastDay, until] of [
  ['2026-11-30', '2026-12-30'],
  ['2027-01-31', '2027-03-02'],
] as const)
  test(`the notes of somebody whose last day was ${lastDay} exist until ${until}`, () => {
    assert.equal(isoDate(leftBehindUntil(nationalLaw, day(lastDay))), until)
  })

test('notes left behind go the day after the one that was told, not that day', () => {
  assert.equal(isoDate(leftBehindCutoff(nationalLaw, day('2026-12-30'))), '2026-11-29')
  assert.equal(isoDate(leftBehindCutoff(nationalLaw, day('2026-12-31'))), '2026-11-30')
})

test('before the RGPD no length is applied; each length has a source that says it is to be confirmed', () => {
  assert.throws(() => noteKeptUntil(nationalLaw, day('2018-05-24')), { name: 'NoTextInForce' })
  assert.throws(() => leftBehindUntil(nationalLaw, day('2018-05-24')), { name: 'NoTextInForce' })
  for (const kept of [noteKeptFor, leftBehindKeptFor]) assert.match(kept(nationalLaw, day('2026-11-21')).source.article, /à confirmer/)
})

test('a note written later is never gone sooner, and none is kept beyond what the database lets it be', () => {
  const from = day('2018-05-25')
  fc.assert(
    fc.property(fc.nat({ max: 20_000 }), fc.nat({ max: 400 }), (start, later) => {
      const first = addDays(from, start)
      const second = addDays(first, later)
      assert.ok(noteKeptUntil(nationalLaw, first) <= noteKeptUntil(nationalLaw, second))
      assert.ok(leftBehindUntil(nationalLaw, first) < noteKeptUntil(nationalLaw, first))
      assert.ok(noteKeptUntil(nationalLaw, first) <= ((first + 399) as CalendarDate))
    }),
  )
})
