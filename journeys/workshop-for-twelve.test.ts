import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

const labelOf = (box: Locator) =>
  box.evaluate((element) => String((element as unknown as { labels: { textContent: string }[] }).labels[0]?.textContent).trim())

journey('a counsellor notes a workshop for twelve in one entry', async ({ page, address, javaScript, enterAs, look }) => {
  const theme = javaScript ? 'Écrire une lettre de motivation' : 'Se repérer dans les aides'
  await enterAs(/Samia Arbousier/)
  await page.goto(`${address}/ateliers`)
  await look()
  await page.goto(`${address}/ateliers/ajouter`)
  await look()
  await page.getByLabel('Thème').fill(theme)
  await page.getByLabel('Durée, en minutes').fill('90')
  const boxes = page.getByRole('group', { name: 'Personnes présentes' }).getByRole('checkbox')
  const names: string[] = []
  for (let rank = 0; rank < 11; rank++) {
    await boxes.nth(rank).check()
    names.push(await labelOf(boxes.nth(rank)))
  }
  // The twelfth is found by name: what was ticked and typed stays.
  const last = await labelOf(boxes.nth(20))
  await page.getByLabel('Chercher une personne').fill(last.split(',')[0] ?? '')
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await look()
  assert.equal(await page.getByLabel('Thème').inputValue(), theme)
  await page.getByRole('checkbox', { name: last }).check()
  // Sent without its date: the error leads there, and everybody is still ticked.
  await page.getByLabel('Jour').first().fill('')
  await page.getByRole('button', { name: 'Noter l’atelier' }).click()
  await look()
  assert.equal(await page.getByRole('group', { name: 'Personnes présentes' }).getByRole('checkbox', { checked: true }).count(), 12)
  await page.getByLabel('Jour').first().fill('2')
  await page.getByRole('button', { name: 'Noter l’atelier' }).click()
  await look()
  assert.match(await mainText(page), /12 personnes présentes/)
  for (const name of names) assert.ok((await mainText(page)).includes(name.split(',')[0] ?? name), name)

  // In the file of one of them, the workshop is told and nobody else is.
  const [first = '', second = ''] = names
  await page.getByRole('main').getByRole('link', { name: first, exact: true }).click()
  await look()
  const file = await mainText(page)
  assert.ok(file.includes(theme))
  assert.ok(!file.includes(second))

  // Ticked by mistake: taken out alone.
  await page.goto(`${address}/ateliers?q=${encodeURIComponent(theme)}`)
  await look()
  await page.getByRole('rowheader').getByRole('link', { name: theme }).click()
  await page.getByRole('link', { name: `Retirer ${second} de l’atelier` }).click()
  await look()
  await page.getByRole('button', { name: 'Retirer de l’atelier' }).click()
  assert.match(await mainText(page), /11 personnes présentes/)
  await page.getByRole('link', { name: 'Retirer cet atelier' }).click()
  await look()
})
