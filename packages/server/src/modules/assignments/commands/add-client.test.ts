import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlacingTeam, CLIENT_TYPED } from '../fixtures.ts'
import { addClient } from './add-client.ts'

const SIRET = '73282932000074'
const adds = (world: World, { accountId }: { accountId: string }, more: Partial<z.input<typeof addClient.schema>> = {}) =>
  doAs(world, accountId, addClient, { ...CLIENT_TYPED, ...more })

databaseTest('who accompanies, pays or supervises adds no client, nor does a former coordinator', async (world) => {
  const team = await world.load(aPlacingTeam)
  for (const who of [team.counsellor, team.payroll, team.supervisor, team.former])
    assert.deepEqual(refusalsIn(await adds(world, who)), ['assignments/not-yours'])
  assert.deepEqual(await world.look('select from host_client'), [])
})

databaseTest(
  'the coordinator adds a household; how to reach it is a row of its own, and nothing typed is written beside',
  async (world) => {
    const team = await world.load(aPlacingTeam)
    const said = { name: ' Monique Serres ', phone: '06 39 98 00 01', address: '3 rue du Port', safety: 'Un chien' }
    assert.equal((await adds(world, team.coordinator, said)).state, 'done')
    assert.deepEqual(await world.look('select category, name, name_key, commune_id, siret, safety, organisation_id from host_client'), [
      {
        category: 'private-person',
        name: 'Monique Serres',
        name_key: 'monique serres',
        commune_id: 'commune-11069',
        siret: null,
        safety: 'Un chien',
        organisation_id: team.organisation.id,
      },
    ])
    assert.deepEqual(await world.look('select person_to_ask, phone, email, address from host_client_contact'), [
      { person_to_ask: null, phone: '06 39 98 00 01', email: null, address: '3 rue du Port' },
    ])
    const beside = await world.look(
      'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
    )
    assert.doesNotMatch(JSON.stringify(beside), /Monique|rue du Port|chien/)
  },
)

databaseTest('a company has a SIRET that exists, once in a carrier; a household has none', async (world) => {
  const team = await world.load(aPlacingTeam)
  const company = { category: 'company', name: 'Maçonnerie Roux', siret: '732 829 320 00074' } as const
  assert.equal((await adds(world, team.coordinator, company)).state, 'done')
  assert.deepEqual(await world.look('select siret from host_client'), [{ siret: SIRET }])
  assert.deepEqual(refusalsIn(await adds(world, team.director, company)), ['assignments/siret-known'])
  assert.equal((await adds(world, team.stranger, company)).state, 'done')
  assert.deepEqual(refusalsIn(await adds(world, team.coordinator, { siret: SIRET })), ['assignments/siret-of-a-household'])
  assert.ok(!addClient.schema.safeParse({ ...CLIENT_TYPED, ...company, siret: '73282932000075' }).success)
  assert.deepEqual(refusalsIn(await adds(world, team.coordinator, { commune: '99999' })), ['assignments/commune-unknown'])
})

databaseTest('without script: the commune is searched, chosen, then the client is added', async (world) => {
  const team = await world.load(aPlacingTeam)
  const browser = await openBrowser(world, team.coordinator.accountId)
  const typed = { category: 'private-person', name: 'Monique Serres', 'commune-text': 'Carcassonne' }
  const searched = await browser.post('/clients/ajouter', typed)
  assert.equal(searched.status, 422)
  assert.match(searched.text, /Choisissez la commune du client dans la liste/)
  assert.match(searched.body, /value="Monique Serres"/)
  const chosen = { ...typed, 'commune-for': 'Carcassonne', commune: '11069' }
  const added = await browser.post('/clients/ajouter', chosen)
  assert.match(String(added.location), /^\/clients\/[0-9a-f-]{36}$/)
  assert.match((await browser.get(String(added.location))).text, /Particulier Monique Serres/)
})
