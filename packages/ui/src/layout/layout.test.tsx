import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '../render-page.tsx'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'

const hats = [
  { id: 'h1', label: 'Directrice', detail: 'Régie du Minervois', current: true },
  { id: 'h2', label: 'Membre', detail: 'Comité départemental', current: false },
]
const shell: Shell = {
  assets: '/assets/v1',
  demonstration: true,
  account: { name: 'Nadia <b>Bensaïd</b>', hat: 'Directrice, Régie du Minervois' },
  hats,
  navigation: [
    { label: 'Accueil', href: '/', current: true },
    { label: 'Salariés', href: '/salaries', current: false },
  ],
  csrf: 'proof',
  notice: { kind: 'success', title: 'Enregistré' },
  errorCount: 0,
}
const page = (changes: Partial<Shell> = {}) =>
  renderPage(
    <Layout shell={{ ...shell, ...changes }} title="Mes salariés" breadcrumb={[{ label: 'Accueil', href: '/' }, { label: 'Salariés' }]}>
      <h1>Mes salariés</h1>
    </Layout>,
  )

test('a page is a French document with a way to its content and one main part', () => {
  const html = page()
  assert.ok(html.startsWith('<!doctype html>\n<html lang="fr">'))
  assert.match(html, /<title>Mes salariés – Maillage<\/title>/)
  assert.match(html, /href="#contenu"[^>]*>Aller au contenu/)
  assert.equal(html.match(/<main [^>]*id="contenu"/g)?.length, 1)
  assert.match(html, /aria-current="page">Salariés<\/span>/)
})

test('the title of a page with errors says so first', () => {
  assert.match(page({ errorCount: 2 }), /<title>Erreur\u00a0: Mes salariés – Maillage<\/title>/)
})

test('a page carries no inline style, no inline script, and escapes names', () => {
  const html = page()
  assert.doesNotMatch(html, / style=| on[a-z]+=|<style|<script(?! type="module" src="\/assets\/)/)
  assert.match(html, /Nadia &lt;b>Bensaïd|Nadia &lt;b&gt;Bensaïd/)
})

test('changing hat and signing out are posted with the proof', () => {
  const html = page()
  assert.match(html, /action="\/chapeau" method="post"><input type="hidden" name="_csrf" value="proof"/)
  assert.match(html, /name="hat" value="h2"/)
  assert.match(html, /action="\/deconnexion" method="post"><input type="hidden" name="_csrf" value="proof"/)
})

test('a single hat is said without a switch, and nobody signed in is offered to', () => {
  assert.doesNotMatch(page({ hats: hats.slice(0, 1) }), /\/chapeau/)
  const anonymous = page({ account: null, hats: [], navigation: [], csrf: null })
  assert.doesNotMatch(anonymous, /\/chapeau|\/deconnexion|Navigation principale/)
  assert.match(anonymous, /Se connecter/)
})

test('where no session was looked at, nobody is told to sign in', () => {
  assert.doesNotMatch(page({ account: 'unread', hats: [], navigation: [], csrf: null }), /Se connecter|\/deconnexion|\/chapeau/)
})

test('invented data say so on every page, real ones do not', () => {
  assert.match(page(), /Démonstration — données fictives/)
  assert.doesNotMatch(page({ demonstration: false }), /fictives/)
})

const entry = (label: string, secondary = false, current = false) => ({ label, href: `/${label.toLowerCase()}`, current, secondary })
const daily = ['Personnes', 'Candidatures', 'Contrats', 'Heures', 'Embauches', 'Sorties', 'Observatoire'].map((label) => entry(label))
const foldedIn = (navigation: Shell['navigation']) => /m-nav-more.*?<\/details>/s.exec(page({ navigation }))?.[0] ?? ''

test('a long navigation folds what is only consulted, never where the reader stands', () => {
  const folded = foldedIn([...daily, entry('Territoires', true), entry('Structures', true, true)])
  assert.match(folded, /Territoires/)
  assert.doesNotMatch(folded, /Structures|Heures/)
})

test('on a phone too, a long menu begins with the daily work and keeps the rest behind one more press', () => {
  const html = page({ navigation: [...daily, entry('Territoires', true), entry('Structures', true, true)] })
  const [menu = '', rest = ''] = /m-nav-folded.*<\/nav>/s.exec(html)?.[0].split('m-nav-rest') ?? []
  assert.match(menu, /Personnes.*Structures/s)
  assert.match(rest, /Territoires/)
  assert.doesNotMatch(rest, /Personnes|Structures/)
})

test('a short navigation folds nothing', () => {
  const navigation = [...daily, entry('Territoires', true)]
  assert.equal(foldedIn(navigation), '')
  assert.doesNotMatch(page({ navigation }), /m-nav-rest/)
})
