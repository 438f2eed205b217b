import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { Layout, renderPage, type Shell } from '@maillage/ui'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { VNode } from 'preact'
import type { Actor } from '../command/actor.ts'
import type { Runtime } from '../command/context.ts'
import { read } from '../command/read.ts'
import { ConnectionBusy } from '../database/turnstile.ts'
import { findActor } from '../session/find-actor.ts'
import { csrfOf, newToken, sameProof, sealText, tokenHash, unsealText } from '../session/token.ts'
import { BusyPage, FaultPage, ForgedPage, NotFoundPage, TooLargePage, TooManyPage } from './error-pages.tsx'
import type { Page } from './page.ts'
import type { FormBody, PageRequest, SubmitRequest } from './page-request.ts'
import { type Notice, type Reply, show } from './reply.ts'
import type { Member, Slice } from './slice.ts'
import { submit } from './submit.ts'
import { wordsOf } from './words.ts'

export interface ServerOptions {
  readonly runtime: Runtime
  readonly slices: readonly Slice[]
  readonly logger: Logger
  readonly secureCookies: boolean
  readonly trustProxy: boolean
  /** Requests a minute from one address; a bench raises it. */
  readonly requestsPerMinute: number
  /** French title of a role, for the header. */
  readonly roleLabel: (role: string) => string
}

const SESSION = 'maillage_session'
const NOTICE = 'maillage_notice'
const BODY_LIMIT = 1_048_576
const ASSETS = fileURLToPath(new URL('../../../../../dist/assets', import.meta.url))
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}

/** What the edge knows of one request before a page is called. */
interface Visit {
  readonly token: string
  readonly actor: Actor | null
  readonly notice: Notice | null
  readonly demonstration: boolean
}

