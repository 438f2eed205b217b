import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aCounsellorWithAPerson, anAdviser, anAdviserOf, theOutsiders } from '../fixtures.ts'
import { diagnosisServing } from '../queries/diagnosis-serving.ts'
import { recordDiagnosis } from './record-diagnosis.ts'

const RSA = { code: 'RSA', evidence: { kind: 'piece', dated: '2026-11-02' } } as const
const TH = { code: 'TH', evidence: { kind: 'title', last: '2030-01-01' } } as const
const typed = (scene: { personId: string; unitId: string; siae?: { id: string } }, more = {}) => ({
  personId: scene.personId,
  unitId: scene.unitId,
  siaeId: scene.siae?.id ?? null,
  madeOn: '2026-11-21',
  criteria: [RSA],
  ...more,
})
const scene = (world: World) => world.load((tx) => aCounsellorWithAPerson(tx))
const TABLES = ['diagnosis', 'diagnosis_author', 'criterion', 'diagnosis_reason'] as const

async function rowsSeen(world: World, accountId: string): Promise<Record<string, number>> {
  return readAs(world, accountId, async ({ tx }) => {
    const counts: Record<string, number> = {}
    for (const table of TABLES)
      counts[table] = (await tx.withTables<Record<string, { person_id: string }>>().selectFrom(table).select('person_id').execute()).length
    return counts
  })
}
const NONE = { diagnosis: 0, diagnosis_author: 0, criterion: 0, diagnosis_reason: 0 }

databaseTest('a stranger, a former member, a colleague whose team does not hold the person: there is nobody here', async (world) => {
  const here = await scene(world)
  for (const { accountId, unitId } of Object.values(await world.load((tx) => theOutsiders(tx, here)))) {
    const performed = await doAs(world, accountId, recordDiagnosis, typed({ ...here, unitId }))
    assert.deepEqual(refusalsIn(performed), ['platform/not-found'])
  }
})

databaseTest('a technical supervisor of the team makes no diagnosis, and nobody makes one for the structure of another', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await doAs(world, supervisor.accountId, recordDiagnosis, typed(here))), ['eligibility/not-yours'])
  const adviser = await world.load((tx) => anAdviserOf(tx, here.person))
  const performed = await doAs(world, adviser.member.accountId, recordDiagnosis, typed({ ...here, unitId: adviser.unitId }))
  assert.deepEqual(refusalsIn(performed), ['eligibility/siae-of-another'])
})

databaseTest('one criterion of level 1 carries the diagnosis of a structure, and the author reads it again', async (world) => {
  const here = await scene(world)
  const performed = await doAs(world, here.member.accountId, recordDiagnosis, typed(here))
  assert.equal(performed.state === 'done' && performed.value.verdict, 'granted')
  assert.deepEqual(await rowsSeen(world, here.member.accountId), { diagnosis: 1, diagnosis_author: 1, criterion: 1, diagnosis_reason: 3 })
  const serving = await readAs(world, here.member.accountId, (ctx) =>
    diagnosisServing(ctx, { personId: here.personId, siaeId: here.siae.id, on: day('2026-11-21') }),
  )
  assert.equal(serving?.eligibleBy, 'siae')
  assert.equal(serving?.expiresOn, day('2027-02-21'))
})

databaseTest('whoever shares the person reads the verdict, no criterion and no reason; a stranger reads nothing', async (world) => {
  const here = await scene(world)
  await doAs(world, here.member.accountId, recordDiagnosis, typed(here, { criteria: [RSA, TH] }))
  const [colleague, stranger] = await world.load(
    async (tx) => [await aMemberIn(tx, here.organisation, here.unit, 'director'), (await anAdviser(tx)).member] as const,
  )
  assert.deepEqual(await rowsSeen(world, colleague.accountId), { diagnosis: 1, diagnosis_author: 1, criterion: 0, diagnosis_reason: 0 })
  assert.deepEqual(await rowsSeen(world, stranger.accountId), NONE)
})

databaseTest('a prescriber whose name would betray the person is read by itself and the referents only', async (world) => {
  const here = await scene(world)
  const prison = await world.load((tx) => anAdviserOf(tx, here.person, 'SPIP', 'SPIP de l’Aude'))
  const performed = await doAs(
    world,
    prison.member.accountId,
    recordDiagnosis,
    typed({ personId: here.personId, unitId: prison.unitId }, { criteria: [] }),
  )
  assert.equal(performed.state === 'done' && performed.value.verdict, 'granted')
  assert.equal((await rowsSeen(world, prison.member.accountId))['diagnosis_author'], 1)
  assert.deepEqual(await rowsSeen(world, here.member.accountId), { ...NONE, diagnosis: 1 })
})

databaseTest('an organisation that is no authorised prescriber records a diagnosis, which is refused with its reason', async (world) => {
  const here = await scene(world)
  const referrer = await world.load((tx) => anAdviserOf(tx, here.person, null, 'Épicerie sociale'))
  const performed = await doAs(
    world,
    referrer.member.accountId,
    recordDiagnosis,
    typed({ personId: here.personId, unitId: referrer.unitId }, { criteria: [] }),
  )
  assert.equal(performed.state === 'done' && performed.value.verdict, 'refused')
  const [reason] = await world.look("select content from diagnosis_reason where kind = 'refusal'")
  assert.match(JSON.stringify(reason), /prescriber-not-authorised/)
})

databaseTest('a diagnosis that lacks a proof is kept, and takes nothing from the one that carries', async (world) => {
  const here = await scene(world)
  await doAs(world, here.member.accountId, recordDiagnosis, typed(here))
  const performed = await doAs(world, here.member.accountId, recordDiagnosis, typed(here, { criteria: [{ code: 'ASS' }] }))
  assert.equal(performed.state === 'done' && performed.value.verdict, 'undetermined')
  const rows = await world.look('select verdict, replaced_on from diagnosis order by recorded_at, id')
  assert.deepEqual(rows, [
    { verdict: 'granted', replaced_on: null },
    { verdict: 'undetermined', replaced_on: null },
  ])
})

databaseTest('a new diagnosis of the structure replaces its former one, not the prescriber’s', async (world) => {
  const here = await scene(world)
  const adviser = await world.load((tx) => anAdviserOf(tx, here.person))
  await doAs(world, adviser.member.accountId, recordDiagnosis, typed({ personId: here.personId, unitId: adviser.unitId }, { criteria: [] }))
  await doAs(world, here.member.accountId, recordDiagnosis, typed(here, { madeOn: '2026-11-10' }))
  const colleague = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'counsellor'))
  await doAs(world, colleague.accountId, recordDiagnosis, typed(here))
  const rows = await world.look('select role, made_on, replaced_on from diagnosis order by made_on, role')
  assert.deepEqual(rows, [
    { role: 'siae', made_on: '2026-11-10', replaced_on: '2026-11-21' },
    { role: 'prescriber', made_on: '2026-11-21', replaced_on: null },
    { role: 'siae', made_on: '2026-11-21', replaced_on: null },
  ])
})

databaseTest('a diagnosis dated tomorrow is turned back, and the audit never quotes a criterion', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, recordDiagnosis, typed(here, { madeOn: '2026-11-22' }))), [
    'eligibility/made-later',
  ])
  await doAs(world, here.member.accountId, recordDiagnosis, typed(here))
  const lines = JSON.stringify(await world.look('select * from audit'))
  assert.doesNotMatch(lines, /RSA/)
})
