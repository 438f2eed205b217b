import assert from 'node:assert/strict'
import { chooseCommune } from './choose-commune.ts'
import { journey } from './journey.ts'

journey(
  'the director of a chantier opens a place of work and finds it on the public card',
  async ({ page, address, javaScript, enterAs, look }) => {
    // Both manners walk on the same demonstration: each opens its own place.
    const name = javaScript ? 'Chantier de la Cité' : 'Chantier du Canal'
    await enterAs(/Claire Tamaris/)
    await look()
    await page.goto(`${address}/structures?q=au+fil+de+l%27aude`)
    await look()
    await page.getByRole('rowheader').getByRole('link').first().click()
    await look()
    await page.getByRole('link', { name: 'Ajouter un site' }).click()
    await look()
    await page.getByRole('button', { name: 'Ajouter le site' }).click()
    await look()
    assert.equal(await page.getByRole('alert').getByRole('link').first().textContent(), 'Saisissez le nom du site')
    await page.getByLabel('Nom du site').fill(name)
    await chooseCommune(page, 'Commune du site', 'Carcassonne', javaScript)
    await look()
    await page.getByRole('button', { name: 'Ajouter le site' }).click()
    await look()
    assert.match((await page.getByRole('main').textContent()) ?? '', new RegExp(`Site ajouté[^]*${name}`))
  },
)
