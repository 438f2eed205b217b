import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PAGES = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })]
const HEAVIEST = 150 * 1024

interface Link {
  readonly page: string
  readonly words: string
  /** From the root of the repository. */
  readonly target: string
  readonly shown: boolean
}

const links: readonly Link[] = PAGES.flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/(!?)\[([^\]]*)\]\(([^)\s#]+)[^)]*\)/g)]
    .filter(([, , , target = '']) => !/^[a-z]+:/.test(target))
    .map(([, mark, words = '', target = '']) => ({ page, words, target: join(dirname(page), target), shown: mark === '!' })),
)
const pictures = globSync('docs/guide/pictures/*.png', { cwd: ROOT })

test('every page and every picture named in the documents exists', () => {
  assert.ok(links.length > 30)
  assert.deepEqual(
    links.filter(({ target }) => !existsSync(join(ROOT, target))).map(({ page, target }) => `${page}: ${relative('.', target)}`),
    [],
  )
})

test('every picture of the guide is shown somewhere, and says in words what it shows', () => {
  assert.ok(pictures.length > 10)
  const shown = new Set(links.filter((link) => link.shown).map(({ target }) => target))
  assert.deepEqual(
    pictures.filter((picture) => !shown.has(picture)),
    [],
  )
  assert.deepEqual(
    links.filter((link) => link.shown && link.words.length < 20).map(({ page, target }) => `${page}: ${target}`),
    [],
  )
})

test('no picture of the guide is heavy', () => {
  assert.deepEqual(
    pictures.filter((picture) => statSync(join(ROOT, picture)).size > HEAVIEST),
    [],
  )
})
