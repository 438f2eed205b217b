import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { anAct } from '../fixtures.ts'
import { recordMeeting } from './record-meeting.ts'

const SAID = {
  happenedOn: '2026-11-20',
  minutes: '60',
  participants: 'Encadrante technique, Les Jardins, Maxime Vidal',
  purpose: 'Quel métier après le chantier',
  agreed: 'Une semaine en cuisine en janvier',
  nextStep: 'Faire le point',
  nextOn: '2027-01-29',
}

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = (name: string, role: 'counsellor' | 'director' | 'technical_supervisor' = 'counsellor') =>
      aMemberIn(tx, made.organisation, made.unit, role, { name })
    const referent = await colleague('Lou Petit')
    await aReferent(tx, { ...made, ...referent })
    return {
      ...made,
      referent,
      colleague: await colleague('Alix Sorel'),
      director: await colleague('Dominique Faure', 'director'),
      supervisor: await colleague('Camille Noël', 'technical_supervisor'),
    }
  })

databaseTest('whoever does not follow the person notes no meeting, nor who supervises them', async (world) => {
  const here = await scene(world)
  const outsiders = await world.load((tx) => theOutsiders(tx, here))
  for (const { accountId } of [...Object.values(outsiders), here.supervisor])
    assert.notEqual((await doAs(world, accountId, recordMeeting, { personId: here.personId, ...SAID })).state, 'done')
  assert.deepEqual(await world.look('select from accompaniment_act union all select from tripartite_meeting'), [])
})

databaseTest(
  'a meeting whose working note stays with its author: the referents and the director with a reason read the one, not the other',
  async (world) => {
    const here = await scene(world)
    const acts = `/personnes/${here.personId}/actes`
    const author = await openBrowser(world, here.member.accountId)
    assert.match((await author.get(acts)).body, new RegExp(`href="${acts}/rencontre"`))
    const form = {
      'happenedOn-day': '20',
      'happenedOn-month': '11',
      'happenedOn-year': '2026',
      // A line left empty between two.
      participants: 'Encadrante technique, Les Jardins\r\n\r\nConseiller, France Travail, Hugo Marin',
      purpose: SAID.purpose,
      agreed: SAID.agreed,
      nextStep: SAID.nextStep,
      'nextOn-day': '29',
      'nextOn-month': '1',
      'nextOn-year': '2027',
    }
    assert.equal((await author.post(`${acts}/rencontre`, form)).location, acts)
    const read = (await author.get(acts)).text
    assert.match(read, /Rencontre tripartite Quel métier après le chantier/)
    assert.match(
      read,
      /Avec : Encadrante technique, Les Jardins ; Hugo Marin, Conseiller, France Travail Convenu : Une semaine en cuisine en janvier/,
    )
    const [act] = await world.look('select id from accompaniment_act')
    const notes = `/personnes/${here.personId}/notes`
    await author.post(`${notes}/ajouter`, { acte: String(act?.['id']), text: 'Elle y croit peu' })
    assert.match((await author.get(notes)).text, /Rencontre tripartite du 20 novembre 2026 Elle y croit peu/)

    const meeting = /Convenu : Une semaine en cuisine/
    const seenBy = async ({ accountId }: { readonly accountId: string }) => {
      const browser = await openBrowser(world, accountId)
      return [(await browser.get(acts)).text, (await browser.get(notes)).text, (await browser.get('/notes')).text].join(' ')
    }
    assert.match(await seenBy(here.referent), meeting)
    assert.doesNotMatch(await seenBy(here.referent), /croit peu/)
    for (const who of [here.colleague, here.director]) assert.doesNotMatch(await seenBy(who), /cuisine|croit peu/)
    const why = { ground: 'case-review', reason: 'Point annuel' }
    await (await openBrowser(world, here.director.accountId)).post(`/personnes/${here.personId}/lecture-motivee`, why)
    assert.match(await seenBy(here.director), meeting)
    assert.doesNotMatch(await seenBy(here.director), /croit peu/)
    assert.match(await seenBy(here.referent), /Dossier lu avec un motif Dominique Faure, le 21 novembre 2026/)
  },
)

databaseTest('without anybody there, or without what was agreed, the form comes back as typed, with what is missing', async (world) => {
  const { member, personId } = await scene(world)
  const browser = await openBrowser(world, member.accountId)
  const path = `/personnes/${personId}/actes/rencontre`
  const day = { 'happenedOn-day': '20', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
  const empty = await browser.post(path, { ...day, purpose: 'Quel métier' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Dites qui était là.*Dites ce qui a été convenu/)
  assert.match(empty.body, /href="#participants"/)
  for (const [participants, said] of [
    ['Encadrante technique, Les Jardins\nFormateur', /« Formateur » : écrivez la fonction, une virgule, puis l’organisation/],
    [', GRETA', /« , GRETA » : écrivez la fonction/],
    [Array.from({ length: 9 }, (_, rank) => `Formateur ${rank}, GRETA`).join('\n'), /Nommez 8 personnes au plus/],
    [`Formateur, ${'G'.repeat(190)}`, /200 caractères au plus par ligne/],
  ] as const) {
    const half = await browser.post(path, { ...day, purpose: 'Quel métier', agreed: 'Rien', participants })
    assert.match(half.text, said)
    assert.match(half.body, /href="#participants"/)
    assert.ok(half.text.includes(participants.slice(0, 12)), 'as typed')
  }
  assert.deepEqual(await world.look('select from accompaniment_act'), [])
})

databaseTest('what an act is refused for, a meeting is refused for too, and nothing is left of it', async (world) => {
  const { member, personId } = await scene(world)
  const asked = { personId, ...SAID, happenedOn: '2026-11-22' }
  assert.deepEqual(refusalsIn(await doAs(world, member.accountId, recordMeeting, asked)), ['accompaniment/act-to-come'])
  assert.deepEqual(await world.look('select from accompaniment_act union all select from tripartite_meeting'), [])
})

databaseTest('a meeting that an act had planned settles what was waiting, and what it plans with its hour waits in turn', async (world) => {
  const made = await scene(world)
  const planned = await world.load((tx) =>
    anAct(
      tx,
      { person: { id: made.personId }, organisation: made.organisation, by: made.member },
      { nextStep: 'Rencontre à trois', nextOn: '2026-11-20' },
    ),
  )
  const author = await openBrowser(world, made.member.accountId)
  const form = await author.get(`/personnes/${made.personId}/actes/rencontre?suite=${planned.id}`)
  assert.match(form.text, /Ce qui était prévu : Rencontre à trois, le 20 novembre 2026/)
  assert.match(form.body, new RegExp(`name="followsId" value="${planned.id}"`))
  const said = { personId: made.personId, ...SAID, nextAt: '14 h 30', followsId: planned.id }
  assert.equal((await doAs(world, made.member.accountId, recordMeeting, said)).state, 'done')
  assert.deepEqual(await world.look('select outcome from next_step_outcome'), [{ outcome: 'followed' }])
  const { text } = await author.get(`/personnes/${made.personId}/actes`)
  assert.match(text, /Ensuite, le 29 janvier 2027 à 14 h 30 : Faire le point/)
  assert.match(text, /Rencontre à trois \(réglé\)/)
})
