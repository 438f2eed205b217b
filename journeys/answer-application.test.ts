import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText, typeDate } from './screen.ts'
import { TODAY } from './site.ts'

journey(
  'a France Travail adviser orients somebody the platform already knows, and reads each answer of the chantier, the refusal with its reason',
  async ({ page, address, javaScript, enterAs, look }) => {
    const [family, born] = javaScript ? ['Montagné', '1991-06-08'] : ['Vallat', '1987-02-19']
    const typeWho = async () => {
      await page.getByLabel('Nom de naissance').fill(family)
      await page.getByLabel('Prénoms').fill('Inès')
      await typeDate(page, 'Date de naissance', Temporal.PlainDate.from(born))
    }

    // The mission locale follows the person: nobody else is told.
    await enterAs(/Nadia Romarin/)
    await page.goto(`${address}/personnes/ajouter`)
    await look()
    await typeWho()
    await page.getByRole('radio', { name: 'Féminin' }).check()
    await page.getByRole('button', { name: 'Continuer' }).click()
    await look()
    assert.match(await mainText(page), /Fiche ouverte/)

    await enterAs(/Hugo Genévrier/)
    await page.goto(`${address}/personnes/ajouter`)
    await typeWho()
    await page.getByRole('radio', { name: 'Féminin' }).check()
    await page.getByRole('button', { name: 'Continuer' }).click()
    await look()
    const known = await mainText(page)
    assert.match(known, /Une fiche existe déjà/)
    assert.doesNotMatch(known, /mission locale|Romarin/i, 'never who follows the person')
    await page.getByRole('radio', { name: /^Par la personne/ }).check()
    await page.getByRole('button', { name: 'Ouvrir une fiche provisoire' }).click()
    await look()
    assert.match(await mainText(page), /Rattachement de la fiche provisoire/)
    await page.getByRole('link', { name: 'Voir la fiche' }).click()
    await look()
    await page.getByRole('link', { name: 'Orienter vers une structure' }).click()
    await look()
    await page.getByLabel('Structure').fill('au fil de l’aude')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await look()
    await page.getByRole('link', { name: /Au fil de l.Aude – rivières/ }).click()
    await look()
    await page.getByLabel('Message à la structure').fill('Disponible le matin, permis en cours.')
    await page.getByRole('button', { name: 'Envoyer la candidature' }).click()
    await look()
    const promised = TODAY.add({ days: 30 }).toLocaleString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' })
    assert.match(await mainText(page), new RegExp(`au plus tard le ${promised}`))

    await enterAs(/Samia Arbousier/)
    await page.goto(`${address}/candidatures`)
    await page.getByRole('link', { name: new RegExp(family, 'i') }).click()
    await look()
    await page.getByRole('link', { name: 'Mettre en attente' }).click()
    await look()
    await page.getByLabel('Votre réponse à la personne').fill('Une place se libère peut-être en décembre : réponse avant le 15.')
    await page.getByRole('button', { name: 'Mettre en attente' }).click()
    await look()
    await page.getByRole('link', { name: 'Refuser' }).click()
    await page.getByRole('button', { name: 'Refuser la candidature' }).click()
    await look()
    assert.match(await mainText(page), /Il y a un problème/, 'a refusal has a reason and an answer')
    await page
      .getByRole('radio', { name: /recrutement|poste/i })
      .first()
      .check()
    const reason = (
      await page.locator('input[type=radio]:checked + label, label:has(input[type=radio]:checked)').first().textContent()
    )?.trim()
    assert.ok(reason)
    await page.getByLabel('Votre réponse à la personne').fill('La place de décembre a été supprimée.')
    await page.getByRole('button', { name: 'Refuser la candidature' }).click()
    await look()

    await enterAs(/Hugo Genévrier/)
    await page.goto(`${address}/mes-orientations?mots=${encodeURIComponent(family)}`)
    await look()
    await page
      .getByRole('link', { name: new RegExp(family, 'i') })
      .first()
      .click()
    await look()
    const told = await mainText(page)
    assert.match(told, /Refusée/)
    assert.ok(told.includes(reason.replace(/\s+/g, ' ')), `the reason is told: ${reason}`)
    assert.match(told, /La place de décembre a été supprimée/)
  },
)
