import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { RevealingCheckbox } from './revealing-checkbox.tsx'

test('a box ticked before is ticked again, and what it asks stands beside it without script', () => {
  const form = { values: { criteria: ['RSA', 'TH'] }, errors: [] }
  const html = renderToString(
    <RevealingCheckbox form={form} name="criteria" value="TH" label="Travailleur handicapé" hint="Décision de la MDPH">
      <p>Fin de validité</p>
    </RevealingCheckbox>,
  )
  assert.match(html, /checked/)
  assert.match(html, /id="criteria-TH"/)
  assert.match(html, /aria-describedby="criteria-TH-hint"/)
  assert.ok(html.indexOf('Travailleur') < html.indexOf('Fin de validité'))
  assert.doesNotMatch(html, /<script/)
})
