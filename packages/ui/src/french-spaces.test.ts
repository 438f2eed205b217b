import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frenchSpaces, frenchSpacesOfHtml } from './french-spaces.ts'

test('a space before a double sign may not end a line, nor the spaces inside guillemets', () => {
  assert.equal(
    frenchSpaces('Déjà fait ? Oui ! Donc : « rien » ; bien.'),
    'Déjà fait\u202f? Oui\u202f! Donc\u00a0: «\u00a0rien\u00a0»\u202f; bien.',
  )
})

test('what already has its space keeps it, and a whole one before a high sign becomes narrow', () => {
  const right = 'Date\u00a0: «\u00a0vue\u00a0»\u202f; bien'
  assert.equal(frenchSpaces(right), right)
  assert.equal(frenchSpaces('Vu\u00a0; bien\u202f: «\u202foui\u202f»'), 'Vu\u202f; bien\u00a0: «\u00a0oui\u00a0»')
})

test('nothing is added where nobody wrote a space, and nothing else moves', () => {
  for (const text of ['https://exemple.test/?q=a;b', '14:30', 'mot;', 'a :b', 'R&amp;D']) assert.equal(frenchSpaces(text), text)
})

test('in a page, only texts change: attributes, typed text and scripts stay as they are', () => {
  const kept = '<input value="a > b ? c" aria-label="Quoi ?"><textarea>Tapé ?</textarea><code>a ? b : c</code><script>a ? b : c</script>'
  assert.equal(frenchSpacesOfHtml(kept), kept)
  assert.equal(
    frenchSpacesOfHtml('<p title="x ?">Quoi ? <b>Nom</b> : «&nbsp;x »</p>'),
    '<p title="x ?">Quoi\u202f? <b>Nom</b>\u00a0: «&nbsp;x\u00a0»</p>',
  )
})
