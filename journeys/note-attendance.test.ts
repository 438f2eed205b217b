import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a technical supervisor notes who is there, says who is late and by how much, and prints the sheet of the week',
  async ({ page, javaScript, enterAs, look }) => {
    await enterAs(/Yanis Chardon/)
    await look()
    await page.getByRole('main').getByRole('link', { name: 'Équipe du jour' }).click()
    await look()
    // Each walk on a site of its own: what the other notes is not read.
    await page.getByLabel('Site').selectOption({ index: javaScript ? 0 : 1 })
    await page.getByRole('button', { name: 'Afficher' }).click()
    const { total } = /(?<total>\d+) personnes? : 0 présente, 0 en retard, 0 absente/.exec(await mainText(page))?.groups ?? {}
    assert.ok(total, 'nobody is noted yet')

    const line = page.getByRole('list', { name: 'Équipe' }).getByRole('listitem').first()
    await line.getByRole('button', { name: 'Retard' }).click()
    await look()
    assert.match(page.url(), /#personne-/, 'back to the line')
    await line.getByRole('button', { name: '20 min' }).click()
    assert.equal(await line.getByRole('button', { name: '20 min' }).getAttribute('aria-pressed'), 'true')
    await page.getByRole('button', { name: 'Tout le monde est présent' }).click()
    await look()
    assert.match(await mainText(page), new RegExp(`${Number(total) - 1} présentes?, 1 en retard, 0 absente`))
    const last = page.getByRole('list', { name: 'Équipe' }).getByRole('listitem').last()
    await last.getByRole('button', { name: 'Absence' }).click()
    assert.match(await mainText(page), /1 en retard, 1 absente/)

    await page.getByRole('link', { name: 'Présences du mois' }).click()
    await look()
    assert.match(await mainText(page), /R20/)
    await page.goBack()
    await page.getByRole('link', { name: 'Feuille de la semaine' }).click()
    await look()
    assert.match(await mainText(page), /Chaque personne signe chaque jour/)
  },
  { phone: true },
)
