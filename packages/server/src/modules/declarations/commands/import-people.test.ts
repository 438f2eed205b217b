import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../../../platform/command/context.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { anImporter } from '../fixtures.ts'

const PATH = '/personnes/importer'
const TITLES = 'Civilité;Nom de naissance;Prénom;Date naiss.;Tel portable;CP;Ville;NIR'
const line = (name: string, given: string, born = '12/04/1985') => `Mme;${name};${given};${born};639980000;11300;Limoux;285041130000042`

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aWorkerNamed(tx, team, 'Benali')
    const adviser = await anAdviser(tx)
    // Followed elsewhere only.
    await aPerson(tx, {
      organisation: adviser.organisation,
      unit: adviser.unit,
      birthName: 'Secret',
      givenNames: 'Léa',
      birthDate: '1985-04-12',
    })
    return { ...team, adviser }
  })
const people = (world: World) =>
  world.look(
    `select name.value, state from person join person_name as name on name.person_id = person.id and name.kind = 'birth' order by 1`,
  )
const importerOf = async (world: World, { unit, counsellor }: Awaited<ReturnType<typeof set>>) => {
  const browser = await openBrowser(world, counsellor.accountId)
  return { browser, importer: anImporter(browser, PATH, { unitId: unit.id }) }
}

databaseTest(
  'a visitor, a prescriber, the State, the payroll, who supervises or a former member imports nobody; another carrier not into our team',
  async (world) => {
    const { adviser, former, officer, payroll, supervisor, stranger, unit } = await set(world)
    const form = { unitId: unit.id, pasted: `${TITLES}\n${line('Garcia', 'Léa')}`, step: 'file' }
    await isClosedTo(
      world,
      {
        'a prescriber': adviser.member.accountId,
        'the State': officer.accountId,
        'the payroll': payroll.accountId,
        'who supervises': supervisor.accountId,
        'a former member': former.accountId,
      },
      { path: PATH, form },
    )
    const browser = await openBrowser(world, stranger.accountId)
    const table = 'rank\tbirthName\tgivenNames\tbirthDate\n2\tGarcia\tLéa\t12/04/1985'
    for (const step of ['read', 'confirm']) assert.notEqual((await browser.post(PATH, { unitId: unit.id, table, step })).status, 303)
    assert.equal((await people(world)).length, 2)
  },
)

databaseTest(
  'those already followed do not change, a stranger known elsewhere gets a provisional file that betrays nothing, the others a file',
  async (world) => {
    const made = await set(world)
    const { browser, importer } = await importerOf(world, made)
    const file = [TITLES, line('BENALI', 'Ana', '03/05/1990'), line('Garcia', 'Léa'), line('Secret', 'Léa')].join('\n')
    const review = await importer.review(file)
    assert.match(review.text, /2 lignes à enregistrer, 1 déjà enregistrée, 0 à corriger/)
    assert.doesNotMatch(review.text, /ailleurs|provisoire/)
    assert.doesNotMatch(review.body, /285041130000042/)
    const done = await importer.confirm(review)
    assert.equal(done.status, 303, done.text)
    assert.match(
      (await browser.get(String(done.location))).text,
      /2 fiches ouvertes 1 fiche provisoire : la personne a déjà une fiche ailleurs/,
    )
    assert.deepEqual(await people(world), [
      { value: 'Benali', state: 'confirmed' },
      { value: 'Garcia', state: 'confirmed' },
      { value: 'Secret', state: 'confirmed' },
      { value: 'Secret', state: 'provisional' },
    ])
    assert.deepEqual(await world.look('select value from contact_version order by value'), [
      { value: '06 39 98 00 00' },
      { value: '06 39 98 00 00' },
      { value: '11300 Limoux' },
      { value: '11300 Limoux' },
    ])
    assert.match((await importer.columns(file)).text, /Tout est déjà enregistré/)

    assert.equal((await browser.post(String(done.location), { version: '1' })).status, 303)
    assert.equal((await people(world)).length, 2)
  },
)

databaseTest('a file to which something was added since is kept, and so are the others of the list', async (world) => {
  const made = await set(world)
  const { browser, importer } = await importerOf(world, made)
  const done = await importer.confirm(await importer.review([TITLES, line('Garcia', 'Léa'), line('Petit', 'Zoé')].join('\n')))
  const contracts = anImporter(browser, '/contrats/importer', { siaeId: made.siae.id })
  const entry = await contracts.confirm(await contracts.review('Nom;Prénom;Type;Début;Fin\nGarcia;Léa;CDDI;01/09/2026;31/12/2026'))
  assert.equal(entry.status, 303, entry.text)
  const refused = await browser.post(String(done.location), { version: '1' })
  assert.match(refused.text, /La fiche de la ligne 2 ne se retire plus : elle a changé/)
  assert.equal((await people(world)).length, 4)
})

