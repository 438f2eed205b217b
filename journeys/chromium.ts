import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

/** Flags for a browser that talks to this machine only. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

let opened: Promise<Browser> | undefined

async function launch(): Promise<Browser> {
  const named = process.env['CHROMIUM']
  if (named) return chromium.launch({ executablePath: named, args: QUIET })
  // The package unpacks its browser into the temporary folder and trusts whatever is there: one of our own, named after its version.
  const folder = fileURLToPath(new URL('../.cache/chromium-153/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  if (!existsSync(executablePath)) throw new Error('Aucun navigateur : indiquez le chemin de Chromium avec CHROMIUM.')
  // One process for everything is made for small sandboxes: there, closing a page may close the browser.
  const args = packaged.args.filter((each) => each !== '--single-process' && each !== '--no-zygote' && each !== '--disable-web-security')
  return chromium.launch({ executablePath, args: [...args, ...QUIET] })
}

/** The browser of this process. */
export function browser(): Promise<Browser> {
  opened ??= launch()
  return opened
}

/** Ends it, if it was ever opened. */
export const closeBrowser = async (): Promise<void> => (await opened)?.close()
