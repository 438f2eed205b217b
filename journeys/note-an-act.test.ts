import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a counsellor on the road notes a call: a few letters, a kind, a sentence',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Samia Arbousier/)
    await page.goto(`${address}/actes/ajouter`)
    await look()
    const someone = page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link')
      .nth(javaScript ? 0 : 1)
    const name = (await someone.textContent()) ?? ''
    await page.getByLabel('Nom, prénom ou date de naissance').fill(name.slice(0, 4))
    // The keyboard alone, from here on: the Enter key searches, then opens whom one reached.
    await page.keyboard.press('Enter')
    await page.waitForURL(/[?&]q=/)
    await look()
    await page.getByRole('main').getByRole('link', { name, exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Noter un acte d’accompagnement' }).waitFor()
    await look()
    await page.getByRole('radio', { name: 'Appel' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    const said = javaScript ? 'Confirme le rendez-vous de vendredi' : 'Cherche une place pour le permis'
    await page.keyboard.type(said)
    await page.getByRole('button', { name: 'Noter cet acte' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Actes d’accompagnement' }).waitFor()
    await look()
    const told = await mainText(page)
    assert.match(told, /Acte noté/)
    assert.ok(told.includes(said))
    await page.getByRole('link', { name: 'Noter un acte avec une autre personne' }).click()
    assert.match(await mainText(page), /avec qui/)
  },
  { phone: true },
)
