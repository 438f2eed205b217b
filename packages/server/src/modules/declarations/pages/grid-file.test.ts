import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { invariant } from '@maillage/kernel'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { readTables } from '../../../platform/uploads/read-tables.ts'
import type { Tables } from '../../../platform/uploads/tables.ts'
import { aBarrier, anAct } from '../../accompaniment/fixtures.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aReferent } from '../../people/fixtures.ts'
import { aTeamWithGrid } from '../fixtures.ts'

const example = (name: string) => readFileSync(new URL(`../examples/${name}`, import.meta.url))

async function download(world: World, token: string, path: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const reply = await (await world.server()).inject({ url: path, cookies: { maillage_session: token } })
  return { status: reply.statusCode, bytes: new Uint8Array(reply.rawPayload) }
}

const tablesIn = async (bytes: Uint8Array, name = ''): Promise<Tables> => {
  const read = await readTables(bytes, name)
  invariant(read.ok, 'the file is read')
  return read.value
}

/** Sends a file, leaves aside what is refused, confirms: what a counsellor does in four clicks. */
async function imported(world: World, name: string) {
  const team = await world.load((tx) => aTeamWithGrid(tx))
  const browser = await openBrowser(world, team.counsellor.accountId)
  const month = `/heures/${team.siae.id}/2026-07`
  const sent = await browser.postFile(`${month}/importer`, { name, bytes: example(name) }, { contractHours: 'week' })
  assert.equal(sent.status, 303, sent.text)
  const run = sent.location ?? ''
  assert.equal((await browser.post(`${run}/laisser`, { version: '1' })).status, 303)
  const confirmed = await browser.post(`${run}/confirmer`, { version: '2' })
  assert.equal(confirmed.status, 303, confirmed.text)
  return { ...team, browser, month, run }
}

for (const [name, kind] of [
  ['suivi-jardin.xlsx', 'xlsx'],
  ['suivi-ods.ods', 'ods'],
  ['suivi-1252.csv', 'csv'],
] as const) {
  databaseTest(`the file of the structure is given back cell for cell: ${kind}`, async (world) => {
    const { browser, month } = await imported(world, name)
    const { status, bytes } = await download(world, browser.token(), `${month}/suivi?edition=structure&format=${kind}`)
    assert.equal(status, 200)
    const [given, back] = [await tablesIn(example(name), 'x'), await tablesIn(bytes, 'x')]
    assert.deepEqual(
      back.sheets.map(({ name: sheet, rows }) => [sheet, rows]),
      given.sheets.map(({ name: sheet, rows }) => [sheet, rows]),
    )
    if (kind !== 'csv') assert.deepEqual(merges(back), merges(given))
    const [file] = await world.look('select edition, file_kind, run_id is not null as of_run from produced_file')
    assert.deepEqual(file, { edition: 'own', file_kind: kind, of_run: true })
  })

  databaseTest(`what is transmitted holds nothing of what is confidential, in ${kind}, whichever file it comes from`, async (world) => {
    const { browser, month } = await imported(world, name)
    for (const format of ['xlsx', 'ods', 'csv'] as const) {
      const { bytes } = await download(world, browser.token(), `${month}/suivi?edition=transmise&format=${format}`)
      const [sheet] = (await tablesIn(bytes)).sheets
      const text = JSON.stringify(sheet)
      // Under the labels of the form, which are what they are.
      assert.doesNotMatch(JSON.stringify(sheet?.rows.slice(6)), /SECRET|SANTE|dos|logement|soins|CPAM|Cap emploi|\bTH\b|SPIP/)
      assert.match(text, /Colonnes 11 à 14 : non transmises/)
      assert.match(text, /A\.B\./)
    }
  })
}

const merges = ({ sheets }: Tables) => sheets.map(({ merges: each }) => [...each].sort((a, b) => a.top - b.top || a.left - b.left))

databaseTest('in the file given back, a fact that changed since replaces what the file said', async (world) => {
  const { browser, month, lucas } = await imported(world, 'suivi-jardin.xlsx')
  await world.look("update exit_version set exit_on = '2026-07-30' where superseded_at is null")
  await world.look("update siae_stay set exit_day = '2026-07-30' where id = $1", [lucas.stay.id])
  const { bytes } = await download(world, browser.token(), `${month}/suivi`)
  const [sheet] = (await tablesIn(bytes)).sheets
  assert.deepEqual(sheet?.rows[8]?.[14], { day: 20_664 })
})

