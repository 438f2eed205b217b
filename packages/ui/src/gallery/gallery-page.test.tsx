import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '../render-page.tsx'
import { GalleryPage } from './gallery-page.tsx'

const shell = { assets: '/assets', demonstration: true, account: null, hats: [], navigation: [], csrf: null, notice: null, errorCount: 0 }
const html = renderPage(<GalleryPage shell={shell} />)

test('the gallery shows every component without inline style or script, and no id twice', () => {
  assert.doesNotMatch(html, / style=| on[a-z]+="|<style|<script(?! type="module" src="\/assets\/)/)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  )
})

test('screen text has French typography: typographic apostrophes, no-break spaces before double signs', () => {
  const text = html.replace(/<(script|title)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '\n')
  assert.doesNotMatch(text, /\p{L}'\p{L}/u)
  assert.doesNotMatch(text, /[ \p{L}][;:?!](\s|$)/u)
})
