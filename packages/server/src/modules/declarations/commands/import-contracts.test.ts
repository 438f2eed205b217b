import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { anImporter } from '../fixtures.ts'

const PATH = '/contrats/importer'
const TITLES = 'Nom;Prénom;Date naiss.;Nature contrat;Date début;Date fin;Horaire hebdo'
const line = (name: string, type: string, first: string, last: string, weekly = '26') =>
  `${name};Ana;03/05/1990;${type};${first};${last};${weekly}`

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const benali = await aWorkerNamed(tx, team, 'Benali', { entry: '2026-01-05', last: '2026-06-30' })
    const garcia = await aPerson(tx, { organisation: team.organisation, unit: team.unit, birthName: 'Garcia', givenNames: 'Ana' })
    return { ...team, benali, garcia }
  })
const contracts = (world: World) =>
  world.look(`select name.value as who, type, first_day::text, last_day::text, renews is not null as renewal from contract_version as known
    join contract on contract.id = known.contract_id join person_name as name on name.person_id = contract.person_id and kind = 'birth'
    where known.superseded_at is null and not cancelled order by 1, 3`)
const importerOf = async (world: World, made: Awaited<ReturnType<typeof set>>, who: { accountId: string }) =>
  anImporter(await openBrowser(world, who.accountId), PATH, { siaeId: made.siae.id })

databaseTest(
  'a visitor, a prescriber, the State, who supervises or a former member imports no contracts; another carrier none of ours',
  async (world) => {
    const { former, officer, siae, stranger, supervisor } = await set(world)
    const prescriber = await world.load((tx) => anAdviser(tx))
    const form = { siaeId: siae.id, pasted: `${TITLES}\n${line('Benali', 'CDDI', '01/07/2026', '31/12/2026')}`, step: 'file' }
    await isClosedTo(
      world,
      {
        'a prescriber': prescriber.member.accountId,
        'the State': officer.accountId,
        'who supervises': supervisor.accountId,
        'a former member': former.accountId,
      },
      { path: PATH, form },
    )
    const browser = await openBrowser(world, stranger.accountId)
    const table = 'rank\tbirthName\tgivenNames\ttype\tfirstDay\n2\tBenali\tAna\tCDDI\t01/07/2026'
    for (const step of ['read', 'confirm']) assert.equal((await browser.post(PATH, { siaeId: siae.id, table, step })).status, 404)
    assert.equal((await contracts(world)).length, 1)
  },
)

databaseTest(
  'a renewal, an entry and its own renewal are recorded together; the same file again changes nothing; all of it goes back',
  async (world) => {
    const made = await set(world)
    const browser = await openBrowser(world, made.counsellor.accountId)
    const importer = anImporter(browser, PATH, { siaeId: made.siae.id })
    const file = [
      TITLES,
      line('Garcia', 'CDDI', '01/11/2026', '28/02/2027'),
      line('Benali', 'CDDI', '05/01/2026', '30/06/2026'),
      line('Benali', 'CDDI', '01/07/2026', '31/12/2026'),
      line('Garcia', 'CDDI', '01/07/2026', '31/10/2026'),
    ].join('\n')
    const review = await importer.review(file)
    assert.equal(review.status, 200, review.text)
    assert.match(review.text, /3 lignes à enregistrer, 1 déjà enregistrée, 0 à corriger/)
    assert.match(review.text, /Entrée dans la structure, enregistrée comme un fait/)
    const done = await importer.confirm(review)
    assert.equal(done.status, 303, done.text)
    const written = [
      { who: 'Benali', type: 'CDDI', first_day: '2026-01-05', last_day: '2026-06-30', renewal: false },
      { who: 'Benali', type: 'CDDI', first_day: '2026-07-01', last_day: '2026-12-31', renewal: true },
      { who: 'Garcia', type: 'CDDI', first_day: '2026-07-01', last_day: '2026-10-31', renewal: false },
      { who: 'Garcia', type: 'CDDI', first_day: '2026-11-01', last_day: '2027-02-28', renewal: true },
    ]
    assert.deepEqual(await contracts(world), written)
    assert.equal((await world.look('select from hire')).length, 1)
    assert.match((await importer.columns(file)).text, /Tout est déjà enregistré/)
    assert.deepEqual(await contracts(world), written)
    const back = await browser.post(String(done.location), { version: '1' })
    assert.equal(back.status, 303, back.text)
    assert.deepEqual(await contracts(world), written.slice(0, 1))
    assert.deepEqual(await world.look('select state from hire'), [{ state: 'cancelled' }])
    assert.equal((await world.look('select from siae_stay where cancelled_at is null')).length, 1)
  },
)

