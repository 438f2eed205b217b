import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

// Both widths walk the same demonstration at the same time: one takes the lines from the top, the other from the bottom.
for (const phone of [false, true])
  journey(
    'a counsellor opens their morning, does what the first line says, plans what comes next, and finds each line once',
    async ({ page, address, javaScript, enterAs, look }) => {
      await enterAs(/Samia Arbousier/)
      await page.goto(`${address}/ma-matinee`)
      await look()
      const toDo = page.getByRole('main').getByRole('link', { name: /^Noter ce qui a été fait/ })
      const line = phone ? toDo.last() : toDo.first()
      const settled = (await line.getAttribute('href')) ?? ''
      const person = /(\/personnes\/[^/]+)\//.exec(settled)?.[1] ?? ''
      await line.click()
      await look()
      assert.match(await mainText(page), /Ce qui était prévu.*En notant cet acte, vous le réglez/)
      await page.getByRole('radio', { name: 'Entretien' }).check()
      await page.getByLabel(/De quoi s’agissait-il/).fill('A trouvé l’annonce d’un paysagiste')
      const next = `${javaScript ? 'Relire sa lettre' : 'Préparer l’entretien'} ${phone ? 'au téléphone' : 'au bureau'}`
      await page.getByLabel(/Et ensuite/).fill(next)
      // An hour that is none: everything typed stays.
      await page.getByLabel('Heure de la suite').fill('25 h')
      await typeDate(page, 'Date de la suite', TODAY.add({ days: 2 }))
      await page.getByRole('button', { name: 'Noter cet acte' }).click()
      await look()
      assert.match(await mainText(page), /Saisissez une heure, par exemple 14 h 30/)
      assert.equal(await page.getByLabel(/Et ensuite/).inputValue(), next)
      await page.getByLabel('Heure de la suite').fill('14h30')
      await page.getByRole('button', { name: 'Noter cet acte' }).click()
      await look()
      const told = await mainText(page)
      assert.match(told, /Acte noté/)
      assert.match(told, new RegExp(`Ensuite, le 19 novembre 2026 à 14 h 30 : ${next}`))

      await page.goto(`${address}/ma-matinee`)
      await look()
      const hrefs = await page
        .getByRole('main')
        .getByRole('table')
        .getByRole('link', { name: /^(Noter ce qui a été fait|Mettre dans mon agenda)/ })
        .evaluateAll((links) => links.map((link) => String(link.getAttribute('href'))))
      assert.ok(!hrefs.includes(settled), 'the line is gone')
      assert.equal(new Set(hrefs).size, hrefs.length, 'nothing twice')
      const row = page
        .getByRole('row')
        .filter({ has: page.locator(`a[href="${person}"]`) })
        .filter({ hasText: next })
      assert.equal(await row.count(), 1)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        row.getByRole('link', { name: /^Mettre dans mon agenda/ }).click(),
      ])
      const calendar = readFileSync(await download.path(), 'utf8')
      assert.match(calendar, /DTSTART;TZID=Europe\/Paris:20261119T143000|DTSTART:20261119T133000Z/)
      // A calendar is often shared: neither who nor why.
      assert.match(calendar, /SUMMARY:Rendez-vous Maillage/)
      assert.doesNotMatch(calendar, new RegExp(next))

      // Moved to another day, then given up: each said once.
      await row.getByRole('link', { name: /^Reporter/ }).click()
      await look()
      await typeDate(page, 'Nouveau jour', TODAY.subtract({ days: 1 }))
      await page.getByRole('button', { name: 'Reporter' }).click()
      await look()
      assert.match(await mainText(page), /Choisissez aujourd’hui ou un jour à venir/)
      await typeDate(page, 'Nouveau jour', TODAY.add({ days: 3 }))
      await page.getByRole('button', { name: 'Reporter' }).click()
      await look()
      assert.match(await mainText(page), /Reporté au 20 novembre 2026/)
      await page.getByRole('link', { name: `N’a plus lieu d’être : ${next}` }).click()
      await look()
      await page.getByRole('radio', { name: 'C’est fait autrement' }).check()
      await page.getByRole('button', { name: 'Ne plus la rappeler' }).click()
      await page.goto(`${address}/ma-matinee`)
      assert.equal(await page.getByRole('row').filter({ hasText: next }).count(), 0)
    },
    { phone },
  )
