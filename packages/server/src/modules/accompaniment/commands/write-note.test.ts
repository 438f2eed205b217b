import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { checkSealed } from '../../../platform/keys/check-sealed.ts'
import { passingKeyRing } from '../../../platform/keys/key-ring.ts'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent } from '../../people/fixtures.ts'
import { aNote, anAct } from '../fixtures.ts'
import { notesOf } from '../queries/notes-of.ts'
import { writeNote } from './write-note.ts'

databaseTest('whoever does not follow the person notes nothing about them, nor who supervises or pays them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      outsiders: await theOutsiders(tx, made),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      payroll: await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer', { name: 'Lou Petit' }),
    }
  })
  const typed = { personId: here.personId, text: 'Rien' }
  for (const { accountId } of Object.values(here.outsiders)) assert.notEqual((await doAs(world, accountId, writeNote, typed)).state, 'done')
  for (const { accountId } of [here.supervisor, here.payroll]) {
    assert.deepEqual(refusalsIn(await doAs(world, accountId, writeNote, typed)), ['accompaniment/note-not-yours'])
    assert.equal((await (await openBrowser(world, accountId)).get(`/personnes/${here.personId}/notes`)).status, 404)
  }
  assert.deepEqual(await world.look('select from working_note'), [])
})

databaseTest('a note is read by its author and by nobody else: no referent, no director, no reading with a reason', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    return { ...made, referent, director: await aMemberIn(tx, made.organisation, made.unit, 'director', { name: 'Dominique Faure' }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const notes = `/personnes/${here.personId}/notes`
  assert.match((await browser.get(notes)).text, /Visibles de vous seul\(e\).*Aucune note de vous/)
  assert.match((await browser.post(`${notes}/ajouter`, { text: '  ' })).text, /Écrivez votre note/)
  const told = 'Une impression\r\n\r\nÀ revoir'
  assert.equal((await browser.post(`${notes}/ajouter`, { text: told })).location, notes)
  assert.match((await browser.get(notes)).text, /Une impression À revoir Effacée après le 21 novembre 2027/)
  for (const { accountId } of [here.referent, here.director]) {
    const theirs = await openBrowser(world, accountId)
    assert.match((await theirs.get(notes)).text, /Aucune note de vous/)
    const [note] = await world.look('select id from working_note')
    for (const way of ['corriger', 'supprimer']) assert.equal((await theirs.get(`/notes/${String(note?.['id'])}/${way}`)).status, 404)
  }
})

databaseTest('no word of a note is in what the database keeps, nor beside it; what was sealed for one opens on no other', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  for (const text of ['MARQUE une', 'MARQUE deux'])
    assert.equal((await doAs(world, member.accountId, writeNote, { personId, text })).state, 'done')
  const kept = await world.look(
    `select working_note::text as line from working_note union all select audit::text from audit union all select event::text from event
     union all select request_outcome::text from request_outcome`,
  )
  for (const { line } of kept) {
    assert.doesNotMatch(String(line), /MARQUE/)
    for (const sealed of String(line).match(/[\w-]{38,}/g) ?? [])
      assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /MARQUE/)
  }
  await assert.rejects(
    world.load((tx) => sql`update working_note set content = 'En clair'`.execute(tx)),
    /working_note_sealed/,
  )
  await world.look('update working_note set content = (select content from working_note order by id limit 1)')
  await assert.rejects(
    readAs(world, member.accountId, (ctx) => notesOf(ctx, personId)),
    /opens with a key/,
  )
})

databaseTest('a server that lacks the key of a note does not start', async (world) => {
  await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aNote(tx, { ...made, by: made.member })
  })
  await checkSealed(world.database, world.runtime.keys)
  await assert.rejects(checkSealed(world.database, passingKeyRing()), /«\u00a0tests\u00a0»/)
})

databaseTest(
  'from an act its reader notes about it; about the act of somebody else, or that one may not read, nothing is written',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
      const another = await aPerson(tx, { organisation: made.organisation, unit: made.unit, givenNames: 'Awa' })
      return {
        ...made,
        colleague,
        act: await anAct(tx, { ...made, by: made.member }),
        theirs: await anAct(tx, { ...made, person: another, by: made.member }),
      }
    })
    const { personId, act, theirs } = here
    const browser = await openBrowser(world, here.member.accountId)
    const [, way] = /href="([^"]*\/notes\/ajouter\?acte=[^"]*)"/.exec((await browser.get(`/personnes/${personId}/actes`)).body) ?? []
    assert.match((await browser.get(String(way))).text, /À propos : Entretien du 3 novembre 2026/)
    await browser.post(`/personnes/${personId}/notes/ajouter`, { acte: act.id, text: 'Elle hésite' })
    assert.match((await browser.get(`/personnes/${personId}/notes`)).text, /À propos : Entretien du 3 novembre 2026 Elle hésite/)
    const asked = { personId, text: 'Elle hésite' }
    assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, writeNote, { ...asked, actId: theirs.id })), [
      'platform/not-found',
    ])
    assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, writeNote, { ...asked, actId: act.id })), [
      'platform/not-found',
    ])
    assert.equal((await world.look('select from working_note')).length, 1)
  },
)

databaseTest('the team follows the person no more, and its author reads the note no more; past its day neither', async (world) => {
  const { member, personId } = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aNote(tx, { ...made, by: made.member }, { keptUntil: '2026-11-21' })
    return made
  })
  const read = async () => (await readAs(world, member.accountId, (ctx) => notesOf(ctx, personId))).length
  assert.equal(await read(), 1)
  await world.look("update person_access set ends_on = '2026-11-20'")
  assert.equal(await read(), 0)
  await world.look("update person_access set ends_on = '2999-12-31'")
  world.clock.set('2026-11-22T09:00:00Z')
  assert.equal(await read(), 0)
})

databaseTest('after a death nothing is noted any more', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  await world.look("update person set death_date = '2026-11-18' where id = $1", [personId])
  assert.deepEqual(refusalsIn(await doAs(world, member.accountId, writeNote, { personId, text: 'Note' })), ['people/person-died'])
})
