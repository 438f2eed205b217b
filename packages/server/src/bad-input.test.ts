import assert from 'node:assert/strict'
import { aPersona } from './modules/accounts/fixtures.ts'
import { aMember, anOrganisation } from './modules/organisations/fixtures.ts'
import type { Role } from './modules/organisations/model.ts'
import { openSpace } from './modules/privacy/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { everyRoute, type Route, type SliceRoutes } from './platform/testing/every-route.ts'
import { type FormControl, formsTo } from './platform/testing/form-controls.ts'
import type { Meeting, RouteExpectation, Scene } from './platform/testing/route-expectation.ts'
import { type Answer, openBrowser, type TestBrowser, type TypedFields } from './platform/testing/test-browser.ts'

/*
 * Every form of every slice, filled in wrong. The controls are read in the page as it is shown, so that a new form joins this test by having a line
 * in `modules/<slice>/route-expectations.ts`. Whatever is sent: a page in French, never a fault; each error linked to a control that exists; what was
 * typed still there; and no row changed in any table but the traces of the attempt.
 */
const UNKNOWN = '00000000-0000-7000-8000-000000000000'
const PROOFS = new Set(['_csrf', 'request_id', '_carried'])
/** Where an attempt leaves its trace: they say that it was refused, or who looked. */
const TRACES = new Set(['audit', 'request_outcome', 'access_log', 'session', 'rate', 'persona'])
/** Words of the schema library that nobody translated, or of a value that nobody expected. */
const NOT_FRENCH = /\b(Invalid|expected|Required|Too (big|small|long|short)|undefined|NaN|Unrecognized|string|uuid)\b|\[object/

type Fill = (control: FormControl, rank: number) => string | readonly string[] | undefined
interface Case {
  readonly what: string
  readonly fill: Fill
  /** Whether no form with these controls could accept it. The others may be right by chance: what they did is undone, and only faults count. */
  readonly wrong?: (controls: readonly FormControl[]) => boolean
  /** What a page had hidden is changed too: nobody does it by mistake, so that what was typed beside it may be lost. */
  readonly forged?: boolean
}

const dateBox = /-(day|month|year)$/
const hasText = (controls: readonly FormControl[]) => controls.some(({ kind, name }) => kind === 'text' && !dateBox.test(name))
const hasDate = (controls: readonly FormControl[]) => controls.some(({ kind, name }) => kind === 'text' && dateBox.test(name))

/** The same three boxes for every date of a form; the others get a text that can be found again. */
const dated =
  (boxes: (rank: number) => Readonly<Record<string, string>>): Fill =>
  ({ name, kind, value }, rank) =>
    kind === 'text' ? (boxes(rank)[dateBox.exec(name)?.[1] ?? ''] ?? `Tapé « ${rank} »`) : value || undefined
const typed =
  (text: (control: FormControl, rank: number) => string): Fill =>
  (control, rank) =>
    control.kind === 'text' ? text(control, rank) : control.value || undefined

const CASES: readonly Case[] = [
  { what: 'nothing at all', fill: () => undefined, wrong: () => true },
  { what: 'what the page had hidden, and fields of no form', fill: ({ kind, value }) => (kind === 'hidden' ? value : undefined) },
  { what: 'words everywhere', fill: typed((_, rank) => `Tapé « ${rank} » <b>&`), wrong: hasDate },
  {
    what: 'every control sent twice',
    fill: ({ kind, value }, rank) => (kind === 'hidden' ? [value, value] : [`Tapé ${rank}`, `encore ${rank}`]),
  },
  {
    what: '10,000 characters in every box',
    // Without a place searched: who searches one is shown the places found, and nothing else is read.
    fill: typed(({ name }) => (name.endsWith('-text') ? '' : (dateBox.test(name) ? '9' : 'é').repeat(10_000))),
    wrong: (controls) => hasText(controls) || hasDate(controls),
  },
  {
    what: 'choices that are not offered',
    fill: ({ kind, value }) => (kind === 'choice' || kind === 'button' ? 'inconnu' : kind === 'hidden' ? value : 'x'),
  },
  { what: 'ids of nothing', fill: ({ kind }) => (kind === 'text' ? 'x' : UNKNOWN), forged: true },
  { what: '31 February', fill: dated(() => ({ day: '31', month: '2', year: '2026' })), wrong: hasDate },
  { what: 'dates beyond any calendar', fill: dated(() => ({ day: '1', month: '1', year: '99999' })), wrong: hasDate },
  { what: 'dates in words', fill: dated(() => ({ day: 'un', month: 'janvier', year: 'l’an prochain' })), wrong: hasDate },
  { what: 'periods that end before they begin', fill: dated((rank) => ({ day: '1', month: '6', year: String(2026 - rank) })) },
  {
    what: 'a page read too long ago',
    fill: ({ name, value }) => (name === 'version' ? '999' : value || undefined),
    wrong: (controls) => controls.some(({ name }) => name === 'version'),
  },
  { what: '800 hours', fill: typed(({ name }) => (dateBox.test(name) ? '' : '800')) },
  { what: 'numbers that are none', fill: typed((_, rank) => ['-1', '1e999', 'NaN', '0x10', '٣', '1,2,3'][rank % 6] ?? ''), wrong: hasDate },
]
const NOISE: TypedFields = { champ_inconnu: 'x', constructor: 'y', __proto__x: 'z', 'a[b][c]': ['1', '2'], 'rows-99-paid': '1' }

interface Stage {
  readonly world: World
  readonly browser: TestBrowser
  readonly accountId: string
  readonly scene: Scene
  /** In the space of the person of the scene, for its pages. */
  readonly space?: TestBrowser | undefined
}

async function setStage(world: World, { expectations }: SliceRoutes, role: Role): Promise<Stage> {
  await world.look("insert into deployment (purpose) values ('demonstration')")
  const { scene, accountId } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const own = await aMember(tx, organisation, role)
    const scene = (await expectations.scene?.({ tx, organisation, own })) ?? {}
    // Who comes back after the session expired does so as a persona: no password to check.
    await aPersona(tx, own.accountId)
    return { scene, accountId: own.accountId }
  })
  return { world, scene, accountId, browser: await openBrowser(world, accountId) }
}

