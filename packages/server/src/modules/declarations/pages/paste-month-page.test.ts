import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser, type TestBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aMonth, aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { hiddenIn } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const benali = await aWorkerNamed(tx, team, 'Benali')
    const garcia = await aWorkerNamed(tx, team, 'Garcia')
    return { ...team, benali, garcia, path: `/heures/${team.siae.id}/2026-07/coller` }
  })

const written = (world: World) =>
  world.look(`select name.value, version, paid, worked, reason from hours_version join hours on hours.id = hours_id
    join person_name as name on name.person_id = hours.person_id and kind = 'birth'
    where hours_version.superseded_at is null order by name.value`)

/** Confirms what the page shows, as its form carries it. */
const confirm = (browser: TestBrowser, path: string, body: string, more: Readonly<Record<string, string>> = {}) =>
  browser.post(path, { pasted: hiddenIn(body, 'pasted'), seen: hiddenIn(body, 'seen'), step: 'confirm', ...more })

databaseTest('a visitor, a prescriber, the State, a former member or another carrier pastes nothing here', async (world) => {
  const { former, officer, stranger, path } = await set(world)
  const prescriber = await world.load((tx) => anAdviser(tx))
  await isClosedTo(
    world,
    {
      'a prescriber': prescriber.member.accountId,
      'the State': officer.accountId,
      'a former member': former.accountId,
      'another carrier': stranger.accountId,
    },
    { path, form: { pasted: 'Benali Ana\t100', step: 'confirm', seen: '1.hours.0' } },
  )
  assert.deepEqual(await written(world), [])
})

databaseTest('each line that is wrong is named with its number, the text comes back as it was, and nothing is saved', async (world) => {
  const made = await set(world)
  await world.load(async (tx) => {
    await aWorkerNamed(tx, made, 'Petit')
    await aWorkerNamed(tx, made, 'Petit')
    await aWorkerNamed(tx, made, 'Parti', { entry: '2025-01-06', exit: '2025-12-31', last: '2025-12-31' })
  })
  const browser = await openBrowser(world, made.payroll.accountId)
  const text = ['Benali Ana\t800', 'Inconnu Ana\t10', 'Garcia Ana\tbeaucoup', 'Petit Ana\t10', 'Parti Ana\t10', 'Garcia Ana\t12'].join('\n')
  const review = await browser.post(made.path, { pasted: text, step: 'read' })
  assert.equal(review.status, 422)
  for (const said of [
    /Ligne 1, Benali Ana, colonne « Heures payées » : 800.+n’est pas possible/,
    /Ligne 2 : vos équipes ne suivent personne du nom de « Inconnu Ana »/,
    /Ligne 3, Garcia Ana, colonne « Heures payées » : « beaucoup » n’est pas un nombre d’heures/,
    /Ligne 4 : 2 personnes portent le nom « Petit Ana »/,
    /Ligne 5, Parti Ana : .*PARTI.* n’est pas dans .+ en juillet 2026 : enregistrez d’abord son contrat/,
  ])
    assert.match(review.text, said)
  assert.match(review.body, /<textarea[^>]*name="pasted"[^>]*>\s*Benali Ana\t800\r?\nInconnu Ana\t10/)
  const forced = await confirm(browser, made.path, review.body, { pasted: text, seen: '6.hours.0' })
  assert.equal(forced.status, 422)
  assert.match(forced.text, /Ligne 1, Benali Ana, colonne/)
  assert.deepEqual(await written(world), [])
})

databaseTest('a line told twice is refused twice over, whatever it says', async (world) => {
  const { payroll, path } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  const review = await browser.post(path, { pasted: 'Benali Ana\t100\nGarcia Ana\t90\nBENALI Ana\t110\nGarcia Ana\t90', step: 'read' })
  assert.match(review.text, /Ligne 3, .+ la ligne 1 donne d’autres heures à la même personne/)
  assert.match(review.text, /Ligne 4, .+ la ligne 2 dit déjà la même chose/)
  assert.deepEqual(await written(world), [])
})

databaseTest('what is right is shown beside what is recorded, then saved as a draft by the confirmation alone', async (world) => {
  const { siae, payroll, path } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  const review = await browser.post(path, { pasted: 'BENALI Ana\t112,67\t98,5\nTotal\t112,67', step: 'read' })
  assert.equal(review.status, 200, review.text)
  assert.match(review.text, /1 ligne à enregistrer, 0 déjà enregistrée, 0 à corriger\. Ligne 2 : un total, laissé de côté\./)
  assert.match(review.text, /1 personne sous contrat ce mois-ci n’a d’heures ni dans ce texte, ni enregistrées : .*GARCIA/)
  assert.deepEqual(await written(world), [])
  const done = await confirm(browser, path, review.body)
  assert.equal(done.location, `/heures/${siae.id}/2026-07`, done.text)
  assert.deepEqual(await written(world), [{ value: 'Benali', version: 1, paid: 11_267, worked: 9850, reason: null }])

  const again = await browser.post(path, { pasted: 'BENALI Ana\t112,67\t98,5\nGarcia Ana\t90', step: 'read' })
  assert.match(again.text, /1 ligne à enregistrer, 1 déjà enregistrée/)
  const changed = await browser.post(path, { pasted: 'BENALI Ana\t120\nGarcia Ana\t90', step: 'read' })
  assert.match(changed.text, /Heures payées 112,67 h 120,00 h \+ 7,33 h/)
  // Somebody writes meanwhile: the page that was read no longer says what would change.
  assert.equal((await confirm(browser, path, again.body)).status, 303)
  const stale = await confirm(browser, path, changed.body)
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Quelqu’un a changé ces heures ou ces contrats/)
  assert.deepEqual(
    (await written(world)).map(({ paid }) => paid),
    [11_267, 9000],
  )
})

