// « Death: all mail, reminders and link accounts stop in the same transaction; exit excluded; the file is closed to edition; heirs ask the DPO. » FIELD §7.11
import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { classifyExit } from '@maillage/rules/exits'
import type { z } from 'zod'
import { recordDiagnosis } from '../modules/eligibility/index.ts'
import { exitsOf, recordExit } from '../modules/exits/index.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { anOrganisation } from '../modules/organisations/fixtures.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { anAttachmentRequest, aPerson, aUnit, givesAccess } from '../modules/people/fixtures.ts'
import { nameReferent } from '../modules/people/index.ts'
import type { Command } from '../platform/command/command.ts'
import { doAs, readAs, refusalsIn } from '../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const DIED = { version: '1', 'diedOn-day': '20', 'diedOn-month': '11', 'diedOn-year': '2026' }

const MAIL = `insert into mail (id, recipient, subject, body, queued_at, person_id)
  values (gen_random_uuid(), 'nadia@exemple.test', 'Une réponse vous attend', 'Bonjour', '2026-11-21T08:00:00Z', $1)`

/** A person proposed to a structure, with a message that waits, a way in of their own and a code on paper; somebody else uses the same address. */
async function alive(world: World) {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    const { person, organisation, unit, member } = candidate
    await givesAccess(tx, person, unit, { circle: 'self', source: 'attached' })
    const elsewhere = await anOrganisation(tx, { name: 'CCAS de Limoux' })
    const asking = { organisation: elsewhere, unit: await aUnit(tx, elsewhere), requestedBy: member.accountId }
    await anAttachmentRequest(tx, { ...asking, person, codeHash: 'hash-of-a-code' })
    return { ...candidate, other: await aPerson(tx, { organisation, unit, givenNames: 'Awa' }) }
  })
  for (const { id } of [made.person, made.other]) await world.look(MAIL, [id])
  return made
}

async function dies(world: World, made: Awaited<ReturnType<typeof aCandidate>>) {
  const browser = await openBrowser(world, made.member.accountId)
  const answer = await browser.post(`/personnes/${made.person.id}/deces`, DIED)
  assert.equal(answer.status, 303, answer.text)
  return browser
}

databaseTest(
  'in the same transaction: what waits never leaves, the person’s way in closes, the code on paper is worth nothing',
  async (world) => {
    const made = await alive(world)
    await dies(world, made)
    assert.deepEqual(
      await world.look('select withdrawn_at is not null as stopped from mail order by person_id = $1 desc', [made.person.id]),
      [{ stopped: true }, { stopped: false }],
    )
    assert.deepEqual(await world.look("select ends_on::text from person_access where circle = 'self'"), [{ ends_on: '2026-11-20' }])
    assert.deepEqual(await world.look('select state from attachment_request'), [{ state: 'expired' }])
  },
)

committedTest('a death refused leaves everything as it was', async (world) => {
  const made = await alive(world)
  const browser = await openBrowser(world, made.member.accountId)
  assert.equal((await browser.post(`/personnes/${made.person.id}/deces`, { ...DIED, version: '9' })).status, 422)
  assert.deepEqual(await world.look('select count(*)::integer as stopped from mail where withdrawn_at is not null'), [{ stopped: 0 }])
  assert.deepEqual(await world.look('select state from attachment_request'), [{ state: 'waiting' }])
})

databaseTest('an answer given afterwards to an application is not written to the person', async (world) => {
  const made = await alive(world)
  await world.look(
    "insert into contact (id, person_id, kind, recorded_at, recorded_by) values ('01a1fdcc-a243-7c63-8c3d-ae0bb2392401', $1, 'email', now(), $1)",
    [made.person.id],
  )
  await world.look(
    "insert into contact_version (contact_id, person_id, version, value, safe, recorded_at, recorded_by) values ('01a1fdcc-a243-7c63-8c3d-ae0bb2392401', $1, 1, 'nadia@exemple.test', true, now(), $1)",
    [made.person.id],
  )
  const browser = await dies(world, made)
  const before = await world.look('select count(*)::integer as mails from mail')
  const refused = await browser.post(`/candidatures/${made.application.id}/refuser`, {
    reason: 'no-recruitment',
    answer: 'Nous ne recrutons pas.',
    version: '1',
  })
  assert.equal(refused.status, 303, refused.text)
  assert.deepEqual(await world.look('select count(*)::integer as mails from mail'), before)
})