/** How many rows each table holds and what they say, in one line a table. */
async function everyRow(world: World): Promise<Readonly<Record<string, unknown>>> {
  const tables = await world.look("select relname as name from pg_class where relnamespace = 'maillage'::regnamespace and relkind = 'r'")
  const names = tables.map(({ name }) => String(name)).filter((name) => !TRACES.has(name))
  const each = names.map(
    (name) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as rows from "${name}" as t`,
  )
  return Object.fromEntries((await world.look(each.join(' union all '))).map(({ name, rows }) => [String(name), rows]))
}

/** The controls of the form that posts to an address, on its page and as it comes back. */
async function controlsOf({ browser }: Stage, { page }: Route, address: string, base: TypedFields): Promise<readonly FormControl[]> {
  const shown = page.get ? (await browser.get(address)).body : ''
  const again = (await browser.post(address, base)).body
  const found = new Map<string, FormControl>()
  for (const control of [...formsTo(shown, address), ...formsTo(again, address)].flat())
    if (!found.has(control.name)) found.set(control.name, control)
  return [...found.values()]
}

/** The boxes whose text did not come back as it was typed. */
function lost({ body }: Answer, address: string, controls: readonly FormControl[], sent: TypedFields): readonly string[] {
  const kept = new Map(
    formsTo(body, address)
      .flat()
      .map(({ name, value }) => [name, value.trim()]),
  )
  return controls.flatMap(({ name, kind }) => {
    const value = sent[name]
    return kind !== 'text' || typeof value !== 'string' || kept.get(name) === value.trim() ? [] : [`what was typed in ${name} is lost`]
  })
}

/** What is wrong with an answer to a form that nobody could accept. */
function faultsOf({ status, body, text }: Answer, controls: readonly FormControl[], sent: TypedFields): readonly string[] {
  if (status === 404) return /Page introuvable/.test(text) ? [] : ['a 404 that says nothing']
  if (status !== 422 && status !== 200) return [`a ${status}`]
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(body)?.[0] ?? ''
  const sentences = [...summary.matchAll(/<li>(?:<a href="#([^"]*)">)?([^<]*)/g)].map(([, to, sentence = '']) => ({ to, sentence }))
  if (sentences.length === 0 && status === 422) return ['no error summary']
  // One sentence a date is enough; at the door, none says which of the two secrets is wrong; a proof is read when its criterion is ticked;
  // lines pasted in place of a file may be long, and what goes with them is judged once they are read.
  const stem = (name = '') => name.replace(dateBox, '')
  const linked = new Set(sentences.map(({ to }) => stem(to)))
  const pastes = controls.some(({ kind }) => kind === 'file') && controls.some(({ name }) => name === 'pasted')
  const mustBeSaid = ({ name, kind }: FormControl) =>
    kind === 'text' &&
    (sent[name]?.length ?? 0) >= 2000 &&
    !/^(proof|months)-/.test(name) &&
    !pastes &&
    !controls.some((each) => each.kind === 'secret')
  return [
    ...sentences.flatMap(({ to, sentence }) => [
      ...(sentence.length < 12 || NOT_FRENCH.test(sentence) ? [`« ${sentence} » is no French sentence`] : []),
      ...(to !== undefined && !body.includes(` id="${to}"`) ? [`« ${sentence} » leads to #${to}, which is not on the page`] : []),
    ]),
    ...controls
      .filter((control) => mustBeSaid(control) && !linked.has(stem(control.name)))
      .map(({ name }) => `nothing is said of ${name}, far too long`),
  ]
}