databaseTest('the person meant by a name that two bear is chosen, and the choice follows its line when the text changes', async (world) => {
  const made = await set(world)
  const [first, second] = await world.load(async (tx) => [await aWorkerNamed(tx, made, 'Petit'), await aWorkerNamed(tx, made, 'Petit')])
  assert.ok(first && second)
  const browser = await openBrowser(world, made.payroll.accountId)
  const choice = { 'person-1': second.person.id, 'name-1': 'Petit Ana' }
  const review = await browser.post(made.path, { pasted: 'Garcia Ana\t90\nPetit Ana\t10', step: 'read', ...choice })
  assert.equal(review.status, 200, review.text)
  const done = await confirm(browser, made.path, review.body, choice)
  assert.equal(done.status, 303, done.text)
  const rows = await world.look('select person_id from hours order by recorded_at, id')
  assert.deepEqual(new Set(rows.map(({ person_id }) => person_id)), new Set([made.garcia.person.id, second.person.id]))
})

databaseTest('a month validated or sent is not pasted into; opened again, it takes a reason and makes a new version', async (world) => {
  const { siae, payroll, path } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  await world.load((tx) => aMonth(tx, siae, '2026-07', 'sent'))
  assert.match((await browser.get(path)).text, /Ce mois est transmis.+Débloquer/)
  const refused = await browser.post(path, { pasted: 'Benali Ana\t100', step: 'read' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /juillet 2026 est transmis : rien n’a été enregistré\. Votre texte est gardé/)
  assert.match(refused.body, />\s*Benali Ana\t100</)
  const forced = await browser.post(path, { pasted: 'Benali Ana\t100', step: 'confirm', seen: '1.hours.0' })
  assert.equal(forced.status, 422)
  assert.deepEqual(await written(world), [])

  await world.load((tx) => aMonth(tx, siae, '2026-06', 'reopened'))
  const june = `/heures/${siae.id}/2026-06/coller`
  const review = await browser.post(june, { pasted: 'Benali Ana\t100', step: 'read' })
  assert.match(review.text, /Pourquoi ces heures sont corrigées/)
  const without = await confirm(browser, june, review.body)
  assert.equal(without.status, 422)
  assert.match(without.text, /dites pourquoi/)
  assert.equal((await confirm(browser, june, without.body, { reason: 'Bulletins refaits' })).status, 303)
  assert.deepEqual(await written(world), [{ value: 'Benali', version: 1, paid: 10_000, worked: null, reason: 'Bulletins refaits' }])
})

databaseTest('hours without a contract are kept, and said: they were worked', async (world) => {
  const made = await set(world)
  await world.load((tx) => aWorkerNamed(tx, made, 'Sanscontrat', { last: '2026-06-30' }))
  const browser = await openBrowser(world, made.payroll.accountId)
  const review = await browser.post(made.path, { pasted: 'Sanscontrat Ana\t50', step: 'read' })
  assert.equal(review.status, 200, review.text)
  assert.match(review.text, /Sans contrat ce mois-là : ces heures sont gardées/)
})

databaseTest('a text that names another month is refused, line by line', async (world) => {
  const { payroll, path } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  const review = await browser.post(path, { pasted: 'Nom\tMois\tHeures\nBenali Ana\t06/2026\t10', step: 'read' })
  assert.equal(review.status, 422)
  assert.match(review.text, /Ligne 2, .+ le texte dit juin 2026, et cette page est celle de juillet 2026/)
})

databaseTest('nothing pasted, or far too much, says what to do', async (world) => {
  const { payroll, path } = await set(world)
  const browser = await openBrowser(world, payroll.accountId)
  assert.match((await browser.post(path, { pasted: ' ', step: 'read' })).text, /Collez les lignes de votre tableur/)
  assert.match((await browser.post(path, { pasted: 'x\t1\n'.repeat(700), step: 'read' })).text, /compte 700 lignes, pour 600 au plus/)
})

databaseTest('two hundred people take as many statements as one', async (world) => {
  const made = await set(world)
  const names = Array.from(
    { length: 200 },
    (_, at) => `Nom${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`,
  )
  await world.load(async (tx) => {
    for (const name of names) await aWorkerNamed(tx, made, name)
  })
  const browser = await openBrowser(world, made.payroll.accountId)
  const counted = async (path: string, lines: readonly string[]) => {
    const start = world.statements.length
    const review = await browser.post(path, { pasted: lines.join('\n'), step: 'read' })
    const before = world.statements.length
    const read = world.statements.slice(start, before).filter((statement) => !/find_session|deployment_purpose/.test(statement))
    assert.ok(read.length <= 6, `${read.length} statements to read ${lines.length} lines`)
    const done = await confirm(browser, path, review.body)
    assert.equal(done.status, 303, done.text)
    return world.statements.length - before
  }
  const one = await counted(made.path, ['Benali Ana\t10'])
  const many = await counted(
    made.path.replace('2026-07', '2026-06'),
    names.map((name) => `${name} Ana\t10\t10`),
  )
  assert.equal(many, one)
})
