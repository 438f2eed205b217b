import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explained, step } from './explanation.ts'
import { source } from './sources.ts'

test('the reasons of a value are computed only when somebody asks', () => {
  let asked = 0
  const found = explained('pass-iae/last-day', 1, 20_000, () => {
    asked++
    return [step('issued', { first: 19_000 }, 20_000)]
  })
  assert.equal(found.value, 20_000)
  assert.equal(asked, 0)
  assert.deepEqual(found.because(), [{ code: 'issued', inputs: { first: 19_000 }, value: 20_000, sensitivity: 'ordinary' }])
  assert.equal(asked, 1)
})

test('a step is ordinary unless it says how personal it is', () => {
  const text = source('CT R5132-1-8', 'text', 'Prolongation')
  assert.equal(step('rqth', {}, true, { sensitivity: 'health', source: text }).sensitivity, 'health')
  assert.deepEqual(step('age', { years: 50 }, true, { source: text }).source, {
    article: 'CT R5132-1-8',
    confidence: 'text',
    title: 'Prolongation',
  })
  assert.ok(!('source' in step('age', {}, null)))
})

test('a source says what another source says, when they disagree', () => {
  assert.deepEqual(source('CT L5132-9', 'secondary', undefined, 'Deux versions'), {
    article: 'CT L5132-9',
    confidence: 'secondary',
    disagrees: 'Deux versions',
  })
})
