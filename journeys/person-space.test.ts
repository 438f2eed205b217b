import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a person opens their space, reads, corrects their telephone, stops a sharing, refuses messages, asks for a copy, takes their data away',
  async ({ page, address, javaScript, look }) => {
    // Each manner changes its own words, so that one does not read what the other left.
    const phone = javaScript ? '06 39 98 11 22' : '06 39 98 33 44'
    await page.goto(`${address}/mon-espace/entrer`)
    await look()
    await page.getByRole('main').getByRole('button', { name: 'Entrer' }).click()
    await look()
    assert.match(await mainText(page), /Tapez le code de votre papier/)
    await page.getByLabel('Le code de mon papier').fill('DEM0-PASS-2026')
    await page.getByLabel(/Mon secret/).fill('280571')
    await page.getByRole('main').getByRole('button', { name: 'Entrer' }).click()
    await look()
    assert.match(await mainText(page), /Bonjour .*Il me reste/)

    for (const [door, said] of [
      ['Mes rendez-vous', /À venir/],
      ['Mes objectifs', /Mes points forts/],
      ['Mes candidatures', /C’est oui/],
      ['Mon travail', /Mon employeur/],
      ['Qui voit mon dossier', /Qui peut le lire aujourd’hui/],
    ] as const) {
      await page.goto(`${address}/mon-espace`)
      await page.getByRole('main').getByRole('link', { name: door }).click()
      await look()
      assert.match(await mainText(page), said, door)
    }
    await page.goto(`${address}/mon-espace/documents`)
    await look()
    await page.getByRole('main').getByRole('link', { name: 'Mon livret' }).click()
    await look()
    await page.goto(`${address}/mon-espace/attestation`)
    await look()
    assert.match(await mainText(page), /par semaine en moyenne/)

    await page.goto(`${address}/mon-espace/coordonnees`)
    await look()
    await page.getByLabel('Mon téléphone').fill('12')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await look()
    assert.equal(await page.getByLabel('Mon téléphone').inputValue(), '12', 'what was typed is kept')
    await page.getByLabel('Mon téléphone').fill(phone)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await look()
    assert.match(await mainText(page), /Vos coordonnées sont enregistrées/)
    assert.equal(await page.getByLabel('Mon téléphone').inputValue(), phone)

    await page.goto(`${address}/mon-espace/partage`)
    await look()
    const health = /: Ce qui touche à ma santé$/
    await page
      .getByRole('button', { name: new RegExp(`^Partager avec .*${health.source}`) })
      .first()
      .click()
    await look()
    assert.match(await mainText(page), /C’est partagé/)
    await page
      .getByRole('button', { name: new RegExp(`^Ne plus partager avec .*${health.source}`) })
      .first()
      .click()
    assert.match(await mainText(page), /Ce n’est plus partagé/)
    await page.getByRole('button', { name: 'Ne plus recevoir de message' }).click()
    await look()
    assert.match(await mainText(page), /aucun ne part vers vous/)
    await page.getByRole('button', { name: 'Recevoir de nouveau des messages' }).click()
    assert.match(await mainText(page), /C’est accepté de nouveau/)

    await page.goto(`${address}/mon-espace/demandes`)
    await look()
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click()
    await look()
    assert.match(await mainText(page), /Choisissez ce que vous demandez/)
    // One copy at a time of each organisation: the second walk asks another kind of thing.
    await page.getByRole('radio', { name: javaScript ? /copie de tout/ : /correction d’une erreur/ }).check()
    await page.getByLabel('À qui').selectOption({ index: 1 })
    await page.getByLabel(/Mes mots/).fill('Mon adresse a changé.')
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click()
    await look()
    assert.match(await mainText(page), /Votre demande est envoyée.*réponse attendue au plus tard/)

    await page.goto(`${address}/mon-espace/telecharger`)
    await look()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Télécharger le fichier' }).click()])
    assert.equal(file.suggestedFilename(), 'mes-donnees.json')
    await page.goto(`${address}/mon-espace/secret`)
    await look()
  },
  { phone: true },
)
