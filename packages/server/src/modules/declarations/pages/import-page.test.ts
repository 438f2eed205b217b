import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aTeamWithGrid } from '../fixtures.ts'

const FILE = { name: 'suivi-jardin.xlsx', bytes: readFileSync(new URL('../examples/suivi-jardin.xlsx', import.meta.url)) }

async function sent(world: World) {
  const team = await world.load((tx) => aTeamWithGrid(tx))
  const browser = await openBrowser(world, team.counsellor.accountId)
  const path = `/heures/${team.siae.id}/2026-07/importer`
  const answer = await browser.postFile(path, FILE, { contractHours: 'week' })
  return { ...team, browser, path, answer, run: answer.location ?? '' }
}

databaseTest('the month leads to the import, for those who may import it and for them only', async (world) => {
  const { browser, path, payroll, stranger, former, officer, siae } = await sent(world)
  const month = `/heures/${siae.id}/2026-07`
  assert.match((await browser.get(month)).text, /Suivi mensuel : importer, produire/)
  assert.doesNotMatch((await (await openBrowser(world, payroll.accountId)).get(month)).text, /Suivi mensuel : importer, produire/)
  for (const edition of ['structure', 'transmise', 'vierge'])
    assert.ok((await browser.get(path)).body.includes(`/suivi?edition=${edition}&amp;format=ods`), edition)
  await isClosedTo(
    world,
    { payroll: payroll.accountId, stranger: stranger.accountId, former: former.accountId, officer: officer.accountId },
    { path, form: { contractHours: 'week' } },
  )
})

databaseTest('what is not a table, and an answer that lacks, are said beside their field, nothing kept', async (world) => {
  const { browser, path } = await sent(world)
  const pdf = await browser.postFile(path, { name: 'suivi.xlsx', bytes: Buffer.from('%PDF-1.7') })
  assert.equal(pdf.status, 422)
  assert.match(pdf.text, /son contenu est un document PDF, quel que soit son nom/)
  assert.match(pdf.text, /Dites si les heures du contrat sont comptées par semaine ou par mois/)
  assert.match((await browser.post(path, { contractHours: 'month' })).text, /Choisissez le fichier à importer/)
  assert.equal((await world.look('select from import_run')).length, 1)
})

databaseTest(
  'line by line: what is understood, what is refused with its cell, what stays in the file; six statements at most',
  async (world) => {
    const { browser, run, director } = await sent(world)
    const before = world.statements.length
    const page = await browser.get(run)
    const own = world.statements.slice(before).filter((statement) => !/find_session|deployment_purpose/.test(statement))
    assert.ok(own.length <= 6, String(own.length))
    assert.match(page.text, /2 lignes comprises, 2 lignes refusées/)
    assert.match(
      page.text,
      /Ligne 7 Comprise A\. B\. f, 36, entrée 5 janv\. 26 Ana BENALI 112,67 h payées Déjà connu : l’entrée, le contrat\./,
    )
    assert.match(page.text, /À corriger O10 : « 31\/06\/2026 » : ce jour n’existe pas dans le calendrier/)
    assert.match(page.text, /Gardé dans votre fichier, non importé : D7, E7, F7, K7, L7, M7, N7/)
    assert.match(page.text, /1 ligne \(total\) : 12\..*Feuille « Légende » : pas de grille/)
    assert.doesNotMatch(page.text, /SECRET/)
    assert.equal((await (await openBrowser(world, director.accountId)).get(run)).status, 404)
  },
)

databaseTest('a line is corrected on the screen, then the whole is confirmed, and undone', async (world) => {
  const { browser, run } = await sent(world)
  const page = await browser.get(run)
  const lines = [...page.body.matchAll(/href="(\/imports\/[^"]*\/lignes\/[^"]*)"/g)].map((match) => match[1] ?? '')
  assert.equal(lines.length, 4)
  const [, , tenth = '', eleventh = ''] = lines
  const form = await browser.get(tenth)
  assert.match(form.text, /À corriger O10/)
  const bad = await browser.post(tenth, { act: 'correct', version: '1', exitDate: 'x'.repeat(300) })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /C’est trop long/)
  assert.equal((await browser.post(tenth, { act: 'correct', version: '1', exitDate: '30/06/2026' })).status, 303)
  assert.equal((await browser.post(eleventh, { act: 'aside', version: '2' })).status, 303)
  assert.match((await browser.get(run)).text, /Tout est prêt à confirmer/)
  const told = await browser.get(`${run}/confirmer`)
  assert.match(told.text, /Ana DUMAS : Sortie le 30\/06\/2026 : Formation qualifiante ; 104,00 h payées/)
  assert.equal((await browser.post(`${run}/confirmer`, { version: '3' })).status, 303)
  assert.match((await browser.get('/imports')).text, /suivi-jardin\.xlsx Suivi mensuel des salariés .*21\/11\/2026 .*Confirmé/)
  assert.equal((await browser.post(`${run}/annuler`, { version: '4' })).status, 303)
  assert.match((await browser.get(run)).text, /Le contenu de ce fichier est effacé/)
})

databaseTest('a file that says nothing new says so at every step, and counts nothing as recorded', async (world) => {
  const { browser, run, path, siae } = await sent(world)
  const aside = async (of: string) => assert.equal((await browser.post(`${of}/laisser`, { version: '1' })).status, 303)
  await aside(run)
  // Nothing is refused any more: there is nothing to set aside.
  assert.equal((await browser.get(`${run}/laisser`)).location, run)
  assert.equal((await browser.post(`${run}/confirmer`, { version: '2' })).status, 303)
  assert.match((await browser.get(run)).text, /2 lignes enregistrées/)
  // The grid given back in another format: what it says, and not the file that was sent.
  const back = await (await world.server()).inject({
    url: `/heures/${siae.id}/2026-07/suivi?edition=structure&format=csv`,
    cookies: { maillage_session: browser.token() },
  })
  const answer = await browser.postFile(path, { name: 'suivi.csv', bytes: back.rawPayload }, { contractHours: 'week' })
  assert.equal(answer.status, 303, answer.text)
  const again = answer.location ?? ''
  await aside(again)
  assert.match((await browser.get(again)).text, /Rien de nouveau à enregistrer La plateforme sait déjà/)
  const confirming = await browser.get(`${again}/confirmer`)
  assert.match(confirming.text, /suivi\.csv Confirmer l’import.*rien ne sera enregistré.*Garder la grille/)
  assert.equal((await browser.post(`${again}/confirmer`, { version: '2' })).status, 303)
  const kept = (await browser.get(again)).text
  assert.match(kept, /Rien de nouveau n’était à enregistrer/)
  assert.doesNotMatch(kept, /sera enregistré/)
  assert.match((await browser.get(`${again}/annuler`)).text, /Cet import n’a rien enregistré de nouveau/)
})
