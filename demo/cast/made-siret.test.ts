import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSiren, parseSiret, sirenOf } from '@maillage/kernel'
import fc from 'fast-check'
import { madeSiren, madeSiret } from './made-siret.ts'

test('every invented number has its keys, belongs to its organisation and looks invented', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9999 }), (rank, establishment) => {
      const [siren, siret] = [madeSiren(rank), madeSiret(rank, establishment)]
      assert.equal(parseSiren(siren), siren)
      assert.equal(parseSiret(siret), siret)
      assert.equal(sirenOf(siret), siren)
      assert.match(siret, /^99999/)
    }),
  )
})

test('two organisations, or two establishments, never share a number', () => {
  const numbers = Array.from({ length: 98_999 }, (_, index) => madeSiren(index + 1))
  assert.equal(new Set(numbers).size, 98_999)
  assert.notEqual(madeSiret(1, 1), madeSiret(1, 2))
})
