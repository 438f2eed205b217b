import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { ageOn, bornWords, displayName } from './model.ts'

test('an age is said only when what is known of the birth leaves no doubt', () => {
  const known = { date: day('1990-05-03'), precision: 'day' } as const
  assert.equal(ageOn(known, day('2026-05-02')), 35)
  assert.equal(ageOn(known, day('2026-05-03')), 36)
  const year = { date: day('1968-01-01'), precision: 'year' } as const
  assert.equal(ageOn(year, day('2026-11-21')), null)
  assert.equal(ageOn(year, day('2026-12-31')), 58)
  const month = { date: day('1968-07-01'), precision: 'month' } as const
  assert.equal(ageOn(month, day('2026-07-15')), null)
  assert.equal(ageOn(month, day('2026-07-31')), 58)
  assert.equal(ageOn(month, day('2026-06-30')), 57)
  assert.equal(ageOn({ date: null, precision: 'unknown' }, day('2026-11-21')), null)
})

test('a birth is said as precisely as it is known', () => {
  const date = day('1968-07-01')
  assert.equal(bornWords({ date, precision: 'day' }, 'F').replaceAll('\u00a0', ' '), 'née le 1er juillet 1968')
  assert.equal(bornWords({ date, precision: 'month' }, 'M'), 'né en juillet 1968')
  assert.equal(bornWords({ date, precision: 'year' }, null), 'né(e) en 1968')
  assert.equal(bornWords({ date: null, precision: 'unknown' }, null), 'date de naissance inconnue')
})

test('the name of daily life is shown, in capitals; somebody with one name has one', () => {
  assert.equal(displayName({ givenNames: 'Zoé', birthName: 'Lefèvre', usageName: null }), 'Zoé LEFÈVRE')
  assert.equal(displayName({ givenNames: 'Zoé', birthName: 'Lefèvre', usageName: 'D’Almeida' }), 'Zoé D’ALMEIDA')
  assert.equal(displayName({ givenNames: '', birthName: 'Suharto', usageName: null }), 'SUHARTO')
})
