import assert from 'node:assert/strict'
import { statementAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent } from '../../people/fixtures.ts'
import { aWorkshop } from '../fixtures.ts'

databaseTest('a referent of one who was there reads the workshop and that one alone; nobody else knows of it', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const amel = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    const workshop = await aWorkshop(tx, { ...made, by: made.member }, [made.person, amel])
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    const elsewhere = await anAdviserOf(tx, made.person)
    await aReferent(tx, { ...elsewhere, person: made.person, ...elsewhere.member })
    const others = {
      colleague: await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' }),
      director: await aMemberIn(tx, made.organisation, made.unit, 'director', { name: 'Dominique Faure' }),
      'referent elsewhere': elsewhere.member,
    }
    return { ...made, amel, workshop, referent, others }
  })
  const page = `/ateliers/${here.workshop.id}`
  const theirs = await openBrowser(world, here.referent.accountId)
  const seen = (await theirs.get(page)).text
  assert.match(seen, /1 personne présente .* Nadia BENALI/)
  assert.doesNotMatch(seen, /ZIDI|Retirer/)
  assert.match((await theirs.get('/ateliers')).text, /Chercher un emploi 03\/11\/2026 90 min 1 /)
  assert.doesNotMatch((await theirs.get(`/personnes/${here.personId}/actes`)).text, /ZIDI/)
  for (const [who, { accountId }] of Object.entries(here.others)) {
    const browser = await openBrowser(world, accountId)
    assert.equal((await browser.get(page)).status, 404, who)
    assert.doesNotMatch((await browser.get('/ateliers')).text, /Chercher un emploi/, who)
    assert.deepEqual(await statementAs(world, accountId, 'select id from workshop'), [], who)
  }
})

databaseTest('the list is searched by theme without accents, keeps mine, and is exported without a name', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    await aWorkshop(tx, { ...made, by: made.member }, [made.person], { theme: 'Préparer son budget' })
    await aWorkshop(tx, { ...made, by: colleague }, [made.person], { theme: 'Code de la route' })
    return made
  })
  const browser = await openBrowser(world, here.member.accountId)
  const list = async (query: string) => (await browser.get(`/ateliers${query}`)).text
  assert.match(await list(''), /2 ateliers/)
  assert.match(await list('?q=prepar%20bud'), /1 atelier .*Préparer son budget/)
  assert.match(await list('?q=avion'), /Aucun atelier ne correspond/)
  assert.doesNotMatch(await list('?auteur=moi'), /Code de la route/)
  const { body } = await browser.get('/ateliers.csv?q=code')
  assert.match(body, /Thème;Date;Durée en minutes;Mission;Présents\r\nCode de la route;03\/11\/2026;90;/)
  assert.doesNotMatch(body, /BENALI/)
})

databaseTest('nobody joins an act of their own to the workshop of another, nor writes one in their name', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    const amel = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    return { ...made, colleague, amel, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person]) }
  })
  const joins = `insert into accompaniment_act (id, person_id, organisation_id, workshop_id, kind, mission, happened_on, recorded_at, recorded_by)
    select gen_random_uuid(), '${here.amel.id}', '${here.organisation.id}', '${here.workshop.id}', 'workshop', 'workshops', '2026-11-03', now(), `
  await assert.rejects(statementAs(world, here.colleague.accountId, `${joins} '${here.colleague.accountId}'`), /workshop_of_its_author/)
  await statementAs(world, here.member.accountId, `${joins} '${here.member.accountId}'`)
  const writes = `insert into workshop (id, organisation_id, theme, theme_key, mission, happened_on, recorded_at, recorded_by)
    values (gen_random_uuid(), '${here.organisation.id}', 'CV', 'cv', 'workshops', '2026-11-03', now(), '${here.colleague.accountId}')`
  await assert.rejects(statementAs(world, here.member.accountId, writes), /row-level security/)
  assert.deepEqual(await statementAs(world, here.colleague.accountId, `select take_back_workshop('${here.workshop.id}', now()) as done`), [
    { done: false },
  ])
})
