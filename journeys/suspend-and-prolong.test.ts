import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

journey(
  'a counsellor asks for a prolongation, a France Travail adviser grants it, and a suspension gives its days back on the timeline and the certificate',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Samia Arbousier/)
    // By the end of the right, the nearest first: each manner takes its own person.
    await page.goto(`${address}/contrats?tri=pass`)
    await look()
    await page
      .getByRole('rowheader')
      .getByRole('link')
      .nth(javaScript ? 0 : 1)
      .click()
    await page.getByRole('link', { name: 'Ouvrir la fiche de la personne' }).click()
    await look()
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await page.getByRole('link', { name: 'Ouvrir le PASS IAE' }).click()
    await look()
    const right = page.url()
    const lastDay = async () => {
      const [, told] = /Dernier jour(\d{1,2}(?:er)? \S+ \d{4})/.exec(await mainText(page)) ?? []
      assert.ok(told, 'the right tells its last day')
      return told
    }
    const first = await lastDay()

    await page.getByRole('link', { name: 'Prolonger' }).click()
    await look()
    await page.getByRole('link', { name: /^Difficultés particulièrement importantes/ }).click()
    await look()
    await page.getByRole('radio', { name: 'Elle l’emploie' }).check()
    await typeDate(page, 'Dernier jour demandé', TODAY.add({ months: 8 }))
    await page.getByLabel('Prescripteur habilité qui décide').selectOption({ label: 'France Travail – Aude – Agence de Carcassonne' })
    await page.getByLabel('Pourquoi cette prolongation').fill('Un projet de formation commence au printemps.')
    await page.getByRole('button', { name: 'Envoyer la demande' }).click()
    await look()
    assert.match(await mainText(page), /Demande de prolongation envoyée/)

    await enterAs(/Hugo Genévrier/)
    await page.goto(`${address}/prolongations`)
    await look()
    await page
      .getByRole('link', { name: new RegExp(name, 'i') })
      .first()
      .click()
    await look()
    await page.getByRole('radio', { name: 'Accorder la prolongation' }).check()
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await look()
    assert.match(await mainText(page), /Prolongation accordée/)

    await enterAs(/Samia Arbousier/)
    await page.goto(right)
    await look()
    const prolonged = await lastDay()
    assert.notEqual(prolonged, first)

    await page.getByRole('link', { name: 'Suspendre' }).click()
    await look()
    await page.getByRole('button', { name: 'Suspendre le PASS IAE' }).click()
    await look()
    assert.match(await mainText(page), /Choisissez le motif de la suspension/)
    await page.getByRole('radio', { name: /suspendu depuis plus de 15 jours/ }).check()
    await typeDate(page, 'Premier jour de la suspension', TODAY)
    await typeDate(page, 'Dernier jour de la suspension', TODAY.add({ days: 29 }))
    await page.getByRole('button', { name: 'Suspendre le PASS IAE' }).click()
    await look()
    const suspended = await lastDay()
    assert.notEqual(suspended, prolonged, 'each day of suspension moves the last one')
    assert.match(await mainText(page), /Suspension.*30 jours|30 jours.*Suspension/i)

    await page.getByRole('link', { name: 'Version à imprimer' }).click()
    await look()
    assert.match(await mainText(page), new RegExp(`SPÉCIMEN.*${suspended}`))
    const href = await page.getByRole('link', { name: 'Télécharger en PDF' }).getAttribute('href')
    const file = await page.request.get(`${address}${href}`)
    assert.equal(file.headers()['content-type'], 'application/pdf')
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-')
  },
)
