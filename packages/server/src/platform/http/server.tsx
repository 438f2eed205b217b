import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { Layout, renderPage, type Shell } from '@maillage/ui'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { VNode } from 'preact'
import type { Actor, Hat } from '../command/actor.ts'
import { writeAudit } from '../command/command.ts'
import { type Ctx, databaseContext, type Runtime, todayFor } from '../command/context.ts'
import { read } from '../command/read.ts'
import type { Database } from '../database/database.ts'
import { isUnavailable } from '../database/is-unavailable.ts'
import { ConnectionBusy } from '../database/turnstile.ts'
import { findActor } from '../session/find-actor.ts'
import { csrfOf, newToken, sameProof, sealText, tokenHash, unsealText } from '../session/token.ts'
import { MULTIPART_LIMITS, readUploadForm, type UploadForm } from '../uploads/read-upload-form.ts'
import { NO_UPLOAD } from '../uploads/upload.ts'
import { broughtBack, CARRIED, type CarriedForm, carry } from './carried-form.ts'
import { currentEntry } from './current-entry.ts'
import {
  BusyPage,
  FaultPage,
  ForgedPage,
  NotFoundPage,
  TooLargePage,
  TooManyPage,
  UnavailablePage,
  UnreadablePage,
} from './error-pages.tsx'
import { readFields, readFormBody, storable } from './form-body.ts'
import { matchPage } from './match-page.ts'
import type { Page } from './page.ts'
import type { FormBody, PageRequest, SubmitRequest } from './page-request.ts'
import { recordId } from './record-id.ts'
import { type Notice, type Reply, show } from './reply.ts'
import { serveAssets } from './serve-assets.ts'
import type { Member, Slice } from './slice.ts'
import { ask, submit, typedAgain } from './submit.ts'
import { wordsOf } from './words.ts'

export interface ServerOptions {
  readonly runtime: Runtime
  readonly slices: readonly Slice[]
  readonly logger: Logger
  readonly secureCookies: boolean
  /** Whether one proxy stands before us. The address it saw is believed, those it was told are not: anybody writes that header. */
  readonly trustProxy: boolean
  /** Requests a minute from one address; a bench raises it. */
  readonly requestsPerMinute: number
  /** The address of the platform as people type it; null: the one by which it was asked. */
  readonly publicUrl: string | null
  /** French title of a role, for the header. */
  readonly roleLabel: (role: string) => string
}

/** Over https, a name that browsers accept only from this very host, for the whole site, and never in clear (RFC 6265bis, « __Host- »). */
const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)
const SIGN_IN = '/connexion'
const SPACE_DOOR = '/mon-espace/entrer'
const LEAVE_SPACE = '/mon-espace/quitter'
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

/** Where a hat is worn, and in whose place. */
const placeOf = ({ organisationName, standsInFor }: Hat): string =>
  !standsInFor ? organisationName : `${organisationName}, en remplacement de ${standsInFor}`

/** The address of a page that was only read; never one that a browser would take for another site (`//elsewhere`). */
const addressToRetry = ({ method, url }: FastifyRequest): string | null => (method !== 'GET' ? null : /^\/[^/\\]/.test(url) ? url : '/')

/** What the edge knows of one request before a page is called. */
interface Visit {
  readonly token: string
  readonly actor: Actor | null
  readonly notice: Notice | null
  readonly demonstration: boolean
  /** What reading this page owes once it is made. */
  readonly afterwards: ((ctx: Ctx) => Promise<void>)[]
}

