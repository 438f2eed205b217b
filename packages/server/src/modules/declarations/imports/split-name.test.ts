import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitName } from './split-name.ts'

for (const [whole, birthName, givenNames] of [
  ['BENALI Nadia', 'BENALI', 'Nadia'],
  ['Mme LE GOFF Anne Marie', 'LE GOFF', 'Anne Marie'],
  ['Anne LE GOFF', 'LE GOFF', 'Anne'],
  ['M. D’ALMEIDA José', 'D’ALMEIDA', 'José'],
] as const)
  test(`« ${whole} » is ${givenNames}, ${birthName}`, () => assert.deepEqual(splitName(whole), { birthName, givenNames }))

for (const whole of ['BENALI NADIA', 'Benali Nadia', 'Anne LE Goff', 'Jean MARTIN Paul', 'BENALI', ''])
  test(`« ${whole} » is not guessed`, () => assert.equal(splitName(whole), undefined))
