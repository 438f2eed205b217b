import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { browser } from './chromium.ts'
import { siteAddress } from './site.ts'

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
  readonly phone?: boolean
}

function walk(sentence: string, { javaScript, phone = false }: Manner, body: (walker: Walker) => Promise<void>): void {
  test(`${sentence}${javaScript ? '' : ', without JavaScript'}${phone ? ', on a phone' : ''}`, { timeout: 240_000 }, async () => {
    const address = await siteAddress()
    const context = await (await browser()).newContext({
      javaScriptEnabled: javaScript,
      viewport: phone ? PHONE : DESKTOP,
      locale: 'fr-FR',
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      // A form sent back with its errors is a 422, which the browser reports as a failed load.
      if (message.type() === 'error' && !message.text().includes('status of 422')) complaints.push(message.text())
    })
    const look = async () => {
      // axe needs scripts of its own; a page without them has the same HTML, checked by the journey with them.
      if (!javaScript) return
      const { violations } = await new AxeBuilder({ page }).analyze()
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        [],
        `axe at ${page.url()}`,
      )
    }
    const enterAs = async (title: string | RegExp) => {
      await page.goto(`${address}/demonstration`)
      await look()
      const persona = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
      await persona.getByRole('button').click()
    }
    try {
      await body({ page, address, javaScript, look, enterAs })
      assert.deepEqual(complaints, [], 'the browser complained of nothing')
    } finally {
      await context.close()
    }
  })
}

/**
 * A road walked by a person in a real browser, with and without JavaScript.
 * @example journey('a director adds a worksite', async ({ page, enterAs, look }) => { … })
 */
export function journey(sentence: string, body: (walker: Walker) => Promise<void>, options: { readonly phone?: boolean } = {}): void {
  walk(sentence, { javaScript: true, ...options }, body)
  walk(sentence, { javaScript: false, ...options }, body)
}
