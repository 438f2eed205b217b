import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aUnit, givesAccess } from '../../people/fixtures.ts'
import { aMonth, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const site = await aWorksite(tx, team.siae)
    const ana = await aWorkerNamed(tx, team, 'Benali', { worksite: site })
    await aPass(tx, ana.person, { first: '2026-01-05', last: '2028-01-04' })
    return { ...team, site, ana: ana.stay, path: `/heures/${team.siae.id}/2026-07` }
  })

/** The boxes of a page, as a browser would send them back. */
function boxesOf(body: string): Record<string, string> {
  const boxes: Record<string, string> = {}
  for (const [tag] of body.matchAll(/<input [^>]*name="rows-[^>]*>/g))
    boxes[/name="([^"]*)"/.exec(tag)?.[1] ?? ''] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  for (const [, name = '', options = ''] of body.matchAll(/<select [^>]*name="(rows-[^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(options)?.[0] ?? ''
    boxes[name] = /value="([^"]*)"/.exec(chosen)?.[1] ?? ''
  }
  return boxes
}

databaseTest('a stranger, a former member and the State find no page while the month is a draft', async (world) => {
  const made = await scene(world)
  await isClosedTo(
    world,
    { stranger: made.stranger.accountId, former: made.former.accountId, officer: made.officer.accountId },
    { path: made.path, form: { 'rows-0-stayId': made.ana.id, 'rows-0-version': '0', 'rows-0-measure': 'common', 'rows-0-paid': '10' } },
  )
})

databaseTest('what the contract proposes is said, never filled in; what is typed is kept, and read again', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.supervisor.accountId)
  const page = await browser.get(made.path)
  assert.match(page.text, /CDDI, 26 h par semaine, jusqu’au 31 décembre 2026\. Selon le contrat : 112,67 h/)
  const boxes = boxesOf(page.body)
  assert.equal(boxes['rows-0-paid'], '')
  assert.equal(boxes['rows-0-worksiteId'], made.site.id)
  const saved = await browser.post(made.path, { ...boxes, 'rows-0-paid': '112,67', 'rows-0-worked': '98 h 30' })
  assert.equal(saved.status, 303, saved.text)
  const again = boxesOf((await browser.get(made.path)).body)
  assert.deepEqual([again['rows-0-paid'], again['rows-0-worked'], again['rows-0-version']], ['112,67', '98,5', '1'])
  assert.match((await browser.get(made.path)).text, /Total enregistré 112,67 h 98,50 h/)
})

databaseTest('what is impossible is said with the name of the person, every box as it was typed, nothing written', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.counsellor.accountId)
  const boxes = boxesOf((await browser.get(made.path)).body)
  for (const [typed, sentence] of [
    ['800', /Ana BENALI : 800,00 h dans le mois n’est pas possible : entre 0 et 744,00 h/],
    ['-5', /Ana BENALI : Heures payées : saisissez un nombre positif, par exemple 112,67 ou 112 h 40/],
    ['douze', /saisissez un nombre positif/],
  ] as const) {
    const refused = await browser.post(made.path, { ...boxes, 'rows-0-paid': typed, 'rows-0-worked': '98' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, sentence)
    assert.match(refused.body, /href="#rows-0-paid"/)
    const kept = boxesOf(refused.body)
    assert.deepEqual([kept['rows-0-paid'], kept['rows-0-worked']], [typed, '98'])
  }
  assert.equal((await world.look('select from hours')).length, 0)
})

databaseTest('another place of work is one more line, asked by a button that writes nothing', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.counsellor.accountId)
  const boxes = { ...boxesOf((await browser.get(made.path)).body), 'rows-0-paid': '70' }
  const more = await browser.post(made.path, { ...boxes, _ligne: made.ana.id })
  assert.equal(more.status, 200)
  const two = boxesOf(more.body)
  assert.deepEqual([two['rows-0-paid'], two['rows-1-stayId'], two['rows-1-worksiteId']], ['70', made.ana.id, ''])
  assert.equal((await world.look('select from hours')).length, 0)
  assert.equal((await browser.post(made.path, { ...two, 'rows-1-paid': '42' })).status, 303)
  assert.deepEqual(
    await world.look('select worksite_id is null as nowhere, paid from hours join hours_version on hours_id = id order by paid'),
    [
      { nowhere: true, paid: 4_200 },
      { nowhere: false, paid: 7_000 },
    ],
  )
})

