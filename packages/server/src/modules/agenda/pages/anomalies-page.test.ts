import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import type { Tx } from '../../../platform/database/database.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAnnex, anAuthorityOfficer } from '../../agreements/fixtures.ts'
import { anApplication } from '../../applications/fixtures.ts'
import { aStay } from '../../employment/fixtures.ts'
import { anExit } from '../../exits/fixtures.ts'
import { aCandidate, aHire } from '../../hiring/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'

type Candidate = Awaited<ReturnType<typeof aCandidate>>

async function aHireOf(tx: Tx, { organisation, unit, siae, sender, member }: Candidate, birthName: string) {
  const person = await aPerson(tx, { organisation, unit, birthName, givenNames: 'Léa' })
  const application = await anApplication(tx, { person, siae, receiver: unit, sender, state: 'accepted' })
  return { person, hire: (await aHire(tx, { person, siae, unit, application, member })).id }
}

/** Opens an anomaly of a fact, as a command does. */
const wrong = (
  world: World,
  { organisation }: Candidate,
  [table, subject]: readonly [string, string],
  {
    rule,
    facts = {},
    since = '2026-11-02',
    solver = 'operator',
    settled = null as string | null,
  }: Record<string, unknown> & { rule: string },
) =>
  world.look(
    `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at, resolved_at, resolution)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, '2026-11-20T09:00:00Z', $9, case when $9::timestamptz is null then null else 'moved' end)`,
    [
      rule,
      JSON.stringify({ article: 'CT R5132-1-8', confidence: 'text' }),
      table,
      subject,
      organisation.id,
      JSON.stringify(facts),
      solver,
      since,
      settled,
    ],
  )

async function told(world: World) {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    return { candidate, first: await aHireOf(tx, candidate, 'Abadie'), second: await aHireOf(tx, candidate, 'Zidane') }
  })
  const [contract] = await world.look('select contract_id from hire where id = $1', [made.second.hire])
  assert.ok(contract)
  const { candidate } = made
  const hiredOn = day('2026-12-01')
  await wrong(world, candidate, ['hire', made.first.hire], { rule: 'pass-iae/hire-without-pass', facts: { hiredOn }, since: '2026-11-02' })
  const weekly = { rule: 'employment/weekly-hours-below-minimum', facts: { least: 2000 }, since: '2026-10-01' }
  await wrong(world, candidate, ['contract', String(contract['contract_id'])], weekly)
  await wrong(world, candidate, ['hire', made.second.hire], {
    rule: 'pass-iae/hire-recorded-late',
    facts: { hiredOn, recordedOn: hiredOn },
    settled: '2026-11-19T09:00:00Z',
  })
  return { ...made, browser: await openBrowser(world, candidate.member.accountId) }
}

const namesIn = (body: string) => [...body.matchAll(/(ABADIE|ZIDANE)<span/g)].map(([, name]) => name)

databaseTest(
  'a visitor signs in; a technical supervisor and a former member find no such page; another organisation reads nothing',
  async (world) => {
    const { candidate } = await told(world)
    const others = await world.load(async (tx) => ({
      supervisor: await aMemberIn(tx, candidate.organisation, candidate.unit, 'technical_supervisor'),
      former: await aMemberIn(tx, candidate.organisation, candidate.unit, 'director', { lastDay: '2026-11-20' }),
      foreign: await aMemberIn(
        tx,
        candidate.sender.organisation,
        await aUnit(tx, candidate.sender.organisation, null, 'Autre équipe'),
        'director',
      ),
    }))
    assert.equal((await (await openBrowser(world)).get('/anomalies')).status, 303)
    for (const { accountId } of [others.supervisor, others.former])
      assert.equal((await (await openBrowser(world, accountId)).get('/anomalies')).status, 404)
    const page = await (await openBrowser(world, others.foreign.accountId)).get('/anomalies?etat=toutes')
    assert.match(page.text, /Aucune anomalie à résoudre/)
    assert.match(page.body, /href="\/anomalies\?etat=reglees"/)
    assert.doesNotMatch(page.body, /ABADIE|ZIDANE|PASS IAE n’est|par semaine, en moyenne/)
  },
)

databaseTest('each says the rule, its source, since when, who can solve it and where; the oldest first; few statements', async (world) => {
  const { browser, first, second } = await told(world)
  const before = world.statements.length
  const page = await browser.get('/anomalies')
  assert.ok(world.statements.length - before <= 6)
  assert.deepEqual(namesIn(page.body), ['ZIDANE', 'ABADIE'])
  assert.match(
    page.text,
    /inférieure à 20,00 h par semaine, en moyenne sur le contrat\. CT R5132-1-8 \(lu dans le texte\) 01\/10\/2026 La structure/,
  )
  assert.match(page.text, /2 anomalies/)
  for (const { hire } of [first, second]) assert.match(page.body, new RegExp(`href="/embauches/${hire}"`))
  assert.deepEqual(namesIn((await browser.get('/anomalies?tri=personne')).body), ['ABADIE', 'ZIDANE'])
})

