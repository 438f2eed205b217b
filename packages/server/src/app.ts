import { randomUUIDv7 } from 'node:crypto'
import { nationalLaw } from '@maillage/rules'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { accompaniment } from './modules/accompaniment/index.ts'
import { accounts, ROLE_LABELS } from './modules/accounts/index.ts'
import { administration } from './modules/administration/index.ts'
import { agenda } from './modules/agenda/index.ts'
import { agreements } from './modules/agreements/index.ts'
import { applications } from './modules/applications/index.ts'
import { assignments } from './modules/assignments/index.ts'
import { declarations } from './modules/declarations/index.ts'
import { eligibility } from './modules/eligibility/index.ts'
import { employment } from './modules/employment/index.ts'
import { exits } from './modules/exits/index.ts'
import { financing } from './modules/financing/index.ts'
import { hiring } from './modules/hiring/index.ts'
import { immersions } from './modules/immersions/index.ts'
import { indicators } from './modules/indicators/index.ts'
import { observatory } from './modules/observatory/index.ts'
import { organisations } from './modules/organisations/index.ts'
import { passIae } from './modules/pass-iae/index.ts'
import { people } from './modules/people/index.ts'
import { privacy } from './modules/privacy/index.ts'
import { supervision } from './modules/supervision/index.ts'
import { territories } from './modules/territories/index.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Runtime } from './platform/command/context.ts'
import type { Database } from './platform/database/database.ts'
import { buildServer } from './platform/http/server.tsx'
import type { Slice } from './platform/http/slice.ts'
import { type KeyRing, passingKeyRing } from './platform/keys/key-ring.ts'

/** Every slice, lowest first: a slice may call those above it in this list, never those below. */
export const slices: readonly Slice[] = [
  territories,
  accounts,
  organisations,
  people,
  agreements,
  eligibility,
  passIae,
  applications,
  employment,
  hiring,
  supervision,
  assignments,
  immersions,
  accompaniment,
  exits,
  financing,
  declarations,
  indicators,
  observatory,
  agenda,
  privacy,
  administration,
]

/** What commands run with. */
export function makeRuntime(
  database: Database,
  options: { readonly clock?: Clock; readonly keys?: KeyRing; readonly wake?: () => void } = {},
): Runtime {
  return {
    database,
    law: nationalLaw,
    clock: options.clock ?? systemClock,
    ids: { next: () => randomUUIDv7() },
    keys: options.keys ?? passingKeyRing(),
    constraints: new Map(slices.flatMap((slice) => Object.entries(slice.constraints ?? {}))),
    wake: options.wake ?? (() => {}),
  }
}

/** The web server with every slice. */
export function makeServer(
  runtime: Runtime,
  logger: Logger,
  options: {
    readonly secureCookies?: boolean
    readonly trustProxy?: boolean
    readonly requestsPerMinute?: number
    readonly publicUrl?: string | null
  } = {},
): Promise<FastifyInstance> {
  return buildServer({
    runtime,
    slices,
    logger,
    secureCookies: options.secureCookies ?? false,
    trustProxy: options.trustProxy ?? false,
    requestsPerMinute: options.requestsPerMinute ?? 600,
    publicUrl: options.publicUrl ?? null,
    roleLabel: (role) => ROLE_LABELS[role] ?? role,
  })
}
