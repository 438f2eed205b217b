import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, aSiret, outsidersOf } from '../fixtures.ts'

// Establishments of one invented legal entity, and one of another.
const SIREN = '732829320'
const [OLD, NEW] = ['73282932000074', '73282932000082']
const FOREIGN = '55210055400013'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx, { siren: SIREN })
    const siae = await aSiae(tx, organisation)
    await aSiret(tx, siae, OLD)
    return { organisation, siae, path: `/structures/${siae.id}/siret`, director: await aMember(tx, organisation, 'director') }
  })

const typed = (siret: string, day = '1', year = '2026') => ({ siret, 'firstDay-day': day, 'firstDay-month': '10', 'firstDay-year': year })

const numbers = (world: World) => world.look('select siret, first_day::text, last_day::text from siae_siret order by first_day')
const UNCHANGED = [{ siret: OLD, first_day: '2020-01-01', last_day: null }]

databaseTest('a visitor, another role, another organisation, a former director record no number', async (world) => {
  const { organisation, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: typed(NEW) })
  assert.deepEqual(await numbers(world), UNCHANGED)
})

databaseTest('the director records the new number, typed with spaces; the one before ends the day before', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).text, /732 829 320 00074, depuis le 1er janvier 2020/)
  assert.equal((await browser.post(path, typed('732 829 320 00082'))).location, `/structures/${siae.id}`)
  assert.deepEqual(await numbers(world), [
    { siret: OLD, first_day: '2020-01-01', last_day: '2026-09-30' },
    { siret: NEW, first_day: '2026-10-01', last_day: null },
  ])
  const card = await browser.get(`/structures/${siae.id}`)
  assert.match(
    card.text,
    /732 829 320 00082, depuis le 1er octobre 2026 Autres numéros 732 829 320 00074, du 1er janvier 2020 au 30 septembre 2026/,
  )
  const [line] = await world.look("select fields from audit where command = 'organisations/record-siret'")
  assert.deepEqual(line?.['fields'], ['siret', 'firstDay'])
})

databaseTest('a number from a day to come leaves today’s on the card', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(path, typed(NEW, '1', '2027'))
  assert.match((await browser.get(`/structures/${siae.id}`)).text, /SIRET 732 829 320 00074, du 1er janvier 2020 au 30 septembre 2027/)
})

databaseTest('a wrong key, another legal entity, the same number: refused in French, typed text kept', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const wrong = await browser.post(path, typed('732 829 320 00075'))
  assert.match(wrong.text, /Ce numéro SIRET est inexact : il compte 14 chiffres/)
  assert.match(wrong.body, /value="732 829 320 00075"/)
  assert.match(
    (await browser.post(path, typed(FOREIGN))).text,
    /n’est pas un établissement de l’organisme porteur, dont le SIREN est 732 829 320/,
  )
  assert.match((await browser.post(path, typed(OLD))).text, /C’est déjà le numéro de cette structure/)
  const empty = await browser.post(path, {})
  assert.match(empty.text, /Saisissez le numéro SIRET/)
  assert.match(empty.text, /Saisissez le premier jour de ce numéro/)
  assert.deepEqual(await numbers(world), UNCHANGED)
})

databaseTest('a number begins after the one before, and not before the structure', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, typed(NEW, '1', '2019'))).text, /La structure a ouvert le 1er janvier 2020/)
  const same = { ...typed(NEW, '1', '2020'), 'firstDay-month': '1' }
  assert.match((await browser.post(path, same)).text, /Le numéro actuel commence le 1er janvier 2020 : le nouveau doit commencer après/)
  assert.equal((await browser.post(path, { ...same, 'firstDay-day': '2' })).status, 303)
})

databaseTest('two structures of one kind do not share a number, two kinds do', async (world) => {
  const { organisation, path, director } = await set(world)
  const other = await world.load(async (tx) => {
    const same = await aSiae(tx, organisation, { name: 'Atelier du Razès' })
    await aSiret(tx, same, NEW)
    return aSiae(tx, organisation, { name: 'Razès Services', kind: 'EI' })
  })
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, typed(NEW))).text, /Ce numéro est déjà celui de « Atelier du Razès », une structure du même type/)
  assert.equal((await browser.post(`/structures/${other.id}/siret`, typed(NEW))).status, 303)
})

databaseTest('the same form sent twice records one number', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...typed(NEW), request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, `/structures/${siae.id}`)
  assert.equal((await numbers(world)).length, 2)
})
