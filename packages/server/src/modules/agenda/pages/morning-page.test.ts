import assert from 'node:assert/strict'
import type { Tx } from '../../../platform/database/database.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAct, aReview } from '../../accompaniment/fixtures.ts'
import { anApplication } from '../../applications/fixtures.ts'
import { aCounsellorWithAPerson, anAdviser, anAdviserOf } from '../../eligibility/fixtures.ts'
import { aStay } from '../../employment/fixtures.ts'
import { aDiagnosis } from '../../hiring/fixtures.ts'
import { aPass, aSuspension } from '../../pass-iae/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from '../../people/fixtures.ts'
import { aMessage } from '../../supervision/fixtures.ts'

type Here = Awaited<ReturnType<typeof aCounsellorWithAPerson>>

const personNamed = (tx: Tx, { organisation, unit }: Here, birthName: string) =>
  aPerson(tx, { organisation, unit, birthName, givenNames: 'Léa' })

/** The family names in the order in which the list shows them, each once. */
const namesIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(/<th role="rowheader"[^>]*><a [^>]*>Léa ([A-ZÉ]+)<\/a>/g)].flatMap(([, name]) => (name ? [name] : []))),
]

async function openMorning(world: World, { accountId }: { readonly accountId: string }, query = '') {
  const browser = await openBrowser(world, accountId)
  return browser.get(`/ma-matinee${query}`)
}

databaseTest('who supervises, pays or administers finds no such page; another organisation reads nothing of ours', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aStay(tx, { ...made, person: await personNamed(tx, made, 'Abadie') }, { last: '2026-11-25' })
    const others = []
    for (const role of ['technical_supervisor', 'payroll_officer', 'organisation_administrator'] as const)
      others.push(await aMemberIn(tx, made.organisation, made.unit, role))
    return { ...made, others, elsewhere: await anAdviser(tx) }
  })
  assert.equal((await (await openBrowser(world)).get('/ma-matinee')).status, 303)
  for (const { accountId } of here.others) {
    const browser = await openBrowser(world, accountId)
    for (const path of ['/ma-matinee', '/ma-matinee.csv']) assert.equal((await browser.get(path)).status, 404)
  }
  const foreign = await openMorning(world, here.elsewhere.member)
  assert.match(foreign.text, /Rien n’arrive à échéance cette semaine/)
  assert.deepEqual(namesIn((await openMorning(world, here.member)).body), ['ABADIE'])
})

databaseTest('the soonest first, under the moment it falls in, each with what settles it, in few statements', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const late = await personNamed(tx, made, 'Abadie')
    await anAct(tx, { ...made, person: late, by: made.member }, { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' })
    const today = await personNamed(tx, made, 'Blanc')
    await anAct(tx, { ...made, person: today, by: made.member }, { nextStep: 'Entretien de bilan', nextOn: '2026-11-21' })
    const working = await personNamed(tx, made, 'Cazal')
    const stay = await aStay(tx, { ...made, person: working }, { last: '2026-11-28' })
    const pass = await aPass(tx, working, { first: '2024-12-22', last: '2026-12-21' })
    return { ...made, late, stay, pass }
  })
  const browser = await openBrowser(world, here.member.accountId)
  await browser.get('/ma-matinee')
  const before = world.statements.length
  const page = await browser.get('/ma-matinee')
  assert.ok(world.statements.length - before <= 6)
  assert.deepEqual(namesIn(page.body), ['ABADIE', 'BLANC', 'CAZAL'])
  assert.match(
    page.text,
    /En retard , 1 échéance .* Appeler l’auto-école .* Aujourd’hui , 1 échéance .* Entretien de bilan .* Dans les 7 jours/,
  )
  assert.match(page.body, new RegExp(`href="/personnes/${here.late.id}/actes/ajouter\\?suite=`))
  assert.match(page.body, new RegExp(`href="/contrats/${here.stay.contractId}/renouveler"`))
  const month = await browser.get('/ma-matinee?quand=30-jours')
  assert.deepEqual(namesIn(month.body), ['ABADIE', 'BLANC', 'CAZAL'])
  assert.match(
    month.text,
    /Une prolongation se demande du 21\/12\/2025 au 21\/06\/2027\. .* D’où viennent ces règles .* Code public des emplois de l’inclusion/,
  )
  assert.match(month.body, new RegExp(`href="/pass/${here.pass.id}/prolonger"`))
  assert.deepEqual(namesIn((await browser.get('/ma-matinee?quand=retard')).body), ['ABADIE'])
  assert.deepEqual(namesIn((await browser.get('/ma-matinee?quoi=contrats')).body), ['CAZAL'])
  assert.equal((await browser.get("/ma-matinee?quoi=x'&quand=;drop&equipe=1&page=-1&semaines=1000")).status, 200)
})

