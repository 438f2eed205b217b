import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownUnit } from './shown-unit.ts'

test('cents are shown in euros and hundredths in units; the rest as it is', () => {
  for (const [unit, label, divisor] of [
    ['centimes', 'euros', 100],
    ['centimes par ETP et par an', 'euros par ETP et par an', 100],
    ['centièmes d’heure', 'heure', 100],
    ['centièmes de pour cent du socle', 'pour cent du socle', 100],
    ['mois', 'mois', 1],
    ['centimes par mois ; mois', 'centimes par mois ; mois', 1],
  ] as const) {
    const shown = shownUnit(unit)
    assert.deepEqual([shown.label, shown.divisor], [label, divisor], unit)
  }
})
