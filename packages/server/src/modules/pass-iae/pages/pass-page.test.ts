import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aCounsellorWithAPass, anIssuer, aPass, aSuspension } from '../fixtures.ts'

const accountsOf = (outsiders: Awaited<ReturnType<typeof theOutsiders>>) =>
  Object.fromEntries(Object.entries(outsiders).map(([who, { accountId }]) => [who, accountId]))

databaseTest('a visitor, a stranger, a former member, a colleague whose team does not hold the person find no such page', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const outsiders = accountsOf(await world.load((tx) => theOutsiders(tx, here)))
  for (const door of ['suspendre', 'prolonger', 'cloturer', 'numero', 'reprendre'])
    await isClosedTo(world, outsiders, { path: `/pass/${here.pass.id}/${door}`, form: { reason: 'senior' } })
  for (const page of ['', '/attestation'])
    for (const accountId of Object.values(outsiders))
      assert.equal((await (await openBrowser(world, accountId)).get(`/pass/${here.pass.id}${page}`)).status, 404)
})

databaseTest('a technical supervisor reads the right and is offered nothing to do with it', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  const browser = await openBrowser(world, supervisor.accountId)
  const page = await browser.get(`/pass/${here.pass.id}`)
  assert.match(page.text, /Dernier jour 4 janvier 2028/)
  assert.doesNotMatch(page.text, /Suspendre|Prolonger|Saisir l’attestation/)
  assert.equal((await browser.get(`/pass/${here.pass.id}/suspendre`)).status, 404)
})

databaseTest('the page says the days, why, the State’s own date with its reason, and who issued', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPass(tx, { last: '2028-01-14' })
    await aSuspension(tx, made.person, made.pass, { first: '2026-08-01', last: '2026-08-10', siaeId: made.siae.id })
    return made
  })
  const browser = await openBrowser(world, here.member.accountId)
  const before = world.statements.length
  const { text } = await browser.get(`/pass/${here.pass.id}`)
  assert.ok(
    world.statements.length - before <= 8,
    `${world.statements.length - before} statements, two of them to find who asks and to log`,
  )
  assert.match(text, /PASS IAE délivré par les emplois de l’inclusion/)
  assert.match(text, /Dernier jour 14 janvier 2028/)
  assert.match(text, /Selon les emplois de l’inclusion 13 janvier 2028/)
  assert.match(text, /Pourquoi cette date \?/)
  assert.match(text, /PASS IAE suspendu jusqu’au 10 août 2026 \(10 jours\) Motif : Contrat de travail terminé/)
  assert.match(text, /Saisir le numéro et les dates de l’attestation/)
})

databaseTest('a suspension typed on the screen moves the date; what is wrong comes back with the text kept', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const browser = await openBrowser(world, here.member.accountId)
  const day = (name: string, [dayOfMonth, month]: readonly [string, string]) => ({
    [`${name}-day`]: dayOfMonth,
    [`${name}-month`]: month,
    [`${name}-year`]: '2026',
  })
  const path = `/pass/${here.pass.id}/suspendre`
  const wrong = await browser.post(path, { siaeId: here.siae.id, reason: 'contract-ended', ...day('firstDay', ['30', '11']) })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Une suspension se déclare quand elle a commencé/)
  assert.match(wrong.body, /value="30"/)
  const typed = { siaeId: here.siae.id, reason: 'contract-ended', ...day('firstDay', ['2', '11']), ...day('lastDay', ['11', '11']) }
  assert.equal((await browser.post(path, typed)).location, `/pass/${here.pass.id}`)
  assert.match(
    (await browser.get(`/pass/${here.pass.id}`)).text,
    /PASS IAE suspendu Dernier jour|PASS IAE suspendu.*Dernier jour 14 janvier 2028/,
  )
})

databaseTest('a demonstration prints SPÉCIMEN, a service a summary that stands for no certificate', async (world) => {
  const here = await world.load(async (tx) => {
    await anIssuer(tx, 'demonstration')
    const made = await aCounsellorWithAPass(tx)
    return {
      ...made,
      fake: await aPass(tx, made.person, { first: '2022-01-03', last: '2024-01-02', mode: 'demonstration', number: '000000000001' }),
    }
  })
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.get(`/pass/${here.fake.id}/attestation`)).text, /SPÉCIMEN – Attestation.*00000 00 00001 \(SPÉCIMEN\)/)
  const real = await browser.get(`/pass/${here.pass.id}/attestation`)
  assert.match(real.text, /ne remplace pas l’attestation/)
  assert.doesNotMatch(real.text, /SPÉCIMEN/)
})
