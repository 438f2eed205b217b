import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aCanary, aMemberIn, aUnit, CANARY } from '../fixtures.ts'

const CONTACT = ['téléphone', 'courriel', 'adresse', 'représentant', 'lien'].map(CANARY)
const everything = [...CONTACT, ...['naissance', 'usage', 'ancien', 'prénom'].map(CANARY)]

databaseTest(
  'what is marked appears in no page of those who are not entitled to it, nor in the log, the audit or the events',
  async (world) => {
    const { person, foreign, supervisor, payroll, counsellor } = await world.load(async (tx) => {
      await aSmallMap(tx)
      const organisation = await anOrganisation(tx)
      const unit = await aUnit(tx, organisation)
      const elsewhere = await anOrganisation(tx, { name: 'Autre' })
      return {
        person: await aCanary(tx, { organisation, unit }),
        foreign: await aMemberIn(tx, elsewhere, await aUnit(tx, elsewhere), 'counsellor'),
        supervisor: await aMemberIn(tx, organisation, unit, 'technical_supervisor'),
        payroll: await aMemberIn(tx, organisation, unit, 'payroll_officer'),
        counsellor: await aMemberIn(tx, organisation, unit, 'counsellor'),
      }
    })
    const pages = ['', '/identite', '/acces', '/rattachement', '/referents/ajouter'].map((rest) => `/personnes/${person.id}${rest}`)
    const lists = ['/personnes', '/personnes?q=canari', '/personnes?q=2010', '/rattachements', '/personnes/ajouter']
    const seenBy = async (accountId: string) => {
      const browser = await openBrowser(world, accountId)
      const bodies = []
      for (const path of [...pages, ...lists]) bodies.push((await browser.get(path)).text.toLocaleLowerCase('fr'))
      return bodies.join('\n')
    }
    const hides = (body: string, marks: readonly string[], who: string) => {
      for (const mark of marks) assert.ok(!body.includes(mark.toLocaleLowerCase('fr')), `${who} reads « ${mark} »`)
    }
    hides(await seenBy(foreign.accountId), [...everything, 'canari usage'], 'a stranger')
    for (const [who, { accountId }] of Object.entries({ supervisor, payroll })) {
      const body = await seenBy(accountId)
      hides(body, [...CONTACT, CANARY('ancien')], who)
      assert.match(body, /canari usage/)
    }
    // The one who may: the test would see nothing otherwise. A text box is read in the source of the page.
    const browser = await openBrowser(world, counsellor.accountId)
    const { body } = await browser.get(`/personnes/${person.id}/identite`)
    for (const mark of [...CONTACT, CANARY('usage')]) assert.ok(body.includes(mark), mark)
    assert.ok(!body.includes(CANARY('ancien')))
    const traces = await world.look(
      "select string_agg(line, ' ') as all_lines from (select audit::text from audit union all select event::text from event union all select access_log::text from access_log union all select mail::text from mail) as trace (line)",
    )
    hides(String(traces[0]?.['all_lines']), everything, 'a log')
  },
)