databaseTest('the file says what the page shows, with the same filters', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await anAct(tx, { ...made, by: made.member }, { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' })
    await aStay(tx, made, { last: '2026-11-28' })
    return made
  })
  const browser = await openBrowser(world, here.member.accountId)
  const file = (await browser.get('/ma-matinee.csv?quand=retard')).body
  assert.match(file, /En retard;20\/11\/2026;Nadia BENALI;Rendez-vous et suites;Appeler l’auto-école;/)
  assert.doesNotMatch(file, /CDDI/)
})

databaseTest(
  'a contract renewed, replaced by another or followed by an exit is no longer there; one over without any of these is late',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const over = await aStay(tx, { ...made, person: await personNamed(tx, made, 'Abadie') }, { last: '2026-10-31' })
      await aStay(tx, { ...made, person: await personNamed(tx, made, 'Blanc') }, { last: '2026-10-31', exit: '2026-10-31' })
      const renewed = await aStay(tx, { ...made, person: await personNamed(tx, made, 'Cazal') }, { last: '2026-11-25' })
      await aStay(tx, { ...made, person: await personNamed(tx, made, 'Daumas') }, { last: '2027-06-30' })
      return { ...made, over, renewed }
    })
    await world.look(
      `insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by, renews)
     select gen_random_uuid(), stay_id, person_id, organisation_id, now(), recorded_by, id from contract where id = $1`,
      [here.renewed.contractId],
    )
    await world.look(
      `insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, recorded_at, recorded_by)
     select id, person_id, organisation_id, 1, 'CDDI', '2026-11-26', '2027-05-25', now(), recorded_by from contract where renews = $1`,
      [here.renewed.contractId],
    )
    const page = await openMorning(world, here.member, '?quoi=contrats')
    assert.deepEqual(namesIn(page.body), ['ABADIE'])
    assert.match(page.text, /En retard .* CDD d’insertion \(CDDI\) terminé Ni renouvellement ni sortie/)
  },
)

databaseTest('somebody who died or was merged is reminded to nobody', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await anAct(tx, { ...made, by: made.member }, { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' })
    return made
  })
  assert.match((await openMorning(world, here.member)).text, /Nadia BENALI/)
  await world.look("update person set death_date = '2026-11-10' where id = $1", [here.personId])
  assert.doesNotMatch((await openMorning(world, here.member)).text, /Nadia BENALI/)
})

databaseTest('a right that is over is said to whoever still employs the person, not to who only oriented them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aPass(tx, made.person, { first: '2024-11-01', last: '2026-10-31' })
    const adviser = await anAdviserOf(tx, made.person)
    return { ...made, adviser }
  })
  assert.doesNotMatch((await openMorning(world, here.member, '?quoi=pass-iae')).text, /PASS IAE terminé/)
  await world.load((tx) => aStay(tx, here, { last: '2027-06-30' }))
  assert.match((await openMorning(world, here.member, '?quoi=pass-iae')).text, /PASS IAE terminé, la personne travaille toujours chez vous/)
  assert.doesNotMatch((await openMorning(world, here.adviser.member)).text, /BENALI/)
  await world.look("update pass_last_day set last_day = '2026-05-20'")
  assert.doesNotMatch((await openMorning(world, here.member, '?quoi=pass-iae')).text, /BENALI/)
})

