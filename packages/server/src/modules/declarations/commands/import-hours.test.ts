import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { writeTables } from '../../../platform/uploads/write-tables.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aMonth, aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { anImporter } from '../fixtures.ts'

const PATH = '/heures/importer'
const TITLES = 'Matricule;Nom;Prénom;Date naiss.;NIR;Période;Hrs payées;Hrs travaillées'
const NIR = '290051100000017'
const line = (name: string, paid: string, worked = '', month = '07/2026') => `42;${name};Ana;03/05/1990;${NIR};${month};${paid};${worked}`

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const benali = await aWorkerNamed(tx, team, 'Benali')
    const garcia = await aWorkerNamed(tx, team, 'Garcia')
    return { ...team, benali, garcia }
  })
const written = (world: World) =>
  world.look(`select name.value, version, paid, worked from hours_version join hours on hours.id = hours_id
    join person_name as name on name.person_id = hours.person_id and kind = 'birth'
    where hours_version.superseded_at is null order by name.value`)

databaseTest(
  'a visitor, a prescriber, the State or a former member imports no hours; another carrier’s director none of ours',
  async (world) => {
    const { former, officer, siae, stranger } = await set(world)
    const prescriber = await world.load((tx) => anAdviser(tx))
    const form = { siaeId: siae.id, pasted: `${TITLES}\n${line('Benali', '100')}`, step: 'file' }
    await isClosedTo(
      world,
      { 'a prescriber': prescriber.member.accountId, 'the State': officer.accountId, 'a former member': former.accountId },
      { path: PATH, form },
    )
    const browser = await openBrowser(world, stranger.accountId)
    assert.match((await browser.post(PATH, form)).text, /Choisissez dans la liste/)
    const table = 'rank\tbirthName\tgivenNames\tmonth\tpaid\n2\tBenali\tAna\t07/2026\t100'
    for (const step of ['read', 'confirm']) assert.equal((await browser.post(PATH, { siaeId: siae.id, table, step })).status, 404)
    assert.deepEqual(await written(world), [])
  },
)

databaseTest(
  'a payroll file is read, its columns agreed once, its lines recorded together as a draft; what is never kept does not travel',
  async (world) => {
    const { siae, payroll } = await set(world)
    const browser = await openBrowser(world, payroll.accountId)
    const importer = anImporter(browser, PATH, { siaeId: siae.id })
    const file = `PAIE EXPERT\n\n${TITLES}\n${line('BENALI', '112,67', '98h30')}\n${line('Garcia', '35:30')}\nTotal;;;;;;148,17;`
    const columns = await importer.columns(file)
    assert.match(columns.text, /À quoi correspond chaque colonne/)
    assert.match(columns.text, /« NIR » : le numéro de sécurité sociale ne s’importe pas/)
    assert.doesNotMatch(columns.body.replace(/<textarea.*?<\/textarea>/gs, ''), new RegExp(NIR))
    const review = await importer.review(file)
    assert.equal(review.status, 200, review.text)
    assert.match(review.text, /2 lignes différentes, 0 déjà enregistrée, 0 à corriger/)
    assert.match(review.text, /Ligne 6 : un total, laissé de côté/)
    assert.doesNotMatch(review.body, new RegExp(`${NIR}|\\b42\\b`))
    assert.deepEqual(await written(world), [])

    const done = await importer.confirm(review)
    assert.match(done.location ?? '', /^\/imports\/[0-9a-f-]{36}\/bilan$/, done.text)
    assert.match((await browser.get(done.location ?? '')).text, /Import d’heures Enregistré Fichier Lignes collées .+ 2 lignes/)
    const kept = [
      { value: 'Benali', version: 1, paid: 11_267, worked: 9850 },
      { value: 'Garcia', version: 1, paid: 3550, worked: null },
    ]
    assert.deepEqual(await written(world), kept)

    // The same file again: its columns are remembered, nothing is asked and nothing changes.
    const same = await importer.columns(file)
    assert.match(same.text, /0 ligne différente, 2 déjà enregistrées, 0 à corriger/)
    assert.match(same.text, /Tout est déjà enregistré/)
    const forced = await importer.confirm(same)
    assert.match(forced.text, /Tout est déjà enregistré : ce fichier ne change rien/)
    assert.deepEqual(await written(world), kept)

    // Another figure: said with what it replaces; what the file does not say stays.
    const other = await importer.columns(`${TITLES}\n${line('Benali', '120')}`)
    assert.match(other.text, /Heures payées 112,67 h 120,00 h \+ 7,33 h/)
    await importer.confirm(other)
    assert.deepEqual((await written(world))[0], { value: 'Benali', version: 2, paid: 12_000, worked: 9850 })
  },
)

