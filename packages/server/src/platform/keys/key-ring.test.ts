import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { passingKeyRing, readKeyRing } from './key-ring.ts'

const SECRETS = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')] as const
const ringOf = (text: string) => {
  const ring = readKeyRing(text)
  assert.ok(ring)
  return ring
}

test('what is sealed opens, and says nothing until then', () => {
  const ring = passingKeyRing()
  const sealed = ring.seal('Une note écrite à la main', 'notes')
  assert.equal(ring.open(sealed, 'notes'), 'Une note écrite à la main')
  assert.doesNotMatch(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString(), /note/)
  assert.notEqual(ring.seal('a', 'notes'), ring.seal('a', 'notes'))
})

test('what was sealed for another purpose, by another key, or changed by one letter does not open', () => {
  const ring = ringOf(`a:${SECRETS[0]}`)
  const sealed = ring.seal('texte', 'notes')
  assert.equal(ring.open(sealed, 'forms'), undefined)
  assert.equal(ringOf(`a:${SECRETS[1]}`).open(sealed, 'notes'), undefined)
  assert.equal(ringOf(`b:${SECRETS[0]}`).open(sealed, 'notes'), undefined)
  for (let at = 2; at < sealed.length - 1; at++) {
    assert.equal(ring.open(`${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`, 'notes'), undefined)
  }
  for (const nothing of ['', '.', 'a', 'a.', 'a.AAAA', sealed.slice(0, 20)]) assert.equal(ring.open(nothing, 'notes'), undefined)
})

test('a new first key seals, and the former one still opens', () => {
  const before = ringOf(`a:${SECRETS[0]}`)
  const after = ringOf(`b:${SECRETS[1]}, a:${SECRETS[0]}`)
  assert.equal(after.open(before.seal('texte', 'notes'), 'notes'), 'texte')
  assert.match(after.seal('texte', 'notes'), /^b\./)
})

test('a mark is the same for the same text and purpose, and by no other key; one made by a former key is still found', () => {
  const before = ringOf(`a:${SECRETS[0]}`)
  const after = ringOf(`b:${SECRETS[1]},a:${SECRETS[0]}`)
  const [mark] = before.marks('texte', 'notes')
  assert.match(mark, /^a\.[A-Za-z0-9_-]{43}$/)
  assert.deepEqual(before.marks('texte', 'notes'), [mark])
  assert.deepEqual(after.marks('texte', 'notes').slice(1), [mark])
  assert.match(after.marks('texte', 'notes')[0], /^b\./)
  for (const other of [before.marks('texta', 'notes'), before.marks('texte', 'forms'), ringOf(`a:${SECRETS[1]}`).marks('texte', 'notes')])
    assert.ok(!other.includes(mark))
})

test('a key is told by its fingerprint, which says nothing of it', () => {
  const { fingerprints } = ringOf(`a:${SECRETS[0]},b:${SECRETS[1]}`)
  assert.deepEqual(Object.keys(fingerprints), ['a', 'b'])
  assert.match(fingerprints['a'] ?? '', /^[0-9a-f]{16}$/)
  assert.notEqual(fingerprints['a'], fingerprints['b'])
  assert.equal(ringOf(`other:${SECRETS[0]}`).fingerprints['other'], fingerprints['a'])
})

for (const [fault, text] of [
  ['a name without secret', 'a'],
  ['a secret too short', `a:${randomBytes(16).toString('base64')}`],
  ['a secret too long', `a:${randomBytes(48).toString('base64')}`],
  ['the same name twice', `a:${SECRETS[0]},a:${SECRETS[1]}`],
  ['one good and one bad', `a:${SECRETS[0]},b:court`],
] as const) {
  test(`${fault} is not a key ring`, () => assert.equal(readKeyRing(text), undefined))
}
