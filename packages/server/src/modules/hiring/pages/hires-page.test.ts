import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anApplication } from '../../applications/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'
import { aCandidate, aHire } from '../fixtures.ts'

/** Three hires of one structure: one declared, one with a point to settle, one cancelled. */
async function threeHires(world: World) {
  return world.load(async (tx) => {
    const made = await aCandidate(tx)
    const { organisation, unit, siae, sender, member } = made
    const hires: Record<string, string> = {}
    for (const birthName of ['Abadie', 'Benali', 'Zidane']) {
      const person = await aPerson(tx, { organisation, unit, birthName, givenNames: 'Léa' })
      const application = await anApplication(tx, { person, siae, receiver: unit, sender, state: 'accepted' })
      hires[birthName] = (await aHire(tx, { person, siae, unit, application, member })).id
    }
    return { ...made, hires }
  })
}

async function told(world: World) {
  const made = await threeHires(world)
  const { hires, organisation } = made
  await world.look("update hire set hired_on = '2026-03-02' where id = $1", [hires['Benali']])
  await world.look("update hire set state = 'cancelled', cancelled_at = '2026-11-21T09:00:00Z' where id = $1", [hires['Zidane']])
  await world.look(
    `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
     values (gen_random_uuid(), 'pass-iae/test', 'null', 'hire', $1, $2, '{}', 'operator', '2026-03-02', '2026-11-21T09:00:00Z')`,
    [hires['Benali'], organisation.id],
  )
  return { ...made, browser: await openBrowser(world, made.member.accountId) }
}

const namesIn = (body: string) => [...body.matchAll(/(ABADIE|BENALI|ZIDANE)<\/a>/g)].map(([, name]) => name)

databaseTest(
  'a visitor signs in; a prescriber, payroll and a former member find no such list; another team sees none of it',
  async (world) => {
    const { sender, organisation, unit } = await threeHires(world)
    const others = await world.load(async (tx) => ({
      payroll: await aMemberIn(tx, organisation, unit, 'payroll_officer'),
      former: await aMemberIn(tx, organisation, unit, 'counsellor', { lastDay: '2026-11-20' }),
      elsewhere: await aMemberIn(tx, organisation, await aUnit(tx, organisation, null, 'Autre équipe'), 'counsellor'),
    }))
    for (const path of ['/embauches', '/embauches.csv']) {
      assert.equal((await (await openBrowser(world)).get(path)).status, 303)
      for (const { accountId } of [sender.member, others.payroll, others.former])
        assert.equal((await (await openBrowser(world, accountId)).get(path)).status, 404)
      const page = await (await openBrowser(world, others.elsewhere.accountId)).get(path)
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.body, /ABADIE|BENALI|ZIDANE/)
    }
  },
)

databaseTest('the latest comes first; search, state, period and order are in the address; the page costs few statements', async (world) => {
  const { browser } = await told(world)
  const before = world.statements.length
  const page = await browser.get('/embauches')
  assert.ok(world.statements.length - before <= 6)
  assert.match(page.text, /3 embauches/)
  assert.equal(namesIn(page.body).at(-1), 'BENALI')
  assert.match(page.text, /1 point à régler/)
  assert.deepEqual(namesIn((await browser.get('/embauches?tri=personne')).body), ['ABADIE', 'BENALI', 'ZIDANE'])
  assert.deepEqual(namesIn((await browser.get('/embauches?tri=-personne')).body), ['ZIDANE', 'BENALI', 'ABADIE'])
  assert.deepEqual(namesIn((await browser.get('/embauches?q=abad')).body), ['ABADIE'])
  assert.deepEqual(namesIn((await browser.get('/embauches?etat=a-regler')).body), ['BENALI'])
  assert.deepEqual(namesIn((await browser.get('/embauches?etat=annulees')).body), ['ZIDANE'])
  const spring = '/embauches?du-day=1&du-month=3&du-year=2026&au-day=31&au-month=5&au-year=2026'
  assert.deepEqual(namesIn((await browser.get(spring)).body), ['BENALI'])
  assert.equal((await browser.get("/embauches?etat=x'&structure=1&tri=;drop&page=-1")).status, 200)
})

databaseTest('what is no date is told beside its box, what was typed stays; nothing found says what to do', async (world) => {
  const { browser } = await told(world)
  const wrong = await browser.get('/embauches?du-day=31&du-month=2&du-year=2026&q=abad')
  assert.match(wrong.text, /Le début de la période n’existe pas dans le calendrier/)
  assert.match(wrong.body, /id="du-day"[^>]*value="31"/)
  assert.match(wrong.body, /name="q"[^>]*value="abad"/)
  const reversed = await browser.get('/embauches?du-day=2&du-month=3&du-year=2026&au-day=1&au-month=3&au-year=2026')
  assert.match(reversed.text, /La fin de la période vient avant son début/)
  assert.match((await browser.get('/embauches?q=inconnue')).text, /Aucune embauche ne correspond/)
})

databaseTest('a structure that hired nobody is told where a hire begins', async (world) => {
  const { member } = await world.load((tx) => aCandidate(tx))
  const page = await (await openBrowser(world, member.accountId)).get('/embauches')
  assert.match(page.text, /Aucune embauche pour l’instant .* Accepter et déclarer l’embauche/)
  assert.match(page.body, /href="\/candidatures"/)
})

databaseTest('the export holds the list shown, whole, in its order', async (world) => {
  const { browser } = await told(world)
  const file = await browser.get('/embauches.csv?tri=personne&etat=declarees')
  const lines = file.body.split('\r\n').filter((line) => line !== '')
  assert.match(lines[0] ?? '', /^\uFEFFPersonne;Structure;Premier jour;/)
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(';').slice(0, 4).join(';')),
    ['Léa ABADIE;Les Jardins du Lauragais;01/12/2026;31/05/2027', 'Léa BENALI;Les Jardins du Lauragais;02/03/2026;31/05/2027'],
  )
})
