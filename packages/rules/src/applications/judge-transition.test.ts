import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { APPLICATION_STATES, type ApplicationState } from './application-state.ts'
import { judgeReapplication } from './judge-reapplication.ts'
import { judgeTransition, type TransitionRequest } from './judge-transition.ts'
import { isOffered, OFFERED_REASONS } from './refusal-reason.ts'
import { TRANSITIONS, type TransitionName, transitionNamed } from './transitions.ts'
import { applicationRefusalSentence } from './wording.fr.ts'

const names = Object.keys(TRANSITIONS) as TransitionName[]
const on = day('2026-11-21')
const answer = (transition: TransitionName, state: ApplicationState, more: Partial<TransitionRequest> = {}) => {
  const found = judgeTransition(law, { transition, state, actor: 'receiver', receiver: 'siae', on, lastMovedOn: on, ...more })
  return found.ok ? found.value.to : found.refusals.map((each) => each.code)
}

const cases: readonly [string, TransitionName, ApplicationState, Partial<TransitionRequest>, string | string[]][] = [
  ['a new application is put in process', 'process', 'new', {}, 'processing'],
  ['a refused one is not', 'process', 'refused', {}, ['applications/not-from-this-state']],
  ['postponing asks for an answer since August 2026', 'postpone', 'new', { answer: ' ' }, ['applications/answer-missing']],
  ['postponing with an answer', 'postpone', 'new', { answer: 'Nous revenons vers vous en mars.' }, 'postponed'],
  ['postponing on 31 July 2026 asked for none', 'postpone', 'new', { on: day('2026-07-31') }, 'postponed'],
  ['and on 1 August it did', 'postpone', 'new', { on: day('2026-08-01') }, ['applications/answer-missing']],
  ['actions before hire are a GEIQ’s', 'move-to-prior-to-hire', 'new', {}, ['applications/geiq-only']],
  ['a GEIQ moves to them', 'move-to-prior-to-hire', 'new', { receiver: 'geiq' }, 'prior-to-hire'],
  ['a refused application may be accepted', 'accept', 'refused', {}, 'accepted'],
  ['an accepted one is not accepted twice', 'accept', 'accepted', {}, ['applications/not-from-this-state']],
  ['a refusal carries a reason', 'refuse', 'new', {}, ['applications/reason-missing']],
  ['a refusal with a reason', 'refuse', 'new', { reason: 'no-recruitment' }, 'refused'],
  [
    'to miss a target of the dialogue is not a reason to refuse somebody',
    'refuse',
    'new',
    { reason: 'prevents-objectives' },
    ['applications/reason-not-offered'],
  ],
  ['the clock’s reason is the clock’s', 'refuse', 'new', { reason: 'no-answer-in-time' }, ['applications/reason-not-offered']],
  ['the clock refuses after 60 days', 'refuse', 'new', { actor: 'clock', lastMovedOn: addDays(on, -60) }, 'refused'],
  ['and not after 59', 'refuse', 'new', { actor: 'clock', lastMovedOn: addDays(on, -59) }, ['applications/not-due-yet']],
  [
    'the clock refuses no postponed application',
    'refuse',
    'postponed',
    { actor: 'clock', lastMovedOn: addDays(on, -90) },
    ['applications/not-due-yet'],
  ],
  ['the clock accepts nobody', 'accept', 'new', { actor: 'clock' }, ['applications/not-by-this-actor']],
  ['a hire is cancelled', 'cancel', 'accepted', {}, 'cancelled'],
  ['a transfer asks for a member of both structures', 'transfer', 'new', {}, ['applications/not-a-member-of-both']],
  ['a member of both transfers', 'transfer', 'new', { memberOfDestination: true }, 'new'],
  ['a refused person is referred elsewhere and stays refused here', 'transfer-outside', 'refused', {}, 'refused'],
  ['only support opens an obsolete application again', 'reset', 'obsolete', {}, ['applications/not-by-this-actor']],
]
for (const [sentence, transition, state, more, expected] of cases)
  test(sentence, () => assert.deepEqual(answer(transition, state, more), expected))

test('the twelve transitions join the nine states, and each state can be reached', () => {
  assert.equal(names.length, 12)
  const reached = new Set(names.map((each) => transitionNamed(each).to))
  assert.deepEqual(
    APPLICATION_STATES.filter((each) => !reached.has(each)),
    [],
  )
})

test('an application is marked processed exactly when it is accepted, refused, cancelled or obsolete', () => {
  const processed: readonly ApplicationState[] = ['accepted', 'refused', 'cancelled', 'obsolete']
  for (const name of names) {
    const { from, to, effects } = transitionNamed(name)
    if (from.length === 1 && from[0] === to) continue
    assert.equal(effects.includes('mark-processed'), processed.includes(to), name)
  }
})

test('every transition but the one to another employer brings the application out of the archive', () => {
  const kept = names.filter((each) => !transitionNamed(each).effects.includes('unarchive'))
  assert.deepEqual(kept, ['transfer-outside'])
})

test('the form offers eleven reasons and « autre »; a GEIQ one less', () => {
  assert.equal(OFFERED_REASONS.length, 12)
  assert.equal(OFFERED_REASONS.filter((each) => isOffered(each, 'geiq')).length, 11)
  assert.equal(OFFERED_REASONS.at(-1), 'other')
})

test('the same employer is not asked twice within 24 hours', () => {
  const ok = (minutesSinceLast: number | null) => judgeReapplication(law, { on, minutesSinceLast }).ok
  assert.deepEqual([ok(null), ok(1440), ok(1439), ok(0)], [true, true, false, false])
})

test('every refusal has its sentence, whatever is asked for', () => {
  const transition = fc.constantFrom(...names)
  const state = fc.constantFrom(...APPLICATION_STATES)
  const actor = fc.constantFrom<TransitionRequest['actor']>('receiver', 'clock', 'support')
  fc.assert(
    fc.property(transition, state, actor, (transition, state, actor) => {
      const found = judgeTransition(law, { transition, state, actor, receiver: 'siae', on, lastMovedOn: on })
      if (found.ok) assert.ok(transitionNamed(transition).from.includes(state))
      else for (const each of found.refusals) assert.ok(applicationRefusalSentence(each).endsWith('.'))
    }),
  )
})
