import assert from 'node:assert/strict'
import { renderToString } from 'preact-render-to-string'
import { doAs, readAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { recordDiagnosis } from '../commands/record-diagnosis.ts'
import { aCounsellorWithAPerson, anAdviserOf, theOutsiders } from '../fixtures.ts'
import { diagnosesOf } from '../queries/diagnoses-of.ts'
import { EligibilityPanel } from './eligibility-panel.tsx'

async function shownTo(world: World, accountId: string, personId: string): Promise<string> {
  const eligibility = await readAs(world, accountId, (ctx) => diagnosesOf(ctx, personId))
  return eligibility ? renderToString(<EligibilityPanel eligibility={eligibility} mayAdd={false} />) : ''
}

databaseTest('a stranger is shown nothing; outside the referents a verdict, a masked author, a number of criteria', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPerson(tx))
  const [prison, colleague, { stranger }] = await world.load(async (tx) => [
    await anAdviserOf(tx, here.person, 'SPIP', 'SPIP de l’Aude'),
    await aMemberIn(tx, here.organisation, here.unit, 'counsellor'),
    await theOutsiders(tx, here),
  ])
  const criteria = [{ code: 'DETENTION_MJ', evidence: { kind: 'piece', dated: '2026-11-02' } }] as const
  const form = { personId: here.personId, unitId: prison.unitId, siaeId: null, madeOn: '2026-11-21', criteria: [...criteria] }
  await doAs(world, prison.member.accountId, recordDiagnosis, form)
  assert.equal(await shownTo(world, stranger.accountId, here.personId), '')
  const outside = await shownTo(world, colleague.accountId, here.personId)
  assert.match(outside, /Éligible/)
  assert.match(outside, /0\u00a0critère de niveau 1, 1\u00a0critère de niveau 2/)
  assert.match(outside, /Élément non communiqué à votre profil/)
  assert.doesNotMatch(outside, /SPIP|détention|pénitentiaire|justice/i)
  const author = await shownTo(world, prison.member.accountId, here.personId)
  assert.match(author, /SPIP de l’Aude/)
  assert.match(author, /Sortant de détention/)
})
