import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { isAcquired, LEVELS, type Level, latestLevel } from './model-skills.ts'
import { TRADES } from './trades.ts'

const seen = (...levels: readonly Level[]) => ({
  sightings: levels.map((level) => ({ level, seenOn: day('2026-11-20'), by: null, mine: false })),
})

test('a skill is acquired when it was last seen done alone or shown to others, whatever came before', () => {
  assert.deepEqual(
    LEVELS.filter((level) => isAcquired(seen(level))),
    ['alone', 'shows'],
  )
  assert.equal(isAcquired(seen('helped', 'alone')), false)
  assert.equal(isAcquired(seen('alone', 'once')), true)
  assert.equal(isAcquired(seen()), false)
  assert.equal(latestLevel(seen()), null)
})

test('no trade says a skill twice', () => {
  for (const { name, skills } of TRADES) assert.equal(new Set(skills.map(([, label]) => label)).size, skills.length, name)
})
