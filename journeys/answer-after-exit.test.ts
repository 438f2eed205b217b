import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a counsellor gives a neutral link to somebody who left, who answers it without an account, and the team reads the answer',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Samia Arbousier/)
    await page.goto(`${address}/sorties/suivi`)
    await look()
    // Each manner takes its own person.
    await page
      .getByRole('rowheader')
      .getByRole('link')
      .nth(javaScript ? 0 : 1)
      .click()
    await look()
    const followUp = page.url()
    const name = /les nouvelles (?:de |d’)(.+)$/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1]
    assert.ok(name)
    await page
      .getByRole('link', { name: /^Donner un lien/ })
      .first()
      .click()
    await look()
    await page.getByRole('button', { name: 'Faire le lien' }).click()
    await look()
    assert.match(await mainText(page), /Choisissez comment le lien parvient à la personne/)
    await page.getByRole('radio', { name: /message que je copie/ }).check()
    await page.getByRole('button', { name: 'Faire le lien' }).click()
    await look()
    const given = await mainText(page)
    assert.doesNotMatch(given, new RegExp(name))
    const link = /Message à copier.*?(http\S+\/nouvelles\/[\w-]{43})/.exec(given)?.[1]
    const code = /Code(\d{3})\s(\d{3})/.exec(given)
    assert.ok(link && code)

    // On the telephone of the person, which has no session here.
    await page.context().clearCookies()
    await page.goto(link)
    await look()
    assert.doesNotMatch((await page.textContent('body')) ?? '', new RegExp(name))
    await page.getByLabel('Le code qu’on vous a donné').fill(`${code[1]} ${code[2]}`)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await look()
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await look()
    assert.match(await mainText(page), /Choisissez une réponse/)
    await page.getByRole('radio', { name: /Je suis en formation/ }).check()
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await look()
    assert.match(await mainText(page), /Votre réponse est enregistrée/)

    await enterAs(/Samia Arbousier/)
    await page.goto(followUp)
    await look()
    assert.match(await mainText(page), /Répondu.*En formation ou en études/)
  },
  { phone: true },
)
