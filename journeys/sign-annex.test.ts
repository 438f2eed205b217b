import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

const JANUARY = TODAY.with({ month: 1, day: 1 })
const DECEMBER = TODAY.with({ month: 12, day: 31 })

journey(
  'an officer of the DDETS records an annex signed late, then an amendment, and reads what the posts and the aid become',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Paul Cyprès/)
    // Two structures have had no annex since January: each manner signs one.
    await page.goto(`${address}/conventions?etat=sans-annexe`)
    await look()
    await page.getByRole('table').getByRole('link').filter({ hasNotText: /↕|▲|▼/ }).nth(0).click()
    await look()
    const here = page.url()
    await page.getByRole('link', { name: 'Enregistrer une annexe signée' }).click()
    await look()
    await page.getByRole('button', { name: 'Enregistrer l’annexe' }).click()
    await look()
    assert.match(await mainText(page), /Saisissez le nombre de postes/)
    await page.getByRole('radio', { name: 'Aide de droit commun' }).check()
    await typeDate(page, 'Premier jour de l’annexe', JANUARY)
    await typeDate(page, 'Dernier jour de l’annexe', DECEMBER)
    await typeDate(page, 'Date de signature', TODAY.subtract({ days: 5 }))
    await page.getByLabel('Nombre de postes en équivalent temps plein').fill('12')
    await page.getByRole('button', { name: 'Enregistrer l’annexe' }).click()
    await look()
    const signed = await mainText(page)
    assert.match(signed, /Annexe enregistrée/)
    assert.match(signed, /ETP ouverts12,00 ETP/)

    await page.getByRole('link', { name: 'Changer les postes' }).first().click()
    await look()
    await typeDate(page, 'Date de signature de l’avenant', TODAY)
    await typeDate(page, 'Jour où il prend effet', TODAY.with({ month: 7, day: 1 }))
    await page.getByLabel('Nombre de postes à partir de ce jour').fill(javaScript ? '14' : '10')
    await page.getByRole('button', { name: 'Enregistrer l’avenant' }).click()
    await look()
    const why = page.locator('details', { hasText: 'Pourquoi ce chiffre' }).first()
    await why.locator('summary').click()
    // Six months of the one, six of the other.
    const between = javaScript ? '13,00' : '11,00'
    assert.match(await mainText(page), new RegExp(`ETP ouverts${between} ETP`))
    assert.match((await why.textContent()) ?? '', new RegExp(`${between} équivalents temps plein`))

    await page.goto(here)
    await page.getByRole('link', { name: 'Voir l’aide au poste estimée' }).click()
    await look()
    assert.match(await mainText(page), new RegExp(`ETP conventionnés${between} ETP`))
    assert.doesNotMatch(await mainText(page), /sans annexe/i, 'no month waits for an annex any more')
  },
)
