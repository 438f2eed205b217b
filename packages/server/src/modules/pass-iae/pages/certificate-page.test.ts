import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { readPdf } from '../../../platform/testing/pdf-text.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { aCounsellorWithAPass, anIssuer, aPass, aSuspension } from '../fixtures.ts'

async function download(world: World, accountId: string, passId: string) {
  const browser = await openBrowser(world, accountId)
  return (await world.server()).inject({ url: `/pass/${passId}/attestation.pdf`, cookies: { maillage_session: browser.token() } })
}

databaseTest('a visitor, a stranger, a former member, a colleague whose team does not hold the person get no document', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const outsiders = await world.load((tx) => theOutsiders(tx, here))
  for (const { accountId } of Object.values(outsiders)) {
    const answer = await download(world, accountId, here.pass.id)
    assert.equal(answer.statusCode, 404)
    assert.doesNotMatch(answer.body, /%PDF/)
  }
  const visitor = await (await openBrowser(world)).get(`/pass/${here.pass.id}/attestation.pdf`)
  assert.equal(visitor.location?.startsWith('/connexion'), true)
})

databaseTest('a demonstration gives a tagged PDF that says SPÉCIMEN across the page and a number of zeros', async (world) => {
  const here = await world.load(async (tx) => {
    await anIssuer(tx, 'demonstration')
    const made = await aCounsellorWithAPass(tx)
    return {
      ...made,
      fake: await aPass(tx, made.person, { first: '2022-01-03', last: '2024-01-02', mode: 'demonstration', number: '000000000001' }),
    }
  })
  const answer = await download(world, here.member.accountId, here.fake.id)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.equal(answer.headers['content-disposition'], 'attachment; filename="specimen-pass-iae.pdf"')
  assert.equal(answer.headers['cache-control'], 'no-store')
  const { text, tags, catalogue } = readPdf(answer.rawPayload)
  assert.match(text, /^SPÉCIMEN PASS IAE de démonstration, sans valeur SPÉCIMEN – Attestation de PASS IAE/)
  assert.match(text, /Numéro ?00000 00 00001 \(SPÉCIMEN\)/)
  assert.match(text, /Premier jour ?3 janvier 2022 ?Dernier jour ?2 janvier 2024/)
  assert.match(catalogue, /\/Marked true/)
  for (const tag of ['H1', 'L', 'Lbl', 'LBody']) assert.ok(tags.includes(tag), tag)
})

databaseTest('a service gives a summary of this person alone, without any reason, that stands for no certificate', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPass(tx, { last: '2028-01-14' })
    await aSuspension(tx, made.person, made.pass, {
      first: '2026-08-01',
      last: '2026-08-10',
      siaeId: made.siae.id,
      reason: 'incarceration',
    })
    const other = await aPerson(tx, { organisation: made.organisation, unit: made.unit, birthName: 'Zampano' })
    await aPass(tx, other)
    return made
  })
  const answer = await download(world, here.member.accountId, here.pass.id)
  const { text } = readPdf(answer.rawPayload)
  assert.equal(answer.headers['content-disposition'], 'attachment; filename="recapitulatif-pass-iae.pdf"')
  assert.match(text, /PASS IAE délivré par les emplois de l’inclusion/)
  assert.match(text, /ne remplace pas l’attestation/)
  assert.match(text, /Dernier jour ?14 janvier 2028 ?Selon les emplois de l’inclusion ?13 janvier 2028/)
  assert.match(text, /Imprimé le samedi 21 novembre 2026\./)
  assert.doesNotMatch(text, /SPÉCIMEN|ZAMPANO|Incarcération|Détention|Motif/i)
})

databaseTest('the document is made after the transaction of reading, which asks no more than the page', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const browser = await openBrowser(world, here.member.accountId)
  const before = world.statements.length
  await browser.get(`/pass/${here.pass.id}/attestation.pdf`)
  assert.ok(world.statements.length - before <= 8, 'two of them to find who asks and to log')
  assert.match((await browser.get(`/pass/${here.pass.id}/attestation`)).body, /attestation\.pdf/)
})
