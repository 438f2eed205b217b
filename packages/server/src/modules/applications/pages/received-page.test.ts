import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'
import { anApplication, aProposal } from '../fixtures.ts'

databaseTest(
  'a visitor signs in, a prescriber and a technical supervisor find no such list, another team sees none of it',
  async (world) => {
    const { sender, organisation, unit } = await world.load((tx) => aProposal(tx))
    assert.equal((await (await openBrowser(world)).get('/candidatures')).status, 303)
    const others = await world.load(async (tx) => ({
      supervisor: await aMemberIn(tx, organisation, unit, 'technical_supervisor'),
      elsewhere: await aMemberIn(tx, organisation, await aUnit(tx, organisation, null, 'Autre équipe'), 'counsellor'),
    }))
    assert.equal((await (await openBrowser(world, sender.member.accountId)).get('/candidatures')).status, 404)
    assert.equal((await (await openBrowser(world, others.supervisor.accountId)).get('/candidatures')).status, 404)
    for (const path of ['/candidatures', '/candidatures/export']) {
      const page = await (await openBrowser(world, others.elsewhere.accountId)).get(path)
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.body, /BENALI/)
    }
  },
)

databaseTest('late answers come first; filters, words and order are in the address; the page costs few statements', async (world) => {
  const { siae, unit, sender, member } = await world.load(async (tx) => {
    const proposal = await aProposal(tx)
    const late = await aPerson(tx, {
      organisation: proposal.sender.organisation,
      unit: proposal.sender.unit,
      birthName: 'Zidane',
      givenNames: 'Léa',
    })
    await anApplication(tx, {
      person: late,
      siae: proposal.siae,
      receiver: proposal.unit,
      sender: proposal.sender,
      promisedOn: '2026-11-20',
      sentOn: '2026-10-21',
    })
    const done = await aPerson(tx, {
      organisation: proposal.sender.organisation,
      unit: proposal.sender.unit,
      birthName: 'Abadie',
      givenNames: 'Yann',
    })
    await anApplication(tx, {
      person: done,
      siae: proposal.siae,
      receiver: proposal.unit,
      sender: proposal.sender,
      state: 'refused',
      promisedOn: '2026-11-01',
    })
    return proposal
  })
  const browser = await openBrowser(world, member.accountId)
  const orderOf = (body: string) => [...body.matchAll(/(BENALI|ZIDANE|ABADIE)<\/a>/g)].map(([, name]) => name)
  const before = world.statements.length
  const page = await browser.get('/candidatures')
  const reads = world.statements.slice(before).filter((each) => /^\s*select/.test(each) && !/find_session|deployment_purpose/.test(each))
  assert.ok(reads.length <= 3, `${reads.length} statements`)
  assert.deepEqual(orderOf(page.body), ['ZIDANE', 'BENALI', 'ABADIE'])
  assert.match(page.text, /En retard/)
  assert.deepEqual(orderOf((await browser.get('/candidatures?etat=late')).body), ['ZIDANE'])
  assert.deepEqual(orderOf((await browser.get('/candidatures?etat=open')).body), ['ZIDANE', 'BENALI'])
  assert.deepEqual(orderOf((await browser.get('/candidatures?mots=yann')).body), ['ABADIE'])
  assert.deepEqual(orderOf((await browser.get('/candidatures?tri=personne')).body), ['ABADIE', 'BENALI', 'ZIDANE'])
  assert.match((await browser.get('/candidatures?mots=personne-de-ce-nom')).text, /Aucune candidature ne correspond/)
  assert.equal((await browser.get("/candidatures?etat=x'&structure=1&tri=;drop&page=-1")).status, 200)
  const mine = await (await openBrowser(world, sender.member.accountId)).get('/mes-orientations')
  assert.deepEqual(orderOf(mine.body), ['ZIDANE', 'BENALI', 'ABADIE'])
  assert.ok(siae.id && unit.id)
})

databaseTest('the export holds the list shown in the partners’ edition, and says what it leaves empty', async (world) => {
  const { member } = await world.load((tx) => aProposal(tx, { message: 'canari message' }))
  const file = await (await openBrowser(world, member.accountId)).get('/candidatures/export?etat=new')
  assert.match(file.body, /^\uFEFFPersonne;Structure;/)
  assert.match(file.body, /Nadia BENALI;Les Jardins du Lauragais/)
  assert.doesNotMatch(file.body, /canari|Camille Roux/)
  assert.match(file.body, /Édition partenaires/)
})
