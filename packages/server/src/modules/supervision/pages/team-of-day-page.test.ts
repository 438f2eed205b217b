import assert from 'node:assert/strict'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aWorkerNamed } from '../../employment/fixtures.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aMemberIn, aUnit, givesAccess } from '../../people/fixtures.ts'
import { anAttendance, aSiteAtWork } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aSiteAtWork(tx)
    const there = await aWorksite(tx, here.siae, { name: 'Serre du Soler' })
    const far = await aUnit(tx, here.organisation, here.siae, 'Équipe du Soler')
    const zoe = await aWorkerNamed(tx, here, 'Zola', { worksite: there, unit: far })
    // A hire opens the work of a person to every team of the structure.
    await givesAccess(tx, zoe.person, here.unit, { circle: 'employment', source: 'hire', sourceId: zoe.stay.id })
    return {
      ...here,
      there,
      zoe,
      farSupervisor: await aMemberIn(tx, here.organisation, far, 'technical_supervisor', { name: 'Sam Olive' }),
    }
  })

databaseTest(
  'each supervisor opens their own site first, with their own team; whoever has no structure or left opens nothing',
  async (world) => {
    const here = await scene(world)
    const own = await (await openBrowser(world, here.supervisor.accountId)).get('/equipe-du-jour')
    assert.match(own.text, /Chantier des berges.*2 personnes : 0 présente, 0 en retard, 0 absente, 2 à noter\./)
    assert.match(own.text, /BENALI.*GARCIA/)
    assert.doesNotMatch(own.text, /ZOLA/)
    const far = await (await openBrowser(world, here.farSupervisor.accountId)).get('/equipe-du-jour')
    assert.match(far.text, /Serre du Soler.*1 personne : /)
    assert.doesNotMatch(far.text, /BENALI/)
    for (const who of [here.officer, here.former])
      assert.equal((await (await openBrowser(world, who.accountId)).get(here.path)).status, 404)
    assert.equal((await (await openBrowser(world, here.stranger.accountId)).get(here.path)).status, 404, 'a site of others')
  },
)

databaseTest('one press notes, comes back to the line, and the line asks what is still to be said, never why', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  const address = `${here.path}&jour=${TEST_DAY}`
  const pressed = await browser.post(address, { stayId: here.ana.stay.id, state: 'late' })
  assert.equal(pressed.status, 303)
  assert.equal(pressed.location, `${address}#personne-${here.ana.stay.id}`)
  const late = await browser.get(address)
  assert.match(late.text, /0 présente, 1 en retard/)
  assert.match(late.text, /De combien/)
  await browser.post(address, { stayId: here.ana.stay.id, state: 'late', lateMinutes: '20' })
  assert.match((await browser.get(address)).body, /value="20" aria-pressed="true"/)
  await browser.post(address, { stayId: here.ana.stay.id, state: 'absent', half: 'morning' })
  const absent = await browser.get(address)
  assert.match(absent.body, /value="morning" aria-pressed="true"/)
  assert.doesNotMatch(absent.text, /motif de l’absence|raison de l’absence|malad/i)
})

databaseTest('everybody is there at one press, then the exceptions', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  assert.equal((await browser.post(here.path, { tous: 'present' })).status, 303)
  const after = await browser.get(here.path)
  assert.match(after.text, /2 présences notées.*2 présentes, 0 en retard, 0 absente\./)
  assert.doesNotMatch(after.text, /Tout le monde est présent/)
})

databaseTest('the next day the line is read only, but payroll is led to correct it', async (world) => {
  const here = await scene(world)
  const { id } = await world.load((tx) =>
    anAttendance(tx, { ...here.ana, ...here, by: here.supervisor }, { day: '2026-11-20', state: 'absent' }),
  )
  const address = `${here.path}&jour=2026-11-20`
  const supervisor = await (await openBrowser(world, here.supervisor.accountId)).get(address)
  assert.match(supervisor.text, /BENALI Absence/)
  assert.doesNotMatch(supervisor.text, /Corriger la présence/)
  const browser = await openBrowser(world, here.supervisor.accountId)
  const again = await browser.post(address, { stayId: here.ana.stay.id, state: 'present' })
  assert.equal(again.status, 422)
  assert.match(again.text, /seules la paie et la direction corrigent/)
  const payroll = await (await openBrowser(world, here.payroll.accountId)).get(address)
  assert.match(payroll.body, new RegExp(`/presences/${id}/corriger`))
})

databaseTest('somebody who came without being expected is noted, and the page says who settles it', async (world) => {
  const here = await scene(world)
  const roux = await world.load((tx) => aWorkerNamed(tx, here, 'Roux', { last: '2026-10-31', worksite: here.site }))
  const browser = await openBrowser(world, here.supervisor.accountId)
  assert.match((await browser.get(here.path)).text, /ROUX \(sans contrat ce jour-là\)/)
  assert.match((await browser.post(here.path, { state: 'present', stayId: '' })).text, /Il y a un problème.*Choisissez une personne/)
  await browser.post(here.path, { state: 'present', stayId: roux.stay.id })
  assert.match((await browser.get(here.path)).text, /ROUX Présence sans contrat ce jour-là : prévenez la paie/)
})

databaseTest('the page makes two statements after the opener, whatever the team', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  const before = world.statements.length
  await browser.get(here.path)
  const made = world.statements.slice(before).filter((each) => /siae_stay/.test(each))
  assert.equal(made.length, 2)
})
