import assert from 'node:assert/strict'
import type { World } from './database-test.ts'
import { openBrowser } from './test-browser.ts'

interface Door {
  readonly path: string
  /** A form that would be accepted from whoever may send it. */
  readonly form: Readonly<Record<string, string>>
  /** Whether the page may be opened as well as posted to; yes when it is not said. */
  readonly opens?: boolean
}

/**
 * Who may not pass, first case of the test of a command: a visitor is asked to sign in; these accounts find no page, in reading as in writing,
 * even with a form that somebody else could send.
 * @param outsiders who they are, in the words of a failure → account
 */
export async function isClosedTo(
  world: World,
  outsiders: Readonly<Record<string, string>>,
  { path, form, opens = true }: Door,
): Promise<void> {
  const visitor = await (await openBrowser(world)).post(path, form)
  assert.ok(visitor.status === 401 || visitor.location?.startsWith('/connexion?'), `a visitor is asked to sign in, not a ${visitor.status}`)
  for (const [who, accountId] of Object.entries(outsiders)) {
    const browser = await openBrowser(world, accountId)
    if (opens) assert.equal((await browser.get(path)).status, 404, `${who} reads`)
    assert.equal((await browser.post(path, form)).status, 404, `${who} writes`)
  }
}
