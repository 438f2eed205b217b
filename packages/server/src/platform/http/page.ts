import type { Actor, Subject } from '../command/actor.ts'
import type { PageRequest, SubmitRequest } from './page-request.ts'
import type { Reply } from './reply.ts'
import type { Member } from './slice.ts'

/** Who may open a page: anybody, any account signed in, a member wearing a hat for whom `allowed` holds, or a person in their own space. */
export type Access = 'public' | 'account' | 'member' | 'self'

/** A person in their own space. */
export type Oneself = Actor & { readonly subject: Subject }

/** One screen: an address, who may open it, what it shows, what it does. */
export interface Page {
  readonly path: string
  readonly access: Access
  readonly allowed: (actor: Member) => boolean
  /** Whether its form may come with a file, found in `request.upload`. */
  readonly takesFile?: boolean
  readonly get?: (request: PageRequest<Actor | null>) => Promise<Reply>
  readonly post?: (request: SubmitRequest<Actor | null>) => Promise<Reply>
}

interface Definition<A> {
  readonly path: string
  readonly takesFile?: boolean
  readonly get?: (request: PageRequest<A>) => Promise<Reply>
  readonly post?: (request: SubmitRequest<A>) => Promise<Reply>
}

const everyone = () => true
// The edge checks the access before it calls, so the narrower actor is the one given.
const page = <A>(access: Access, definition: Definition<A>, allowed: (actor: Member) => boolean) =>
  ({ ...definition, access, allowed }) as unknown as Page

/** A page for anybody, signed in or not; each one is listed by name in the test of routes. */
export const publicPage = (definition: Definition<Actor | null>): Page => page('public', definition, everyone)

/** A page for whoever is signed in, even without any hat today. */
export const accountPage = (definition: Definition<Actor>): Page => page('account', definition, everyone)

/** A page of the own space of a person: no account opens it, and no person opens another page that is not public. */
export const selfPage = (definition: Definition<Oneself>): Page => page('self', definition, everyone)

/**
 * A page for members. `allowed` is a predicate of the slice's policy; the one it refuses sees « page introuvable », as for a record of others.
 * @example memberPage({ path: '/structures/:id', get: showSiae })
 */
export const memberPage = (definition: Definition<Member> & { readonly allowed?: (actor: Member) => boolean }): Page =>
  page('member', definition, definition.allowed ?? everyone)
