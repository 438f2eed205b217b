import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { anAct } from '../fixtures.ts'

databaseTest(
  'an appointment leaves for a calendar without a name nor a reason; what has no day does not; a stranger finds nothing',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const dated = await anAct(tx, { ...made, by: made.member }, { nextStep: 'Bilan de santé', nextOn: '2026-12-01', nextAt: '14:30' })
      const undated = await anAct(tx, { ...made, by: made.member }, { nextStep: 'Rappeler' })
      return { ...made, dated, undated, outsiders: await theOutsiders(tx, made) }
    })
    for (const { accountId } of Object.values(here.outsiders))
      assert.equal((await (await openBrowser(world, accountId)).get(`/actes/${here.dated.id}/rendez-vous.ics`)).status, 404)
    const browser = await openBrowser(world, here.member.accountId)
    const { body } = await browser.get(`/actes/${here.dated.id}/rendez-vous.ics`)
    assert.match(body, /DTSTART:20261201T133000Z\r\n[\s\S]*SUMMARY:Rendez-vous Maillage\r\n/)
    assert.doesNotMatch(body, /Benali|Nadia|santé/i)
    assert.equal((await browser.get(`/actes/${here.undated.id}/rendez-vous.ics`)).status, 404)
  },
)