databaseTest('each line refused says why, is corrected or left aside on screen, and stops the others meanwhile', async (world) => {
  const { siae, payroll } = await set(world)
  await world.load((tx) => aMonth(tx, siae, '2026-05', 'validated'))
  const browser = await openBrowser(world, payroll.accountId)
  const importer = anImporter(browser, PATH, { siaeId: siae.id })
  const lines = [
    line('Benali', '800'),
    line('Inconnu', '10'),
    line('Garcia', 'beaucoup'),
    line('Garcia', '10', '', '05/2026'),
    line('Garcia', '10', '', '12/2026'),
    line('Garcia', '', ''),
    line('Garcia', '20', '', '08/2026'),
    line('Garcia', '30', '', '08/2026'),
    line('Garcia', '20', '', '08/2026'),
  ]
  const review = await importer.review([TITLES, ...lines].join('\n'))
  assert.equal(review.status, 422)
  for (const said of [
    /Ligne 2, colonne « Heures payées » : 800.+ dans le mois n’est pas possible/,
    /Ligne 3 : vos équipes ne suivent personne du nom de « Ana INCONNU »/,
    /Ligne 4, colonne « Heures payées » : « beaucoup » n’est pas un nombre d’heures/,
    /Ligne 5, colonne « Mois » : mai 2026 est « Validé par la structure » : reprenez-le/,
    /Ligne 6, colonne « Mois » : décembre 2026 n’a pas commencé/,
    /Ligne 7, colonne « Heures payées » : il n’y a aucune heure/,
    /Ligne 9, .+ la ligne 8 donne d’autres heures à la même personne/,
    /Ligne 10, .+ la ligne 8 dit déjà la même chose/,
  ])
    assert.match(review.text, said)
  const stopped = await importer.confirm(review)
  assert.equal(stopped.status, 422)
  assert.match(stopped.text, /8 lignes restent à corriger/)
  assert.deepEqual(await written(world), [])

  const aside = Object.fromEntries([3, 5, 6, 7, 9, 10].map((rank) => [`fix-${rank}-aside`, 'oui']))
  const corrected = await importer.correct(stopped, { 'fix-2-paid': '80', 'fix-4-paid': '12', ...aside })
  assert.equal(corrected.status, 200, corrected.text)
  assert.match(corrected.text, /3 lignes différentes, 0 déjà enregistrée, 0 à corriger, 6 laissées de côté/)
  assert.equal((await importer.confirm(corrected)).status, 303)
  assert.deepEqual(new Set((await written(world)).map(({ paid }) => paid)), new Set([1200, 2000, 8000]))
})

databaseTest('two people with the same name are told apart by their birth, or chosen on screen', async (world) => {
  const made = await set(world)
  const twin = await world.load((tx) => aWorkerNamed(tx, made, 'Benali'))
  const importer = anImporter(await openBrowser(world, made.payroll.accountId), PATH, { siaeId: made.siae.id })
  const review = await importer.review('Nom;Prénom;Mois;Heures\nBenali;Ana;07/2026;10')
  assert.match(review.text, /2 personnes portent le nom « Ana BENALI »/)
  const chosen = await importer.correct(review, { 'fix-2-person': twin.person.id })
  assert.equal(chosen.status, 200, chosen.text)
  assert.equal((await importer.confirm(chosen)).status, 303)
  assert.deepEqual(await world.look('select person_id from hours'), [{ person_id: twin.person.id }])
})

