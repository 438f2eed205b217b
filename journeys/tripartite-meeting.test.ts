import assert from 'node:assert/strict'
import { journey } from './journey.ts'
import { mainText } from './screen.ts'

journey(
  'a counsellor notes a tripartite meeting; the working note about it stays theirs, whoever reads the meeting',
  async ({ page, address, javaScript, enterAs, look }) => {
    await enterAs(/Samia Arbousier/)
    await page.goto(`${address}/actes/ajouter`)
    // Each manner takes its own person.
    await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link')
      .nth(javaScript ? 2 : 3)
      .click()
    const person = /(\/personnes\/[^/]+)\//.exec(page.url())?.[1] ?? ''
    await page.getByRole('link', { name: 'Notez aussi qui était là et ce qui est convenu' }).click()
    await look()
    await page.getByLabel('Qui était là').fill('Encadrante technique\nConseiller, France Travail, Hugo Genévrier')
    await page.getByLabel('La question posée').fill('Quel métier après le chantier')
    await page.getByLabel('Ce qui a été convenu').fill('Une semaine en cuisine en janvier')
    await page.getByRole('button', { name: 'Noter cette rencontre' }).click()
    await look()
    assert.match(await mainText(page), /« Encadrante technique » : écrivez la fonction, une virgule, puis l’organisation/)
    assert.equal(await page.getByLabel('Ce qui a été convenu').inputValue(), 'Une semaine en cuisine en janvier')
    await page.getByLabel('Qui était là').fill('Encadrante technique, Les Jardins\nConseiller, France Travail, Hugo Genévrier')
    await page.getByRole('button', { name: 'Noter cette rencontre' }).click()
    await look()
    const meeting =
      /Avec : Encadrante technique, Les Jardins ; Hugo Genévrier, Conseiller, France Travail\s*Convenu : Une semaine en cuisine/
    assert.match(await mainText(page), meeting)

    const thought = 'N’ose pas dire que la cuisine l’inquiète'
    await page
      .getByRole('link', { name: /^Ajouter une note de travail/ })
      .first()
      .click()
    await look()
    await page.getByLabel('Votre note').fill(thought)
    await page.getByRole('button', { name: 'Enregistrer la note' }).click()
    await look()
    assert.ok((await mainText(page)).includes(thought))

    // The director of the same structure reads the file for a day, with a reason: the meeting, not the note.
    await enterAs(/Claire Tamaris/)
    await page.goto(`${address}${person}/actes`)
    assert.doesNotMatch(await mainText(page), /Une semaine en cuisine/)
    await page.getByRole('link', { name: 'dites pourquoi' }).click()
    await look()
    await page.getByRole('radio', { name: 'Relire l’accompagnement avec son référent' }).check()
    await page.getByLabel('En une phrase').fill('Point annuel avec la conseillère')
    await page.getByRole('button', { name: 'Ouvrir le dossier pour aujourd’hui' }).click()
    for (const path of [person, `${person}/actes`, `${person}/accompagnement`, `${person}/notes`, '/notes']) {
      await page.goto(`${address}${path}`)
      await look()
      assert.ok(!(await mainText(page)).includes(thought), path)
    }
    await page.goto(`${address}${person}/actes`)
    assert.match(await mainText(page), meeting)
  },
)
