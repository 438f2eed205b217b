import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

test('an address of this site is kept', () => {
  assert.equal(localPath('/structures/1?tri=nom'), '/structures/1?tri=nom')
})

for (const foreign of [
  '//ailleurs.example',
  'https://ailleurs.example',
  '/\\ailleurs.example',
  '',
  undefined,
  ['/a'],
  '/a\nSet-Cookie:b',
]) {
  test(`${JSON.stringify(foreign)} leads home`, () => assert.equal(localPath(foreign), '/'))
}