/** The web server: sessions, proofs, limits, error pages around the pages of the slices. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { runtime, slices, logger } = options
  const pages = slices.flatMap((slice) => slice.pages)
  const { ids, keys } = runtime
  const words = wordsOf(slices)
  const SESSION = cookieName('maillage_session', options.secureCookies)
  const NOTICE = cookieName('maillage_notice', options.secureCookies)
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secureCookies } as const
  const purposes = new WeakMap<Database, string>()
  const receiving = new Set<string>()

  const server = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    genReqId: () => ids.next(),
    // A stop waits for the requests that run; only connections doing nothing are closed.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 1000, querystringParser: readFields },
    frameworkErrors: (_error, _request, reply) =>
      void sendProblem(reply as unknown as FastifyReply, 404, 'Page introuvable', <NotFoundPage />),
  })
  await server.register(cookie)
  // Pages read forms and nothing else: no other kind of body reaches them.
  server.removeAllContentTypeParsers()
  await server.register(formbody, { bodyLimit: BODY_LIMIT, parser: readFormBody })
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
  const assets = await serveAssets(server, ASSETS)

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
    // Never changes once it is written, so it is asked once.
    const known = purposes.get(runtime.database)
    const purpose = known ?? (await runtime.database.beforeActor<{ answer: string | null }>('deployment_purpose', []))?.answer
    if (!known && purpose) purposes.set(runtime.database, purpose)
    return purpose === 'demonstration'
  }

  async function visit(request: FastifyRequest): Promise<Visit> {
    const held = request.cookies[SESSION]
    const actor = held ? await findActor(runtime.database, held) : null
    const token = held ?? newToken()
    const sealed = request.cookies[NOTICE]
    const text = held && sealed ? unsealText(held, sealed) : undefined
    return { token, actor, notice: text ? (JSON.parse(text) as Notice) : null, demonstration: await isDemonstration(), afterwards: [] }
  }

  function shellOf(
    { token, actor, notice, demonstration }: Visit,
    path: string,
    { errorCount, breadcrumb }: Pick<Extract<Reply, { kind: 'page' }>, 'errorCount' | 'breadcrumb'>,
  ): Shell {
    const items = slices.flatMap((slice) => (actor?.subject ? (slice.ownNavigation ?? []) : (slice.navigation?.(actor) ?? [])))
    const current = currentEntry(items, path, breadcrumb)
    return {
      assets,
      demonstration,
      leave: actor?.subject ? LEAVE_SPACE : null,
      account: actor
        ? actor.subject
          ? { name: 'Mon espace', hat: null }
          : { name: actor.name, hat: actor.hat ? `${options.roleLabel(actor.hat.role)}, ${placeOf(actor.hat)}` : 'Sans casquette' }
        : null,
      hats: (actor?.hats ?? []).map((hat) => ({
        id: hat.membershipId,
        label: options.roleLabel(hat.role),
        detail: placeOf(hat),
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
          <Layout shell={shellOf(known, path, answer)} title={answer.title} breadcrumb={answer.breadcrumb} wide={answer.wide}>
            {answer.body}
          </Layout>,
        ),
      )
  }

  const problem = (status: number, title: string, body: VNode) => show(title, body, { status }) as Extract<Reply, { kind: 'page' }>

  /** A problem said to somebody about whom nothing may be read: no session is looked at, none is given. */
  function sendProblem(reply: FastifyReply, status: number, title: string, body: VNode): FastifyReply {
    const stranger: Shell = {
      assets,
      leave: null,
      demonstration: false,
      account: 'unread',
      hats: [],
      navigation: [],
      csrf: null,
      notice: null,
      errorCount: 0,
    }
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(
        renderPage(
          <Layout shell={stranger} title={title}>
            {body}
          </Layout>,
        ),
      )
  }

  function send(reply: FastifyReply, known: Visit, path: string, answer: Reply): FastifyReply {
    if (answer.kind === 'page') return sendPage(reply, known, path, answer)
    if (answer.kind === 'not-found') return sendPage(reply, known, path, problem(404, 'Page introuvable', <NotFoundPage />))
    if (answer.kind === 'file') {
      if (answer.name) void reply.header('content-disposition', `attachment; filename="${answer.name.replace(/[^\w.-]/g, '-')}"`)
      const kept = answer.keptSeconds === undefined ? 'no-store' : `public, max-age=${answer.keptSeconds}`
      return reply.header('cache-control', kept).type(answer.type).send(answer.content)
    }
    const token = answer.session && 'open' in answer.session ? answer.session.open : known.token
    if (answer.session && 'close' in answer.session) void reply.clearCookie(SESSION, cookieOptions)
    else void reply.setCookie(SESSION, token, cookieOptions)
    if (answer.notice) void reply.setCookie(NOTICE, sealText(token, JSON.stringify(answer.notice)), { ...cookieOptions, maxAge: 60 })
    return reply.redirect(answer.to, 303)
  }

  function pageRequest(
    request: FastifyRequest,
    known: Visit,
    carried: PageRequest<Actor | null>['carried'] = null,
  ): PageRequest<Actor | null> {
    return {
      actor: known.actor,
      path: request.url.split('?')[0] ?? '/',
      site: options.publicUrl ?? `${request.protocol}://${request.host}`,
      params: Object.fromEntries(Object.entries(request.params as Record<string, string>).map(([name, value]) => [name, storable(value)])),
      query: request.query as Record<string, string | string[]>,
      csrf: csrfOf(known.token),
      formId: ids.next(),
      carried,
      demonstration: known.demonstration,
      read: (work) => read(runtime, known.actor, request.id, work),
      afterwards: (write) => void known.afterwards.push(write),
    }
  }

  /**
   * Somebody signed in followed a link to a record that is not for them, or is nobody's: the same page for both, and a line of the audit with the route
   * and the ids of its address. What is no id is never written: an address may hold anything.
   */
  function noteNotFound(page: Page, { method, params }: FastifyRequest, { actor, afterwards }: Visit): void {
    const asked = Object.entries(params as Record<string, string>).flatMap(([name, value]) =>
      recordId(value) ? [[name, value] as const] : [],
    )
    if (!actor || asked.length === 0) return
    const subjects = Object.fromEntries(asked)
    afterwards.push((ctx) => writeAudit(ctx, `${method} ${page.path}`, 'refused', ['platform/not-found'], subjects, []))
  }

  async function writeAfterwards({ actor, afterwards }: Visit, requestId: string): Promise<void> {
    if (!actor || afterwards.length === 0) return
    const today = todayFor(runtime, actor)
    await runtime.database.transaction({ role: 'maillage_app', context: databaseContext(actor, today, requestId) }, async (tx) => {
      for (const write of afterwards) await write({ tx, actor, law: runtime.law, today, now: runtime.clock.now(), ids, keys, requestId })
    })
  }

  /** The door: whoever may not pass is sent to sign in, or shown that there is nothing here. */
  function refusal(page: Page, { actor }: Visit, path: string): Reply | null {
    if (page.access === 'public') return null
    if (page.access === 'self') return actor?.subject ? null : actor ? { kind: 'not-found' } : { kind: 'redirect', to: SPACE_DOOR }
    if (!actor) return { kind: 'redirect', to: `${SIGN_IN}?suite=${encodeURIComponent(path)}` }
    if (actor.subject) return { kind: 'not-found' }
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

  async function answerPost(page: Page, request: FastifyRequest, known: Visit, { form, upload }: UploadForm): Promise<Reply> {
    const given = String(form['request_id'] ?? '')
    const requestId = REQUEST_ID.test(given) ? given : request.id
    const sealed = form[CARRIED]
    const submitted: SubmitRequest<Actor | null> = {
      ...pageRequest(request, known, typeof sealed === 'string' ? { sealed } : null),
      form,
      upload,
      database: runtime.database,
      endSession: async () => void (await runtime.database.beforeActor('end_session', [tokenHash(known.token)])),
      callerKey: createHash('sha256').update(request.ip).digest('hex'),
      submit: (command, submission) => {
        if (!known.actor) throw new Error('A command needs an actor')
        return submit({ runtime, actor: known.actor, form, requestId, words }, command, submission)
      },
      ask: (command, input, errors) => {
        if (!known.actor) throw new Error('A command needs an actor')
        return ask({ runtime, actor: known.actor, form, words }, command, input, errors)
      },
    }
    return (await page.post?.(submitted)) ?? { kind: 'not-found' }
  }

  /** The session ended while a form was filled: the sign-in page, carrying what was typed. A button without a page of its own has nothing to give back. */
  async function askToSignIn(page: Page, request: FastifyRequest, known: Visit, form: FormBody): Promise<Reply> {
    // What a person typed in their own space is not carried: the next one to open theirs may have borrowed the same telephone.
    if (page.access === 'self') return { kind: 'redirect', to: SPACE_DOOR }
    const door = matchPage(pages, SIGN_IN)?.page
    const url = page.get ? request.url : '/'
    if (!door?.get || !page.get) return { kind: 'redirect', to: `${SIGN_IN}?suite=${encodeURIComponent(url)}` }
    const sealed = carry(keys, { url, fields: form })
    const base = pageRequest(request, known, sealed === null ? 'too-long' : { sealed })
    const answer = await door.get({ ...base, path: SIGN_IN, params: {}, query: { suite: url } })
    return answer.kind === 'page' ? { ...answer, status: 401 } : answer
  }

  /** The form as it was typed before the session expired. Nothing is executed: no command, no door to the database but reading. */
  async function shownAgain(request: FastifyRequest, known: Visit, { url, fields }: CarriedForm): Promise<Reply | undefined> {
    const [path = '/', query = ''] = url.split('?')
    const found = matchPage(pages, path)
    if (!found?.page.post || found.page.access === 'public' || refusal(found.page, known, url)) return undefined
    const answer = await found.page.post({
      ...pageRequest(request, known),
      path,
      params: found.params,
      query: readFields(query),
      form: fields,
      // The file was not kept: it is chosen again.
      upload: NO_UPLOAD,
      callerKey: '',
      get database(): Database {
        throw new Error('A form shown again executes nothing')
      },
      endSession: () => Promise.resolve(),
      submit: () => Promise.resolve(typedAgain(fields, [])),
      ask: () => Promise.resolve(typedAgain(fields, [])),
    })
    if (answer.kind !== 'page') return undefined
    await writeAfterwards(known, request.id)
    return answer
  }

  /** Signed in: the session before, if there was one, is over; what was typed before it expired is shown again. */
  async function afterSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    known: Visit,
    token: string,
    form: FormBody,
  ): Promise<FastifyReply | undefined> {
    await runtime.database.beforeActor('end_session', [tokenHash(known.token)])
    const carried = broughtBack(keys, form)
    if (!carried) return undefined
    const notice: Notice = { kind: 'information', title: 'Votre session avait expiré : relisez puis envoyez de nouveau.' }
    const visitNow: Visit = { ...known, token, actor: await findActor(runtime.database, token), notice, afterwards: [] }
    const answer = await shownAgain(request, visitNow, carried).catch((error: unknown) =>
      logger.error({ request: request.id, err: error }, 'carried form'),
    )
    return answer ? send(reply, visitNow, carried.url.split('?')[0] ?? '/', answer) : undefined
  }

  /** The form of a request, with its file when it has one: read only for whoever may send it, one at a time for a browser. */
  async function receive(page: Page, request: FastifyRequest, known: Visit): Promise<UploadForm> {
    if (!page.takesFile || !request.isMultipart()) return { form: (request.body ?? {}) as UploadForm['form'], upload: NO_UPLOAD }
    if (receiving.has(known.token)) throw Object.assign(new Error('This browser is already sending a file'), { statusCode: 429 })
    receiving.add(known.token)
    try {
      const maySend = known.actor !== null && refusal(page, known, request.url) === null
      return await readUploadForm(request, (form) => maySend && !isForged(request, form))
    } finally {
      receiving.delete(known.token)
    }
  }

  function servePost(on: FastifyInstance, page: Page): void {
    on.post(page.path, async (request, reply) => {
      const known = await visit(request)
      const path = request.url.split('?')[0] ?? '/'
      const received = await receive(page, request, known)
      const { form } = received
      if (isForged(request, form)) return sendPage(reply, known, path, problem(403, 'Formulaire périmé', <ForgedPage />))
      if (page.access !== 'public' && !known.actor) return send(reply, known, path, await askToSignIn(page, request, known, form))
      const answer = refusal(page, known, path) ?? (await answerPost(page, request, known, received))
      if (answer.kind === 'not-found') noteNotFound(page, request, known)
      await writeAfterwards(known, request.id)
      if (answer.kind === 'redirect' && answer.session && 'open' in answer.session) {
        const again = await afterSignIn(request, reply, known, answer.session.open, form)
        if (again) return again
      }
      return send(reply, known, path, answer)
    })
  }

  for (const page of pages) {
    if (page.get) {
      server.get(page.path, async (request, reply) => {
        const known = await visit(request)
        const base = pageRequest(request, known)
        const answer = refusal(page, known, request.url) ?? (await page.get?.(base)) ?? { kind: 'not-found' as const }
        if (answer.kind === 'not-found') noteNotFound(page, request, known)
        await writeAfterwards(known, request.id)
        return send(reply, known, base.path, answer)
      })
    }
    if (page.post && !page.takesFile) servePost(server, page)
  }

  server.get('/health', () => ({ status: 'ok' }))
  server.get('/ready', async (_request, reply) => {
    const ready = await runtime.database.answers().catch(() => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unavailable' })
  })

  server.setNotFoundHandler(async (request, reply) => {
    const known = await visit(request).catch(() => null)
    if (!known) return sendProblem(reply, 404, 'Page introuvable', <NotFoundPage />)
    return sendPage(reply, known, request.url, problem(404, 'Page introuvable', <NotFoundPage />))
  })
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const away = isUnavailable(error)
    const status = away || error instanceof ConnectionBusy ? 503 : (error.statusCode ?? 500)
    if (status >= 500) logger.error({ request: request.id, route: request.routeOptions.url, err: error }, 'fault')
    const retry = addressToRetry(request)
    if (status === 413) return sendProblem(reply, 413, 'Envoi trop volumineux', <TooLargePage />)
    if (status === 429) return sendProblem(reply, 429, 'Trop de demandes', <TooManyPage retry={retry} />)
    if (away) return sendProblem(reply, 503, 'La base de données ne répond pas', <UnavailablePage retry={retry} />)
    if (status === 503) return sendProblem(reply, 503, 'Plateforme très sollicitée', <BusyPage retry={retry} />)
    if (status >= 400 && status < 500) return sendProblem(reply, status, 'Demande illisible', <UnreadablePage />)
    return sendProblem(reply, 500, 'Une erreur est survenue', <FaultPage requestId={request.id} />)
  })
  // Only there is a file understood: elsewhere a form with one is refused before it is read.
  await server.register(async (withFiles) => {
    await withFiles.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false })
    for (const page of pages) if (page.post && page.takesFile) servePost(withFiles, page)
  })
  return server
}