/** The session ends while the form is filled: after signing in it is there as typed, and nothing was done. */
async function afterExpiry({ world, accountId }: Stage, address: string, controls: readonly FormControl[], sent: TypedFields) {
  const browser = await openBrowser(world, accountId)
  await world.look("update session set expires_at = now() - interval '1 second'")
  const door = await browser.post(address, sent)
  const carried = /name="_carried" value="([^"]*)"/.exec(door.body)?.[1]
  if (door.status !== 401 || carried === undefined) return [`the session expired: a ${door.status}, which keeps nothing`]
  const again = await browser.post('/demonstration', { account: accountId, _carried: carried })
  return again.status === 200 || again.status === 422
    ? lost(again, address, controls, sent)
    : [`signed in again: a ${again.status} instead of the form`]
}

/** The address of a route in a scene, and what every post to it carries. */
function aimedAt({ scene }: Stage, { page }: Route, expected: RouteExpectation) {
  const address = page.path.replace(/:(\w+)/g, (_, parameter: string) => scene[expected.with?.[parameter] ?? ''] ?? UNKNOWN)
  return { address, base: expected.form?.(scene) ?? {} }
}

const fillIn = (controls: readonly FormControl[], fill: Fill): TypedFields =>
  Object.fromEntries(
    controls.flatMap((control, rank) => {
      const value = fill(control, rank)
      return value === undefined ? [] : [[control.name, value] as const]
    }),
  )

/** Somebody else of the scene, when the form is not for the one who owns it. */
async function asWhoFillsIn(stage: Stage, { filledBy, person }: RouteExpectation): Promise<Stage> {
  if (person && stage.space) return { ...stage, browser: stage.space }
  const accountId = filledBy && stage.scene[filledBy]
  if (!accountId) return stage
  await stage.world.load((tx) => aPersona(tx, accountId, 'Un conseiller', 2))
  return { ...stage, accountId, browser: await openBrowser(stage.world, accountId) }
}

