import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeHash, newCode } from './attachment-code.ts'

test('a code is typed as it is read: small letters, spaces, O for zero', () => {
  const code = newCode()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(codeHash(code.toLowerCase().replaceAll('-', ' ')), codeHash(code))
  assert.equal(codeHash('OIL0-0000-0000'), codeHash('0110 0000 0000'))
  assert.notEqual(codeHash(newCode()), codeHash(code))
  assert.notEqual(codeHash(code, 'space'), codeHash(code))
})