databaseTest(
  'files are taken back by whoever opened them, for thirty days, while nobody else read them, and by no other role',
  async (world) => {
    const made = await set(world)
    const { browser, importer } = await importerOf(world, made)
    const done = await importer.confirm(await importer.review([TITLES, line('Garcia', 'Léa')].join('\n')))
    const colleague = await openBrowser(world, made.director.accountId)
    assert.match((await colleague.post(String(done.location), { version: '1' })).text, /Seule la personne qui a importé ces fiches/)

    const [opened] = await world.look("select person_id from person_name where value = 'Garcia'")
    const personId = String(opened?.['person_id'])
    const withdraw = (role: string, account = made.counsellor.accountId) =>
      world.database.transaction(
        {
          role: 'maillage_app',
          context: {
            ...contextOfNobody(day(TEST_DAY)),
            account,
            hatRole: role,
            organisation: made.organisation.id,
            units: [made.unit.id],
          },
        },
        async (tx) => (await sql<{ gone: boolean }>`select withdraw_new_person(${personId}) as gone`.execute(tx)).rows[0]?.gone,
      )
    assert.equal(await withdraw('technical_supervisor'), false)
    assert.equal(await withdraw('director', made.director.accountId), false)

    assert.equal((await colleague.get(`/personnes/${personId}`)).status, 200)
    assert.match((await browser.post(String(done.location), { version: '1' })).text, /quelqu’un d’autre l’a ouverte/)
    await world.look('delete from access_log')
    await world.look("update person set recorded_at = now() - interval '31 days' where id = $1", [personId])
    assert.equal(await withdraw('counsellor'), false)
    await world.look("update person set recorded_at = now() - interval '29 days' where id = $1", [personId])
    assert.equal(await withdraw('counsellor'), true)
  },
)

databaseTest('each line refused says why; a name in one cell is split by its capitals only', async (world) => {
  const made = await set(world)
  const { importer } = await importerOf(world, made)
  const titles = 'Salarié;Date de naissance;E-mail'
  const lines = [
    'GARCIA Léa;12/04/1985;',
    'Petit Zoé;12/04/1985;',
    'GARCIA Léa;12/04/1985;',
    'ROUX Zoé;12/04/2024;',
    'ROUX Zoé;12/04/2027;',
    'ROUX Zoé;;',
    'ROUX Zoé;1985;zoe',
  ]
  const review = await importer.review([titles, ...lines].join('\n'))
  assert.equal(review.status, 422)
  for (const said of [
    /Ligne 3, colonne « Nom de naissance » : « Petit Zoé » ne dit pas où finit le nom/,
    /Ligne 4, .+ la ligne 2 nomme déjà cette personne/,
    /Ligne 5, colonne « Date de naissance » : cette personne aurait 2 ans/,
    /Ligne 6, colonne « Date de naissance » : le 12 avril 2027 est à venir/,
    /Ligne 7, colonne « Date de naissance » : il n’y a rien/,
    /Ligne 8, colonne « E-mail » : « zoe » n’est pas une adresse/,
  ])
    assert.match(review.text, said)
  const aside = Object.fromEntries([4, 5, 6, 7].map((rank) => [`fix-${rank}-aside`, 'oui']))
  const fixed = await importer.correct(review, { ...aside, 'fix-3-birthName': 'Petit', 'fix-3-givenNames': 'Zoé', 'fix-8-email': '' })
  assert.equal(fixed.status, 200, fixed.text)
  assert.equal((await importer.confirm(fixed)).status, 303)
  assert.equal((await people(world)).length, 5)
})

databaseTest('a list is no way to learn who is known here: twenty strangers a day, and beyond nothing is recorded', async (world) => {
  const made = await set(world)
  const { importer } = await importerOf(world, made)
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const list = (count: number, prefix: string) =>
    [TITLES, ...Array.from({ length: count }, (_, at) => line(`${prefix}${letters[at]}`, 'Zoé'))].join('\n')
  const review = await importer.review(list(21, 'Nom'))
  assert.match(review.text, /ne répond que 20 fois par jour/)
  assert.match((await importer.confirm(review)).text, /vingt fois par jour .+ rien n’a été enregistré/)
  assert.equal((await people(world)).length, 2)
  const before = world.statements.length
  assert.equal((await importer.confirm(await importer.review(list(20, 'Nom')))).status, 303)
  assert.ok((world.statements.length - before) / 20 <= 12, `${(world.statements.length - before) / 20} statements for each person`)
  assert.match((await importer.confirm(await importer.review(list(1, 'Autre')))).text, /vingt fois par jour/)
})
