import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { leftEmpty } from './left-empty.ts'

const reason = leftEmpty(z.string().trim().max(5).nullable())

test('a box left empty, or filled with spaces alone, is nothing', () => {
  for (const typed of ['', ' ', '\n\t ']) assert.equal(reason.parse(typed), null)
})

test('what is typed is read by its own schema, missing or too long too', () => {
  assert.equal(reason.parse(' vu '), 'vu')
  assert.equal(reason.safeParse('beaucoup').success, false)
  assert.equal(reason.safeParse(undefined).success, false)
})