for (const [sentence, first, shown] of [
  ['eleven months and three weeks of suspension are said a week ahead', '2025-11-28', true],
  ['a day later they are not yet', '2025-11-29', false],
] as const)
  databaseTest(sentence, async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const pass = await aPass(tx, made.person, { first: '2025-01-05', last: '2028-01-04' })
      await aSuspension(tx, made.person, pass, { first: '2026-03-01' })
      await aSuspension(tx, made.person, pass, { first, last: '2026-02-28' })
      return made
    })
    const page = await openMorning(world, here.member)
    assert.equal(/suspendu sans interruption depuis le 28 novembre 2025/.test(page.text), shown)
    if (shown) assert.match(page.text, /Après 12 mois, il peut être mis fin au parcours .*R5132-1-3/)
  })

databaseTest(
  'a diagnosis about to expire is said while no right carries it; a proof only to those who read the criteria',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const diagnosis = await aDiagnosis(tx, made.person, { madeOn: '2026-05-25', expiresOn: '2026-11-25' })
      const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...referent })
      return { ...made, diagnosis, referent }
    })
    await world.look(
      `insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding, evidence_kind, evidence_last)
     values (gen_random_uuid(), $1, $2, 'RSA', 1, 'ordinary', 'established', 'attestation', '2026-11-24')`,
      [here.diagnosis.id, here.personId],
    )
    const colleague = await openMorning(world, here.member)
    assert.match(colleague.text, /Le diagnostic d’éligibilité expire Fait le 25 mai 2026/)
    assert.doesNotMatch(colleague.text, /justificatif/)
    const referent = await openMorning(world, here.referent)
    assert.match(referent.text, /Dernier jour d’un justificatif du diagnostic/)
    assert.doesNotMatch(referent.text, /RSA/)
    await world.load((tx) => aPass(tx, here.person))
    assert.doesNotMatch((await openMorning(world, here.referent)).text, /diagnostic d’éligibilité expire|justificatif/)
  },
)

databaseTest('what one sent and nobody answered is said to who sent it; what one received is a task of the home page', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const sender = await anAdviser(tx)
    const person = await aPerson(tx, { ...sender, birthName: 'Abadie', givenNames: 'Léa' })
    await anApplication(tx, { person, siae: made.siae, receiver: made.unit, sender, sentOn: '2026-10-10', promisedOn: '2026-11-09' })
    return { ...made, sender }
  })
  const sent = await openMorning(world, here.sender.member)
  assert.match(sent.text, /Sans réponse de Les Jardins du Lauragais Candidature envoyée le 10 octobre 2026/)
  const received = await openMorning(world, here.member)
  assert.doesNotMatch(received.text, /ABADIE/)
  assert.match((await (await openBrowser(world, here.member.accountId)).get('/')).text, /Répondre aux candidatures/)
})

databaseTest(
  'four weeks without an act: their referent is told as care, neither late nor to colleagues, unless something is planned',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...referent })
      await aStay(tx, made, { last: '2027-06-30' })
      await anAct(tx, { ...made, by: made.member }, { happenedOn: '2026-10-24' })
      return { ...made, referent }
    })
    const care = /À ne pas laisser de côté , 1 personne .* Aucun acte noté depuis le 24 octobre 2026/
    assert.match((await openMorning(world, here.referent)).text, care)
    assert.doesNotMatch((await openMorning(world, here.referent, '?quand=retard')).text, care)
    assert.doesNotMatch((await openMorning(world, here.referent, '?semaines=6')).text, care)
    assert.doesNotMatch((await openMorning(world, here.member)).text, care)
    world.clock.set('2026-11-20T09:00:00Z')
    assert.doesNotMatch((await openMorning(world, here.referent)).text, care)
    world.clock.set('2026-11-21T09:00:00Z')
    await world.load((tx) => anAct(tx, { ...here, by: here.member }, { happenedOn: '2026-10-20', nextStep: 'Bilan', nextOn: '2026-12-15' }))
    assert.doesNotMatch((await openMorning(world, here.referent)).text, care)
    await world.look("update accompaniment_act set cancelled_at = now(), cancelled_by = recorded_by where next_step = 'Bilan'")
    await world.look("update siae_stay set exit_day = '2026-11-10'")
    assert.doesNotMatch((await openMorning(world, here.referent)).text, care)
  },
)

