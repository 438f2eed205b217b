import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { aTeamAtWork, aWorkerNamed } from '../modules/employment/fixtures.ts'
import { moveContract } from '../modules/employment/index.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { doAs } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser, type TestBrowser } from '../platform/testing/test-browser.ts'

/*
 * FIELD, situation 9. Undocumented renewal: the contract ended on 30 June, the person works on in July. The hours are accepted, with the anomaly
 * « heures sans contrat »; they are not paid until it is settled; the director is told; nothing is dated back in silence.
 */
const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const ana = await aWorkerNamed(tx, team, 'Benali', { first: '2026-01-05', last: '2026-06-30' })
    const bea = await aWorkerNamed(tx, team, 'Garcia')
    for (const { person } of [ana, bea]) await aPass(tx, person, { first: '2026-01-05', last: '2028-01-04' })
    return { ...team, ana: ana.stay, bea: bea.stay, path: `/heures/${team.siae.id}/2026-07` }
  })

const line = (index: number, stay: { id: string }, paid: string) => ({
  [`rows-${index}-stayId`]: stay.id,
  [`rows-${index}-version`]: '0',
  [`rows-${index}-measure`]: 'common',
  [`rows-${index}-paid`]: paid,
})

async function validates(browser: TestBrowser, path: string) {
  const asking = await browser.get(`${path}/valider`)
  const shown = /name="shown" value="([^"]*)"/.exec(asking.body)?.[1] ?? ''
  const answer = await browser.post(`${path}/valider`, { shown })
  return { asking, answer }
}
const totals = (world: World) =>
  world.look('select counted, held_back from month_total where superseded_at is null and withdrawn_at is null')
const contracts = (world: World) =>
  world.look(
    'select contract_id, version, first_day::text, last_day::text, superseded_at is null as current from contract_version order by contract_id, version',
  )

databaseTest('nobody outside types or reads these hours', async (world) => {
  const made = await scene(world)
  for (const { accountId } of [made.stranger, made.former, made.officer]) {
    const browser = await openBrowser(world, accountId)
    assert.equal((await browser.get(made.path)).status, 404)
    assert.equal((await browser.post(made.path, line(0, made.ana, '35'))).status, 404)
  }
})

databaseTest(
  'the hours are accepted, told to be without a contract, held back from the aid, and the director is alerted',
  async (world) => {
    const made = await scene(world)
    const before = await contracts(world)
    const typist = await openBrowser(world, made.counsellor.accountId)
    assert.match((await typist.get(made.path)).text, /BENALI Contrat fini le 30 juin 2026, aucun autre depuis/)
    assert.equal((await typist.post(made.path, { ...line(0, made.ana, '35'), ...line(1, made.bea, '110') })).status, 303)
    assert.match(
      (await typist.get(made.path)).text,
      /35,00 h en juillet 2026 sans contrat : les heures sont gardées, et ne sont pas payées/,
    )

    const director = await openBrowser(world, made.director.accountId)
    assert.match((await director.get('/')).text, /Résoudre les anomalies/)
    assert.match((await director.get('/anomalies')).text, /BENALI.*35,00 h en juillet 2026 sans contrat/)
    const { asking, answer } = await validates(director, made.path)
    assert.match(asking.text, /Des heures sont retenues/)
    assert.equal(answer.status, 303)
    assert.deepEqual(await totals(world), [{ counted: 11_000, held_back: 3_500 }])
    // Nothing of the contract was touched: no end moved, no renewal made up.
    assert.deepEqual(await contracts(world), before)
  },
)

databaseTest(
  'once a contract covers July the anomaly closes by itself, with its trace; the month pays after a new validation, not before',
  async (world) => {
    const made = await scene(world)
    const director = await openBrowser(world, made.director.accountId)
    await director.post(made.path, { ...line(0, made.ana, '35'), ...line(1, made.bea, '110') })
    await validates(director, made.path)
    // The renewal is written late, as what it is: another version, recorded today, the one before kept.
    await world.load(async (tx) => {
      await sql`update contract_version set superseded_at = '2026-11-21T09:00:00Z' where contract_id = ${made.ana.contractId}`.execute(tx)
      await sql`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, weekly_hours, recorded_at, recorded_by, reason)
      select contract_id, person_id, organisation_id, 2, type, first_day, '2026-12-31', weekly_hours, '2026-11-21T09:00:00Z', recorded_by, 'renewed'
      from contract_version where contract_id = ${made.ana.contractId} and version = 1`.execute(tx)
    })
    const moved = await doAs(world, made.director.accountId, moveContract, { contractId: made.ana.contractId, to: '2026-01-05' })
    assert.equal(moved.state, 'done')
    assert.deepEqual(await world.look("select resolution from anomaly where rule = 'employment/hours-without-contract'"), [
      { resolution: 'facts-changed' },
    ])
    assert.deepEqual(await totals(world), [{ counted: 11_000, held_back: 3_500 }])
    assert.match((await director.get(made.path)).text, /Les faits ont changé depuis la validation/)
    assert.equal((await director.post(`${made.path}/reprendre`)).status, 303)
    await validates(director, made.path)
    assert.deepEqual(await totals(world), [{ counted: 14_500, held_back: 0 }])
  },
)