databaseTest('the month may be said once for the whole file; the site of the file must be one of the structure', async (world) => {
  const { siae, payroll, organisation } = await set(world)
  const site = await world.load((tx) => aWorksite(tx, siae, { name: 'Chantier de Limoux' }))
  assert.ok(organisation)
  const browser = await openBrowser(world, payroll.accountId)
  const importer = anImporter(browser, PATH, { siaeId: siae.id })
  const dated = anImporter(browser, PATH, { siaeId: siae.id, month: 'juillet 2026' })
  const file = 'Nom;Prénom;Heures;Chantier\nBenali;Ana;10;CHANTIER DE LIMOUX\nGarcia;Ana;10;Ailleurs'
  assert.match((await importer.review(file)).text, /Aucune colonne ne donne « Mois »/)
  const review = await dated.review(file)
  assert.match(review.text, /Ligne 3, colonne « Site » : « Ailleurs » n’est pas un site ouvert/)
  const corrected = await dated.correct(review, { 'fix-3-worksite': 'Chantier de Limoux' })
  assert.equal((await dated.confirm(corrected)).status, 303)
  assert.deepEqual(await world.look('select worksite_id, count(*)::integer as n from hours group by 1'), [{ worksite_id: site.id, n: 2 }])
})

databaseTest('a month opened again is corrected with its reason', async (world) => {
  const { siae, payroll } = await set(world)
  await world.load((tx) => aMonth(tx, siae, '2026-07', 'reopened'))
  const browser = await openBrowser(world, payroll.accountId)
  const importer = anImporter(browser, PATH, { siaeId: siae.id })
  const review = await importer.review(`${TITLES}\n${line('Benali', '10')}`)
  assert.match(review.text, /Pourquoi ces heures sont corrigées/)
  const without = await importer.confirm(review)
  assert.match(without.text, /dites pourquoi/)
  assert.equal((await importer.confirm(without, { reason: 'Bulletins refaits' })).status, 303)
  assert.deepEqual(await world.look('select reason from hours_version'), [{ reason: 'Bulletins refaits' }])
})

const WEEKS = 'Nom;Prénom;Semaine du;Heures payées;Heures travaillées'
const weeks = (...lines: readonly string[]) => [WEEKS, ...lines.map((each) => `Benali;Ana;${each}`)].join('\n')

databaseTest('lines of weeks make one month, and the reader is told; sent again, the file changes nothing', async (world) => {
  const { siae, payroll } = await set(world)
  const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
  const file = weeks('06/07/2026;35;30', '13/07/2026;35;', '20/07/2026;28,5;21', '27/07/2026;35;30', '03/08/2026;7;7')
  const review = await importer.review(file)
  assert.equal(review.status, 200, review.text)
  assert.match(review.text, /2 lignes différentes/)
  assert.match(review.text, /Heures payées Heures travaillées Rien Rien 133,50 h 81,00 h .*4 lignes additionnées : 2, 3, 4, 5\./)
  assert.doesNotMatch(review.text, /sont les mêmes/)
  assert.equal((await importer.confirm(review)).status, 303)
  assert.deepEqual(
    (await written(world)).map(({ paid, worked }) => [paid, worked]),
    [
      [13_350, 8100],
      [700, 700],
    ],
  )
  assert.match((await importer.review(file)).text, /0 ligne différente, 2 déjà enregistrées/)

  const double = await importer.review(weeks('07/09/2026;35;', '07/09/2026;30;', '14/09/2026;35;'))
  assert.match(double.text, /Ligne 3, .+ la ligne 2 donne d’autres heures/)
  const long = await importer.review(weeks('07/09/2026;400;', '14/09/2026;400;'))
  assert.equal(long.status, 422)
  assert.match(long.text, /Ligne 3, .+ les lignes 2, 3 font ensemble 800,00 h payées, plus que le mois n’en compte/)
})

databaseTest(
  'where people work by the mission, lines of the same period are added up too, two that are the same being said',
  async (world) => {
    const { siae, payroll } = await set(world)
    await world.look("update siae set kind = 'ETTI'")
    const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
    const review = await importer.review(weeks('07/2026;35;', '07/2026;20;', '07/2026;35;'))
    assert.match(review.text, /90,00 h .*3 lignes additionnées : 2, 3, 4\. Deux d’entre elles sont les mêmes/)
    assert.equal((await importer.confirm(review)).status, 303)
    assert.deepEqual(
      (await written(world)).map(({ paid }) => paid),
      [9000],
    )
  },
)

