import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseGlossary } from '../packages/server/src/platform/documents/glossary.ts'
import { readSourceFiles } from './architecture/read-source-files.ts'
import { sliceOrder } from './architecture/slice-order.ts'
import { checkGlossary } from './glossary/check-glossary.ts'
import { forbiddenNames } from './glossary/forbidden-names.ts'
import { namesInCode } from './glossary/names-in-code.ts'

const entries = parseGlossary(readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8'))
const files = readSourceFiles()

test('the glossary and the program use the same words (docs/glossary.md)', () => {
  assert.ok(entries.length > 150)
  const faults = checkGlossary(entries, files, sliceOrder(files))
  assert.ok(faults.length === 0, `\n${faults.join('\n')}`)
})

test('no exported name, table or column is a false friend', () => {
  const faults = forbiddenNames(namesInCode(files))
  assert.ok(faults.length === 0, `\n${faults.join('\n')}`)
})

test('every acronym of the screens is in the glossary', () => {
  const known = new Set(entries.map((entry) => entry.acronym))
  const shown =
    'SIAE ACI EI AI ETTI EITI CDDI CDDU PMSMP CIP DDETS DREETS ASP FT ML PLIE CCAS CHRS SPIP PJJ RQTH AAH RSA ASS QPV ZRR FRR EPCI ETP CAOM CDIAE CDE CTA FSE+ NIR GEIQ DELD DETLD'
  assert.deepEqual(
    shown.split(' ').filter((acronym) => !known.has(acronym)),
    [],
  )
  assert.ok(known.has('CDI inclusion'))
})
