import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseGlossary } from './glossary.ts'

const HEAD = '| Terme | Sigle | Définition | Identifiant | Source | Dossier | Ne pas confondre avec |\n|---|:--|---|---|---|---|---|'
const FRAMED = `# Glossaire\n\nUne phrase.\n\n## Les structures\n\n${HEAD}\n`

test('an entry is a row under its theme, with its cells as plain text', () => {
  assert.deepEqual(
    parseGlossary(
      `${FRAMED}| frein | — | Une difficulté ; plusieurs. | \`barrier\` | usage du secteur | \`accompaniment\` | le critère |\n`,
    ),
    [
      {
        theme: 'Les structures',
        term: 'frein',
        acronym: null,
        definition: 'Une difficulté ; plusieurs.',
        identifier: 'barrier',
        source: 'usage du secteur',
        folder: 'accompaniment',
        notToConfuseWith: 'le critère',
      },
    ],
  )
})

test('a dash is an absent acronym, identifier or word to tell apart', () => {
  const [entry] = parseGlossary(`${FRAMED}| agent | FT | Une personne. | — | CT L1 | \`accounts\` | — |`)
  assert.deepEqual([entry?.acronym, entry?.identifier, entry?.notToConfuseWith], ['FT', null, null])
})

test('each theme has its own table, and lines end as any editor ends them', () => {
  const row = (term: string) => `| ${term} | — | D. | — | S | \`people\` | — |`
  const found = parseGlossary(`${FRAMED}${row('a')}\n\n## Autre\n\n${HEAD}\n${row('b')}\n`.replaceAll('\n', '\r\n'))
  assert.deepEqual(
    found.map(({ theme, term }) => `${theme} : ${term}`),
    ['Les structures : a', 'Autre : b'],
  )
})

test('a row that is not complete is refused with its line', () => {
  assert.throws(() => parseGlossary(`${FRAMED}| a | — | D. | — | S | \`people\` |`), /line 9 of the glossary has 7 cells/)
  assert.throws(() => parseGlossary(`${FRAMED}| a | | D. | — | S | \`people\` | — |`), /line 9 of the glossary has no empty cell/)
  assert.throws(() => parseGlossary(`${HEAD}\n| a | — | D. | — | S | \`people\` | — |`), /line 3 of the glossary stands under a theme/)
})

test('a text without a table has no entry', () => {
  assert.deepEqual(parseGlossary('# Glossaire\n\n## Vide\n'), [])
})
