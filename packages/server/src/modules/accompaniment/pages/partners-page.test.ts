import assert from 'node:assert/strict'
import { statementAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, anAdviser } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aPartner } from '../fixtures-partners.ts'

const TYPED = {
  name: 'Garage solidaire des Corbières',
  does: 'Répare et loue des voitures à petit prix',
  areas: ['mobility', 'money'],
  'commune-text': 'Narbonne',
  'commune-for': 'Narbonne',
  commune: '11262',
  reach: 'departement',
  phone: '04 68 00 00 01',
} as const

databaseTest('a visitor is asked to sign in; who supervises reads the directory and writes nothing in it', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const partner = await aPartner(tx, { ...made, by: made.member })
    return { ...made, partner, supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor') }
  })
  assert.match(String((await (await openBrowser(world)).get('/partenaires')).location), /connexion/)
  const browser = await openBrowser(world, here.supervisor.accountId)
  assert.match((await browser.get('/partenaires')).text, /Garage solidaire/)
  assert.doesNotMatch((await browser.get(`/partenaires/${here.partner.id}`)).text, /Corriger|Signaler/)
  for (const verb of ['ajouter', `${here.partner.id}/corriger`, `${here.partner.id}/fermer`, `${here.partner.id}/signaler`])
    assert.equal((await browser.get(`/partenaires/${verb}`)).status, 404, verb)
  const writes = `insert into partner (id, departement_id, organisation_id, recorded_at, recorded_by)
    select gen_random_uuid(), 'departement-11', '${here.organisation.id}', now(), '${here.supervisor.accountId}'`
  await assert.rejects(statementAs(world, here.supervisor.accountId, writes), /row-level security/)
})

databaseTest('added by a counsellor, read, checked and corrected by another organisation, each said in the history', async (world) => {
  const here = await world.load(async (tx) => ({ ...(await aCounsellorWithAPerson(tx)), adviser: await anAdviser(tx) }))
  const mine = await openBrowser(world, here.member.accountId)
  const { location = '' } = await mine.post('/partenaires/ajouter', TYPED)
  assert.match((await mine.get(location)).text, /Garage solidaire des Corbières .* Mobilité, Budget, dettes .* Aude .* 04 68 00 00 01/)
  const theirs = await openBrowser(world, here.adviser.member.accountId)
  world.clock.set('2026-11-21T10:00:00Z')
  assert.equal((await theirs.post(`${location}/signaler`, { said: 'Le numéro ne répond plus' })).location, location)
  assert.match((await mine.get(location)).text, /Une erreur est signalée.*Le numéro ne répond plus/)
  assert.match((await mine.get('/partenaires')).text, /Erreur signalée/)
  world.clock.set('2026-11-21T11:00:00Z')
  assert.equal((await theirs.post(`${location}/corriger`, { ...TYPED, phone: '04 68 00 00 02', version: '1' })).location, location)
  const corrected = (await mine.get(location)).text
  assert.match(corrected, /04 68 00 00 02/)
  assert.doesNotMatch(corrected, /Une erreur est signalée/)
  const stale = await mine.post(`${location}/corriger`, { ...TYPED, version: '1' })
  assert.equal(stale.status, 422)
  world.clock.set('2026-11-21T12:00:00Z')
  assert.equal((await mine.post(`${location}/verifier`)).location, location)
  assert.match((await mine.get(location)).text, /Vérifié Le 21 novembre 2026, par/)
  assert.equal((await world.look('select from partner_version')).length, 2)
})

databaseTest('found by area, by words without accents, and by where somebody lives; a closed one only among the closed', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const by = { ...made, by: made.member }
    await aPartner(tx, by)
    await aPartner(tx, by, { name: 'Crèche des Remparts', areas: ['childcare'], communeId: 'commune-11069', servesId: 'commune-11069' })
    await aPartner(tx, by, { name: 'Ancienne épicerie', areas: ['money'], closedOn: '2026-06-30' })
    return made
  })
  const browser = await openBrowser(world, here.member.accountId)
  const list = async (query: string) => (await browser.get(`/partenaires${query}`)).text
  assert.match(await list(''), /2 partenaires/)
  assert.match(await list('?domaine=childcare'), /1 partenaire .*Crèche/)
  assert.match(await list('?q=creche'), /Crèche/)
  assert.match(await list('?q=repare'), /Garage/)
  assert.doesNotMatch(await list('?habite=Narbonne'), /Crèche/)
  assert.match(await list('?habite=Carcassonne'), /Crèche .*Garage/)
  assert.match(await list('?habite=zzzz'), /Aucune commune ne commence ainsi/)
  assert.match(await list('?etat=fermes'), /Ancienne épicerie/)
  const { body } = await browser.get('/partenaires.csv?domaine=childcare')
  assert.match(body, /Crèche des Remparts;.*Garde d’enfant/)
  assert.doesNotMatch(body, /Garage/)
  for (const address of ['/partenaires?habite=Carcassonne', '/partenaires.csv']) {
    const before = world.statements.length
    await browser.get(address)
    assert.ok(world.statements.length - before <= 12, address)
  }
})

databaseTest('closed with its day, proposed no more, and opened again by a correction', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return { ...made, partner: await aPartner(tx, { ...made, by: made.member }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const page = `/partenaires/${here.partner.id}`
  const on = (day: string) => ({ 'closedOn-day': day, 'closedOn-month': '11', 'closedOn-year': '2026' })
  assert.match((await browser.post(`${page}/fermer`, on('22'))).text, /se note une fois faite/)
  assert.equal((await browser.post(`${page}/fermer`, on('21'))).location, page)
  assert.match((await browser.get(page)).text, /Fermé depuis le 21 novembre 2026/)
  assert.equal((await browser.get(`${page}/signaler`)).status, 404)
  assert.doesNotMatch((await browser.get('/partenaires')).text, /Garage/)
  assert.equal((await browser.post(`${page}/corriger`, { ...TYPED, version: '2' })).location, page)
  assert.match((await browser.get('/partenaires')).text, /Garage/)
})

databaseTest(
  'a step names a partner; one whose name tells an illness, one who closed, and one of another act are refused',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const by = { ...made, by: made.member }
      return {
        ...made,
        garage: await aPartner(tx, by),
        addictions: await aPartner(tx, by, { name: 'Centre des Tilleuls', areas: ['addiction', 'health'] }),
        closed: await aPartner(tx, by, { name: 'Ancienne épicerie', closedOn: '2026-06-30' }),
      }
    })
    const browser = await openBrowser(world, here.member.accountId)
    const form = `/personnes/${here.personId}/actes/ajouter`
    const day = { 'happenedOn-day': '20', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
    const send = (partnerId: string, kind = 'partner-step') => browser.post(form, { kind, purpose: 'Devis', partnerId, ...day })
    assert.match((await send(here.addictions.id)).text, /dirait la santé/)
    assert.match((await send(here.closed.id)).text, /n’est plus dans l’annuaire/)
    assert.match((await send(here.garage.id, 'call')).text, /démarche avec un partenaire/)
    const { body } = await browser.get(`${form}?partenaire=${here.garage.id}`)
    assert.match(body, new RegExp(`value="${here.garage.id}" selected`))
    assert.doesNotMatch(body, /Centre des Tilleuls|Ancienne épicerie/)
    assert.equal((await send(here.garage.id)).status, 303)
    assert.match((await browser.get(`/personnes/${here.personId}/actes`)).text, /Démarche avec un partenaire .*Garage solidaire/)
    assert.deepEqual(await world.look('select partner_id from accompaniment_act'), [{ partner_id: here.garage.id }])
  },
)
