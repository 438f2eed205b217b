import { randomUUIDv7 } from 'node:crypto'
import { normalised, type Sensitivity } from '@maillage/kernel'
import { type BarrierArea, CAPABILITIES, type CapabilityName, sensitivityOfArea } from '@maillage/rules/accompaniment'
import type { Tx } from '../../platform/database/database.ts'
import { TEST_KEYS } from '../../platform/testing/test-keys.ts'
import type { BarrierState } from './model-barriers.ts'
import { notePurpose } from './model-notes.ts'
import { answerPurpose, type ReviewAnswer, type ReviewMoment } from './model-reviews.ts'
import { purposeOf } from './model-workshops.ts'
import { wordsToStore } from './sealed-words.ts'
import { barrierPurpose } from './store-barriers.ts'
import { actionPurpose, goalPurpose } from './store-plan.ts'
import { accompanimentOf } from './tables.ts'
import { barriersIn } from './tables-barriers.ts'
import { meetingsIn } from './tables-meetings.ts'
import { notesIn } from './tables-notes.ts'
import { planIn } from './tables-plan.ts'
import { reviewsIn } from './tables-reviews.ts'
import { workshopsOf } from './tables-workshops.ts'

/** An interview of half an hour with a person, noted the same day. */
export async function anAct(
  tx: Tx,
  {
    person,
    organisation,
    by,
  }: { person: { readonly id: string }; organisation: { readonly id: string }; by: { readonly accountId: string } },
  {
    purpose = 'Point sur le permis',
    nextStep = null,
    nextOn = null,
    nextAt = null,
    happenedOn = '2026-11-03',
  }: { purpose?: string; nextStep?: string | null; nextOn?: string | null; nextAt?: string | null; happenedOn?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await accompanimentOf(tx)
    .insertInto('accompaniment_act')
    .values({
      id,
      person_id: person.id,
      organisation_id: organisation.id,
      kind: 'interview',
      mission: 'support',
      happened_on: happenedOn,
      minutes: 30,
      purpose,
      next_step: nextStep,
      next_on: nextOn,
      next_at: nextAt,
      recorded_at: '2026-11-03T09:00:00Z',
      recorded_by: by.accountId,
    })
    .execute()
  return { id }
}

interface OfPerson {
  readonly person: { readonly id: string }
  readonly organisation: { readonly id: string }
  readonly by: { readonly accountId: string }
}

/** A barrier of a person, identified, with what it changes for the work. */
export async function aBarrier(
  tx: Tx,
  { person, organisation, by }: OfPerson,
  {
    area = 'mobility',
    state = 'identified',
    consequence = 'Disponible avant 15 h 30',
    tried = null,
    recordedAt = '2026-11-03T09:00:00Z',
  }: { area?: BarrierArea; state?: BarrierState; consequence?: string | null; tried?: string | null; recordedAt?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const sensitivity = sensitivityOfArea(area)
  const row = barrierPurpose(id, 1)
  const of = { person_id: person.id, organisation_id: organisation.id, sensitivity, recorded_at: recordedAt, recorded_by: by.accountId }
  await barriersIn(tx)
    .insertInto('barrier')
    .values({ id, area, ...of })
    .execute()
  await barriersIn(tx)
    .insertInto('barrier_version')
    .values({
      barrier_id: id,
      version: 1,
      state,
      weight: 'serious',
      evidence: 'said',
      since: '2026-09-01',
      consequence: wordsToStore(TEST_KEYS, sensitivity, row, consequence),
      tried: wordsToStore(TEST_KEYS, sensitivity, row, tried),
      ...of,
    })
    .execute()
  return { id }
}

/** What a person can lean on. */
export async function aStrength(
  tx: Tx,
  { person, organisation, by }: OfPerson,
  words = 'Sait lire un plan',
  recordedAt = '2026-11-03T09:00:00Z',
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await barriersIn(tx)
    .insertInto('strength')
    .values({
      id,
      person_id: person.id,
      organisation_id: organisation.id,
      words,
      recorded_at: recordedAt,
      recorded_by: by.accountId,
    })
    .execute()
  return { id }
}

/** A review made with a person, which says how their moves go; recorded the day it was held. */
export async function aReview(
  tx: Tx,
  { person, organisation, by }: OfPerson,
  {
    moment = 'entry',
    heldOn = '2026-11-03',
    nextOn = null,
    words = 'Je veux passer mon permis',
    answers = { mobility: { level: 'fragile', words: 'Je dépends de mon voisin' } },
  }: Partial<{
    moment: ReviewMoment
    heldOn: string
    nextOn: string | null
    words: string | null
    answers: Partial<Record<CapabilityName, ReviewAnswer>>
  }> = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const of = { person_id: person.id, organisation_id: organisation.id, recorded_at: `${heldOn}T09:00:00Z`, recorded_by: by.accountId }
  await reviewsIn(tx)
    .insertInto('review')
    .values({ id, moment, held_on: heldOn, with_person: true, words, next_on: nextOn, corrects: null, ...of })
    .execute()
  for (const [name, answer] of Object.entries(answers) as [CapabilityName, ReviewAnswer][]) {
    const { sensitivity } = CAPABILITIES[name]
    const sealed = wordsToStore(TEST_KEYS, sensitivity, answerPurpose(id, name), answer.words)
    await reviewsIn(tx)
      .insertInto('review_answer')
      .values({ review_id: id, capability: name, sensitivity, level: answer.level, words: sealed, ...of })
      .execute()
  }
  return { id }
}

/** A working note of somebody about a person, written on 3 November 2026, sealed as theirs. */
export async function aNote(
  tx: Tx,
  {
    person,
    organisation,
    by,
    act = null,
  }: {
    person: { readonly id: string }
    organisation: { readonly id: string }
    by: { readonly accountId: string }
    act?: { readonly id: string } | null
  },
  { text = 'Reparler du logement', keptUntil = '2027-11-03' }: { text?: string; keptUntil?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await notesIn(tx)
    .insertInto('working_note')
    .values({
      id,
      person_id: person.id,
      organisation_id: organisation.id,
      author_id: by.accountId,
      act_id: act?.id ?? null,
      content: TEST_KEYS.seal(text, notePurpose(id)),
      kept_until: keptUntil,
      version: 1,
      recorded_at: '2026-11-03T09:00:00Z',
      recorded_by: by.accountId,
    })
    .execute()
  return { id }
}

/** What a person aims at, for a barrier or not. */
export async function aGoal(
  tx: Tx,
  { person, organisation, by }: OfPerson,
  {
    words = 'Passer mon permis',
    reason = null,
    barrier = null,
    sensitivity = 'ordinary',
    recordedAt = '2026-11-03T09:00:00Z',
  }: {
    words?: string
    reason?: string | null
    barrier?: { readonly id: string } | null
    sensitivity?: Sensitivity
    recordedAt?: string
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const row = goalPurpose(id, 1)
  const of = { person_id: person.id, organisation_id: organisation.id, sensitivity, recorded_at: recordedAt, recorded_by: by.accountId }
  await planIn(tx)
    .insertInto('goal')
    .values({ id, barrier_id: barrier?.id ?? null, ...of })
    .execute()
  await planIn(tx)
    .insertInto('goal_version')
    .values({
      goal_id: id,
      version: 1,
      words: wordsToStore(TEST_KEYS, sensitivity, row, words) ?? words,
      stage: 'skills',
      state: reason === null ? 'open' : 'dropped',
      closed_on: reason === null ? null : '2026-11-03',
      reason: wordsToStore(TEST_KEYS, sensitivity, row, reason),
      ...of,
    })
    .execute()
  return { id }
}

/** A workshop about looking for work, and the act of each of those who were there. */
export async function aWorkshop(
  tx: Tx,
  { organisation, by }: { organisation: { readonly id: string }; by: { readonly accountId: string } },
  people: readonly { readonly id: string }[],
  { theme = 'Chercher un emploi', purpose = null }: { theme?: string; purpose?: string | null } = {},
): Promise<{ readonly id: string; readonly acts: readonly string[] }> {
  const id = randomUUIDv7()
  await workshopsOf(tx)
    .insertInto('workshop')
    .values({
      id,
      organisation_id: organisation.id,
      theme,
      theme_key: normalised(theme),
      mission: 'workshops',
      happened_on: '2026-11-03',
      minutes: 90,
      purpose,
      next_step: null,
      next_on: null,
      recorded_at: '2026-11-03T16:00:00Z',
      recorded_by: by.accountId,
    })
    .execute()
  const acts: string[] = []
  for (const person of people) {
    const act = await anAct(tx, { person, organisation, by }, { purpose: purposeOf({ theme, purpose }) })
    await accompanimentOf(tx).updateTable('accompaniment_act').set({ kind: 'workshop', workshop_id: id }).where('id', '=', act.id).execute()
    acts.push(act.id)
  }
  return { id, acts }
}

/** What somebody is to do; shared, whoever follows the person reads it. */
export async function anAction(
  tx: Tx,
  { person, organisation, by }: OfPerson,
  {
    words = 'S’inscrire au code',
    reason = null,
    shared = null,
    goal = null,
    sensitivity = 'ordinary',
    recordedAt = '2026-11-03T09:00:00Z',
  }: {
    words?: string
    reason?: string | null
    /** The words that are shared. */
    shared?: string | null
    goal?: { readonly id: string } | null
    sensitivity?: Sensitivity
    recordedAt?: string
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const row = actionPurpose(id, 1)
  const of = { person_id: person.id, organisation_id: organisation.id, sensitivity, recorded_at: recordedAt, recorded_by: by.accountId }
  await planIn(tx)
    .insertInto('pathway_action')
    .values({ id, goal_id: goal?.id ?? null, ...of })
    .execute()
  const said = {
    action_id: id,
    version: 1,
    doer: 'person',
    due_on: '2026-12-01',
    state: reason === null ? 'planned' : 'dropped',
    ...of,
  } as const
  await planIn(tx)
    .insertInto('pathway_action_version')
    .values({
      ...said,
      words: wordsToStore(TEST_KEYS, sensitivity, row, words) ?? words,
      closed_on: reason === null ? null : '2026-11-03',
      reason: wordsToStore(TEST_KEYS, sensitivity, row, reason),
    })
    .execute()
  if (shared !== null)
    await planIn(tx)
      .insertInto('shared_step')
      .values({ ...said, words: shared })
      .execute()
  return { id }
}

/** What was agreed in the meeting that an act tells. */
export async function aMeeting(
  tx: Tx,
  {
    act,
    person,
    organisation,
    by,
  }: {
    act: { readonly id: string }
    person: { readonly id: string }
    organisation: { readonly id: string }
    by: { readonly accountId: string }
  },
  { job = 'Encadrante technique', agreed = 'Une semaine en cuisine' }: { job?: string; agreed?: string } = {},
): Promise<void> {
  await meetingsIn(tx)
    .insertInto('tripartite_meeting')
    .values({
      act_id: act.id,
      person_id: person.id,
      organisation_id: organisation.id,
      participants: JSON.stringify([{ job, organisation: 'Les Jardins', name: null }]),
      agreed,
      recorded_at: '2026-11-03T09:00:00Z',
      recorded_by: by.accountId,
    })
    .execute()
}
