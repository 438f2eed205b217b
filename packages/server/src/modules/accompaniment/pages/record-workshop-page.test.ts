import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aPerson, aReferent, aUnit } from '../../people/fixtures.ts'

const DAY = { 'happenedOn-day': '20', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
const ticked = (body: string) => [...body.matchAll(/name="personIds"[^>]*?value="([^"]+)" checked/g)].map(([, id]) => id ?? '').toSorted()
const proposed = (body: string) => [...body.matchAll(/name="personIds"[^>]*?value="([^"]+)"/g)].map(([, id]) => id ?? '').toSorted()

databaseTest('the list is searched and filtered by its address, ticks everybody at once, and proposes nobody who died', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const amel = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    const dead = await aPerson(tx, { ...made, birthName: 'Zola', givenNames: 'Émile' })
    await aReferent(tx, { ...made, person: amel, ...made.member })
    return { ...made, amel, dead }
  })
  await world.look("update person set death_date = '2026-11-18' where id = $1", [here.dead.id])
  const browser = await openBrowser(world, here.member.accountId)
  const listed = async (query: string) => proposed((await browser.get(`/ateliers/ajouter${query}`)).body)
  assert.deepEqual(await listed(''), [here.personId, here.amel.id].toSorted())
  assert.deepEqual(await listed('?q=zid'), [here.amel.id])
  assert.deepEqual(await listed('?suivi=moi'), [here.amel.id])
  assert.deepEqual(await listed(`?equipe=${here.unitId}`), [here.personId, here.amel.id].toSorted())
  assert.deepEqual(await listed('?q=personne'), [])
  assert.deepEqual(ticked((await browser.get('/ateliers/ajouter?tous=oui')).body), [here.personId, here.amel.id].toSorted())
})

databaseTest('a person of another team of the organisation is not proposed, whatever the address asks', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const otherTeam = await aUnit(tx, made.organisation, null, 'Autre équipe')
    return { ...made, otherTeam, theirs: await aPerson(tx, { organisation: made.organisation, unit: otherTeam, givenNames: 'Rose' }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  for (const query of ['', `?equipe=${here.otherTeam.id}`, '?tous=oui'])
    assert.ok(!(await browser.get(`/ateliers/ajouter${query}`)).body.includes(here.theirs.id), query)
})

databaseTest(
  'searching and ticking keep what was typed and ticked, and note nothing; the Enter key after a search searches',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      return { ...made, amel: await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' }) }
    })
    const browser = await openBrowser(world, here.member.accountId)
    const typed = { theme: 'Préparer son CV', mission: 'workshops', ...DAY, personIds: here.personId, sought: '' }
    for (const asked of [{ q: 'zid', _search: 'people' }, { q: 'zid' }]) {
      const { body, status } = await browser.post('/ateliers/ajouter', { ...typed, ...asked })
      assert.equal(status, 200)
      assert.match(body, /value="Préparer son CV"/)
      assert.deepEqual(ticked(body), [here.personId], 'who is ticked stays in sight, whatever is searched')
      assert.deepEqual(proposed(body), [here.personId, here.amel.id].toSorted())
    }
    assert.deepEqual(
      ticked((await browser.post('/ateliers/ajouter', { ...typed, _tick: 'all' })).body),
      [here.personId, here.amel.id].toSorted(),
    )
    assert.deepEqual(ticked((await browser.post('/ateliers/ajouter', { ...typed, _tick: 'none' })).body), [])
    assert.deepEqual(await world.look('select from workshop'), [])
    const { location } = await browser.post('/ateliers/ajouter', { ...typed, q: 'zid', _save: 'workshop' })
    assert.match(String(location), /^\/ateliers\/[0-9a-f-]{36}$/)
    assert.match((await browser.get(String(location))).text, /1 personne présente Nadia BENALI/)
  },
)

databaseTest('what is missing is said first, and what was typed comes back', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  const browser = await openBrowser(world, member.accountId)
  const nobody = await browser.post('/ateliers/ajouter', { theme: 'Budget', mission: 'workshops', minutes: '601', ...DAY })
  assert.equal(nobody.status, 422)
  assert.match(nobody.text, /Cochez au moins une personne présente/)
  assert.match(nobody.text, /dix heures au plus/)
  assert.match(nobody.body, /value="Budget"/)
  const untitled = await browser.post('/ateliers/ajouter', { mission: 'workshops', personIds: personId, ...DAY })
  assert.match(untitled.text, /Dites le thème de l’atelier/)
  assert.deepEqual(ticked(untitled.body), [personId])
})

databaseTest('the form, the list and a workshop each read six statements at most', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  const browser = await openBrowser(world, member.accountId)
  const { location } = await browser.post('/ateliers/ajouter', { theme: 'Budget', mission: 'workshops', personIds: personId, ...DAY })
  for (const address of ['/ateliers', '/ateliers/ajouter?tous=oui', String(location), `${String(location)}/ajouter`, '/ateliers.csv']) {
    const before = world.statements.length
    assert.equal((await browser.get(address)).status, 200)
    assert.ok(world.statements.length - before <= 12, `${address}: ${world.statements.slice(before).join('\n')}`)
  }
})