databaseTest('the file is closed: identity, referent, diagnosis, orientation, hire, right', async (world) => {
  const made = await alive(world)
  const pass = await world.load((tx) => aPass(tx, made.person))
  const browser = await dies(world, made)
  const page = `/personnes/${made.person.id}`
  const CLOSED = /La personne est décédée le 20 novembre 2026 : sa fiche est fermée/
  const closed = async (path: string, form: Record<string, string>) => {
    const answer = await browser.post(path, form)
    assert.equal(answer.status, 422, `${path}: ${answer.text.slice(0, 300)}`)
    assert.match(answer.text, CLOSED, path)
  }
  await closed(`${page}/identite`, {
    version: '2',
    birthName: 'Benali',
    givenNames: 'Nadia',
    birthPrecision: 'unknown',
    birthUnknown: 'oui',
  })
  await closed(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED)
  await closed(`/pass/${pass.id}/suspendre`, {
    siaeId: made.siae.id,
    reason: 'contract-ended',
    'firstDay-day': '10',
    'firstDay-month': '11',
    'firstDay-year': '2026',
  })
  const { accountId, membershipId } = made.member
  const refused = async <S extends z.ZodType, V>(verb: Command<S, V>, input: z.input<S>) =>
    assert.deepEqual(refusalsIn(await doAs(world, accountId, verb, input)), ['people/person-died'], verb.name)
  const [personId, unitId, siaeId] = [made.person.id, made.unit.id, made.siae.id]
  await refused(recordDiagnosis, { personId, unitId, siaeId, madeOn: '2026-11-21', criteria: [] })
  await refused(nameReferent, { personId, unitId, membershipId, role: 'siae', firstDay: '2026-11-21' })
  const shown = (await browser.get(page)).text
  assert.match(shown, /Décès enregistré, le 20 novembre 2026/)
  assert.doesNotMatch(shown, /Orienter vers une structure/)
  assert.equal((await browser.get(`${page}/identite`)).location, `${page}/deces`)
  assert.match((await browser.get(`${page}/deces`)).text, /héritiers .* délégué à la protection des données/)
})

databaseTest('what happened before the death is still recorded: a hire of the first of November, as a fact', async (world) => {
  const made = await alive(world)
  const browser = await dies(world, made)
  const fact = { ...HIRE_TYPED, 'firstDay-day': '2', 'firstDay-month': '11', asFact: 'oui' }
  const answer = await browser.post(`/candidatures/${made.application.id}/embaucher`, fact)
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await world.look('select hired_on::text from hire'), [{ hired_on: '2026-11-02' }])
})

databaseTest('the exit that follows is recorded after the file is closed, and is counted in no rate', async (world) => {
  const made = await alive(world)
  const browser = await openBrowser(world, made.member.accountId)
  const fact = { ...HIRE_TYPED, 'firstDay-day': '2', 'firstDay-month': '11', asFact: 'oui' }
  assert.equal((await browser.post(`/candidatures/${made.application.id}/embaucher`, fact)).status, 303)
  await dies(world, made)
  const [stay] = await world.look('select id from siae_stay')
  const left = { stayId: String(stay?.['id']), reason: 'death' as const, foundFirst: null, foundLast: null }
  const records = async (exitOn: string) => refusalsIn(await doAs(world, made.member.accountId, recordExit, { ...left, exitOn }))
  assert.deepEqual(await records('2026-11-21'), ['people/person-died'], 'nobody leaves after their death')
  assert.deepEqual(await records('2026-11-20'), [])
  const year = { siaeId: made.siae.id, first: day('2026-01-01'), last: day('2026-12-31') }
  const exits = await readAs(world, made.member.accountId, (ctx) => exitsOf(ctx, year))
  assert.deepEqual(
    exits.map((each) => classifyExit(nationalLaw, each).value).map(({ class: found, counted, why }) => [found, counted, why]),
    [['excluded', false, 'withdrawn-by-its-reason']],
  )
  const rates = (await browser.get('/sorties/taux')).text
  assert.match(rates, /Aucune sortie comptée dans l’année/)
  assert.match(rates, /Sorties non comptées, et pourquoi/)
})
