import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { css } = compile(at('style.scss'), { style: 'compressed', quietDeps: true, loadPaths: [at('../../../node_modules')] })

test('nothing of the look of another site is left in the style sheet: no font, no crest, no blue nor green of theirs', () => {
  assert.doesNotMatch(css, /gds-transport|gds transport|crest|gov\.uk|#1d70b8|#00703c|#0f7a52/i)
})

test('the style sheet asks for our two fonts only, and for nothing outside', () => {
  const urls = [...css.matchAll(/url\("?([^")]+)/g)].map((match) => match[1])
  assert.deepEqual(urls, ['fonts/regular.woff2', 'fonts/bold.woff2'])
})

test('the style sheet weighs at most 40 kB on the wire, and an island 4 kB', () => {
  assert.ok(gzipSync(css).length <= 40_000)
  for (const island of globSync('islands/*.js', { cwd: at('.') })) assert.ok(gzipSync(readFileSync(at(island))).length <= 4_000, island)
})

test('every rule of ours styles something that a component or a page writes', () => {
  const source = ['**/*.{tsx,js}', '../../server/src/modules/**/*.tsx']
    .flatMap((files) => globSync(files, { cwd: at('.') }))
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(at(file), 'utf8'))
    .join('\n')
  const styled = new Set([...css.matchAll(/\.(m-[a-z-]+)/g)].map((match) => match[1] ?? ''))
  const used = new Set([...source.matchAll(/(?<![\w-])m-[a-z]+(?:-[a-z]+)*(?![\w-])/g)].map((match) => match[0]))
  const families = [...source.matchAll(/(m-[a-z-]+-)\$\{/g)].map((match) => match[1] ?? '')
  assert.deepEqual(
    [...styled].filter((name) => !used.has(name) && !families.some((family) => name.startsWith(family))),
    [],
    'rules without a component',
  )
})

test('on paper nothing of the header stays light on white: the name, and who printed', () => {
  const print = css.slice(css.indexOf('@media print', css.indexOf('margin:15mm') - 60))
  for (const name of ['m-brand:link', 'm-hat-only']) assert.match(print, new RegExp(`\\.${name}[^{}]*\\{color:#000\\}`), name)
})
