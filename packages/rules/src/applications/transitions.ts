import type { ApplicationState } from './application-state.ts'

/** Who fires a transition: a member of the receiving structure, the clock, or support. */
export type ApplicationActor = 'receiver' | 'clock' | 'support'

/** What a transition brings with it; each code is a duty of the command that fires it. */
export type ApplicationEffect =
  | 'tell-candidate'
  | 'tell-sender'
  | 'unarchive'
  | 'mark-processed'
  | 'check-eligibility'
  | 'issue-or-reuse-pass'
  | 'lift-suspension'
  | 'make-other-applications-obsolete'
  | 'cancel-pass-if-alone'
  | 'delete-unsent-employee-record'
  | 'delete-comments'
  | 'open-application-elsewhere'

export interface Transition {
  readonly from: readonly ApplicationState[]
  readonly to: ApplicationState
  readonly by: readonly ApplicationActor[]
  readonly effects: readonly ApplicationEffect[]
  /** Only between states of a GEIQ. */
  readonly geiqOnly?: true
  /** The actor must also belong to the structure the application goes to. */
  readonly memberOfBoth?: true
  /** A refusal reason must be given. */
  readonly needsReason?: true
}

const NOT_ACCEPTED = ['new', 'processing', 'postponed', 'prior-to-hire', 'refused', 'cancelled', 'obsolete', 'pool'] as const

/**
 * The whole life of an application, as the State's service knows it (public code of les emplois de l'inclusion).
 * `processed` is set in accepted, refused, cancelled and obsolete, and nowhere else; every transition but `transfer-outside` un-archives.
 */
export const TRANSITIONS = {
  process: { from: ['new', 'pool'], to: 'processing', by: ['receiver', 'support'], effects: ['unarchive'] },
  postpone: {
    from: ['new', 'pool', 'processing', 'prior-to-hire'],
    to: 'postponed',
    by: ['receiver', 'support'],
    effects: ['unarchive', 'tell-candidate', 'tell-sender'],
  },
  'add-to-pool': {
    from: ['new', 'processing', 'postponed', 'cancelled', 'obsolete'],
    to: 'pool',
    by: ['receiver', 'support'],
    effects: ['unarchive', 'tell-candidate', 'tell-sender'],
  },
  'move-to-prior-to-hire': {
    from: ['new', 'pool', 'processing', 'postponed', 'obsolete', 'refused', 'cancelled'],
    to: 'prior-to-hire',
    by: ['receiver', 'support'],
    effects: ['unarchive'],
    geiqOnly: true,
  },
  'cancel-prior-to-hire': {
    from: ['prior-to-hire'],
    to: 'processing',
    by: ['receiver', 'support'],
    effects: ['unarchive'],
    geiqOnly: true,
  },
  accept: {
    from: NOT_ACCEPTED,
    to: 'accepted',
    by: ['receiver', 'support'],
    effects: [
      'unarchive',
      'mark-processed',
      'check-eligibility',
      'issue-or-reuse-pass',
      'lift-suspension',
      'make-other-applications-obsolete',
      'tell-candidate',
      'tell-sender',
    ],
  },
  refuse: {
    from: ['new', 'pool', 'processing', 'prior-to-hire', 'postponed'],
    to: 'refused',
    by: ['receiver', 'support', 'clock'],
    effects: ['unarchive', 'mark-processed', 'tell-candidate', 'tell-sender'],
    needsReason: true,
  },
  cancel: {
    from: ['accepted'],
    to: 'cancelled',
    by: ['receiver', 'support'],
    effects: ['unarchive', 'mark-processed', 'cancel-pass-if-alone', 'delete-unsent-employee-record', 'tell-candidate', 'tell-sender'],
  },
  'make-obsolete': {
    from: ['new', 'processing', 'postponed'],
    to: 'obsolete',
    by: ['clock', 'support'],
    effects: ['unarchive', 'mark-processed'],
  },
  transfer: {
    from: NOT_ACCEPTED,
    to: 'new',
    by: ['receiver', 'support'],
    effects: ['unarchive', 'delete-comments', 'tell-candidate', 'tell-sender'],
    memberOfBoth: true,
  },
  reset: { from: ['obsolete'], to: 'new', by: ['support'], effects: ['unarchive'] },
  'transfer-outside': { from: ['refused'], to: 'refused', by: ['receiver', 'support'], effects: ['open-application-elsewhere'] },
} as const satisfies Readonly<Record<string, Transition>>

export type TransitionName = keyof typeof TRANSITIONS

/** A transition by its name, seen as any other. */
export function transitionNamed(name: TransitionName): Transition {
  return TRANSITIONS[name]
}
