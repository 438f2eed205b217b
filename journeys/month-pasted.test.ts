import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'
import { TODAY } from './site.ts'

const MONTH = TODAY.toString().slice(0, 7)
/** Long enough ago for whoever left since to be nowhere in the month of today. */
const BEFORE = TODAY.subtract({ months: 9 }).toString().slice(0, 7)

const namesIn = (page: Page): Promise<string[]> =>
  page.getByRole('main').getByRole('table').locator('a[href^="/personnes/"]').allTextContents()

journey(
  'a month for eighty people is pasted with five faults, read, corrected in the text, and saved by the confirmation alone',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Inès Lavande/)
    await page.goto(`${address}/heures`)
    await page
      .getByRole('table')
      .getByRole('link', { name: /novembre 2026/i })
      .first()
      .click()
    const month = page.url()
    assert.match(month, new RegExp(`/${MONTH}$`))
    const names = await namesIn(page)
    const twins = names.filter((name, at) => names.indexOf(name) !== at)
    assert.ok(twins.length > 0, 'two people bear one name')
    await page.goto(month.replace(MONTH, BEFORE))
    const gone = (await namesIn(page)).find((name) => !names.includes(name))
    assert.ok(gone, 'somebody left since')

    // Each walk has figures of its own: those of the other are changed, never alike.
    const hours = javaScript ? 20 : 30
    const [twin = ''] = twins
    const others = [...new Set(names)].filter((name) => name !== twin).slice(0, 79)
    const lines = others.map((name, at) => `${name}\t${hours + (at % 10)},5\t${hours}`)
    const second = lines[1] ?? ''
    const wrong = [...lines.slice(0, 76), `${others[76]}\tbeaucoup\t${hours}`, `${others[77]}\t900\t${hours}`, ...lines.slice(78)]
    const faulty = [...wrong, `${twin}\t${hours}\t${hours}`, `${gone}\t12\t12`, 'Personne INCONNUE\t10\t10']

    await page.goto(month)
    await page.getByRole('link', { name: 'Coller depuis un tableur' }).click()
    await look()
    await page.getByLabel('Lignes du mois').fill(faulty.join('\n'))
    await page.getByRole('button', { name: 'Lire ces lignes' }).click()
    await look()
    const summary = ((await page.getByRole('alert').textContent()) ?? '').replace(/\s+/g, ' ')
    for (const said of [
      /Ligne 77, .+ « beaucoup » n’est pas un nombre d’heures/,
      /Ligne 78, .+ 900,00.h dans le mois n’est pas possible/,
      new RegExp(`Ligne 80 : 2 personnes portent le nom « ${twin} »`),
      /Ligne 81.* n’est pas dans .+ en novembre 2026/,
      /Ligne 82 : vos équipes ne suivent personne du nom de « Personne INCONNUE »/,
    ])
      assert.match(summary, said)
    assert.equal(((await page.getByLabel('Lignes du mois').inputValue()) ?? '').replace(/\r/g, ''), faulty.join('\n'), 'the text is kept')

    await page.getByLabel(/^Ligne 80, .+ de qui s’agit-il/).selectOption({ index: javaScript ? 1 : 2 })
    const right = [...lines, `${twin}\t${hours}\t${hours}`]
    await page.getByLabel('Lignes du mois').fill(right.join('\n'))
    await page.getByRole('button', { name: 'Relire ces lignes' }).click()
    await look()
    assert.match(await mainText(page), /80 lignes à enregistrer, 0 déjà enregistrée, 0 à corriger/)
    await page.getByRole('button', { name: 'Enregistrer les 80 lignes' }).click()
    await look()
    assert.match(await mainText(page), /80 lignes collées, en brouillon/)
    assert.equal(
      await page
        .getByLabel(new RegExp(`^Heures payées.*${others[1]}`))
        .first()
        .inputValue(),
      second.split('\t')[1],
    )
  },
)
