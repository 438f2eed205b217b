import assert from 'node:assert/strict'
import { test } from 'node:test'
import { source } from '@maillage/kernel'
import { renderToString } from 'preact-render-to-string'
import { Why } from './why.tsx'

test('a figure explains itself: steps in order, values, sources with how sure we are, and who disagrees', () => {
  const html = renderToString(
    <Why
      rule="ETP réalisés"
      steps={[
        { sentence: 'Heures payées', value: '1 820 h', source: source('CT R5132-37', 'code', 'Aide au poste', '1 607 h selon la notice') },
        { sentence: 'Usage', source: source('Réseau', 'field') },
      ]}
    />,
  )
  assert.match(html, /<summary[^>]*>Pourquoi ce chiffre\u202f\?<\/summary>/)
  assert.ok(html.indexOf('Heures payées') < html.indexOf('Usage'))
  assert.match(html, /lu dans le code public de l’État/)
  assert.match(html, /usage du secteur, à vérifier/)
  assert.match(html, /Une autre source dit\u00a0: 1 607 h selon la notice/)
})

test('a step withheld says so and lets nothing of it reach the page', () => {
  const html = renderToString(
    <Why
      rule="Éligibilité"
      steps={[{ sentence: 'Sortant de détention', value: 'oui', source: source('secret', 'text'), withheld: true }]}
    />,
  )
  assert.match(html, /Élément non communiqué à votre profil/)
  assert.doesNotMatch(html, /détention|oui|secret/)
})
