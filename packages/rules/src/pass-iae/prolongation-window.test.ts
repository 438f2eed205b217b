import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMonths, day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw } from '../national-law.ts'
import { prolongationWindow } from './prolongation-window.ts'

const window = (passLast: string, on: string) => {
  const found = prolongationWindow(nationalLaw, day(passLast), day(on))
  return found && [isoDate(found.first), isoDate(found.last)]
}

for (const [sentence, on, expected] of [
  ['the day before the first text, there is none', '2021-08-31', undefined],
  ['three months before the end, and none after, at first', '2021-09-01', ['2026-10-05', '2027-01-05']],
  ['until the eve of May 2026, the last day is the last one', '2026-05-20', ['2026-01-05', '2027-01-05']],
  ['from 21 May 2026, twelve months before and six after', '2026-05-21', ['2026-01-05', '2027-07-05']],
] as const)
  test(sentence, () => assert.deepEqual(window('2027-01-05', on), expected))

test('the last day of the right is always inside, and a later one opens no sooner', () => {
  const days = fc.integer({ min: day('2022-01-01'), max: day('2030-12-31') }).map((each) => each as ReturnType<typeof day>)
  fc.assert(
    fc.property(days, days, (passLast, on) => {
      const found = prolongationWindow(nationalLaw, passLast, on)
      const later = prolongationWindow(nationalLaw, addMonths(passLast, 1), on)
      return found !== undefined && later !== undefined && found.first <= passLast && passLast <= found.last && found.first <= later.first
    }),
  )
})
