import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAudeInSmall, computeFigures } from '../fixtures.ts'

const AUDE = '/observatoire/departement-11'
const made = async (world: World) => {
  const here = await world.load(anAudeInSmall)
  await computeFigures(world)
  return here
}
/** 777 h a month over 10 months of two ETTI of 1 600 h; of one. None of these may be read by a competitor. */
const ETTI_TOGETHER = '9,7'
const ONE_ETTI = '4,9'

/** The texts of a workbook, whatever its sheets. */
function textsOf(file: Uint8Array): string {
  const bytes = Buffer.from(file)
  const found: string[] = []
  for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      found.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }).toString('utf8'))
    } catch {
      found.push(bytes.subarray(start, start + 4000).toString('utf8'))
    }
  }
  return found.join('\n')
}

databaseTest('a visitor signs in first, a former member finds no page', async (world) => {
  const { former } = await made(world)
  assert.match((await (await openBrowser(world)).get(AUDE)).location ?? '', /^\/connexion/)
  for (const path of [AUDE, '/observatoire', `/observatoire.csv?territoire=departement-11`])
    assert.equal((await (await openBrowser(world, former.accountId)).get(path)).status, 404, path)
})

databaseTest('nobody but the authority of the Aude reads the figures of its two ETTI, on the page as in the exports', async (world) => {
  const { rivalDirector, adviser, officerElsewhere, officer } = await made(world)
  for (const [who, reader] of Object.entries({ rivalDirector, adviser, officerElsewhere })) {
    const browser = await openBrowser(world, reader.accountId)
    for (const path of [`${AUDE}?type=ETTI`, '/observatoire.csv?territoire=departement-11&type=ETTI']) {
      const { status, text } = await browser.get(path)
      assert.equal(status, 200, who)
      assert.match(text, /Moins de trois structures/, `${who} ${path}`)
      assert.ok(!text.includes(ETTI_TOGETHER) && !text.includes(ONE_ETTI), `${who} reads the ETTI on ${path}`)
    }
    const server = await world.server()
    const reply = await server.inject({
      url: '/observatoire.xlsx?territoire=departement-11&type=ETTI',
      cookies: { maillage_session: browser.token() },
    })
    const book = textsOf(reply.rawPayload)
    assert.match(book, /Moins de trois structures/)
    assert.match(book, /Annexes signées à ce jour/, 'a sheet of definitions')
    assert.ok(!book.includes(`>${ETTI_TOGETHER}<`) && !book.includes(`>${ONE_ETTI}<`), who)
    // The total is read; the AI, hidden with the ETTI, are what keeps it from telling them.
    const whole = await browser.get(AUDE)
    assert.match(whole.text, /ETP réalisés, mois déclarés \d/)
    assert.match((await browser.get(`${AUDE}?type=AI`)).text, /permettrait d’en retrouver un autre par soustraction/)
    // A director finds their own structure in the list, and no other.
    assert.doesNotMatch(whole.text, /ETTI numéro 1/)
  }
  const state = await (await openBrowser(world, officer.accountId)).get(`${AUDE}?type=ETTI`)
  assert.match(state.text, new RegExp(`ETP réalisés, mois déclarés ${ETTI_TOGETHER}`))
  assert.match(state.text, /Structures que vous pouvez lire, par nom.*ETTI numéro 1.*ETTI numéro 2/)
})

databaseTest('words come first, each figure explains itself, each drawing has its table, and nothing is styled inline', async (world) => {
  const { adviser } = await made(world)
  const { body, text } = await (await openBrowser(world, adviser.accountId)).get(AUDE)
  assert.match(text, /Aude, 2026 Depuis janvier 2026, 105 personnes ont été en parcours dans 9 structures \(Aude\)\./)
  assert.match(text, /Sur les mois déclarés, \d+ % des ETP conventionnés sont réalisés/)
  assert.match(text, /L’année n’est pas finie : ces chiffres vont jusqu’à novembre 2026 et changeront\./)
  assert.match(text, /Pourquoi ce chiffre \?.*Laissé de côté : 9 mois en cours/)
  assert.doesNotMatch(body, / style=/)
  const [charts, tables] = [body.match(/<figure class="m-chart"/g) ?? [], body.match(/Lire le tableau/g) ?? []]
  assert.ok(charts.length >= 3 && charts.length === tables.length)
})

databaseTest('the page reads six statements at most, the exports too', async (world) => {
  const { officer } = await made(world)
  const browser = await openBrowser(world, officer.accountId)
  const server = await world.server()
  for (const path of [
    AUDE,
    '/observatoire',
    '/observatoire.csv?territoire=departement-11',
    '/observatoire.xlsx?territoire=departement-11',
  ]) {
    const before = world.statements.length
    const reply = await server.inject({ url: path, cookies: { maillage_session: browser.token() } })
    assert.equal(reply.statusCode, 200, path)
    const sent = world.statements
      .slice(before)
      .filter((statement) => !statement.includes('find_session') && !statement.includes('deployment_purpose'))
    assert.ok(sent.length <= 6, `${path}: ${sent.length}`)
  }
})

databaseTest('a commune, an unknown territory and a year without figures', async (world) => {
  const { adviser } = await made(world)
  const browser = await openBrowser(world, adviser.accountId)
  for (const path of ['/observatoire/commune-11069', '/observatoire/nulle-part', '/observatoire.csv?territoire=commune-11069'])
    assert.equal((await browser.get(path)).status, 404, path)
  assert.match(
    (await browser.get(`/observatoire/departement-66?periode=2025`)).text,
    /Pas encore de chiffre en 2025 \(Pyrénées-Orientales\)\./,
  )
  // Of a year that runs as of one that is over: no word on figures that are not there.
  const running = (await browser.get('/observatoire/departement-66')).text
  assert.match(running, /Pas encore de chiffre en 2026 \(Pyrénées-Orientales\)\./)
  assert.doesNotMatch(running, /ces chiffres vont jusqu’à/)
  assert.match((await browser.get(`${AUDE}?periode=abc&type=SCOP`)).text, /Aude, 2026/)
  // A group of communes is rounded.
  assert.match((await browser.get('/observatoire/epci-200035715')).text, /CA Carcassonne Agglo, 2026.*Arrondi au multiple de 5/)
})
