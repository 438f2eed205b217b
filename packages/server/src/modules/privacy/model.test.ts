import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isObvious } from './model.ts'

test('a secret that anybody would try first is seen', () => {
  for (const secret of ['000000', '121212', '123456', '654321', '901234', '111112']) assert.equal(isObvious(secret), true, secret)
  for (const secret of ['280571', '135790', '110203']) assert.equal(isObvious(secret), false, secret)
})
