import type { Tx } from '../database/database.ts'

/** Who asks. They all have the same role: only their organisation, and the dates, tell them apart. */
export type Visitor = 'anonymous' | 'own' | 'foreign' | 'former'

/**
 * What a visitor meets: the page, the page asking to sign in, « page introuvable », the form again with what to correct (an empty form sent),
 * or the next page.
 */
export type Meeting = 'shown' | 'sign-in' | 'not-found' | 'form-again' | 'next-page'

/** Names of what the scene holds → ids. */
export type Scene = Readonly<Record<string, string>>

/** What the scene of a slice is built on: « own » is the organisation of the one who may. */
export interface SceneGround {
  readonly tx: Tx
  readonly organisation: { readonly id: string; readonly name: string }
  readonly own: { readonly accountId: string; readonly membershipId: string }
}

export interface RouteExpectation extends Readonly<Record<Visitor, Meeting>> {
  /**
   * What the person of the scene (`person`) meets in their own space: for its pages, and required there. On any other page that is not public, a
   * person finds nothing, whatever its slice says.
   */
  readonly person?: Meeting
  /** Which thing of the scene each parameter of the address names: `{ id: 'siae' }`. */
  readonly with?: Readonly<Record<string, string>>
  /** The role of the three members; the director when it is not said. */
  readonly role?: string
  /** Name of the account of the scene that fills in the form, when it is not for « own »: the test of forms filled in wrong. */
  readonly filledBy?: string
  /** What a POST sends; nothing when it is not said. */
  readonly form?: (scene: Scene) => Readonly<Record<string, string>>
  /** Why a form that carries no id of its own does the same sent twice as once. */
  readonly sentTwice?: string
  /** Why anybody may ask for this page. Required for a public page, and for it only. */
  readonly public?: string
}

/**
 * What everybody meets on each route of a slice: `modules/<slice>/route-expectations.ts` exports one as `routeExpectations`.
 * The keys are the routes, as `src/route-access.test.ts` names them when one is missing.
 *
 * @example
 * export const routeExpectations: RouteExpectations = {
 *   scene: async ({ tx, organisation }) => ({ siae: (await aSiae(tx, organisation)).id }),
 *   routes: {
 *     'POST /structures/:id/sites/ajouter': { with: { id: 'siae' }, anonymous: 'sign-in', own: 'form-again', foreign: 'not-found', former: 'not-found' },
 *   },
 * }
 */
export interface RouteExpectations {
  /** Makes what the addresses name, belonging to the organisation given; a parameter that names nothing of the scene gets an unknown id. */
  readonly scene?: (ground: SceneGround) => Promise<Scene>
  readonly routes: Readonly<Record<string, RouteExpectation>>
}