databaseTest('narrowed to my people or to one of my teams, the list keeps to them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const [mine, other] = [await personNamed(tx, made, 'Abadie'), await personNamed(tx, made, 'Blanc')]
    for (const person of [mine, other]) await aStay(tx, { ...made, person }, { last: '2026-11-25' })
    await aReferent(tx, { ...made, person: mine, ...made.member })
    const second = await aUnit(tx, made.organisation, made.siae, 'Équipe de Quillan')
    await givesAccess(tx, other, second)
    return { ...made, second }
  })
  await world.look(
    `insert into membership_unit (membership_id, unit_id, organisation_id, first_day)
     select id, $2, organisation_id, '2020-01-01' from membership where id = $1`,
    [here.member.membershipId, here.second.id],
  )
  assert.deepEqual([...namesIn((await openMorning(world, here.member, '?quoi=contrats')).body)].sort(), ['ABADIE', 'BLANC'])
  assert.deepEqual(namesIn((await openMorning(world, here.member, '?suivi=moi&quoi=contrats')).body), ['ABADIE'])
  assert.deepEqual(namesIn((await openMorning(world, here.member, `?equipe=${here.second.id}&quoi=contrats`)).body), ['BLANC'])
})

databaseTest('who works here without a referent is said to their team, until one is named', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aStay(tx, made, { last: '2027-06-30' })
    return made
  })
  const page = await openMorning(world, here.member)
  assert.match(page.text, /À ne pas laisser de côté , 1 personne .* aucun membre de votre organisation n’est son référent/)
  assert.match(page.body, new RegExp(`href="/personnes/${here.personId}/referents/ajouter"`))
  await world.load((tx) => aReferent(tx, { ...here, ...here.member }))
  assert.doesNotMatch((await openMorning(world, here.member)).text, /n’est son référent/)
})

databaseTest('the next review falls due as the last one said, until another is made or the person has left', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const waiting = await personNamed(tx, made, 'Abadie')
    const reviewed = await personNamed(tx, made, 'Blanc')
    const gone = await personNamed(tx, made, 'Cazal')
    for (const person of [waiting, reviewed]) await aStay(tx, { ...made, person })
    await aStay(tx, { ...made, person: gone }, { entry: '2026-01-05', exit: '2026-11-06', last: '2026-11-06' })
    for (const person of [waiting, reviewed, gone])
      await aReview(tx, { ...made, person, by: made.member }, { heldOn: '2026-08-03', nextOn: '2026-11-23' })
    await aReview(tx, { ...made, person: reviewed, by: made.member }, { moment: 'during', heldOn: '2026-11-10' })
    return made
  })
  const shown = await openMorning(world, here.member, '?quoi=bilan')
  assert.deepEqual(namesIn(shown.body), ['ABADIE'])
  assert.match(shown.text, /Faire un bilan avec la personne.*Prévu au bilan du 3 août 2026/s)
})

databaseTest(
  'what the supervisor told is read in the morning of the referent, until it is marked as read; of nobody else',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const supervisor = await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor', { name: 'Maxime Vidal' })
      const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...referent })
      const message = await aMessage(tx, { ...made, by: supervisor }, { words: 'A demandé une avance', on: '2026-11-18' })
      return { ...made, referent, message }
    })
    const told = /Aujourd’hui , 1 échéance .* « A demandé une avance » Mot de Maxime Vidal, le 18 novembre 2026\./
    const page = await openMorning(world, here.referent)
    assert.match(page.text, told)
    assert.match(page.body, new RegExp(`href="/mots/${here.message.id}"`))
    assert.match((await openMorning(world, here.referent, '?quoi=mots')).text, told)
    assert.doesNotMatch((await openMorning(world, here.member)).text, /avance/)
    const browser = await openBrowser(world, here.referent.accountId)
    assert.equal((await browser.post(`/mots/${here.message.id}`, { answer: '' })).status, 303)
    assert.doesNotMatch((await openMorning(world, here.referent)).text, /avance/)
  },
)
