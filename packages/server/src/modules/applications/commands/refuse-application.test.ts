import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aProposal, aReceiver } from '../fixtures.ts'

const REFUSED = { version: '1', reason: 'no-recruitment', answer: 'Nous n’avons pas de poste avant le printemps. Rappelez-nous en mars.' }

databaseTest('the sender, another organisation, another role and a former member find no such page', async (world) => {
  const { application, sender, organisation, unit } = await world.load((tx) => aProposal(tx))
  const refused = await world.load(async (tx) => [
    sender.member,
    (await aReceiver(tx, { name: 'Ailleurs', map: false })).member,
    await aMemberIn(tx, organisation, unit, 'technical_supervisor'),
    await aMemberIn(tx, organisation, unit, 'counsellor', { lastDay: '2026-11-20' }),
  ])
  for (const { accountId } of refused) {
    const browser = await openBrowser(world, accountId)
    assert.equal((await browser.get(`/candidatures/${application.id}/refuser`)).status, 404)
    assert.equal((await browser.post(`/candidatures/${application.id}/refuser`, REFUSED)).status, 404)
  }
  assert.deepEqual(await world.look('select state from application'), [{ state: 'new' }])
})

databaseTest('the structure refuses with a coded reason and words that the sender reads too', async (world) => {
  const { application, member, sender } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/candidatures/${application.id}/refuser`, REFUSED)
  assert.equal(answer.location, `/candidatures/${application.id}`)
  assert.deepEqual(await world.look('select state, refusal_reason, version, processed_at is not null as processed from application'), [
    { state: 'refused', refusal_reason: 'no-recruitment', version: 2, processed: true },
  ])
  assert.deepEqual(await world.look('select transition, from_state, to_state, actor from application_transition'), [
    { transition: 'refuse', from_state: 'new', to_state: 'refused', actor: 'receiver' },
  ])
  const seen = await (await openBrowser(world, sender.member.accountId)).get(`/orientations/${application.id}`)
  assert.match(seen.text, /Refusée .* Pas de recrutement en cours/)
  assert.match(seen.text, /Rappelez-nous en mars/)
})

databaseTest('the objectives of the dialogue are never offered as a reason, nor accepted', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  assert.doesNotMatch((await browser.get(`/candidatures/${application.id}/refuser`)).body, /prevents-objectives/)
  const forged = await browser.post(`/candidatures/${application.id}/refuser`, { ...REFUSED, reason: 'prevents-objectives' })
  assert.equal(forged.status, 422)
  assert.match(forged.text, /n’est pas proposée/)
})

databaseTest('a reason and an answer are asked for, and what was typed is kept', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/candidatures/${application.id}/refuser`, { version: '1', answer: '' })
  assert.match(answer.text, /Choisissez la raison du refus/)
  assert.match(answer.text, /Écrivez votre réponse à la personne/)
})

databaseTest('a form read before somebody else answered changes nothing', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  await browser.post(`/candidatures/${application.id}`, { version: '1' })
  const answer = await browser.post(`/candidatures/${application.id}/refuser`, REFUSED)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Quelqu’un a modifié cette fiche/)
  assert.deepEqual(await world.look('select state from application'), [{ state: 'processing' }])
})

databaseTest('an address that nobody else reads receives the answer, with nothing personal in the subject', async (world) => {
  const { application, member, person } = await world.load((tx) => aProposal(tx))
  await world.load(async (tx) => {
    const db = tx.withTables<{ contact: Record<string, unknown>; contact_version: Record<string, unknown> }>()
    const contact = { id: application.id, person_id: person.id, recorded_at: '2026-01-01T00:00:00Z', recorded_by: person.id }
    await db
      .insertInto('contact')
      .values({ ...contact, kind: 'email' } as never)
      .execute()
    const version = {
      contact_id: application.id,
      person_id: person.id,
      version: 1,
      value: 'nadia@exemple.test',
      safe: true,
      recorded_at: contact.recorded_at,
      recorded_by: person.id,
    }
    await db
      .insertInto('contact_version')
      .values(version as never)
      .execute()
  })
  await (await openBrowser(world, member.accountId)).post(`/candidatures/${application.id}/refuser`, REFUSED)
  const [mail] = await world.look('select recipient, subject, body from mail')
  assert.equal(mail?.['recipient'], 'nadia@exemple.test')
  assert.equal(mail?.['subject'], 'Une réponse vous attend')
  assert.match(String(mail?.['body']), /Rappelez-nous en mars/)
})
