import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'
import { TODAY } from './site.ts'

journey(
  'the Département reads the aid that it pays with the State and exports the observatory, and finds nobody by name',
  async ({ page, address, enterAs, look }) => {
    // Somebody whom the chantier follows: the address is right, the reader is not.
    await enterAs(/Samia Arbousier/)
    await page.goto(`${address}/personnes`)
    const somebody = await page.getByRole('table').getByRole('link').filter({ hasNotText: /↕|▲|▼/ }).first().getAttribute('href')
    assert.match(somebody ?? '', /^\/personnes\//)

    await enterAs(/Leïla Lentisque/)
    await page.goto(`${address}/conventions?q=au+fil+de+l%27aude`)
    await look()
    await page.getByRole('link', { name: /^Au fil de l.Aude – rivières/ }).click()
    await look()
    assert.match(await mainText(page), /CofinancementDépartement : [\d\s]+,\d\d €/)
    assert.equal(await page.getByRole('link', { name: 'Enregistrer une annexe signée' }).count(), 0, 'a funder reads, the State signs')
    await page.getByRole('link', { name: 'Voir l’aide au poste estimée' }).click()
    await page.getByRole('link', { name: `Voir ${TODAY.year - 1}` }).click()
    await look()
    assert.match(await mainText(page), /de l’État et [\d\s]+,\d\d € du Département/)

    await page.goto(`${address}/observatoire/departement-11`)
    await look()
    const figure = page.locator('.m-figure').filter({ hasText: 'Pourquoi ce chiffre' }).nth(1)
    await figure.locator('summary').click()
    const [whole, opened] = [await page.locator('.m-figures').first().boundingBox(), await figure.boundingBox()]
    assert.equal(opened?.width, whole?.width, 'an explanation is read on the whole width')
    await look()
    const href = await page.getByRole('link', { name: 'Exporter en CSV' }).getAttribute('href')
    const file = await page.request.get(`${address}${href}`)
    assert.equal(file.status(), 200)
    const lines = (await file.text()).trim().split(/\r?\n/)
    assert.ok(lines.length > 10 && lines.every((line) => line.split(';').length > 3), 'a line a figure, ready for a spreadsheet')

    for (const closed of ['/personnes', somebody ?? '', '/candidatures', '/contrats', '/sorties']) {
      const answer = await page.goto(`${address}${closed}`)
      assert.equal(answer?.status(), 404, closed)
      assert.match(await mainText(page), /Page introuvable/)
    }
    await look()
  },
)

journey(
  'the Département follows its structures from a telephone',
  async ({ page, address, enterAs, look }) => {
    await enterAs(/Leïla Lentisque/)
    await look()
    await page.getByRole('link', { name: 'Conventions et annexes' }).first().click()
    await look()
    await page.goto(`${address}/heures`)
    await look()
    await page.goto(`${address}/observatoire/departement-11`)
    await look()
    const why = page.locator('details', { hasText: 'Pourquoi ce chiffre' }).first()
    await why.locator('summary').click()
    assert.ok(await why.getByText(/Règle suivie/).isVisible())
    await look()
  },
  { phone: true },
)
