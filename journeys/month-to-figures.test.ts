import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

const monthOf = (before: number) => TODAY.subtract({ months: before }).toString().slice(0, 7)
/** The demonstration leaves the last month of this structure to its visitor; the one before was sent. */
const [UNTYPED, SENT] = [monthOf(1), monthOf(2)]

/** Opens a page again and again until its text says so: figures are computed after the facts, by a job. */
async function until(page: Page, address: string, says: (text: string) => boolean, why: string): Promise<string> {
  for (let tries = 0; tries < 90; tries++) {
    await page.goto(address)
    const text = await mainText(page)
    if (says(text)) return text
    await page.waitForTimeout(1000)
  }
  throw new Error(`${address} never showed ${why}`)
}

/** The full-time equivalents that the structure declared: hours move them, nothing else that is done here does. */
const realised = (text: string) => /ETP réalisés, mois déclarés ?([\d ]+(?:,\d+)?) ?ETP/.exec(text)?.[1]

async function siaeId(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/heures`)
  const href = await page.getByRole('main').getByRole('link').filter({ hasText: /\d{4}/ }).first().getAttribute('href')
  const [, id] = /^\/heures\/([^/]+)\//.exec(href ?? '') ?? []
  assert.ok(id, 'the list of months leads to a month')
  return id
}

journey(
  'a month is typed and validated, an exit recorded, and the figures of the territory move and explain themselves',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Claire Tamaris/)
    const id = await siaeId(page, address)
    const figures = `${address}/observatoire/structure/${id}`
    const before = await until(page, figures, (text) => realised(text) !== undefined, 'the figures of the structure')
    await look()

    const month = javaScript ? UNTYPED : SENT
    await page.goto(`${address}/heures/${id}/${month}`)
    await look()
    if (!javaScript) {
      await page.getByRole('link', { name: /Débloquer/ }).click()
      await page.getByLabel('Pourquoi le mois est débloqué').fill('Une fiche de paie corrigée en retard')
      await page.getByRole('button', { name: /Débloquer/ }).click()
    }
    const paid = page.getByLabel(/^Heures payées/)
    const worked = page.getByLabel(/^Heures travaillées/)
    // Enough hours for the tenth of a full-time equivalent that the page shows.
    const [lines, typed, done] = javaScript ? [await paid.count(), '120', '110'] : [Math.min(10, await paid.count()), '60', '55']
    assert.ok(lines > 0)
    for (let line = 0; line < lines; line++) {
      await paid.nth(line).fill(typed)
      await worked.nth(line).fill(done)
    }
    if (!javaScript) await page.getByLabel('Pourquoi ces heures sont corrigées').fill('Paie corrigée')
    await page
      .getByRole('button', { name: /Enregistrer/ })
      .first()
      .click()
    await look()
    await page.getByRole('link', { name: 'Valider le mois' }).click()
    await look()
    await page.getByRole('button', { name: 'Valider le mois' }).click()
    await look()
    assert.match(await mainText(page), /Validé/)

    await page.goto(`${address}/contrats`)
    await look()
    await page
      .getByRole('rowheader')
      .getByRole('link')
      .nth(javaScript ? 2 : 3)
      .click()
    await look()
    await page.getByRole('main').locator('a[href^="/personnes/"]').first().click()
    await page.getByRole('link', { name: /Enregistrer (la|une) sortie/ }).click()
    await look()
    await typeDate(page, 'Dernier jour dans la structure', TODAY)
    await page.getByLabel('Motif de la sortie').selectOption('open-ended-contract')
    await page.getByRole('button', { name: 'Enregistrer la sortie' }).click()
    await look()
    assert.match(await mainText(page), /Emploi durable/)

    await enterAs(/Paul Cyprès/)
    await until(
      page,
      figures,
      (text) => realised(text) !== undefined && realised(text) !== realised(before),
      'full-time equivalents that moved with the hours',
    )
    await look()
    await page.goto(`${address}/observatoire/departement-11`)
    await look()
    const why = page.locator('details', { hasText: 'Pourquoi ce chiffre' })
    assert.ok((await why.count()) >= 5, 'each figure explains itself')
    await why.first().locator('summary').click()
    assert.match((await why.first().textContent()) ?? '', /définition version/)
  },
)
