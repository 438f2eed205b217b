import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn, statementAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit } from '../fixtures.ts'
import { holdsPerson } from '../queries/holds-person.ts'
import { readWithReason } from './read-with-reason.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const person = await aPerson(tx, { organisation, unit })
    const referent = await aMemberIn(tx, organisation, unit, 'counsellor')
    await aReferent(tx, { organisation, unit, person, ...referent })
    return {
      organisation,
      unit,
      person,
      referent,
      director: await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' }),
    }
  })

const WHY = { ground: 'complaint', reason: 'Une réclamation reçue ce matin' } as const
const reads = (world: World, { accountId }: { readonly accountId: string }, personId: string) =>
  readAs(world, accountId, (ctx) => holdsPerson(ctx, personId, 'referent'))

databaseTest(
  'no reason opens the file to a colleague, a supervisor, payroll, a director of elsewhere or of another team, a former director',
  async (world) => {
    const here = await scene(world)
    const others = await world.load(async (tx) => {
      const { organisation, unit } = here
      const foreign = await anOrganisation(tx, { name: 'Autre' })
      return {
        'people/reading-not-yours': [
          await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Alix Sorel' }),
          await aMemberIn(tx, organisation, unit, 'technical_supervisor'),
          await aMemberIn(tx, organisation, unit, 'payroll_officer'),
          await aMemberIn(tx, organisation, unit, 'assignment_coordinator'),
        ],
        'platform/not-found': [
          await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'director'),
          await aMemberIn(tx, organisation, await aUnit(tx, organisation, null, 'Autre équipe'), 'director'),
          await aMemberIn(tx, organisation, unit, 'director', { lastDay: '2026-11-20' }),
        ],
      }
    })
    const asked = { personId: here.person.id, ...WHY }
    for (const [code, members] of Object.entries(others))
      for (const { accountId } of members) {
        const answer = await doAs(world, accountId, readWithReason, asked)
        assert.notEqual(answer.state, 'done', code)
        if (answer.state === 'refused') assert.deepEqual(refusalsIn(answer), [code])
        assert.equal((await (await openBrowser(world, accountId)).get(`/personnes/${here.person.id}/lecture-motivee`)).status, 404)
      }
    assert.deepEqual(await world.look("select from person_access where source = 'reason'"), [])
  },
)

databaseTest('a director reads until midnight of the legal day, and the day after reads no more', async (world) => {
  const { person, director } = await scene(world)
  world.clock.set('2026-11-21T22:30:00Z')
  const browser = await openBrowser(world, director.accountId)
  const form = `/personnes/${person.id}/lecture-motivee`
  assert.match((await browser.get(form)).text, /Votre lecture se voit.*aucune note de travail/)
  const again = await browser.post(form, { ground: '', reason: '' })
  assert.match(again.text, /Choisissez la raison.*Dites en une phrase/)
  assert.equal(await reads(world, director, person.id), false)
  assert.equal((await browser.post(form, WHY)).location, `/personnes/${person.id}/actes`)
  assert.equal(await reads(world, director, person.id), true)
  assert.deepEqual(
    await world.look("select starts_on::text, ends_on::text, account_id, ground from person_access where source = 'reason'"),
    [{ starts_on: '2026-11-21', ends_on: '2026-11-21', account_id: director.accountId, ground: 'complaint' }],
  )
  const asked = { personId: person.id, ...WHY }
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, readWithReason, asked)), ['people/reads-already'])
  world.clock.set('2026-11-21T22:59:59Z')
  assert.equal(await reads(world, director, person.id), true)
  world.clock.set('2026-11-21T23:00:00Z')
  assert.equal(await reads(world, director, person.id), false)
})

databaseTest(
  'the referents read who, when and why; a colleague that it happened and its kind; nothing of it is written beside',
  async (world) => {
    const { organisation, unit, person, referent, director } = await scene(world)
    assert.equal((await doAs(world, director.accountId, readWithReason, { personId: person.id, ...WHY })).state, 'done')
    const colleague = await world.load((tx) => aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Alix Sorel' }))
    const told = async ({ accountId }: { readonly accountId: string }) =>
      (await (await openBrowser(world, accountId)).get(`/personnes/${person.id}/acces`)).text
    const whole =
      /Dominique Faure, Équipe de Limoux.*Lecture motivée, pour un jour : une réclamation ou une plainte \(Une réclamation reçue ce matin\)/
    assert.match(await told(referent), whole)
    assert.match(await told(director), whole)
    const theirs = await told(colleague)
    assert.match(theirs, /Dominique Faure.*une réclamation ou une plainte/)
    assert.doesNotMatch(theirs, /reçue ce matin/)
    world.clock.set('2026-11-25T09:00:00Z')
    assert.match(await told(referent), whole, 'days later too')
    const beside = await world.look(
      'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
    )
    assert.doesNotMatch(JSON.stringify(beside), /ce matin/)
  },
)

databaseTest('the file looked at that day is logged by that right', async (world) => {
  const { person, referent, director } = await scene(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(`/personnes/${person.id}/lecture-motivee`, WHY)
  await browser.get(`/personnes/${person.id}/acces`)
  const page = await (await openBrowser(world, referent.accountId)).get(`/personnes/${person.id}/acces`)
  assert.match(page.text, /Dominique Faure 21\/11\/2026, 10 h Dossier d’accompagnement \(lecture motivée, pour un jour\)/)
})

databaseTest('ten readings a day, not one more: a reason is not given for a list', async (world) => {
  const { organisation, unit, director } = await scene(world)
  const people = await world.load(async (tx) => {
    const made = []
    for (let count = 0; count < 11; count++) made.push(await aPerson(tx, { organisation, unit, givenNames: `P${'abcdefghijk'[count]}` }))
    return made
  })
  const answers = []
  for (const { id } of people) answers.push(refusalsIn(await doAs(world, director.accountId, readWithReason, { personId: id, ...WHY }))[0])
  assert.deepEqual(answers, [...Array(10).fill(undefined), 'people/too-many-readings'])
})

databaseTest('straight from the database too: the director alone, that day alone, in their own name', async (world) => {
  const { organisation, unit, person, director } = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, organisation, unit, 'technical_supervisor'))
  const open = `select read_with_reason(gen_random_uuid(), '${person.id}', 'safety', 'x')`
  await assert.rejects(statementAs(world, supervisor.accountId, open), /only the director/)
  await assert.rejects(statementAs(world, director.accountId, open.replace('safety', 'curiosity')), /person_access_ground_known/)
  await statementAs(world, director.accountId, open)
  await assert.rejects(
    world.look("update person_access set ends_on = '2026-12-31' where source = 'reason'"),
    /person_access_reading_of_one_day/,
  )
})