databaseTest('those settled are read apart, with how and when', async (world) => {
  const { browser } = await told(world)
  const settled = await browser.get('/anomalies?etat=reglees')
  assert.deepEqual(namesIn(settled.body), ['ZIDANE'])
  assert.match(settled.text, /Date corrigée le 19\/11\/2026/)
  assert.equal(namesIn((await browser.get('/anomalies?etat=toutes')).body).length, 3)
  assert.equal((await browser.get("/anomalies?etat=x'&tri=;drop&page=-1")).status, 200)
})

databaseTest('payroll is led to the person, not to the hire, which is not theirs to change', async (world) => {
  const { candidate, first } = await told(world)
  const payroll = await world.load((tx) => aMemberIn(tx, candidate.organisation, candidate.unit, 'payroll_officer'))
  const { body } = await (await openBrowser(world, payroll.accountId)).get('/anomalies')
  assert.match(body, new RegExp(`href="/personnes/${first.person.id}"`))
  assert.doesNotMatch(body, /href="\/embauches\//)
})

databaseTest('a rule that this version has no words for is shown by its code, never hidden', async (world) => {
  const { candidate, first, browser } = await told(world)
  await wrong(world, candidate, ['hire', first.hire], { rule: 'elsewhere/unknown' })
  await wrong(world, candidate, ['pass', '00000000-0000-7000-8000-000000000000'], { rule: 'pass-iae/unknown', solver: 'authority' })
  const { text } = await browser.get('/anomalies')
  assert.match(text, /Point signalé par la règle « elsewhere\/unknown »/)
  assert.match(text, /Non accessible à vos équipes Point signalé par la règle « pass-iae\/unknown ».* L’administration \(DDETS\)/)
})

databaseTest('the home page says what waits, and only where something does', async (world) => {
  const { browser, candidate } = await told(world)
  const home = await browser.get('/')
  assert.match(home.text, /Ce qui vous attend/)
  assert.match(home.text, /Répondre aux candidatures .*1 en attente/)
  assert.match(home.text, /Résoudre les anomalies .*2 en attente/)
  assert.doesNotMatch(home.text, /Répondre aux demandes de rattachement/)
  const idle = await world.load(async (tx) =>
    aMemberIn(tx, candidate.organisation, await aUnit(tx, candidate.organisation, null, 'Autre équipe'), 'technical_supervisor'),
  )
  assert.match((await (await openBrowser(world, idle.accountId)).get('/')).text, /Rien n’attend de réponse de votre part/)
})

databaseTest(
  'an anomaly of an exit leads to it and is settled in its words; one of an annex names its structure to the officer',
  async (world) => {
    const { candidate } = await told(world)
    const { organisation, unit, siae } = candidate
    const made = await world.load(async (tx) => {
      const stay = await aStay(tx, { person: await aPerson(tx, { organisation, unit, birthName: 'Milan' }), siae, unit })
      const officer = await anAuthorityOfficer(tx)
      const annex = await anAnnex(tx, siae)
      const director = await aMemberIn(tx, organisation, unit, 'director')
      return { stay, exit: await anExit(tx, stay), officer, annex, director }
    })
    const gap = { rule: 'exits/no-contract-since', facts: { lastContract: day('2026-08-31'), exitOn: day('2026-10-31') } }
    await wrong(world, candidate, ['exit', made.exit.id], gap)
    const browser = await openBrowser(world, made.director.accountId)
    assert.match((await browser.get('/anomalies')).body, new RegExp(`href="/sejours/${made.stay.id}/sortie"[^>]*>[^<]*MILAN`))
    await world.look(`update anomaly set resolved_at = '2026-11-20T10:00:00Z', resolution = 'exit-cancelled' where subject_id = $1`, [
      made.exit.id,
    ])
    assert.match((await browser.get('/anomalies?etat=reglees')).text, /Sortie annulée le 20\/11\/2026/)
    await wrong(world, { ...candidate, organisation: made.officer.service }, ['financial_annex', made.annex.id], {
      rule: 'agreements/unknown',
      solver: 'authority',
    })
    const officer = await (await openBrowser(world, made.officer.accountId)).get('/anomalies')
    assert.match(officer.body, new RegExp(`href="/conventions/${siae.id}"[^>]*>Les Jardins du Lauragais`))
    assert.match(officer.text, /L’administration \(DDETS\)/)
  },
)

databaseTest('the hire itself says what is wrong and on which text', async (world) => {
  const { browser, first } = await told(world)
  assert.match((await browser.get(`/embauches/${first.hire}`)).text, /points à régler .*CT R5132-1-8 \(lu dans le texte\)/)
})
