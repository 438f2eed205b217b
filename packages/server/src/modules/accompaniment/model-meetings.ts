/** The most people who meet beside the person and the author. */
export const MOST_PARTICIPANTS = 8
/** The longest line about one of them. */
export const PARTICIPANT_LIMIT = 200
/** The longest text of what was agreed: a few sentences. */
export const AGREED_LIMIT = 1000

/** Somebody who was there for their work; never another person who is accompanied. */
export interface Participant {
  /** What they do: « encadrante technique », « conseiller France Travail » */
  readonly job: string
  readonly organisation: string
  readonly name: string | null
}

/** What a tripartite meeting holds beside its act. */
export interface Meeting {
  readonly participants: readonly Participant[]
  /** Null: erased with the person. */
  readonly agreed: string | null
}
