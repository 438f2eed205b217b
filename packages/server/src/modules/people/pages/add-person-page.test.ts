import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, twoWhoMeet } from '../fixtures.ts'

const PATH = '/personnes/ajouter'
const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

const TYPED = {
  birthName: 'Benali',
  usageName: '',
  givenNames: 'Nadia',
  'birthDate-day': '3',
  'birthDate-month': '5',
  'birthDate-year': '1990',
  sex: 'F',
  phone: '06 39 98 00 00',
}

databaseTest('a visitor, roles that only read and a former member open no file', async (world) => {
  const { asking, askingUnit } = await scene(world)
  const outsiders = await world.load(async (tx) => ({
    'a technical supervisor': (await aMemberIn(tx, asking, askingUnit, 'technical_supervisor')).accountId,
    'a payroll officer': (await aMemberIn(tx, asking, askingUnit, 'payroll_officer')).accountId,
    'a former counsellor': (await aMemberIn(tx, asking, askingUnit, 'counsellor', { lastDay: '2026-11-20' })).accountId,
  }))
  await isClosedTo(world, outsiders, { path: PATH, form: { ...TYPED, unitId: askingUnit.id } })
})

databaseTest('somebody unknown gets a file at once', async (world) => {
  const { asker, askingUnit } = await scene(world)
  const browser = await openBrowser(world, asker.accountId)
  const answer = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id, birthName: 'Roux' })
  assert.match(answer.location ?? '', /^\/personnes\/[\w-]{36}$/)
  const list = await browser.get('/personnes?q=rou')
  assert.match(list.text, /Nadia ROUX née le 3 mai 1990/)
})

databaseTest('one of one’s own comes first, before the platform is asked', async (world) => {
  const { asker, asking, askingUnit } = await scene(world)
  const own = await world.load((tx) =>
    aPerson(tx, { organisation: asking, unit: askingUnit, birthName: 'Bénali', birthDate: '1990-03-05' }),
  )
  const browser = await openBrowser(world, asker.accountId)
  const answer = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id })
  assert.match(answer.text, /Suivez-vous déjà cette personne/)
  assert.match(answer.body, new RegExp(`/personnes/${own.id}`))
  assert.equal((await world.look("select from rate where bucket = 'match-person'")).length, 0)
  const another = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id, another: 'oui' })
  assert.match(another.text, /Une fiche existe déjà/)
})

databaseTest('a file exists elsewhere: nobody is named, and a provisional file waits with its code on paper', async (world) => {
  const { asker, askingUnit, holder } = await scene(world)
  const browser = await openBrowser(world, asker.accountId)
  const step = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id })
  assert.match(step.text, /Une fiche existe déjà/)
  assert.doesNotMatch(step.body, /Mission locale|Limoux/)
  assert.match(step.body, /name="birthName" value="Benali"/)
  const unsaid = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id, answer: 'one' })
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.text, /Choisissez comment demander le rattachement/)
  const sent = await browser.post(PATH, { ...TYPED, unitId: askingUnit.id, answer: 'one', way: 'paper' })
  assert.match(sent.location ?? '', /rattachement$/)
  const page = await browser.get(sent.location ?? '')
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.text) ?? []
  assert.ok(code)
  assert.doesNotMatch((await browser.get(sent.location ?? '')).text, new RegExp(code))
  const theirs = await openBrowser(world, holder.accountId)
  assert.match((await theirs.get('/rattachements')).text, /Aucune demande n’attend votre réponse/)
  const request = await theirs.post('/rattachements', { code: code.toLowerCase() })
  assert.match(request.text, /Partager la fiche de cette personne \?.*Régie du Minervois/)
  const id = /action="\/rattachements\/([\w-]{36})"/.exec(request.body)?.[1]
  assert.equal((await theirs.post(`/rattachements/${id}`, { code, answer: 'accepted' })).location, '/rattachements')
  const list = await browser.get('/personnes')
  assert.match(list.text, /Nadia BENALI/)
  assert.doesNotMatch(list.text, /Provisoire/)
})

databaseTest('impossible dates, an invisible character, two hundred letters: a sentence each, everything kept as typed', async (world) => {
  const { asker, askingUnit } = await scene(world)
  const browser = await openBrowser(world, asker.accountId)
  const bad = {
    ...TYPED,
    unitId: askingUnit.id,
    birthName: 'a'.repeat(200),
    givenNames: 'Na\u202edia',
    'birthDate-day': '31',
    'birthDate-month': '2',
  }
  const answer = await browser.post(PATH, bad)
  assert.equal(answer.status, 422)
  for (const sentence of [/C’est trop long : 120 caractères/, /un caractère invisible s’y trouve/, /n’existe pas dans le calendrier/])
    assert.match(answer.text, sentence)
  assert.match(answer.body, /value="a{200}"/)
  assert.match(answer.body, /value="06 39 98 00 00"/)
  assert.equal((await world.look("select from person where state = 'provisional'")).length, 0)
})

databaseTest('a birth known by its year alone, or not at all, is said so; a hundred and eleven years are asked twice', async (world) => {
  const { asker, askingUnit } = await scene(world)
  const browser = await openBrowser(world, asker.accountId)
  const send = (more: Record<string, string>) => browser.post(PATH, { ...TYPED, unitId: askingUnit.id, birthName: 'Roux', ...more })
  const empty = { 'birthDate-day': '', 'birthDate-month': '' }
  assert.equal((await send({ ...empty, 'birthDate-year': '1968' })).status, 303)
  assert.match((await browser.get('/personnes?q=1968')).text, /née en 1968/)
  assert.match(
    (await send({ ...empty, 'birthDate-year': '', birthName: 'Blanc' })).text,
    /Saisissez la date de naissance, ou ce que vous en savez/,
  )
  assert.equal((await send({ ...empty, 'birthDate-year': '', birthName: 'Blanc', birthPrecision: 'unknown' })).status, 303)
  const old = await send({ 'birthDate-year': '1915', birthName: 'Vieux' })
  assert.match(old.text, /la personne a plus de 110 ans \(111\)/)
  assert.match(old.body, /name="ageConfirmed"/)
  assert.equal((await send({ 'birthDate-year': '1915', birthName: 'Vieux', ageConfirmed: 'oui' })).status, 303)
})

databaseTest('after twenty questions, the page says so and proposes a provisional file', async (world) => {
  const { asker, askingUnit } = await scene(world)
  await world.look("insert into rate values ('match-person', $1, now(), 20)", [asker.accountId])
  const answer = await (await openBrowser(world, asker.accountId)).post(PATH, { ...TYPED, unitId: askingUnit.id })
  assert.match(answer.text, /La plateforme n’a pas cherché/)
  assert.match(answer.text, /Ouvrir une fiche provisoire/)
})