databaseTest('whoever was slower sees both values, and sending again prefers theirs', async (world) => {
  const made = await scene(world)
  const [one, two] = [await openBrowser(world, made.counsellor.accountId), await openBrowser(world, made.payroll.accountId)]
  await one.post(made.path, { ...boxesOf((await one.get(made.path)).body), 'rows-0-paid': '100' })
  const [mine, theirs] = [boxesOf((await one.get(made.path)).body), boxesOf((await two.get(made.path)).body)]
  await two.post(made.path, { ...theirs, 'rows-0-paid': '120', 'rows-0-worked': '118' })
  const refused = await one.post(made.path, { ...mine, 'rows-0-paid': '110' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Enregistré entre-temps par Alix Sorel : 120,00 h payées, 118,00 h travaillées/)
  const shown = boxesOf(refused.body)
  assert.equal(shown['rows-0-paid'], '110')
  assert.equal((await one.post(made.path, { ...shown, 'rows-0-worked': '118' })).status, 303)
  assert.deepEqual(await world.look('select version, paid, worked from hours_version where superseded_at is null'), [
    { version: 3, paid: 11_000, worked: 11_800 },
  ])
})

databaseTest('who supervises sees their own team, and the filters are in the address', async (world) => {
  const made = await scene(world)
  const other = await world.load(async (tx) => {
    const unit = await aUnit(tx, made.organisation, made.siae, 'Équipe de Narbonne')
    const far = await aWorkerNamed(tx, made, 'Lointain', { unit })
    // The hire opened the work of the person to every team of the structure.
    await givesAccess(tx, far.person, made.unit, { circle: 'employment', source: 'hire', sourceId: far.stay.id })
    return unit
  })
  const supervisor = await (await openBrowser(world, made.supervisor.accountId)).get(made.path)
  assert.match(supervisor.text, /Benali/i)
  assert.doesNotMatch(supervisor.text, /Lointain/i)
  const counsellor = await openBrowser(world, made.counsellor.accountId)
  assert.match((await counsellor.get(made.path)).text, /Lointain/i)
  const filtered = (await counsellor.get(`${made.path}?equipe=${other.id}`)).text
  assert.match(filtered, /1 personne/)
  assert.doesNotMatch(filtered, /Benali/i)
})

databaseTest('the State reads the totals of a validated month, and no name', async (world) => {
  const made = await scene(world)
  await world.load((tx) => aMonth(tx, made.siae, '2026-06', 'sent', [{ counted: 11_267, heldBack: 500 }]))
  const browser = await openBrowser(world, made.officer.accountId)
  const page = await browser.get(`/heures/${made.siae.id}/2026-06`)
  assert.equal(page.status, 200)
  assert.match(page.text, /112,67 h/)
  assert.doesNotMatch(page.text, /Benali/i)
  for (const under of ['/releve', '/historique', '/valider', '/heures.csv'])
    assert.equal((await browser.get(`/heures/${made.siae.id}/2026-06${under}`)).status, 404)
  const list = await browser.get('/heures?mois=2026-06')
  assert.match(list.text, /Les Jardins du Lauragais ACI Transmis 112,67 h 5,00 h/)
  assert.doesNotMatch(list.text, /Ailleurs ACI Transmis/)
})

databaseTest('the edition for partners leaves out whose the hours are, and says so', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.counsellor.accountId)
  await browser.post(made.path, { ...boxesOf((await browser.get(made.path)).body), 'rows-0-paid': '112,67' })
  const own = await browser.get(`${made.path}/heures.csv?edition=referents`)
  assert.match(own.body, /BENALI|Benali/)
  const partners = await browser.get(`${made.path}/heures.csv?edition=partenaires`)
  assert.doesNotMatch(partners.body, /benali/i)
  assert.match(partners.body, /112,67/)
  assert.match(partners.body, /ne sont pas communiqués/)
})

databaseTest('the sheet of 200 people takes at most six statements, and their forms are saved at once', async (world) => {
  const made = await scene(world)
  await world.load(async (tx) => {
    for (let count = 0; count < 199; count++) await aWorkerNamed(tx, made, `Personne ${count}`)
  })
  const browser = await openBrowser(world, made.counsellor.accountId)
  await browser.get(made.path)
  const before = world.statements.length
  const page = await browser.get(made.path)
  assert.ok(world.statements.length - before <= 6, `${world.statements.length - before} statements`)
  const boxes = boxesOf(page.body)
  const typed = Object.fromEntries(Object.entries(boxes).map(([name, value]) => [name, name.endsWith('-paid') ? '100' : value]))
  const from = world.statements.length
  assert.equal((await browser.post(made.path, typed)).status, 303)
  assert.ok(world.statements.length - from <= 30, `${world.statements.length - from} statements`)
  assert.equal((await world.look('select from hours_version where paid = 10000')).length, 200)
})

databaseTest('what was corrected after a validation stays on the sheet: what it was, what it is, by whom and why', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.director.accountId)
  const type = async (paid: string, more = {}) =>
    browser.post(made.path, { ...boxesOf((await browser.get(made.path)).body), 'rows-0-paid': paid, 'rows-0-worked': '90', ...more })
  assert.doesNotMatch((await browser.get(made.path)).text, /Corrigé depuis/)
  const saved = await type('110', { _puis: 'valider' })
  assert.equal(saved.location, `${made.path}/valider`)
  const shown = /name="shown" value="([^"]*)"/.exec((await browser.get(`${made.path}/valider`)).body)?.[1] ?? ''
  assert.equal((await browser.post(`${made.path}/valider`, { shown })).status, 303)
  assert.match((await browser.get(made.path)).text, /Mois validé le .* par Dominique Faure/)
  await browser.post(`${made.path}/transmettre`, {})
  assert.equal((await browser.post(`${made.path}/debloquer`, { reason: 'Absence oubliée' })).status, 303)
  assert.match((await browser.get(made.path)).text, /Mois débloqué le .*, motif : « Absence oubliée »\./)
  assert.equal((await type('100', { reason: 'Dix heures en trop' })).status, 303)
  const before = world.statements.length
  const { text } = await browser.get(made.path)
  // What the deployment is for is asked once, when it has been written.
  const asked = world.statements.slice(before).filter((statement) => !statement.includes('deployment_purpose'))
  assert.ok(asked.length <= 6, `${asked.length} statements`)
  assert.match(text, /Corrigé depuis la première validation.*BENALI.*110,00 h payées.*100,00 h payées.*Dix heures en trop/)
})
