import assert from 'node:assert/strict'
import type { PrescriberKind } from '@maillage/rules/eligibility'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { anOrganisation, aSiae } from '../../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'
import { aReceiver } from '../fixtures.ts'

const TYPED = {
  birthName: 'Benali',
  givenNames: 'Nadia',
  'birthDate-day': '3',
  'birthDate-month': '5',
  'birthDate-year': '1990',
  phone: '06 39 98 00 00',
  wantedPost: 'Ouvrier maraîcher',
  message: 'Disponible tout de suite, permis B.',
}
const DIAGNOSED = { diagnosed: 'oui', 'diagnosedOn-day': '20', 'diagnosedOn-month': '11', 'diagnosedOn-year': '2026' }

async function twoSides(world: World, kind: PrescriberKind | null = 'ML') {
  return world.load(async (tx) => ({ structure: await aReceiver(tx), adviser: await anAdviser(tx, kind) }))
}
const written = async (world: World, table: string) => (await world.look(`select from ${table}`)).length

databaseTest('a visitor is sent to sign in', async (world) => {
  const answer = await (await openBrowser(world)).get('/orienter')
  assert.equal(answer.status, 303)
  assert.match(answer.location ?? '', /^\/connexion/)
})

databaseTest('a counsellor of a structure finds no page to orient to others, and cannot send to them', async (world) => {
  const { structure } = await twoSides(world)
  const other = await world.load(async (tx) => {
    const organisation = await anOrganisation(tx, { name: 'Ailleurs' })
    const siae = await aSiae(tx, organisation, { name: 'Ailleurs' })
    await aUnit(tx, organisation, siae)
    return siae
  })
  const browser = await openBrowser(world, structure.member.accountId)
  assert.equal((await browser.get('/orienter')).status, 404)
  const answer = await browser.post('/candidatures/ajouter', { ...TYPED, siaeId: other.id })
  assert.match(answer.text, /Votre casquette ne permet pas de proposer une personne/)
  assert.equal(await written(world, 'person'), 0)
})

databaseTest('an adviser without a team is told what to ask for', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const alone = await world.load(async (tx) => {
    const unit = await aUnit(tx, adviser.organisation, null, 'Autre agence')
    return aMemberIn(tx, adviser.organisation, unit, 'prescriber', { firstDay: '2020-01-01' }).then(async (member) => {
      await tx
        .withTables<{ membership_unit: { membership_id: string } }>()
        .deleteFrom('membership_unit')
        .where('membership_id', '=', member.membershipId)
        .execute()
      return member
    })
  })
  const answer = await (await openBrowser(world, alone.accountId)).post('/orienter', { ...TYPED, siaeId: structure.siae.id })
  assert.match(answer.text, /Vous n’êtes dans aucune équipe/)
})

databaseTest('somebody else’s person cannot be proposed', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const person = await world.load((tx) => aPerson(tx, { organisation: adviser.organisation }))
  const answer = await (await openBrowser(world, adviser.member.accountId)).post('/orienter', {
    ...TYPED,
    siaeId: structure.siae.id,
    personId: person.id,
  })
  assert.equal(answer.status, 422)
  assert.equal(await written(world, 'application'), 0)
})

databaseTest('an authorised prescriber writes the person, the diagnosis and the application together', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const browser = await openBrowser(world, adviser.member.accountId)
  const answer = await browser.post('/orienter', { ...TYPED, ...DIAGNOSED, siaeId: structure.siae.id })
  assert.equal(answer.status, 303, answer.text)
  const [application] = await world.look('select sender_kind, state, promised_on::text from application')
  assert.deepEqual(application, { sender_kind: 'authorised-prescriber', state: 'new', promised_on: '2026-12-21' })
  const [diagnosis] = await world.look('select role, verdict from diagnosis')
  assert.deepEqual(diagnosis, { role: 'prescriber', verdict: 'granted' })
  const page = await browser.get(answer.location ?? '')
  assert.match(page.text, /Candidature envoyée Nadia BENALI, vers Les Jardins du Lauragais/)
  assert.match(page.text, /au plus tard le 21 décembre 2026/)
  const received = await (await openBrowser(world, structure.member.accountId)).get('/candidatures')
  assert.match(received.text, /Nadia BENALI/)
})

