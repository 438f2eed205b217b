import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Checkboxes } from './checkboxes.tsx'
import { CommuneField } from './commune-field.tsx'
import { DateField } from './date-field.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { emptyForm, type FormState } from './form-state.ts'
import { PasswordField } from './password-field.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const CHOICES = [
  { value: 'a', label: 'Premier' },
  { value: 'b', label: 'Second', hint: 'Pourquoi pas' },
]
const hostile = '"><script>alert(1)</script>'

/** Every id that a label, an error link or a description points to exists once. */
function assertWired(html: string) {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  assert.equal(new Set(ids).size, ids.length, `each id once: ${ids.join(' ')}`)
  for (const [, targets = ''] of html.matchAll(/ (?:for|href|aria-describedby|aria-controls)="#?([^"/]+)"/g))
    for (const target of targets.split(' ')) assert.ok(ids.includes(target), `#${target} exists`)
}

test('a form posts with its proof and its request id, lets our own messages speak, and Enter sends it whole', () => {
  const html = renderToString(
    <Form action="/sorties" csrf="proof" requestId="r-1" state={emptyForm}>
      <button type="submit" name="_search" value="home">
        Chercher
      </button>
    </Form>,
  )
  assert.match(html, /<form [^>]*action="\/sorties" method="post" novalidate/)
  assert.match(html, /name="_csrf" value="proof"/)
  assert.match(html, /name="request_id" value="r-1"/)
  assert.doesNotMatch(html, /role="alert"/)
  const [firstButton] = html.match(/<button [^>]*>/) ?? []
  assert.doesNotMatch(firstButton ?? '', /name=/, 'the button that Enter presses has no name')
})

test('a form with a file sends it as a browser does, after its proofs', () => {
  const html = renderToString(
    <Form action="/imports" csrf="proof" requestId="r-1" state={emptyForm} withFile>
      <FileField form={emptyForm} name="file" label="Fichier" accept=".xlsx" />
    </Form>,
  )
  assert.match(html, /<form [^>]*enctype="multipart\/form-data"/)
  assert.match(html, /<input [^>]*type="file" accept=".xlsx"/)
  assert.ok(html.indexOf('name="_csrf"') < html.indexOf('type="file"'))
  assertWired(html)
})

test('every error leads to a control that exists, whatever its kind', () => {
  const names = ['file', 'text', 'secret', 'area', 'select', 'radio', 'boxes', 'date', 'date-month', 'home']
  const state: FormState = { values: {}, errors: [...names.map((field) => ({ field, text: `Erreur de ${field}` })), { text: 'Refusé' }] }
  const common = { form: state, hint: 'Aide' }
  const html = renderToString(
    <Form action="/x" csrf={null} state={state}>
      <FileField {...common} name="file" label="Fichier" accept=".csv" />
      <TextField {...common} name="text" label="Texte" />
      <PasswordField {...common} name="secret" label="Secret" autocomplete="current-password" />
      <TextArea {...common} name="area" label="Long" limit={500} />
      <Select {...common} name="select" label="Liste" options={CHOICES} />
      <Radios {...common} name="radio" label="Un seul" choices={CHOICES} />
      <Checkboxes {...common} name="boxes" label="Plusieurs" choices={CHOICES} />
      <DateField {...common} name="date" label="Date" />
      <CommuneField {...common} name="home" label="Commune" />
    </Form>,
  )
  assertWired(html)
  for (const name of names) assert.match(html, new RegExp(`href="#${name}"`))
  assert.match(html, /<li>Refusé<\/li>/)
  assert.match(html, /role="alert"/)
  assert.ok(html.indexOf('Il y a un problème') < html.indexOf('<label'), 'the errors come first')
})