async function fillInWrong(scenery: Stage, route: Route, expected: RouteExpectation): Promise<readonly string[]> {
  const stage = await asWhoFillsIn(scenery, expected)
  const { world, browser } = stage
  const { address, base } = aimedAt(stage, route, expected)
  await world.look('savepoint before_the_form')
  const every = await controlsOf(stage, route, address, base)
  await world.look('rollback to savepoint before_the_form')
  const controls = every.filter(({ name }) => !PROOFS.has(name) && !(name in base))
  const found: string[] = []
  // A button has no page of its own: what it sends stands on another one.
  if (route.page.get && every.length === 0) found.push('no form of this page posts there')
  if (
    route.page.get &&
    route.page.access !== 'public' &&
    expected.sentTwice === undefined &&
    !every.some(({ name }) => name === 'request_id')
  )
    found.push('sent twice, it would be done twice')
  const done = new Set<string>()
  // A sheet of a month has a box for each day: all of them full would be more than any form may send.
  const longest = controls.filter(({ kind }) => kind === 'text').length > 10 ? 2000 : 10_000
  const shortened = (value: string | readonly string[]) => (typeof value === 'string' ? value.slice(0, longest) : value)
  for (const { what, fill, wrong, forged } of CASES) {
    const filled = Object.fromEntries(Object.entries(fillIn(controls, fill)).map(([name, value]) => [name, shortened(value)] as const))
    const sent: TypedFields = { ...NOISE, ...base, ...filled }
    // Several cases are the same for a form of few controls.
    const same = JSON.stringify(sent)
    if (done.has(same)) continue
    done.add(same)
    await world.look('savepoint before_the_form')
    const answer = await browser.post(address, sent)
    if (answer.status === 303) {
      await world.look('rollback to savepoint before_the_form')
      if ((expected.person ?? expected.own) === 'next-page' || !wrong?.(controls)) continue
    }
    await world.look('release savepoint before_the_form')
    found.push(...faultsOf(answer, controls, sent).map((fault) => `${what}: ${fault}`))
    if (!forged && answer.status !== 404) found.push(...lost(answer, address, controls, sent).map((fault) => `${what}: ${fault}`))
  }
  const words = CASES.find(({ what }) => what === 'words everywhere')
  // What is typed in one's own space is not carried past its end: the next reader may have borrowed the telephone.
  if (words && route.page.get && route.page.access !== 'public' && route.page.access !== 'self') {
    await world.look('savepoint before_the_form')
    const sent = { ...base, ...fillIn(controls, words.fill) }
    for (const fault of await afterExpiry(stage, address, controls, sent)) found.push(fault)
    await world.look('rollback to savepoint before_the_form')
  }
  return found.map((fault) => `${route.name}, ${fault}`)
}

const MET = new Set<Meeting>(['form-again', 'next-page'])
for (const slice of await everyRoute()) {
  const posts = slice.routes.flatMap((route) => {
    const expected = slice.expectations.routes[route.name]
    return route.method === 'POST' && expected && (expected.filledBy || MET.has(expected.person ?? expected.own))
      ? [{ route, expected, role: (expected.role ?? 'director') as Role }]
      : []
  })
  for (const role of new Set(posts.map((each) => each.role)))
    databaseTest(
      `${slice.slice}: forms filled in wrong by a ${role} are answered in French, with what was typed, and change nothing`,
      async (world) => {
        const staged = await setStage(world, slice, role)
        const { person } = staged.scene
        const inSpace = person !== undefined && posts.some(({ expected }) => expected.person !== undefined)
        const stage = { ...staged, space: inSpace ? await openSpace(world, { id: person }) : undefined }
        const before = await everyRow(world)
        const faults: string[] = []
        for (const { route, expected } of posts.filter((each) => each.role === role))
          faults.push(...(await fillInWrong(stage, route, expected)))
        assert.ok(faults.length === 0, `\n${faults.join('\n')}`)
        assert.deepEqual(await everyRow(world), before)
      },
    )
}
