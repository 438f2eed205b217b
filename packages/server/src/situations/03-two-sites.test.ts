import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { sql } from 'kysely'
import { aTeamAtWork, aWorkerNamed } from '../modules/employment/fixtures.ts'
import { monthTotals } from '../modules/employment/index.ts'
import { aWorksite } from '../modules/organisations/fixtures.ts'
import { aMemberIn, aUnit, givesAccess } from '../modules/people/fixtures.ts'
import { readAs } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

/*
 * FIELD, situation 3. An ACI of the Aude with two sites, one in Pyrénées-Orientales: hours by site, the territory of the site for observation, that of
 * the agreement for money; who supervises sees their own site.
 */
const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const here = await aWorksite(tx, team.siae, { name: 'Chantier des berges' })
    const there = await aWorksite(tx, team.siae, { name: 'Chantier du Soler' })
    await sql`update worksite set commune_id = 'commune-66195' where id = ${there.id}`.execute(tx)
    const far = await aUnit(tx, team.organisation, team.siae, 'Équipe du Soler')
    const farSupervisor = await aMemberIn(tx, team.organisation, far, 'technical_supervisor', { name: 'Sam Olive' })
    const ana = await aWorkerNamed(tx, team, 'Benali', { worksite: here })
    const bea = await aWorkerNamed(tx, team, 'Garcia', { worksite: there, unit: far })
    // A hire opens the work of a person to every team of the structure.
    await givesAccess(tx, ana.person, far, { circle: 'employment', source: 'hire', sourceId: ana.stay.id })
    await givesAccess(tx, bea.person, team.unit, { circle: 'employment', source: 'hire', sourceId: bea.stay.id })
    return { ...team, here, there, far, farSupervisor, ana: ana.stay, bea: bea.stay, path: `/heures/${team.siae.id}/2026-07` }
  })

const line = (index: number, stay: { id: string }, site: { id: string }, paid: string) => ({
  [`rows-${index}-stayId`]: stay.id,
  [`rows-${index}-version`]: '0',
  [`rows-${index}-measure`]: 'common',
  [`rows-${index}-worksiteId`]: site.id,
  [`rows-${index}-paid`]: paid,
})

databaseTest('each supervisor sees and types the hours of their own site, and not those of the other', async (world) => {
  const made = await scene(world)
  for (const [who, own, other, line1, line2] of [
    [made.supervisor, /BENALI/, /GARCIA/, line(0, made.ana, made.here, '100'), line(0, made.bea, made.there, '100')],
    [made.farSupervisor, /GARCIA/, /BENALI/, line(0, made.bea, made.there, '100'), line(0, made.ana, made.here, '100')],
  ] as const) {
    const browser = await openBrowser(world, who.accountId)
    assert.equal((await browser.post(made.path, line2)).status, 404)
    assert.equal((await browser.post(made.path, line1)).status, 303)
    for (const under of ['', '/releve', '/heures.csv?edition=referents']) {
      const page = await browser.get(`${made.path}${under}`)
      assert.match(page.text, own)
      assert.doesNotMatch(page.text, other)
    }
  }
})

databaseTest(
  'hours are totalled by site: the département of the site is kept for observation, the money is read where the agreement is',
  async (world) => {
    const made = await scene(world)
    const director = await openBrowser(world, made.director.accountId)
    await director.post(made.path, { ...line(0, made.ana, made.here, '100'), ...line(1, made.bea, made.there, '60') })
    const shown = /name="shown" value="([^"]*)"/.exec((await director.get(`${made.path}/valider`)).body)?.[1] ?? ''
    assert.equal((await director.post(`${made.path}/valider`, { shown })).status, 303)
    assert.deepEqual(await world.look('select territory_id, worksite_territory_id, counted from month_total order by counted desc'), [
      { territory_id: 'departement-11', worksite_territory_id: 'departement-11', counted: 10_000 },
      { territory_id: 'departement-11', worksite_territory_id: 'departement-66', counted: 6_000 },
    ])
    const july = { siaeId: made.siae.id, first: month('2026-07'), last: month('2026-07') }
    const read = async (who: { accountId: string }) =>
      (await readAs(world, who.accountId, (ctx) => monthTotals(ctx, july))).map(({ counted }) => counted)
    assert.deepEqual(
      (await read(made.officer)).toSorted((a, b) => b - a),
      [10_000, 6_000],
    )
    // The State where the site stands has no agreement with this structure: its totals are not its business by name.
    assert.deepEqual(await read(made.officerElsewhere), [])
  },
)
