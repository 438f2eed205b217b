import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anEmployer, aStay } from '../../employment/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../../people/fixtures.ts'
import { anExit, someHours } from '../fixtures.ts'

/** Exits of 2026: two durable jobs, one without a job, one whose contract found is not known, one too short. */
async function scene(world: World, employed: 'all' | 'one' = 'all') {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const director = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Claude Martin' })
    const exits = [
      ['Aubert', 'open-ended-contract', '2026-02-02'],
      ['Bonnet', 'business-creation', '2026-02-02'],
      ['Carrière', 'unemployed', '2026-02-02'],
      ['Delmas', 'fixed-term-contract', '2026-02-02'],
      ['Estève', 'unemployed', '2026-09-01'],
    ] as const
    for (const [birthName, reason, entry] of exits.slice(0, employed === 'one' ? 1 : 5)) {
      const person = await aPerson(tx, { organisation: here.organisation, unit: here.unit, birthName, givenNames: 'Louise' })
      const stay = await aStay(tx, { ...here, person }, { entry })
      await someHours(tx, stay, { month: '2026-09' })
      await anExit(tx, stay, { reason })
    }
    return { ...here, director }
  })
}

databaseTest('a visitor signs in; a role that records no exit finds no such page; another carrier sees none of ours', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  for (const path of ['/sorties', '/sorties.csv', '/sorties/taux', '/sorties/a-completer']) {
    assert.equal((await (await openBrowser(world)).get(path)).status, 303, path)
    assert.equal((await (await openBrowser(world, supervisor.accountId)).get(path)).status, 404, path)
    assert.doesNotMatch((await (await openBrowser(world, here.stranger.accountId)).get(path)).text, /AUBERT|BONNET/, path)
  }
  assert.match((await (await openBrowser(world, here.stranger.accountId)).get('/sorties/taux')).text, /Aucune sortie comptée dans l’année/)
})

databaseTest('each exit says its class and whether it counts; filters are in the address; the page costs few statements', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const before = world.statements.length
  const all = await browser.get('/sorties')
  assert.ok(world.statements.length - before <= 6)
  assert.match(all.text, /Louise AUBERT 02\/02\/2026 31\/10\/2026 CDI non aidé chez un autre employeur Emploi durable Oui/)
  assert.match(all.text, /Louise ESTÈVE .* Retrait des sorties constatées Non : la présence est trop courte/)
  assert.match(all.text, /Louise DELMAS .* À compléter Il manque les dates du contrat trouvé/)
  const names = async (query: string) =>
    [...(await browser.get(`/sorties?${query}`)).text.matchAll(/Louise ([A-ZÈ]+)/g)].map(([, name]) => name)
  assert.deepEqual(await names('classe=durable&tri=-personne'), ['BONNET', 'AUBERT'])
  assert.deepEqual(await names('classe=incomplete'), ['DELMAS'])
  assert.deepEqual(await names('comptee=presence-too-short'), ['ESTÈVE'])
  assert.deepEqual(await names('q=carri'), ['CARRIÈRE'])
  assert.deepEqual(await names('annee=2025'), [])
  assert.match((await browser.get('/sorties?annee=2025')).text, /Aucune sortie ne correspond/)
  assert.equal((await browser.get('/sorties?page=9')).location, '/sorties')
})

databaseTest('the export is what is shown, in the edition asked, and says which', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const file = (await browser.get('/sorties.csv?classe=durable&tri=personne')).body.split('\r\n')
  assert.match(file[0] ?? '', /^\uFEFF?Personne;Structure;Entrée;Sortie;Motif;Classe;Comptée/)
  assert.match(file[1] ?? '', /AUBERT;.*;02\/02\/2026;31\/10\/2026;CDI non aidé.*;Emploi durable;Oui/)
  assert.equal(file.filter((line) => line.includes('Louise')).length, 2)
  assert.match(file[3] ?? '', /^Édition partenaires/)
  assert.match((await browser.get('/sorties.csv?edition=referents')).body, /Édition référents/)
})