test('errors are told in the order of their controls, whatever the order in which they were found, and the reader begins there', () => {
  const found = [{ text: 'Refusé' }, ...['end', 'area', 'first-month', 'home'].map((field) => ({ field, text: `Erreur de ${field}` }))]
  const state: FormState = { values: {}, errors: found }
  const html = renderToString(
    <Form action="/x" csrf={null} state={state}>
      <CommuneField form={state} name="home" label="Commune" />
      <DateField form={state} name="first" label="Début" />
      <TextArea form={state} name="area" label="Long" />
      <DateField form={state} name="end" label="Fin" />
    </Form>,
  )
  const summary = html.slice(html.indexOf('role="alert"'), html.indexOf('</ul>'))
  assert.deepEqual(
    [...summary.matchAll(/<li>(?:<a href="#[^"]+">)?([^<]+)/g)].map((match) => match[1]),
    ['Erreur de home', 'Erreur de first-month', 'Erreur de area', 'Erreur de end', 'Refusé'],
  )
  assert.match(html, /role="alert"[^>]* autofocus/)
})

test('the communes found are radios under the error, and the box keeps what was typed', () => {
  const form: FormState = { values: { 'home-text': 'saint' }, errors: [{ field: 'home', text: 'Choisissez une commune' }] }
  const matches = [
    { code: '11353', label: 'Saint-Martin (Aude)' },
    { code: '97413', label: 'Saint-Leu (La Réunion)' },
  ]
  const html = renderToString(<CommuneField form={form} name="home" label="Commune" matches={matches} />)
  assertWired(html)
  assert.match(html, /name="home-for" value="saint"/)
  assert.match(html, /id="home" name="home" type="radio" value="11353"/)
  assert.doesNotMatch(html, /checked/, 'nobody chooses for the reader')
  assert.match(renderToString(<CommuneField form={form} name="home" label="Commune" matches={[]} />), /Aucune commune ne correspond/)
})

test('an error of one box of a date marks that box only, and is told with the group', () => {
  const form: FormState = { values: { 'end-day': '31' }, errors: [{ field: 'end-day', text: 'Pas de 31' }] }
  const html = renderToString(<DateField form={form} name="end" label="Fin" />)
  assert.equal(html.match(/aria-invalid="true"/g)?.length, 1)
  assert.match(html, /<fieldset [^>]*aria-describedby="end-error"/)
  assert.match(html, /id="end-day"[^>]*value="31"/)
})

test('what was typed comes back as typed, escaped, except a password', () => {
  const form: FormState = { values: { t: hostile, a: hostile, p: 'secret', s: 'b', c: ['a', 'b'] }, errors: [] }
  const html = renderToString(
    <>
      <TextField form={form} name="t" label="Texte" />
      <TextArea form={form} name="a" label="Long" />
      <PasswordField form={form} name="p" label="Secret" autocomplete="current-password" />
      <Select form={form} name="s" label="Liste" options={CHOICES} />
      <Checkboxes form={form} name="c" label="Plusieurs" choices={CHOICES} />
    </>,
  )
  assert.doesNotMatch(html, /<script>alert/)
  assert.equal(html.match(/&quot;><?|&quot;&gt;&lt;script|&quot;>&lt;script/g)?.length, 2)
  assert.doesNotMatch(html, /value="secret"/)
  assert.match(html, /<option [^>]*value="b"[^>]*selected|<option selected value="b"/)
  assert.equal(html.match(/type="checkbox"[^>]*checked/g)?.length, 2)
})

test('lines that follow one another under a title are gathered; the others stand alone', () => {
  const options = [
    { value: 'a', label: 'Seul' },
    { value: 'b', label: 'CDI', group: 'Emploi durable' },
    { value: 'c', label: 'Création', group: 'Emploi durable' },
    { value: 'd', label: 'Décès', group: 'Autre' },
  ]
  const html = renderToString(<Select form={{ values: { why: 'c' }, errors: [] }} name="why" label="Motif" options={options} />)
  assert.deepEqual(
    [...html.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/g)].map(([, title, lines = '']) => [
      title,
      lines.split('<option').length - 1,
    ]),
    [
      ['Emploi durable', 2],
      ['Autre', 1],
    ],
  )
  assert.match(html, /<option value="c" selected>Création/)
  assert.ok(html.indexOf('Seul') < html.indexOf('<optgroup'))
})
