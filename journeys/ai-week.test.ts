import assert from 'node:assert/strict'
import { chooseCommune } from './choose-commune.ts'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

/** The Monday and the Friday of the week before. */
const [MONDAY, FRIDAY] = [TODAY.subtract({ days: 8 }), TODAY.subtract({ days: 4 })]

journey(
  'the coordinator of an association intermédiaire answers a new client: a request, who is free, a mission, its statement signed, and the counter of hours in companies',
  async ({ page, address, javaScript, enterAs, look }) => {
    const client = javaScript ? 'Menuiserie du Lauquet' : 'Imprimerie de la Cité'
    await enterAs(/Inès Lavande/)
    await look()
    await page.goto(`${address}/clients`)
    await look()
    await page.getByRole('link', { name: 'Ajouter un client' }).click()
    await look()
    await page.getByRole('button', { name: 'Ajouter le client' }).click()
    await look()
    assert.equal(await page.getByRole('alert').count(), 1, 'what is missing is said first')
    await page.getByRole('radio', { name: 'Entreprise' }).check()
    await page.getByLabel('Nom', { exact: true }).fill(client)
    await chooseCommune(page, 'Commune', 'Carcassonne', javaScript)
    await page.getByLabel(/^Sécurité et équipements/).fill('Chaussures de sécurité.')
    await page.getByRole('button', { name: 'Ajouter le client' }).click()
    await look()

    await page.getByRole('link', { name: 'Enregistrer une demande' }).click()
    await look()
    await page.getByLabel('Travail demandé').fill('Manutention')
    await chooseCommune(page, 'Commune du travail', 'Carcassonne', javaScript)
    await typeDate(page, 'Premier jour', MONDAY)
    await typeDate(page, 'Dernier jour (facultatif)', FRIDAY)
    await page.getByLabel(/^Heures par semaine/).fill('20')
    await page.getByLabel('Nombre de personnes').fill('1')
    await page.getByRole('button', { name: 'Enregistrer la demande' }).click()
    await look()
    assert.match(await mainText(page), /Chaussures de sécurité/)

    await page.getByRole('link', { name: 'Voir qui est libre' }).click()
    await look()
    await page
      .getByRole('main')
      .locator('summary')
      .filter({ hasText: /^Ne conviennent pas/ })
      .click()
    await look()
    // The last names of the alphabet: nobody types their month in another journey.
    const chosen = page.getByRole('link', { name: /^Affecter \S+ VAUTOUR$/ }).nth(javaScript ? 0 : 1)
    const name = ((await chosen.textContent()) ?? '').replace('Affecter', '').trim()
    await chosen.click()
    await look()
    await page.getByRole('button', { name: 'Enregistrer la mission' }).click()
    await look()
    const mission = await mainText(page)
    assert.match(mission, new RegExp(name))
    assert.match(mission, /À signer/)
    assert.match(mission, /Manquant/)

    await page.getByRole('link', { name: 'Dates des contrats' }).click()
    await look()
    await typeDate(page, 'Contrat de mise à disposition signé avec le client le (facultatif)', MONDAY)
    await page.getByRole('button', { name: /^Enregistrer/ }).click()
    await look()
    assert.match(await mainText(page), /Signé le 9/)

    await page.goto(`${address}/releves`)
    await look()
    const missing = page.getByRole('row').filter({ hasText: name }).filter({ hasText: client })
    assert.match((await missing.textContent()) ?? '', /Manquant/)
    await missing.getByRole('link', { name }).click()
    await look()
    await page.getByLabel(/^Heures.*9.novembre/).fill('vingt')
    await page.getByRole('button', { name: 'Enregistrer le relevé' }).click()
    await look()
    assert.equal(await page.getByLabel(/^Heures.*9.novembre/).inputValue(), 'vingt', 'what was typed is kept')
    for (const day of [9, 10, 12, 13]) await page.getByLabel(new RegExp(`^Heures.*\\s${day}.novembre`)).fill('5')
    await typeDate(page, 'Signé par le client le (facultatif)', FRIDAY)
    await page.getByRole('button', { name: 'Enregistrer le relevé' }).click()
    await look()
    await page.getByRole('button', { name: /^Valider ces 20,00/ }).click()
    await look()
    assert.match(await mainText(page), /20,00.h validées/)

    await page.goto(`${address}/releves/mois`)
    await look()
    const month = page.getByRole('row').filter({ hasText: name }).filter({ hasText: client })
    assert.match((await month.textContent()) ?? '', /20,00.h/)
    await page.goto(`${address}/missions/compteurs`)
    await look()
    await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name }).click()
    await look()
    const counter = await mainText(page)
    assert.match(counter, /480/)
    assert.match(counter, /20,00.h/)
  },
)
