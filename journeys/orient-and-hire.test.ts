import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { journey } from './journey.ts'
import { typeDate } from './screen.ts'
import { TODAY } from './site.ts'

/** Everything a person must fill, tick or choose in a form; the button that sends it is not one. */
const controls = (form: Locator) =>
  form.locator('input:not([type=hidden]):not([type=submit]):not([tabindex="-1"]), select, textarea').filter({ visible: true })

journey('a prescriber orients a person, the chantier hires, and the right begins', async ({ page, address, javaScript, enterAs, look }) => {
  const family = javaScript ? 'Fontaine' : 'Rivière'
  await enterAs(/Nadia Romarin/)
  await page.goto(`${address}/structures?q=au+fil+de+l%27aude`)
  await page.getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Orienter vers cette structure' }).click()
  await look()
  assert.ok((await controls(page.getByRole('main')).count()) <= 12, 'an orientation asks for at most twelve controls')
  await page.getByLabel('Nom de naissance').fill(family)
  await page.getByLabel('Prénom', { exact: true }).fill('Malika')
  await typeDate(page, 'Date de naissance', Temporal.PlainDate.from('1998-03-27'))
  await page.getByLabel('Message à la structure').fill('Souhaite travailler dehors, disponible tout de suite.')
  await page.getByRole('checkbox', { name: /diagnostic/ }).check()
  await typeDate(page, 'Date du diagnostic', TODAY)
  await page.getByRole('button', { name: 'Envoyer la candidature' }).click()
  await look()
  assert.match((await page.getByRole('main').textContent()) ?? '', /réponse/i)

  await enterAs(/Samia Arbousier/)
  await page.goto(`${address}/candidatures`)
  await look()
  await page.getByRole('link', { name: new RegExp(family, 'i') }).click()
  await look()
  await page.getByRole('link', { name: 'Accepter et déclarer l’embauche' }).click()
  await look()
  assert.match((await page.getByRole('main').textContent()) ?? '', /Éligible/)
  await typeDate(page, 'Premier jour de travail', TODAY)
  await page.getByLabel('Type de contrat').selectOption({ label: 'CDD d’insertion (CDDI)' })
  await typeDate(page, 'Dernier jour du contrat', TODAY.add({ months: 6 }))
  await page.getByLabel('Heures par semaine').fill('26')
  await page.getByRole('button', { name: 'Déclarer l’embauche' }).click()
  await look()
  assert.match((await page.getByRole('main').textContent()) ?? '', /Embauche (déclarée|enregistrée)/)
  await page.goto(`${address}/personnes?q=${encodeURIComponent(family)}`)
  await look()
  await page.getByRole('link', { name: new RegExp(family, 'i') }).click()
  await look()
  const file = (await page.getByRole('main').textContent()) ?? ''
  assert.match(file, /PASS IAE/)
  assert.match(file, /730/)
})