databaseTest('an orienteur proposes, says nothing of a diagnosis, and cannot pretend to one', async (world) => {
  const { structure, adviser } = await twoSides(world, null)
  const browser = await openBrowser(world, adviser.member.accountId)
  const form = await browser.get(`/orienter?structure=${structure.siae.id}`)
  assert.match(form.text, /Votre organisation est orienteur/)
  assert.doesNotMatch(form.body, /name="diagnosed"/)
  const pretended = await browser.post('/orienter', { ...TYPED, ...DIAGNOSED, siaeId: structure.siae.id })
  assert.match(pretended.text, /n’est pas un prescripteur habilité/)
  assert.equal(await written(world, 'person'), 0, 'nothing is written by halves')
  await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id })
  assert.deepEqual(await world.look('select sender_kind from application'), [{ sender_kind: 'referrer' }])
})

databaseTest('the same name and birth date among one’s people is proposed before a second file is opened', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const person = await world.load((tx) => aPerson(tx, { organisation: adviser.organisation, unit: adviser.unit }))
  const browser = await openBrowser(world, adviser.member.accountId)
  const asked = await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id })
  assert.match(asked.text, /Est-ce la personne que vous suivez déjà \? [^?]*Oui : Nadia BENALI, né\(e\) le 3 mai 1990/)
  const answer = await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id, personId: person.id })
  assert.equal(answer.status, 303, answer.text)
  assert.equal(await written(world, 'person'), 1)
  const twin = await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id, personId: 'autre' })
  assert.equal(twin.status, 303, twin.text)
  assert.equal(await written(world, 'person'), 2)
})

databaseTest('the same form sent twice sends one application', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const browser = await openBrowser(world, adviser.member.accountId)
  const form = { ...TYPED, siaeId: structure.siae.id, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  const [first, second] = [await browser.post('/orienter', form), await browser.post('/orienter', form)]
  assert.equal(first.location, second.location)
  assert.equal(await written(world, 'application'), 1)
})

databaseTest('a second application to the same structure within the day is refused, whoever sends it', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const browser = await openBrowser(world, adviser.member.accountId)
  await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id })
  const [person] = await world.look('select id from person')
  const again = await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id, personId: String(person?.['id']) })
  assert.match(again.text, /il y a moins de 24 heures/)
})

databaseTest('what is missing or impossible is said at its box, and changes nothing', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const browser = await openBrowser(world, adviser.member.accountId)
  const answer = await browser.post('/orienter', {
    siaeId: structure.siae.id,
    'birthDate-day': '31',
    'birthDate-month': '2',
    'birthDate-year': '1990',
    message: '',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom de naissance/)
  assert.match(answer.text, /n’existe pas dans le calendrier/)
  assert.equal(await written(world, 'person'), 0)
})

databaseTest('the form has twelve controls at most, with and without a person chosen', async (world) => {
  const { structure, adviser } = await twoSides(world)
  const page = await (await openBrowser(world, adviser.member.accountId)).get(`/orienter?structure=${structure.siae.id}`)
  const form = /<form class="m-form"[^>]*action="\/orienter"[\s\S]*?<\/form>/.exec(page.body)?.[0] ?? ''
  const controls = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].filter(([control]) => !/type="hidden"/.test(control))
  assert.ok(controls.length > 0 && controls.length <= 12, `${controls.length} controls`)
})

databaseTest('the service whose name would tell something of the person is not named to the structure', async (world) => {
  const { structure, adviser } = await twoSides(world, 'SPIP')
  const browser = await openBrowser(world, adviser.member.accountId)
  const sent = await browser.post('/orienter', { ...TYPED, siaeId: structure.siae.id })
  const id = sent.location?.split('/')[2]?.split('?')[0] ?? ''
  const theirs = await openBrowser(world, structure.member.accountId)
  for (const path of ['/candidatures', `/candidatures/${id}`, '/candidatures/export']) {
    const page = await theirs.get(path)
    assert.equal(page.status, 200, path)
    assert.doesNotMatch(page.body, /Mission locale de l’Aude/, path)
  }
  assert.match((await theirs.get(`/candidatures/${id}`)).text, /nom protégé/)
})
