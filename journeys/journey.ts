import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { browser, closeBrowser } from './chromium.ts'
import { openSite } from './site.ts'

const DESKTOP = { width: 1280, height: 900 } as const
const PHONE = { width: 390, height: 844 } as const

export interface Walker {
  readonly page: Page
  readonly address: string
  readonly javaScript: boolean
  /** Checks the page shown with axe; every page crossed calls it. */
  look(): Promise<void>
  /** Enters the demonstration as the persona with this title. */
  enterAs(title: string | RegExp): Promise<void>
}

interface Manner {
  readonly javaScript: boolean
  readonly phone: boolean
}

let running: ReturnType<typeof openSite> | undefined
/** The demonstration, started once for every journey of the process. */
function site(): ReturnType<typeof openSite> {
  running ??= openSite()
  return running
}
after(async () => {
  await closeBrowser()
  await (await running)?.stop()
})

/** One entry page for everybody: looked at once in each width. */
const entriesLookedAt = new Set<boolean>()

async function walk({ javaScript, phone }: Manner, body: (walker: Walker) => Promise<void>): Promise<void> {
  const [{ address }, opened] = await Promise.all([site(), browser()])
  const context = await opened.newContext({ javaScriptEnabled: javaScript, viewport: phone ? PHONE : DESKTOP, locale: 'fr-FR' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A form sent back with its errors is a 422, and a page that does not exist for its reader a 404: the browser reports both as failed loads.
    if (message.type() === 'error' && !/status of (422|404)/.test(message.text())) complaints.push(message.text())
  })
  const look = async () => {
    // axe needs scripts of its own; a page without them has the same HTML, checked by the journey with them.
    if (!javaScript) return
    // No page has a frame: axe runs in the page itself, without the second one it would open to be safe from them.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      [],
      `axe at ${page.url()}`,
    )
    const width = await page.evaluate('document.documentElement.scrollWidth')
    assert.ok(Number(width) <= (phone ? PHONE : DESKTOP).width, `${page.url()} is ${String(width)} pixels wide`)
  }
  const enterAs = async (title: string | RegExp) => {
    await page.goto(`${address}/demonstration`)
    if (!entriesLookedAt.has(phone)) await look()
    if (javaScript) entriesLookedAt.add(phone)
    const persona = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
    await persona.getByRole('button').click()
  }
  try {
    await body({ page, address, javaScript, look, enterAs })
    assert.deepEqual(complaints, [], 'the browser complained of nothing')
  } finally {
    await context.close()
  }
}

/** Walked at the same time: a page being drawn leaves the server idle, and the other way round. */
const AT_ONCE = 2
const waiting: (() => void)[] = []
let walking = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (walking >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else walking++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else walking--
  }
}

/**
 * A road walked by a person in a real browser, with JavaScript, then without. Journeys are walked side by side on one demonstration:
 * each brings its own people, or changes what no other reads.
 * @example journey('a director adds a worksite', async ({ page, enterAs, look }) => { … })
 */
export function journey(
  sentence: string,
  body: (walker: Walker) => Promise<void>,
  { phone = false }: { readonly phone?: boolean } = {},
): void {
  let before: Promise<unknown> = Promise.resolve()
  for (const javaScript of [true, false]) {
    const walked = before.then(() => inTurn(() => walk({ javaScript, phone }, body)))
    // Its test, which may come later, says what went wrong.
    before = walked.catch(() => {})
    test(`${sentence}${javaScript ? '' : ', without JavaScript'}${phone ? ', on a phone' : ''}`, { timeout: 600_000 }, () => walked)
  }
}
