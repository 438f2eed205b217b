import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'
import { TODAY } from './site.ts'

/** The month of today: nobody types it in the other journeys. */
const MONTH = TODAY.toString().slice(0, 7)

journey(
  'a director imports a badly kept follow-up, corrects a line, leaves one aside, confirms, sees the month filled, and takes it back',
  async ({ page, address, enterAs, look }) => {
    await enterAs(/Claire Tamaris/)
    await page.goto(`${address}/heures`)
    await page
      .getByRole('table')
      .getByRole('link', { name: /novembre 2026/i })
      .first()
      .click()
    const month = page.url()
    assert.match(month, new RegExp(`/${MONTH}$`))
    const typed = async () => {
      await page.goto(month)
      const boxes = page.getByLabel(/^Heures payées/)
      const values: string[] = []
      for (let at = 0; at < (await boxes.count()); at++) values.push(await boxes.nth(at).inputValue())
      return values.filter((value) => value !== '')
    }
    assert.deepEqual(await typed(), [])

    await page.getByRole('link', { name: /Suivi mensuel/ }).click()
    await look()
    const link = page.getByRole('link', { name: 'téléchargez un suivi de ce mois' })
    const example = await page.request.get(`${address}${await link.getAttribute('href')}`)
    assert.equal(example.status(), 200)
    await page.getByLabel('Fichier').setInputFiles({
      name: 'suivi du chantier.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await example.body(),
    })
    await page.getByRole('button', { name: 'Lire le fichier' }).click()
    await look()
    assert.match(await mainText(page), /Dites si les heures du contrat sont comptées/)
    // A browser never gives a file again by itself.
    await page.getByLabel('Fichier').setInputFiles({
      name: 'suivi du chantier.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await example.body(),
    })
    await page.getByRole('radio', { name: 'Par semaine' }).check()
    await page.getByRole('button', { name: 'Lire le fichier' }).click()
    await look()
    assert.match(await mainText(page), /7 lignes comprises, 2 lignes refusées/)

    const lineSaying = (words: RegExp) =>
      page
        .getByRole('row')
        .filter({ hasText: words })
        .getByRole('link', { name: /^Ligne/ })
    await lineSaying(/cent quatre/).click()
    await look()
    await page.getByLabel('Heures payées').fill('104')
    await page.getByRole('button', { name: 'Corriger la ligne' }).click()
    await look()
    assert.match(await mainText(page), /8 lignes comprises, 1 ligne refusée/)
    await lineSaying(/Z\.Z\./).click()
    await look()
    await page.getByRole('button', { name: 'Laisser la ligne de côté' }).click()
    await look()
    await page.getByRole('link', { name: 'Confirmer l’import' }).click()
    await look()
    await page.getByRole('button', { name: 'Enregistrer ces faits' }).click()
    await look()
    assert.match(await mainText(page), /8 lignes enregistrées/)
    const run = page.url()

    assert.deepEqual((await typed()).toSorted(), ['101', '104', '104', '108', '110,5', '112,67', '96,25', '98,5'])
    await look()

    await page.goto(run)
    await page.getByRole('link', { name: 'Annuler cet import' }).click()
    await look()
    await page.getByRole('button', { name: 'Annuler l’import' }).click()
    await look()
    assert.match(await mainText(page), /Le contenu de ce fichier est effacé/)
    assert.deepEqual(await typed(), [])
  },
)