databaseTest('hours typed since are why contracts do not go back', async (world) => {
  const made = await set(world)
  const browser = await openBrowser(world, made.counsellor.accountId)
  const importer = anImporter(browser, PATH, { siaeId: made.siae.id })
  const done = await importer.confirm(await importer.review(`${TITLES}\n${line('Garcia', 'CDDI', '01/07/2026', '31/12/2026')}`))
  const hours = anImporter(browser, '/heures/importer', { siaeId: made.siae.id })
  assert.equal((await hours.confirm(await hours.review('Nom;Prénom;Mois;Heures\nGarcia;Ana;07/2026;10'))).status, 303)
  const refused = await browser.post(String(done.location), { version: '1' })
  assert.match(refused.text, /Ce que la ligne 2 a enregistré a changé depuis/)
  assert.equal((await contracts(world)).length, 2)
})

databaseTest('each line refused says why', async (world) => {
  const made = await set(world)
  const importer = await importerOf(world, made, made.counsellor)
  const review = await importer.review(
    [
      TITLES,
      line('Garcia', 'CDDI', '01/07/2026', '01/01/2026'),
      line('Garcia', 'CDD', '01/07/2026', ''),
      line('Garcia', 'CDDI', '01/07/2026', '31/12/2026', '112,67'),
      line('Inconnu', 'CDDI', '01/07/2026', '31/12/2026'),
      line('Benali', 'CDDI', '05/01/2026', '31/12/2026'),
      line('Garcia', 'CDDI', '01/12/2026', '31/12/2026'),
      line('Benali', 'CDDI', '01/08/2026', '31/08/2026'),
      line('Benali', 'CDDI', '01/08/2026', '30/09/2026'),
      line('Garcia', 'CDDI', '01/07/2026', ''),
    ].join('\n'),
  )
  assert.equal(review.status, 422)
  for (const said of [
    /Ligne 2, colonne « Dernier jour » : le dernier jour, 1er janvier 2026, vient avant le premier, 1er juillet 2026/,
    /Ligne 3, colonne « Type de contrat » : « CDD » ne dit pas quel CDD/,
    /Ligne 4, colonne « Heures par semaine » : 112,67 h par semaine n’est pas possible/,
    /Ligne 5 : vos équipes ne suivent personne du nom de « Ana INCONNU »/,
    /Ligne 6, colonne « Premier jour » : ce contrat est enregistré avec d’autres conditions \(au 30 juin 2026, 26,00 h par semaine\)/,
    /Ligne 7, colonne « Premier jour » : cette entrée est à venir/,
    /Ligne 10, colonne « Dernier jour » : il n’y a rien, et ce type de contrat a toujours un terme/,
    /Ligne 9, colonne « Premier jour » : la ligne 8 donne d’autres conditions au même contrat/,
  ])
    assert.match(review.text, said)
  assert.equal((await importer.confirm(review)).status, 422)
  assert.equal((await contracts(world)).length, 1)
})

databaseTest('the payroll records the contracts of who is in the structure, and no entry', async (world) => {
  const made = await set(world)
  const importer = await importerOf(world, made, made.payroll)
  const review = await importer.review(
    [TITLES, line('Benali', 'CDDI', '01/07/2026', '31/12/2026'), line('Garcia', 'CDDI', '01/07/2026', '31/12/2026')].join('\n'),
  )
  assert.match(
    review.text,
    /Ligne 3 : Ana GARCIA n’est pas encore dans Les Jardins du Lauragais\. Son entrée s’enregistre par la direction/,
  )
  const corrected = await importer.correct(review, { 'fix-3-aside': 'oui' })
  assert.equal((await importer.confirm(corrected)).status, 303)
  assert.equal((await contracts(world)).length, 2)
})

databaseTest('what a contract costs in statements is measured', async (world) => {
  const made = await set(world)
  const importer = await importerOf(world, made, made.counsellor)
  await world.load(async (tx) => {
    for (let at = 0; at < 10; at++)
      await aPerson(tx, { organisation: made.organisation, unit: made.unit, birthName: `Nom${at}`, givenNames: 'Ana' })
  })
  const review = await importer.review(
    [TITLES, ...Array.from({ length: 10 }, (_, at) => line(`Nom${at}`, 'CDDI', '01/07/2026', '31/12/2026'))].join('\n'),
  )
  const before = world.statements.length
  assert.equal((await importer.confirm(review)).status, 303)
  const each = (world.statements.length - before) / 10
  // Each is a hire as the screen declares one: some forty statements, whatever the length of the file.
  assert.ok(each <= 50, `${each} statements for each entry`)
})
