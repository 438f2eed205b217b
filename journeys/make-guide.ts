// `npm run guide`: walks the demonstration of one fixed day and makes the pictures of docs/guide, always the same.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { palettePng } from '../tools/palette-png.ts'
import { browser, closeBrowser } from './chromium.ts'
import { CHAPTERS, type Guide } from './guide-chapters.ts'
import { openSite } from './site.ts'

const FOLDER = fileURLToPath(new URL('../docs/guide/pictures/', import.meta.url))
const DESKTOP = { width: 1280, height: 900 } as const
const PHONE = { width: 390, height: 844 } as const
const made = new Set<string>()

function guideOn(page: Page, address: string): Guide {
  return {
    page,
    open: async (path) => {
      await page.goto(`${address}${path}`)
    },
    enterAs: async (title) => {
      await page.goto(`${address}/demonstration`)
      const persona = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
      await persona.getByRole('button').click()
    },
    picture: async (name, { from, height } = {}) => {
      // Neither the pointer nor the box last typed in is part of what a page shows.
      await page.mouse.move(0, 0)
      await page.evaluate('document.activeElement?.blur()')
      const box = await from?.first().boundingBox()
      const scrolled = Number(await page.evaluate('window.scrollY'))
      const { width, height: visible } = page.viewportSize() ?? DESKTOP
      const whole = Number(await page.evaluate('document.documentElement.scrollHeight'))
      const y = Math.max(0, Math.round((box?.y ?? -scrolled) + scrolled - (box ? 12 : 0)))
      const png = await page.screenshot({
        fullPage: true,
        animations: 'disabled',
        clip: { x: 0, y, width, height: Math.min(height ?? visible, whole - y) },
      })
      const light = palettePng(png)
      writeFileSync(`${FOLDER}${name}.png`, light)
      made.add(`${name}.png`)
      console.log(`${name}.png  ${Math.round(light.length / 1024)} ko`)
    },
  }
}

mkdirSync(FOLDER, { recursive: true })
const [site, opened] = await Promise.all([openSite(), browser()])
try {
  for (const { phone, walk } of CHAPTERS) {
    const context = await opened.newContext({ viewport: phone ? PHONE : DESKTOP, locale: 'fr-FR', reducedMotion: 'reduce' })
    await walk(guideOn(await context.newPage(), site.address))
    await context.close()
  }
  for (const former of readdirSync(FOLDER)) if (!made.has(former)) rmSync(`${FOLDER}${former}`)
} finally {
  await closeBrowser()
  await site.stop()
}
