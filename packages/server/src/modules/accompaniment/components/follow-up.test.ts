import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anAct } from '../fixtures.ts'

databaseTest(
  'the page of a person tells the last three acts to who noted them; a colleague and the supervisor read none',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      for (const purpose of ['Premier point', 'Deuxième point', 'Troisième point', 'Quatrième point'])
        await anAct(tx, { ...made, by: made.member }, { purpose })
      const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
      return { ...made, colleague, supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor') }
    })
    const pageFor = async ({ accountId }: { readonly accountId: string }) =>
      (await (await openBrowser(world, accountId)).get(`/personnes/${here.personId}`)).text
    const mine = await pageFor(here.member)
    assert.equal([...mine.matchAll(/(?:Premier|Deuxième|Troisième|Quatrième) point/g)].length, 3)
    assert.match(mine, /Tous les actes/)
    const theirs = await pageFor(here.colleague)
    assert.doesNotMatch(theirs, /(?:Premier|Deuxième|Troisième|Quatrième) point/)
    assert.match(theirs, /Noter un acte/)
    assert.doesNotMatch(await pageFor(here.supervisor), /acte/)
  },
)
