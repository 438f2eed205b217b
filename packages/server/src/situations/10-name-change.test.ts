// « Name or gender change: old names stay searchable by the holder's organisation, invisible on new documents; no log line reveals the former one. » FIELD §7.10
import assert from 'node:assert/strict'
import { makeServer } from '../app.ts'
import { aCandidate } from '../modules/hiring/fixtures.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { makeLogger } from '../platform/logging/logger.ts'
import { csrfOf } from '../platform/session/token.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const FORMER = /Hector|Ancelot/i

/** Hector Ancelot, proposed by a mission locale to a structure, becomes Pauline Durand: the mission locale writes it. */
async function renamed(world: World) {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    return { ...candidate, pass: await aPass(tx, candidate.person) }
  })
  await world.look("update person set sex = 'M' where id = $1", [made.person.id])
  await world.look("update person_name set value = 'Ancelot', value_key = 'ancelot' where person_id = $1 and kind = 'birth'", [
    made.person.id,
  ])
  await world.look("update person_name set value = 'Hector', value_key = 'hector' where person_id = $1 and kind = 'given'", [
    made.person.id,
  ])
  const holder = await openBrowser(world, made.sender.member.accountId)
  const form = {
    version: '1',
    birthName: 'Durand',
    givenNames: 'Pauline',
    'birthDate-day': '3',
    'birthDate-month': '5',
    'birthDate-year': '1990',
    birthPrecision: 'day',
    sex: 'F',
  }
  const answer = await holder.post(`/personnes/${made.person.id}/identite`, form)
  assert.equal(answer.status, 303, answer.text)
  return { ...made, holder, other: await openBrowser(world, made.member.accountId) }
}

databaseTest('the organisation that knew the former name finds the person by it, under the name borne today', async (world) => {
  const { holder } = await renamed(world)
  const page = (await holder.get('/personnes?q=ancelot')).text
  assert.match(page, /Pauline DURAND/)
  assert.doesNotMatch(page.replace(/ancelot/g, ''), FORMER, 'the words typed are the only place where the former name stands')
})

databaseTest('the other holder does not: by the former name there is nobody', async (world) => {
  const { other } = await renamed(world)
  assert.doesNotMatch((await other.get('/personnes?q=ancelot')).text, /DURAND/)
  assert.match((await other.get('/personnes?q=durand')).text, /Pauline DURAND/)
})

databaseTest('no new page, export or document shows it, to whoever reads', async (world) => {
  const made = await renamed(world)
  const pages = [
    `/personnes/${made.person.id}`,
    `/personnes/${made.person.id}/identite`,
    `/personnes/${made.person.id}/acces`,
    `/pass/${made.pass.id}`,
    `/pass/${made.pass.id}/attestation`,
    '/personnes',
    '/candidatures',
    '/candidatures/export',
    `/candidatures/${made.application.id}`,
    '/mes-orientations',
    `/orientations/${made.application.id}`,
  ]
  let shown = 0
  for (const [who, browser] of [
    ['the holder', made.holder],
    ['the other', made.other],
  ] as const)
    for (const path of pages) {
      const answer = await browser.get(path)
      assert.doesNotMatch(answer.body, FORMER, `${who} reads it at ${path}`)
      if (/Pauline/.test(answer.body)) shown++
    }
  assert.ok(shown >= 12, `the name of today was read on ${shown} pages only`)
})

databaseTest('the words agree with the gender of today', async (world) => {
  const { holder, person } = await renamed(world)
  const page = (await holder.get(`/personnes/${person.id}`)).text
  assert.match(page, /née le 3 mai 1990/)
  assert.doesNotMatch(page, /\bné le/)
})

databaseTest('the printed certificate bears the name of today only', async (world) => {
  const { holder, pass } = await renamed(world)
  const { readPdf } = await import('../platform/testing/pdf-text.ts')
  const answer = await (await world.server()).inject({
    url: `/pass/${pass.id}/attestation.pdf`,
    cookies: { maillage_session: holder.token() },
  })
  assert.equal(answer.statusCode, 200)
  const { text } = readPdf(answer.rawPayload)
  assert.match(text, /Pauline DURAND/)
  assert.doesNotMatch(text, FORMER)
})

databaseTest('nothing of the former name in the log, the audit, the events, the readings, the mail', async (world) => {
  const made = await renamed(world)
  const lines: string[] = []
  const server = await makeServer(world.runtime, makeLogger('trace', { write: (line) => void lines.push(line) }), {
    requestsPerMinute: 1_000_000,
  })
  const token = made.holder.token()
  const send = (method: 'GET' | 'POST', url: string, fields: Record<string, string> = {}) =>
    server.inject({
      method,
      url,
      cookies: { maillage_session: token },
      ...(method === 'POST'
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', origin: 'http://localhost' },
            payload: new URLSearchParams({ _csrf: csrfOf(token), ...fields }).toString(),
          }
        : {}),
    })
  assert.equal((await send('GET', '/personnes?q=ancelot%20hector')).statusCode, 200)
  assert.equal(
    (await send('POST', `/personnes/${made.person.id}/identite`, { version: '2', birthName: 'Ancelot', givenNames: 'Hector' })).statusCode,
    422,
  )
  assert.ok(lines.length > 0)
  assert.doesNotMatch(lines.join(''), FORMER)
  for (const table of ['audit', 'event', 'access_log', 'mail', 'request_outcome', 'delivery']) {
    const rows = await world.look(`select ${table}::text as line from ${table}`)
    assert.doesNotMatch(rows.map(({ line }) => String(line)).join('\n'), FORMER, table)
  }
})
