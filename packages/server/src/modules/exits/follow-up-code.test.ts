import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerCodeHash, newAnswerCode } from './follow-up-code.ts'

test('a code is six figures; as it is said, with spaces, it is the same; with another link, it opens nothing', () => {
  for (let times = 0; times < 50; times++) assert.match(newAnswerCode(), /^\d{6}$/)
  assert.equal(answerCodeHash('a', '012 345'), answerCodeHash('a', '012345'))
  assert.notEqual(answerCodeHash('a', '012345'), answerCodeHash('b', '012345'))
  assert.notEqual(answerCodeHash('a', '012345'), answerCodeHash('a', '12345'))
})
