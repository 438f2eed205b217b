import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { criterionLabel } from './criteria.ts'
import { betraysThePerson, PRESCRIBERS, type PrescriberKind } from './prescriber-kind.ts'
import { seenFromOutside } from './seen-from-outside.ts'
import { eligibilityMissingSentence, outsideSentence } from './wording.fr.ts'

const on = day('2026-06-15')

test('an outside reader sees how many criteria, never which', () => {
  const seen = seenFromOutside(law, { author: { role: 'prescriber', kind: 'SPIP' }, criteria: ['RSA', 'DETENTION_MJ', 'TH', 'TH'], on })
  assert.deepEqual(seen, { author: 'prescriber', prescriber: null, level1: 1, level2: 2 })
  assert.equal(outsideSentence(seen), 'Diagnostic d’un prescripteur habilité : 1\u00a0critère de niveau 1, 2\u00a0critères de niveau 2.')
})

test('the eight kinds that the State masks are masked, and the CHRS too', () => {
  const masked: PrescriberKind[] = ['ASE', 'CAARUD', 'CIDFF', 'CSAPA', 'PENSION', 'PJJ', 'PREVENTION', 'SPIP', 'CHRS']
  for (const kind of masked) assert.equal(betraysThePerson(kind), true, PRESCRIBERS[kind].label)
  const shown: PrescriberKind[] = ['FT', 'ML', 'CCAS', 'DEPT', 'PLIE']
  for (const kind of shown) assert.equal(betraysThePerson(kind), false, PRESCRIBERS[kind].label)
})

test('the rural zone changed its name on 1 July 2024', () => {
  assert.match(criterionLabel(law, 'ZRR', day('2024-06-30')), /revitalisation rurale \(ZRR\)$/)
  assert.match(criterionLabel(law, 'ZRR', day('2024-07-01')), /France ruralités/)
})

test('what is missing is named in French', () => {
  assert.equal(eligibilityMissingSentence('proof:RSA'), '« Bénéficiaire du RSA » : le justificatif et sa date.')
  assert.equal(eligibilityMissingSentence('diagnosis'), 'Le diagnostic socio-professionnel.')
})
