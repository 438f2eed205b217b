import assert from 'node:assert/strict'
import { aContext, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aFunction, aMember, anAuthorisation, anOrganisation, outsidersOf } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const service = await anOrganisation(tx, { name: 'DDETSPP de l’Aude', functions: ['authority'] })
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    return { service, body, path: `/organisations/${body.id}/habiliter`, officer: await aMember(tx, service, 'authority_officer') }
  })

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const TYPED = {
  reference: 'Arrêté 11-2026-10-0042',
  ...date('decidedOn', '15', '10', '2026'),
  ...date('firstDay', '1', '11', '2026'),
  ...date('lastDay', '31', '10', '2031'),
}

const count = async (world: World) => (await world.look("select from authorisation where basis = 'prefect'")).length

databaseTest('a visitor, another role, an officer of another service or a former one record nothing', async (world) => {
  const { service, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, service, 'authority_officer')), { path, form: TYPED })
  assert.equal(await count(world), 0)
})

databaseTest('an officer finds nothing where their service is not the authority, though it acts there otherwise', async (world) => {
  const { service, officer } = await set(world)
  // Authority in the Aude and network in the Pyrénées-Orientales: two functions, two territories, not four rights.
  const elsewhere = await world.load(async (tx) => {
    await aFunction(tx, service, 'network', { territory: 'departement-66' })
    return anOrganisation(tx, { name: 'Foyer du Roussillon', functions: ['prescriber'], territory: 'departement-66' })
  })
  const browser = await openBrowser(world, officer.accountId)
  assert.equal((await browser.get(`/organisations/${elsewhere.id}/habiliter`)).status, 404)
  assert.equal((await browser.post(`/organisations/${elsewhere.id}/habiliter`, TYPED)).status, 404)
  assert.doesNotMatch((await browser.get(`/organisations/${elsewhere.id}`)).text, /Enregistrer une décision/)
})

databaseTest(
  'a body that acts in a commune is authorised by the service of its département; a service of the région is no préfet of it',
  async (world) => {
    const { officer } = await set(world)
    const [local, regional] = await world.load(async (tx) => [
      await anOrganisation(tx, { name: 'Entraide narbonnaise', functions: ['prescriber'], territory: 'commune-11262' }),
      await aMember(
        tx,
        await anOrganisation(tx, { name: 'DREETS', functions: ['authority'], territory: 'region-76' }),
        'authority_officer',
        {
          name: 'Claude Martin',
        },
      ),
    ])
    const path = `/organisations/${local.id}/habiliter`
    assert.equal((await (await openBrowser(world, regional.accountId)).post(path, TYPED)).status, 404)
    assert.equal((await (await openBrowser(world, officer.accountId)).post(path, TYPED)).status, 303)
  },
)

databaseTest('the officer records the decision: the card and the register say it', async (world) => {
  const { body, path, officer } = await set(world)
  const browser = await openBrowser(world, officer.accountId)
  assert.match((await browser.get(`/organisations/${body.id}`)).text, /Enregistrer une décision du préfet/)
  assert.equal((await browser.post(path, TYPED)).location, `/organisations/${body.id}`)
  const card = await (await openBrowser(world)).get(`/organisations/${body.id}`)
  assert.match(card.text, /Organisme habilité par le préfet Par décision du préfet Arrêté 11-2026-10-0042, du 15 octobre 2026/)
  assert.match(card.text, /Du 1er novembre 2026 au 31 octobre 2031 En cours/)
  assert.match((await browser.get('/prescripteurs')).text, /Les Compagnons de la Cité Organisme habilité par le préfet Aude/)
  const [line] = await world.look("select fields from audit where command = 'organisations/record-authorisation'")
  assert.deepEqual(line?.['fields'], ['reference', 'decidedOn', 'firstDay', 'lastDay'])
})

databaseTest(
  '« habilités par le préfet, pour cinq ans au plus »: the last day of the fifth year is accepted, the next is not',
  async (world) => {
    const { path, officer } = await set(world)
    const browser = await openBrowser(world, officer.accountId)
    const long = await browser.post(path, { ...TYPED, ...date('lastDay', '1', '11', '2031') })
    assert.equal(long.status, 422)
    assert.match(long.text, /L’habilitation dure cinq ans au plus : choisissez le 31 octobre 2031 au plus tard/)
    assert.match(long.body, /value="Arrêté 11-2026-10-0042"/)
    assert.equal(await count(world), 0)
    assert.equal((await browser.post(path, TYPED)).status, 303)
  },
)

databaseTest('who prescribes de droit is not submitted to the préfet', async (world) => {
  const { body, path, officer } = await set(world)
  await world.load((tx) => anAuthorisation(tx, body, { kind: 'ML' }))
  const browser = await openBrowser(world, officer.accountId)
  assert.doesNotMatch((await browser.get(`/organisations/${body.id}`)).text, /Enregistrer une décision/)
  assert.match((await browser.post(path, TYPED)).text, /Cette organisation prescrit de droit \(Mission locale\)/)
  assert.equal(await count(world), 0)
})

databaseTest('an empty form, a decision to come, dates reversed or already covered say what to correct', async (world) => {
  const { body, path, officer } = await set(world)
  const browser = await openBrowser(world, officer.accountId)
  const empty = await browser.post(path, {})
  for (const sentence of [
    /Saisissez la référence/,
    /Saisissez la date de la décision/,
    /Saisissez le premier jour/,
    /Saisissez le dernier jour/,
  ])
    assert.match(empty.text, sentence)
  assert.match(
    (await browser.post(path, { ...TYPED, ...date('decidedOn', '22', '11', '2026') })).text,
    /ne peut pas être datée d’un jour à venir/,
  )
  assert.match(
    (await browser.post(path, { ...TYPED, ...date('lastDay', '1', '10', '2026') })).text,
    /Le dernier jour vient avant le premier/,
  )
  assert.match(
    (await browser.post(path, { ...TYPED, ...date('firstDay', '1', '3', '2020') })).text,
    /Aucun texte connu ne couvre cette date/,
  )
  await world.load((tx) => anAuthorisation(tx, body, { kind: 'OHPD', basis: 'prefect', firstDay: '2022-01-01', lastDay: '2026-12-31' }))
  assert.match((await browser.post(path, TYPED)).text, /Une habilitation de cette organisation couvre déjà une partie de ces jours/)
  assert.equal(await count(world), 1)
})

databaseTest('the wall of the database refuses what the screens would not send', async (world) => {
  const { body, service } = await set(world)
  const officer = await world.load((tx) => aMember(tx, service, 'authority_officer', { name: 'Alix Sorel' }))
  const context = aContext({
    account: officer.accountId,
    organisation: service.id,
    functions: ['authority'],
    territories: ['departement-11'],
  })
  const insert = (organisationId: string) =>
    world.database.transaction(
      {
        role: 'maillage_app',
        context,
      },
      (tx) => anAuthorisation(tx, { id: organisationId }, { kind: 'ML', basis: 'order', firstDay: '2026-11-01' }),
    )
  await assert.rejects(insert(body.id), /row-level security/)
})

databaseTest('the same form sent twice records one decision', async (world) => {
  const { body, path, officer } = await set(world)
  const browser = await openBrowser(world, officer.accountId)
  const sent = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, `/organisations/${body.id}`)
  assert.equal(await count(world), 1)
})
