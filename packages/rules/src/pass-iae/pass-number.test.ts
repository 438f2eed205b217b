import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstrationPassNumber, issuerOf, parsePassNumber, shownPassNumber } from './pass-number.ts'

test('a number of the State’s service is 99999 and seven digits, typed with or without spaces', () => {
  for (const typed of ['999990000001', '99999 00 00001', '99999\u00a000\u00a000001']) {
    const number = parsePassNumber(typed)
    assert.ok(number)
    assert.equal(shownPassNumber(number), '99999 00 00001')
    assert.equal(issuerOf(number), 'external')
  }
})

test('anything else is not a number', () => {
  for (const typed of ['', '99999000000', '9999900000011', '123450000001', '99999000000A', '999990000000'])
    assert.equal(parsePassNumber(typed), undefined)
})

test('the number of a demonstration cannot be taken for a right', () => {
  const number = demonstrationPassNumber(42)
  assert.ok(number)
  assert.equal(shownPassNumber(number), '00000 00 00042')
  assert.equal(issuerOf(number), 'demonstration')
  assert.equal(demonstrationPassNumber(0), undefined)
  assert.equal(demonstrationPassNumber(10_000_000), undefined)
})
