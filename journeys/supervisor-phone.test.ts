import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a technical supervisor sees a skill at work in three taps and tells the counsellor a word, who answers it in their morning',
  async ({ page, javaScript, enterAs, look }) => {
    await enterAs(/Yanis Chardon/)
    await page.getByRole('main').getByRole('link', { name: 'Équipe du jour' }).click()
    // Each walk with somebody of its own: what the other sees and tells is not read.
    const line = page
      .getByRole('list', { name: 'Équipe' })
      .getByRole('listitem')
      .nth(javaScript ? 1 : 2)
    const name = ((await line.getByRole('heading').textContent()) ?? '').trim()

    await line.getByRole('link', { name: /Compétence vue/ }).click()
    await look()
    const skill = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Tailler une haie' }) })
    await skill.getByRole('button', { name: 'Sans aide' }).click()
    await look()
    assert.match(page.url(), /#competence-/, 'back to the line')
    assert.equal(await skill.getByRole('button', { name: 'Sans aide' }).getAttribute('aria-pressed'), 'true')
    await page.getByRole('link', { name: 'Toutes ses compétences' }).click()
    await look()
    assert.match(await mainText(page), /Tailler une haie.*Sans aide/)

    await page.goBack()
    await page.getByRole('link', { name, exact: true }).click()
    await look()
    await page.getByRole('link', { name: 'Contraintes de travail' }).click()
    await look()
    await page.goBack()
    await page.getByRole('link', { name: 'À dire à la CIP' }).click()
    await look()
    const [, reader = ''] = /Pour ([^,]+), qui le trouve dans sa matinée/.exec(await mainText(page)) ?? []
    assert.ok(reader.includes('Samia Arbousier'), 'who will read it is said')
    await page.getByRole('button', { name: 'Envoyer à la CIP' }).click()
    await look()
    assert.match(await mainText(page), /Écrivez ce que la CIP doit savoir/)
    const words = `Voudrait voir un atelier de menuiserie${javaScript ? '' : ', dès que possible'}.`
    await page.getByLabel('Votre mot').fill(words)
    await page.getByRole('button', { name: 'Envoyer à la CIP' }).click()
    await look()
    assert.match(await mainText(page), /Pas encore lu · Retirer/)

    await enterAs(/Samia Arbousier/)
    await page.goto(new URL('/ma-matinee', page.url()).href)
    await look()
    const told = page.getByRole('row').filter({ hasText: words })
    await told.getByRole('link', { name: /Marquer comme lu, répondre/ }).click()
    await look()
    await page.getByLabel('Votre réponse').fill('Merci. Je cherche une visite.')
    await page.getByRole('button', { name: 'Marquer comme lu' }).click()
    await look()
    await page.goto(new URL('/ma-matinee', page.url()).href)
    assert.ok(!(await mainText(page)).includes(words), 'what is read is in the morning no more')

    await enterAs(/Yanis Chardon/)
    await page.getByRole('main').getByRole('link', { name: 'Équipe du jour' }).click()
    const again = page
      .getByRole('list', { name: 'Équipe' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) })
    await again.getByRole('link', { name: /Réponse de la CIP/ }).click()
    assert.match(await mainText(page), /« Merci\. Je cherche une visite\. »/)
  },
  { phone: true },
)

journey(
  'a counsellor says a condition of work without why, and prints the certificate of what was seen',
  async ({ page, javaScript, enterAs, look }) => {
    await enterAs(/Samia Arbousier/)
    await page.getByRole('main').waitFor()
    await page.goto(new URL('/equipe-du-jour', page.url()).href)
    const line = page
      .getByRole('list', { name: 'Équipe' })
      .getByRole('listitem')
      .nth(javaScript ? 3 : 4)
    await line.getByRole('link', { name: /Compétence vue/ }).click()
    const skill = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Planter et arroser' }) })
    await skill.getByRole('button', { name: 'Montre aux autres' }).click()
    await page.getByRole('link', { name: 'Toutes ses compétences' }).click()
    await page.getByRole('link', { name: 'Certificat de compétences' }).click()
    await look()
    assert.match(await mainText(page), /Planter et arroser\s*Montre aux autres/)
    await page.goBack()
    await page.getByRole('link', { name: /Liste de la structure/ }).click()
    await look()
    await page.getByRole('link', { name: 'Ajouter un métier' }).click()
    await look()
    await page.goBack()
    await page.getByRole('link', { name: 'Ajouter une compétence' }).click()
    await look()
    await page.getByLabel('Métier', { exact: true }).fill('Rivières')
    await page.getByRole('button', { name: 'Ajouter la compétence' }).click()
    await look()
    assert.equal(await page.getByLabel('Métier', { exact: true }).inputValue(), 'Rivières')

    await page.goto(new URL('/equipe-du-jour', page.url()).href)
    await line.getByRole('heading').getByRole('link').click()
    await page.getByRole('link', { name: 'Contraintes de travail' }).click()
    const sentence = javaScript ? 'Pas de tronçonneuse' : 'Pas de travail dans l’eau'
    await page.getByLabel('Contrainte', { exact: true }).fill(sentence)
    await page.getByRole('button', { name: 'Ajouter la contrainte' }).click()
    await look()
    assert.match(await mainText(page), /dit par la personne, noté par Samia Arbousier/)
    await page.goto(new URL('/equipe-du-jour', page.url()).href)
    await look()
    assert.ok((await mainText(page)).includes(sentence), 'read beside the name, without why')
  },
  { phone: true },
)
