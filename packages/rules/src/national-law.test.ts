import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, fingerprint } from '@maillage/kernel'
import { nationalLaw } from './national-law.ts'
import { promisedAnswerDays } from './parameters/application-times.ts'
import { internalMoveClass } from './parameters/exit-rules.ts'
import { fteRoundingForMoney, sheetDueDay } from './parameters/full-time-equivalent.ts'

test('the version of the law depends on its figures only', () => {
  assert.match(nationalLaw.version, /^[0-9a-f]{16}$/)
  assert.equal(fingerprint(nationalLaw.parameters), nationalLaw.version)
  assert.notEqual(fingerprint([...nationalLaw.parameters].slice(1)), nationalLaw.version)
})

test('each figure has a key of its slice, a French label, a unit and a source', () => {
  for (const { key, label, unit, values } of nationalLaw.parameters) {
    assert.match(key, /^[a-z-]+\/[a-z0-9-]+$/)
    assert.ok(label.length > 5 && unit.length > 0, key)
    for (const { source } of values) assert.ok(source.article.length > 5, key)
  }
})

test('four figures may be decided locally, each read when it enters the law', () => {
  const local = { from: day('2026-01-01'), to: null, published: day('2025-12-01'), author: 'Comité', legalBasis: 'Charte' }
  assert.deepEqual(
    nationalLaw.parameters.filter((each) => each.derogable).map((each) => each.key),
    [promisedAnswerDays.key, internalMoveClass.key, fteRoundingForMoney.key, sheetDueDay.key],
  )
  const ours = nationalLaw.with([{ ...local, key: promisedAnswerDays.key, stored: 15 }])
  assert.equal(ours.on(day('2026-02-01')).get(promisedAnswerDays), 15)
  for (const stored of [0, 29, 10.5, '10'])
    assert.throws(
      () =>
        nationalLaw
          .with([{ ...local, key: sheetDueDay.key, stored }])
          .on(day('2026-02-01'))
          .get(sheetDueDay),
      TypeError,
    )
  assert.throws(
    () =>
      nationalLaw
        .with([{ ...local, key: promisedAnswerDays.key, stored: 'x' }])
        .on(day('2026-02-01'))
        .get(promisedAnswerDays),
    TypeError,
  )
})
