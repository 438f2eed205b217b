import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breachSentence } from './architecture/breach.ts'
import { checkArchitecture } from './architecture/check-architecture.ts'
import { readSourceFiles } from './architecture/read-source-files.ts'

test('imports go down, files have names, and one clock is read (docs/architecture.md)', () => {
  const files = readSourceFiles()
  assert.ok(files.length > 30, 'the files of the program were read')
  const breaches = checkArchitecture(files).map(breachSentence)
  assert.ok(breaches.length === 0, `\n${breaches.join('\n')}`)
})