databaseTest(
  'too few exits give counts and no percentage; the rates are those of the whole structure, whoever follows the people',
  async (world) => {
    const here = await scene(world)
    const director = await openBrowser(world, here.director.accountId)
    const few = await director.get('/sorties/taux')
    assert.match(few.text, /Sorties en emploi durable Trop peu .* 2 sur 3 sorties comptées/)
    assert.doesNotMatch(few.text, /67\s%/)
    const elsewhere = await world.load(async (tx) => {
      const other = await aUnit(tx, here.organisation, here.siae, 'Équipe de Carcassonne')
      for (const birthName of ['Fabre', 'Gauthier', 'Huc']) {
        const person = await aPerson(tx, { organisation: here.organisation, unit: other, birthName, givenNames: 'Ali' })
        await givesAccess(tx, person, other, { circle: 'employment', source: 'hire', sourceId: person.id })
        const stay = await aStay(tx, { person, siae: here.siae, unit: other }, { entry: '2026-02-02' })
        await someHours(tx, stay)
        await anExit(tx, stay, { reason: 'detention' })
        const another = await aPerson(tx, { organisation: here.organisation, unit: other, birthName, givenNames: 'Nora' })
        const end = await aStay(tx, { person: another, siae: here.siae, unit: other }, { entry: '2026-02-02' })
        await someHours(tx, end)
        await anExit(tx, end, { reason: 'qualifying-training' })
      }
      return other
    })
    assert.ok(elsewhere)
    const enough = (await director.get('/sorties/taux?annee=2026')).text
    assert.match(
      enough,
      /Sorties dynamiques 83 % 5 sur 6 sorties comptées\. Avec si peu de personnes, le taux véritable se situe sans doute entre 44 % et 97 %/,
    )
    assert.match(enough, /L’instruction vise 60 %/)
    assert.match(enough, /Pourquoi ce chiffre/)
    assert.match(enough, /Non comptées\. Le motif retire la sortie du calcul\. − 3/)
    assert.match(enough, /1 réponse manque/)
    assert.doesNotMatch(enough, /FABRE|incarcération/)
    assert.doesNotMatch((await director.get('/sorties')).text, /FABRE/)
  },
)

databaseTest('what is to be completed: lengths nobody typed, and stays without a contract nor an exit', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const person = await world.load(async (tx) => {
    const made = await aPerson(tx, { organisation: here.organisation, unit: here.unit, birthName: 'Izard', givenNames: 'Sami' })
    await aStay(tx, { ...here, person: made }, { last: '2026-09-30' })
    await aStay(tx, here)
    return made
  })
  const page = await browser.get('/sorties/a-completer')
  assert.match(page.text, /Sami IZARD Les Jardins du Lauragais 30\/09\/2026/)
  assert.match(page.text, /Louise DELMAS .* les dates du contrat trouvé/)
  assert.doesNotMatch(page.text, /Nadia|ESTÈVE/)
  assert.ok(person)
})

databaseTest('the same exits as others read them: own definitions, own denominators, and what is not known told apart', async (world) => {
  const here = await scene(world)
  const director = await openBrowser(world, here.director.accountId)
  const before = world.statements.length
  const page = (await director.get('/sorties/taux?annee=2026')).text
  assert.ok(world.statements.length - before <= 6)
  // The five contracts end with their stays, the short one too; a CDD counts whatever its length.
  assert.match(page, /« Sorties emploi » de l’année 60 % 3 sur 5 contrats d’insertion terminés/)
  assert.match(page, /Entre 40 % et 60 % \(2 sur 4, 1 sans réponse\) Aucun accord écrit 42 %/)
  assert.match(page, /Survie à 3 ans des entreprises créées .* Aucune réponse : 1 trop tôt Aucun accord écrit –/)
  assert.match(page, /En emploi à la sortie, travail indépendant compris EECR04 3/)
  assert.match(page, /Correspondance proposée/)
  await director.post(`/structures/${here.siae.id}/taux-convenus/2026`, { employment: '45', document: 'Protocole PLIE 2026' })
  assert.match((await director.get('/sorties/taux?annee=2026')).text, /45 % Protocole PLIE 2026 42 %/)
  assert.doesNotMatch((await (await openBrowser(world, here.member.accountId)).get('/sorties/taux')).text, /Écrire les taux convenus/)
})
