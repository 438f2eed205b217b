import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { noteStrength } from './note-strength.ts'

databaseTest(
  'whoever does not follow the person notes no strength; a counsellor does, and one too long comes back as typed',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const supervisor = await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor')
      return { ...made, supervisor, outsiders: await theOutsiders(tx, made) }
    })
    const said = { personId: here.personId, words: 'Parle trois langues' }
    assert.deepEqual(refusalsIn(await doAs(world, here.outsiders.stranger.accountId, noteStrength, said)), ['platform/not-found'])
    assert.deepEqual(refusalsIn(await doAs(world, here.supervisor.accountId, noteStrength, said)), ['accompaniment/not-yours'])
    const browser = await openBrowser(world, here.member.accountId)
    const add = `/personnes/${here.personId}/forces/ajouter`
    const again = await browser.post(add, { words: 'x'.repeat(301) })
    assert.match(again.text, /300 caractères au plus/)
    assert.match(again.body, /x{301}/)
    assert.equal((await browser.post(add, { words: 'x'.repeat(300) })).status, 303)
    assert.deepEqual(await world.look('select length(words) as length, recorded_by from strength'), [
      { length: 300, recorded_by: here.member.accountId },
    ])
  },
)