/** The web server: sessions, proofs, limits, error pages around the pages of the slices. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { runtime, slices, logger } = options
  const { database, ids } = runtime
  const words = wordsOf(slices)
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secureCookies } as const
  let purpose: string | null = null

  const server = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    genReqId: () => ids.next(),
    forceCloseConnections: true,
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: BODY_LIMIT })
  await server.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: options.secureCookies,
    crossOriginEmbedderPolicy: false,
  })
  await server.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/assets/'),
  })
  await server.register(fastifyStatic, { root: ASSETS, prefix: '/assets/', maxAge: '1h', decorateReply: false })

  server.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route and nothing of its parameters: an address may hold an id or what somebody searched.
    logger.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
    done()
  })

  const isDemonstration = async () => {
    purpose ??= (await database.beforeActor<{ answer: string | null }>('deployment_purpose', []))?.answer ?? null
    return purpose === 'demonstration'
  }

  async function visit(request: FastifyRequest): Promise<Visit> {
    const held = request.cookies[SESSION]
    const actor = held ? await findActor(database, held) : null
    const token = held ?? newToken()
    const sealed = request.cookies[NOTICE]
    const text = held && sealed ? unsealText(held, sealed) : undefined
    return { token, actor, notice: text ? (JSON.parse(text) as Notice) : null, demonstration: await isDemonstration() }
  }

  function shellOf({ token, actor, notice, demonstration }: Visit, path: string, errorCount: number): Shell {
    const items = slices.flatMap((slice) => slice.navigation?.(actor) ?? [])
    const current = items
      .filter(({ href }) => path === href || path.startsWith(`${href}/`))
      .sort((a, b) => b.href.length - a.href.length)[0]
    return {
      demonstration,
      account: actor
        ? { name: actor.name, hat: actor.hat ? `${options.roleLabel(actor.hat.role)}, ${actor.hat.organisationName}` : 'Sans casquette' }
        : null,
      hats: (actor?.hats ?? []).map((hat) => ({
        id: hat.membershipId,
        label: options.roleLabel(hat.role),
        detail: hat.organisationName,
        current: hat.membershipId === actor?.hat?.membershipId,
      })),
      navigation: items.map((item) => ({ ...item, current: item === current })),
      csrf: csrfOf(token),
      notice,
      errorCount,
    }
  }

  function sendPage(reply: FastifyReply, known: Visit, path: string, answer: Extract<Reply, { kind: 'page' }>): FastifyReply {
    if (known.notice) void reply.clearCookie(NOTICE, cookieOptions)
    void reply.setCookie(SESSION, known.token, cookieOptions)
    return reply
      .code(answer.status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(
        renderPage(
          <Layout shell={shellOf(known, path, answer.errorCount)} title={answer.title} breadcrumb={answer.breadcrumb} wide={answer.wide}>
            {answer.body}
          </Layout>,
        ),
      )
  }

  const problem = (status: number, title: string, body: VNode) => show(title, body, { status }) as Extract<Reply, { kind: 'page' }>

  function send(reply: FastifyReply, known: Visit, path: string, answer: Reply): FastifyReply {
    if (answer.kind === 'page') return sendPage(reply, known, path, answer)
    if (answer.kind === 'not-found') return sendPage(reply, known, path, problem(404, 'Page introuvable', <NotFoundPage />))
    if (answer.kind === 'file') {
      if (answer.name) void reply.header('content-disposition', `attachment; filename="${answer.name.replace(/[^\w.-]/g, '-')}"`)
      return reply.header('cache-control', 'no-store').type(answer.type).send(answer.content)
    }
    const token = answer.session && 'open' in answer.session ? answer.session.open : known.token
    if (answer.session && 'close' in answer.session) void reply.clearCookie(SESSION, cookieOptions)
    else void reply.setCookie(SESSION, token, cookieOptions)
    if (answer.notice) void reply.setCookie(NOTICE, sealText(token, JSON.stringify(answer.notice)), { ...cookieOptions, maxAge: 60 })
    return reply.redirect(answer.to, 303)
  }

  function pageRequest(request: FastifyRequest, known: Visit): PageRequest<Actor | null> {
    return {
      actor: known.actor,
      path: request.url.split('?')[0] ?? '/',
      params: request.params as Record<string, string>,
      query: request.query as Record<string, string | string[]>,
      csrf: csrfOf(known.token),
      formId: ids.next(),
      demonstration: known.demonstration,
      read: (work) => read(runtime, known.actor, request.id, work),
    }
  }

  /** The door: whoever may not pass is sent to sign in, or shown that there is nothing here. */
  function refusal(page: Page, { actor }: Visit, path: string): Reply | null {
    if (page.access === 'public') return null
    if (!actor) return { kind: 'redirect', to: `/connexion?suite=${encodeURIComponent(path)}` }
    if (page.access === 'account') return null
    return actor.hat && page.allowed(actor as Member) ? null : { kind: 'not-found' }
  }

  /** A form is ours when the browser says it comes from this site and it carries the proof of this browser. */
  function isForged(request: FastifyRequest, form: FormBody): boolean {
    const held = request.cookies[SESSION]
    const origin = request.headers.origin
    const foreign = origin !== undefined && URL.parse(origin)?.host !== request.host
    const site = request.headers['sec-fetch-site']
    return foreign || (site !== undefined && site !== 'same-origin' && site !== 'none') || !held || !sameProof(form['_csrf'], csrfOf(held))
  }

  async function answerPost(page: Page, request: FastifyRequest, known: Visit, form: FormBody): Promise<Reply> {
    const given = String(form['request_id'] ?? '')
    const requestId = REQUEST_ID.test(given) ? given : request.id
    const base = pageRequest(request, known)
    const submitted: SubmitRequest<Actor | null> = {
      ...base,
      form,
      database,
      endSession: async () => void (await database.beforeActor('end_session', [tokenHash(known.token)])),
      callerKey: createHash('sha256').update(request.ip).digest('hex'),
      submit: (command, submission) => {
        if (!known.actor) throw new Error('A command needs an actor')
        return submit({ runtime, actor: known.actor, form, requestId, words }, command, submission)
      },
    }
    return (await page.post?.(submitted)) ?? { kind: 'not-found' }
  }

  for (const page of slices.flatMap((slice) => slice.pages)) {
    if (page.get) {
      server.get(page.path, async (request, reply) => {
        const known = await visit(request)
        const base = pageRequest(request, known)
        return send(reply, known, base.path, refusal(page, known, request.url) ?? (await page.get?.(base)) ?? { kind: 'not-found' })
      })
    }
    if (page.post) {
      server.post(page.path, async (request, reply) => {
        const known = await visit(request)
        const path = request.url.split('?')[0] ?? '/'
        const form = (request.body ?? {}) as FormBody
        if (isForged(request, form)) return sendPage(reply, known, path, problem(403, 'Formulaire périmé', <ForgedPage />))
        return send(reply, known, path, refusal(page, known, path) ?? (await answerPost(page, request, known, form)))
      })
    }
  }

  server.get('/health', () => ({ status: 'ok' }))
  server.get('/ready', async (_request, reply) => {
    const ready = await database.answers().catch(() => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unavailable' })
  })

  server.setNotFoundHandler(async (request, reply) => {
    const known = await visit(request).catch(() => visitor)
    return sendPage(reply, known, request.url, problem(404, 'Page introuvable', <NotFoundPage />))
  })
  const visitor: Visit = { token: newToken(), actor: null, notice: null, demonstration: false }
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error instanceof ConnectionBusy ? 503 : (error.statusCode ?? 500)
    const known = { ...visitor, token: request.cookies?.[SESSION] ?? visitor.token }
    if (status >= 500) logger.error({ request: request.id, route: request.routeOptions.url, err: error }, 'fault')
    if (status === 413) return sendPage(reply, known, '/', problem(413, 'Envoi trop volumineux', <TooLargePage />))
    if (status === 429) return sendPage(reply, known, '/', problem(429, 'Trop de demandes', <TooManyPage />))
    if (status === 503) return sendPage(reply, known, '/', problem(503, 'Plateforme très sollicitée', <BusyPage />))
    if (status >= 400 && status < 500) return sendPage(reply, known, '/', problem(400, 'Page introuvable', <NotFoundPage />))
    return sendPage(reply, known, '/', problem(500, 'Une erreur est survenue', <FaultPage requestId={request.id} />))
  })
  return server
}
