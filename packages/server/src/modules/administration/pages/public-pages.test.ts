import assert from 'node:assert/strict'
import { lawOf } from '@maillage/kernel'
import { pino } from 'pino'
import { makeServer } from '../../../app.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'

const PAGES: readonly (readonly [path: string, title: RegExp])[] = [
  ['/glossaire', /Les structures et leurs équipes/],
  ['/glossaire?theme=tout', /structure d’insertion par l’activité économique \(SIAE\)/],
  ['/accessibilite', /Aucun audit complet/],
  ['/mentions-legales', /Maillage n’est pas un service de l’État/],
  ['/vie-privee', /Combien de temps/],
  ['/droit', /Durée du PASS IAE 730 jours 28\/02\/2024/],
  ['/droit/pass-iae/length', /Ses valeurs/],
]

for (const [path, sentence] of PAGES) {
  databaseTest(`a visitor reads ${path}, in at most six statements`, async (world) => {
    const browser = await openBrowser(world)
    const before = world.statements.length
    const answer = await browser.get(path)
    assert.ok(world.statements.length - before <= 6)
    assert.equal(answer.status, 200)
    assert.match(answer.text, sentence)
  })
}

databaseTest('a word is searched in the glossary, and none found says what to do', async (world) => {
  const browser = await openBrowser(world)
  assert.match((await browser.get('/glossaire?q=CIP')).text, /conseiller en insertion professionnelle \(CIP\)/)
  assert.match((await browser.get('/glossaire?q=zzzz')).text, /Aucun mot ne correspond/)
})

databaseTest('a rule is found by a word or an article, with its dates, its source and how sure it is', async (world) => {
  const browser = await openBrowser(world)
  assert.match((await browser.get('/droit?q=duree+pass')).body, /href="\/droit\/pass-iae\/length"/)
  const { text } = await browser.get('/droit/pass-iae/length')
  assert.match(text, /Depuis le 28\/02\/2024 Aujourd’hui 730 jours/)
  assert.match(text, /Du 08\/11\/2019 au 27\/02\/2024 24 mois/)
  assert.match(text, /lu dans le code public de l’État/)
  assert.match((await browser.get('/droit?q=R5132-1-4')).text, /Carence IAE/)
  assert.match((await browser.get('/droit?q=zzzz')).text, /Aucune règle ne correspond/)
  for (const unknown of ['/droit/pass-iae/zzzz', '/droit/pass-iae', '/droit/%00/x'])
    assert.equal((await browser.get(unknown)).status, 404, unknown)
})

databaseTest('the page of the law works when no figure is known', async (world) => {
  const server = await makeServer({ ...world.runtime, law: lawOf('none', []) }, pino({ level: 'silent' }), { requestsPerMinute: 1000 })
  const answer = await server.inject('/droit')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /Aucune règle chargée/)
})

databaseTest('a real service does not say that it is a demonstration', async (world) => {
  const browser = await openBrowser(world)
  assert.doesNotMatch((await browser.get('/vie-privee')).text, /démonstration/)
})
