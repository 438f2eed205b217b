import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { beginFromBase } from './prepared-base.ts'

test('a folder without a database begins from the one prepared; one that has its own, or nothing prepared, is left alone', () => {
  const here = mkdtempSync(join(tmpdir(), 'maillage-base-'))
  try {
    const [base, data] = [join(here, 'base'), join(here, 'not', 'yet')]
    beginFromBase(data, base)
    assert.equal(existsSync(data), false)
    mkdirSync(base)
    writeFileSync(join(base, 'PG_VERSION'), 'prepared')
    beginFromBase(data, base)
    assert.deepEqual(readdirSync(data), ['pg'])
    writeFileSync(join(data, 'pg', 'PG_VERSION'), 'mine')
    beginFromBase(data, base)
    assert.equal(readFileSync(join(data, 'pg', 'PG_VERSION'), 'utf8'), 'mine')
    assert.equal(readFileSync(join(base, 'PG_VERSION'), 'utf8'), 'prepared')
  } finally {
    rmSync(here, { recursive: true })
  }
})
