import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type CalendarDate, day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw } from '../index.ts'
import { answerDue, isAnswerLate } from './answer-due.ts'

for (const [received, due] of [
  ['2026-11-21', '2026-12-21'],
  ['2026-01-31', '2026-02-28'],
  ['2028-01-30', '2028-02-29'],
  ['2026-12-31', '2027-01-31'],
] as const)
  test(`« un mois à compter de la réception » : received on ${received}, answered by ${due}, late the day after`, () => {
    const last = answerDue(nationalLaw, day(received))
    assert.equal(isoDate(last), due)
    assert.equal(isAnswerLate(last, last), false)
    assert.equal(isAnswerLate(last, addDays(last, 1)), true)
  })

test('a request received before the RGPD is covered by no text', () => {
  assert.throws(() => answerDue(nationalLaw, day('2018-05-24')), /NoTextInForce|text/i)
  assert.equal(isoDate(answerDue(nationalLaw, day('2018-05-25'))), '2018-06-25')
})

test('the answer never waits less than 28 days nor more than 31, and a later request is never due sooner', () => {
  fc.assert(
    fc.property(fc.integer({ min: day('2018-05-25'), max: day('2090-01-01') }), (number) => {
      const received = number as CalendarDate
      const wait = answerDue(nationalLaw, received) - received
      assert.ok(wait >= 28 && wait <= 31)
      assert.ok(answerDue(nationalLaw, addDays(received, 1)) >= answerDue(nationalLaw, received))
    }),
  )
})