databaseTest(
  'somebody else of the team gets the grid from the facts, without what the author alone reads; a stranger none',
  async (world) => {
    const { director, month, stranger, payroll } = await imported(world, 'suivi-jardin.xlsx')
    const browser = await openBrowser(world, director.accountId)
    const { bytes } = await download(world, browser.token(), `${month}/suivi?format=ods`)
    const [sheet] = (await tablesIn(bytes)).sheets
    assert.deepEqual(sheet?.rows[5]?.slice(0, 3), ['Identité (initiales)', 'Sexe', 'Age'])
    assert.equal(sheet?.rows[5]?.length, 16)
    assert.deepEqual(sheet?.rows[6]?.slice(0, 3), ['A.B.', 'F', 36])
    assert.doesNotMatch(JSON.stringify(sheet), /SECRET/)
    for (const other of [stranger, payroll])
      assert.equal((await (await openBrowser(world, other.accountId)).get(`${month}/suivi`)).status, 404)
  },
)

databaseTest('a reason kept for the referent does not leave, and the blank form is the form', async (world) => {
  const { browser, month } = await imported(world, 'suivi-jardin.xlsx')
  await world.look("update exit_reason set reason = 'detention', sensitivity = 'justice'")
  const sent = JSON.stringify(await tablesIn((await download(world, browser.token(), `${month}/suivi?edition=transmise`)).bytes))
  assert.doesNotMatch(sent, /justice|incarc/)
  const blank = await tablesIn((await download(world, browser.token(), `${month}/suivi?edition=vierge`)).bytes)
  assert.equal(blank.sheets[0]?.rows.length, 6)
  assert.equal((await browser.get(`${month}/suivi?edition=autre`)).status, 404)
  assert.equal((await browser.get(`${month}/suivi?format=pdf`)).status, 404)
})

databaseTest('a demonstration gives a badly kept follow-up of one’s own team, which is read back; a service gives none', async (world) => {
  const team = await world.load((tx) => aTeamWithGrid(tx))
  const browser = await openBrowser(world, team.counsellor.accountId)
  const month = `/heures/${team.siae.id}/2026-07`
  assert.equal((await browser.get(`${month}/suivi?edition=exemple`)).status, 404)
  assert.doesNotMatch((await browser.get(`${month}/importer`)).text, /Pour essayer/)
  await world.look("insert into deployment (purpose) values ('demonstration')")
  assert.match((await browser.get(`${month}/importer`)).text, /Pour essayer/)
  const { status, bytes } = await download(world, browser.token(), `${month}/suivi?edition=exemple`)
  assert.equal(status, 200)
  const sent = await browser.postFile(`${month}/importer`, { name: 'exemple.xlsx', bytes }, { contractHours: 'week' })
  const { text } = await browser.get(sent.location ?? '')
  assert.match(text, /4 lignes comprises, 1 ligne refusée/)
  for (const hours of ['112,67', '98,50', '104,00', '110,50']) assert.ok(text.includes(`${hours} h payées`), hours)
})

databaseTest('the grid made from the facts tells a referent what was noted anyway, and transmits none of it', async (world) => {
  const team = await world.load(async (tx) => {
    const made = await aTeamWithGrid(tx)
    const { person } = made.nadia
    const of = { person, organisation: made.organisation, by: made.counsellor }
    await aReferent(tx, { organisation: made.organisation, unit: made.unit, person, ...made.counsellor })
    await anAct(tx, of, { happenedOn: '2026-07-07' })
    await anAct(tx, of, { happenedOn: '2026-07-21' })
    await aBarrier(tx, of, { area: 'housing', recordedAt: '2026-07-07T09:00:00Z' })
    await aPass(tx, person, { first: '2026-01-05', last: '2028-01-04' })
    return made
  })
  const month = `/heures/${team.siae.id}/2026-07`
  const lineOf = async (accountId: string, edition: string) => {
    const browser = await openBrowser(world, accountId)
    const [sheet] = (await tablesIn((await download(world, browser.token(), `${month}/suivi?edition=${edition}`)).bytes)).sheets
    return sheet?.rows.slice(6).find((row) => row[0] === 'A.B.')
  }
  const own = await lineOf(team.counsellor.accountId, 'structure')
  assert.deepEqual([own?.[5], own?.[10], own?.[11]], [{ day: 20_458 }, 'Logement', 'Entretien (2)'])
  for (const [accountId, edition] of [
    [team.counsellor.accountId, 'transmise'],
    [team.director.accountId, 'structure'],
  ] as const) {
    const row = await lineOf(accountId, edition)
    assert.equal(row?.[0], 'A.B.')
    assert.deepEqual(
      row?.slice(10, 14).filter((cell) => cell !== null),
      [],
      edition,
    )
  }
})