databaseTest('nothing, no titles or too many lines say what to do, and what was typed is kept', async (world) => {
  const { siae, payroll } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  assert.match((await browser.post(PATH, { siaeId: siae.id })).text, /Choisissez un fichier, ou collez ses lignes/)
  assert.match((await browser.post(PATH, { siaeId: siae.id, pasted: 'Nom;Heures' })).text, /aucune ligne sous les titres/)
  assert.match((await browser.post(PATH, { siaeId: siae.id, pasted: `Nom\n${'x\n'.repeat(1001)}` })).text, /1001 lignes, pour 1000 au plus/)
  const raw = 'a\tb\nbonjour\t12'
  const refused = await browser.post(PATH, { siaeId: siae.id, step: 'columns', raw, 'col-0': 'paid', 'col-1': 'paid' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Deux colonnes sont prises pour « Heures payées »/)
  assert.match(refused.text, /Aucune colonne ne donne « Nom de naissance »/)
})

databaseTest('the model has our titles, and its example is left aside and said', async (world) => {
  const { siae, payroll } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  const importer = anImporter(browser, PATH, { siaeId: siae.id })
  const model = (await browser.get(`${PATH}/modele.csv`)).body
  assert.match(model, /^\uFEFFNom de naissance;Prénoms;/)
  const columns = await importer.review(model)
  assert.match(columns.text, /Ce fichier n’a que l’exemple du modèle/)
  const filled = await importer.review(`${model}Benali;Ana;;;;07/2026;10\r\n`)
  assert.match(filled.text, /1 ligne différente.*Ligne 2 : l’exemple du modèle, laissé de côté/)
})

databaseTest('sixty people take as many statements as one', async (world) => {
  const made = await set(world)
  await world.load(async (tx) => {
    for (let at = 0; at < 60; at++) await aWorkerNamed(tx, made, `Nom${String.fromCharCode(97 + (at % 26))}${at}`)
  })
  const importer = anImporter(await openBrowser(world, made.payroll.accountId), PATH, { siaeId: made.siae.id })
  const counted = async (lines: readonly string[]) => {
    const review = await importer.review([TITLES, ...lines].join('\n'))
    const before = world.statements.length
    const done = await importer.confirm(review)
    assert.equal(done.status, 303, done.text)
    return world.statements.length - before
  }
  const one = await counted([line('Benali', '10')])
  const many = await counted(
    Array.from({ length: 60 }, (_, at) => line(`Nom${String.fromCharCode(97 + (at % 26))}${at}`, '10', '', '06/2026')),
  )
  assert.ok(many - one <= 3, `${one} statements for one line, ${many} for sixty`)
})

databaseTest('a workbook is read: its sheet of hours, its dates, its numbers, its durations', async (world) => {
  const { siae, payroll } = await set(world)
  const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
  const sheet = (name: string, rows: (string | number | { day: ReturnType<typeof day> } | null)[][]) => ({ name, rows, merges: [] })
  const bytes = await writeTables('xlsx', [
    sheet('Notice', [['Ce fichier vient de la paie']]),
    sheet('Heures', [
      ['Nom', 'Prénom', 'Date de naissance', 'Période', 'Heures payées', 'Heures travaillées'],
      ['Benali', 'Ana', { day: day('1990-05-03') }, { day: day('2026-07-01') }, 112.67, '98:30'],
    ]),
  ])
  const review = await importer.reviewFile({ name: 'paie-juillet.xlsx', bytes })
  assert.match(review.text, /112,67 h 98,50 h/)
  assert.equal((await importer.confirm(review)).status, 303)
  assert.deepEqual(await world.look('select file_name, file_kind, state from import_run'), [
    { file_name: 'paie-juillet.xlsx', file_kind: 'xlsx', state: 'recorded' },
  ])
  const picture = await importer.reviewFile({
    name: 'photo.xlsx',
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  })
  assert.match(picture.text, /n’est pas un tableau/)
})

const PAYROLL = 'Nom;Prénom;Période;Heures payées;Date fin contrat;Horaire hebdo'
const contractsNow = (world: World) =>
  world.look(`select name.value, known.version, known.first_day, known.last_day, known.weekly_hours, known.reason from contract_version as known
    join person_name as name on name.person_id = known.person_id and kind = 'birth'
    where known.superseded_at is null order by name.value, known.first_day`)

databaseTest(
  'what payroll says otherwise is shown person by person; one difference is accepted, and the others change nothing',
  async (world) => {
    const { siae, payroll } = await set(world)
    const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
    await importer.confirm(await importer.review(`${TITLES}\n${line('Benali', '100')}\n${line('Garcia', '90')}`))
    const file = `${PAYROLL}\nBenali;Ana;07/2026;110;30/09/2026;26\nGarcia;Ana;07/2026;90;31/12/2026;26`
    const review = await importer.review(file)
    assert.match(review.text, /1 ligne différente, 1 déjà enregistrée, 0 à corriger/)
    assert.match(review.text, /Heures payées 100,00 h 110,00 h \+ 10,00 h/)
    assert.match(review.text, /Fin du contrat 31 décembre 2026 30 septembre 2026/)
    assert.match(review.text, /Accepter enregistre une rupture au 30 septembre 2026/)
    const nothing = await importer.accept(review, [])
    assert.match(nothing.text, /Cochez au moins une différence/)
    assert.equal((await importer.accept(nothing, ['2.hours.1'])).status, 303)
    assert.deepEqual(
      (await written(world)).map(({ value, version, paid }) => [value, version, paid]),
      [
        ['Benali', 2, 11_000],
        ['Garcia', 1, 9000],
      ],
    )
    assert.deepEqual(
      (await contractsNow(world)).map(({ version }) => version),
      [1, 1],
    )
    // The hours are alike now: the end of the contract is still said, and accepted as the act that it is.
    const left = await importer.review(file)
    assert.doesNotMatch(left.text, /110,00 h \+/)
    assert.equal((await importer.confirm(left)).status, 303)
    const [benali] = await contractsNow(world)
    assert.deepEqual([benali?.['last_day'], benali?.['reason']], ['2026-09-30', 'ended: other-in-the-file'])
  },
)

databaseTest('a later end is a renewal, other weekly hours an amendment, both at once when all is accepted', async (world) => {
  const { siae, payroll } = await set(world)
  const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
  const review = await importer.review(`${PAYROLL}\nBenali;Ana;07/2026;110;30/06/2027;30`)
  assert.match(review.text, /Accepter les 3 différences/)
  assert.equal((await importer.confirm(review)).status, 303)
  assert.deepEqual(
    (await contractsNow(world)).slice(0, 2).map(({ first_day, last_day, weekly_hours }) => [first_day, last_day, weekly_hours]),
    [
      ['2026-01-05', '2026-12-31', 3000],
      ['2027-01-01', '2027-06-30', 3000],
    ],
  )
})

databaseTest('a difference that somebody settled since it was read is shown again, not written', async (world) => {
  const { siae, payroll } = await set(world)
  const importer = anImporter(await openBrowser(world, payroll.accountId), PATH, { siaeId: siae.id })
  const first = await importer.review(`${TITLES}\n${line('Benali', '100')}`)
  const second = await importer.review(`${TITLES}\n${line('Benali', '120')}`)
  assert.equal((await importer.confirm(first)).status, 303)
  const moved = await importer.confirm(second)
  assert.equal(moved.status, 422)
  assert.match(moved.text, /Quelqu’un a changé ces heures ou ces contrats/)
  assert.match(moved.text, /100,00 h 120,00 h \+ 20,00 h/)
  assert.deepEqual(
    (await written(world)).map(({ paid }) => paid),
    [10_000],
  )
})

databaseTest('who supervises reads what payroll says of a contract, and accepts hours alone', async (world) => {
  const { siae, supervisor } = await set(world)
  const importer = anImporter(await openBrowser(world, supervisor.accountId), PATH, { siaeId: siae.id })
  const review = await importer.review(`${PAYROLL}\nBenali;Ana;07/2026;110;30/09/2026;26`)
  assert.match(review.text, /Demandez à la direction/)
  const forced = await importer.accept(review, ['2.end.1'])
  assert.equal(forced.status, 422)
  assert.deepEqual(
    (await contractsNow(world)).map(({ version }) => version),
    [1, 1],
  )
})
