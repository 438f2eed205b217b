import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { agreeToShare } from './agree-to-share.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

const standing = ({ look }: World) =>
  look('select subject, organisation_id, given_on::text, withdrawn_on::text from sharing_agreement order by subject')

databaseTest('nobody agrees in the place of the person, nor the person for an organisation that does not follow them', async (world) => {
  const { holder, holding, asking, person } = await scene(world)
  const input = { organisationId: holding.id, subject: 'health' as const }
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, agreeToShare, input)), ['platform/not-found'])
  const space = await openSpace(world, person)
  assert.equal((await space.post('/mon-espace/partage', { act: 'agree', organisationId: asking.id, subject: 'health' })).status, 404)
  assert.equal((await space.post('/mon-espace/partage', { act: 'agree', organisationId: holding.id, subject: 'everything' })).status, 422)
  assert.deepEqual(await standing(world), [])
})

databaseTest('an agreement is given once, for one organisation and one subject, from today', async (world) => {
  const { holding, person } = await scene(world)
  const space = await openSpace(world, person)
  assert.match(
    (await space.get('/mon-espace/partage')).text,
    /Mission locale de l’Aude Envoyer Ce qui touche à ma santé Vous ne partagez pas/,
  )
  const agree = () => space.post('/mon-espace/partage', { act: 'agree', organisationId: holding.id, subject: 'health' })
  assert.equal((await agree()).status, 303)
  assert.match((await agree()).text, /C’est déjà fait/)
  assert.match((await space.get('/mon-espace/partage')).text, /Ce qui touche à ma santé Vous partagez/)
  assert.deepEqual(await standing(world), [{ subject: 'health', organisation_id: holding.id, given_on: '2026-11-21', withdrawn_on: null }])
})
