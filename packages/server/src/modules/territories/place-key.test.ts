import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeKey } from './place-key.ts'

test('« St » and « Ste » are read as « Saint » and « Sainte », as whole words only', () => {
  for (const [typed, key] of [
    ['St-Denis', 'saint denis'],
    ['Ste Marie', 'sainte marie'],
    ['Les Stes-Maries', 'les saintes maries'],
    ['Bourg-St-Andéol', 'bourg saint andeol'],
    ['Stains', 'stains'],
    ['Est', 'est'],
    ['', ''],
  ] as const)
    assert.equal(placeKey(typed), key)
})
