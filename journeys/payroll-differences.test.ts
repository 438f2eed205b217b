import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

/** A year that the figures of the other journeys do not read. */
const MONTH = '2025-12'
const TITLES = 'Salarié;Mois de paie;Heures payées;Heures travaillées;Horaire hebdo'

journey(
  'payroll sends a month that was already sent: three differences are shown, one is accepted, then the others, with a reason and a new version',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Élise Câprier/)
    await page.goto(`${address}/heures`)
    const november = await page
      .getByRole('table')
      .getByRole('link', { name: /décembre 2025/i })
      .first()
      .getAttribute('href')
    const month = `${address}${november}`
    assert.match(month, new RegExp(`/${MONTH}$`))
    await page.goto(month)

    // Sent: nothing of it changes before it is opened again, with a reason.
    const sent = page.getByRole('link', { name: 'Débloquer' })
    if ((await sent.count()) > 0) {
      await sent.click()
      await page.getByLabel('Pourquoi le mois est débloqué').fill('La paie a été refaite')
      await page.getByRole('button', { name: /Débloquer/ }).click()
    }
    const names = await page.getByRole('table').locator('a[href^="/personnes/"]').allTextContents()
    // Each walk speaks of people of its own.
    const mine = names.filter((name, at) => names.indexOf(name) === at).slice(...(javaScript ? [0, 6] : [6, 12]))
    assert.equal(mine.length, 6)
    const boxOf = (which: string, name: string) => page.getByLabel(new RegExp(`^${which}.*${name}`)).first()
    const recorded = await Promise.all(
      mine.map(async (name) => ({
        name,
        paid: await boxOf('Heures payées', name).inputValue(),
        worked: await boxOf('Heures travaillées', name).inputValue(),
      })),
    )
    const more = (hours: string) => String(Number(hours.replace(',', '.')) + 2).replace('.', ',')
    const lines = recorded.map(({ name, paid, worked }, at) =>
      [name, '12/2025', at === 1 || at === 3 ? more(paid) : paid, worked, at === 4 ? '31' : ''].join(';'),
    )
    const file = [TITLES, ...lines].join('\n')

    const send = async () => {
      await page.goto(`${address}/heures/importer`)
      await look()
      if (!(await page.getByLabel('Lignes du fichier').isVisible())) await page.getByText('Ou coller les lignes').click()
      await page.getByLabel('Lignes du fichier').fill(file)
      await page.getByRole('button', { name: 'Lire le fichier' }).click()
      await look()
    }
    await send()
    // The first time, the titles of this tool are agreed; they are remembered for the next.
    if (javaScript) await page.getByRole('button', { name: 'Lire les lignes' }).click()
    await look()
    assert.match(await mainText(page), /3 lignes différentes, 3 déjà enregistrées, 0 à corriger/)
    assert.equal(await page.getByRole('checkbox', { name: /^Accepter/ }).count(), 3)
    assert.match(await mainText(page), /Accepter enregistre un avenant au/)

    await page.getByRole('button', { name: 'Accepter seulement celles cochées' }).click()
    await look()
    assert.match(await mainText(page), /Cochez au moins une différence/)
    await page.getByLabel(/^Pourquoi ces heures sont corrigées/).fill('Bulletins refaits')
    await page.getByRole('checkbox', { name: new RegExp(`^Accepter pour ${mine[1]}`) }).check()
    await page.getByRole('button', { name: 'Accepter seulement celles cochées' }).click()
    await look()
    assert.match(await mainText(page), /1 différence acceptée/)

    await send()
    assert.match(await mainText(page), /2 lignes différentes, 4 déjà enregistrées/)
    await page.getByLabel(/^Pourquoi ces heures sont corrigées/).fill('Bulletins refaits')
    await page.getByRole('button', { name: 'Accepter les 2 différences' }).click()
    await look()
    await page.goto(month)
    for (const at of [1, 3])
      assert.equal(
        await boxOf('Heures payées', mine[at] ?? '').inputValue(),
        more(recorded[at]?.paid ?? ''),
        'what payroll says is recorded',
      )
    assert.match(await mainText(page), /Bulletins refaits/, 'with its reason, beside what was sent')
    await look()
  },
)
