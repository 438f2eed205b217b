import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConfigurationFault } from '../configuration/settings.ts'
import { keptKeyRing } from './kept-key-ring.ts'

test('a demonstration opens after a restart what it sealed before, and its key is for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-keys-'))
  const there = join(folder, 'not', 'yet')
  try {
    const sealed = keptKeyRing(there).seal('un texte', 'a row')
    assert.equal(keptKeyRing(there).open(sealed, 'a row'), 'un texte')
    assert.equal(keptKeyRing(folder).open(sealed, 'a row'), undefined)
    assert.equal(statSync(join(there, 'keys')).mode & 0o077, 0)
    writeFileSync(join(there, 'keys'), 'abîmé')
    assert.throws(() => keptKeyRing(there), ConfigurationFault)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
