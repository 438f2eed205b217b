import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { nationalLaw as law } from '../national-law.ts'
import { answerLine, COMMAND_RULES } from './answer-line.ts'
import { EXAMPLES } from './examples.ts'

const ask = (line: object | string) =>
  JSON.parse(answerLine(law, typeof line === 'string' ? line : JSON.stringify(line))) as Readonly<Record<string, unknown>>
const example = (rule: string) => {
  const found = EXAMPLES.find((each) => each.rule === rule)
  assert.ok(found, rule)
  return found
}

test('every rule has an example line, which it answers without error, by its name and day', () => {
  assert.deepEqual(EXAMPLES.map((each) => each.rule).toSorted(), Object.keys(COMMAND_RULES).toSorted())
  for (const line of EXAMPLES) {
    const found = ask(line)
    assert.ok(!('error' in found), `${line.rule}: ${String(found['error'])}`)
    assert.deepEqual([found['rule'], found['at']], [line.rule, line.at])
    assert.ok('value' in found || 'verdict' in found || 'anomalies' in found, line.rule)
    // A day written as a number would be one that nobody named in write.ts.
    assert.doesNotMatch(JSON.stringify(found), /"[a-zA-Z]*(On|First|Last|first|last|until)":\d{4,}/, line.rule)
  }
})

test('every rule and every field of its example are documented in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  for (const { rule, input } of EXAMPLES) {
    const line = readme.split('\n').find((each) => each.startsWith(`| \`${rule}\``))
    assert.ok(line, rule)
    for (const field of Object.keys(input as object))
      assert.ok(line.includes(`\`${field}\``) || /held|an exit/.test(line), `${rule}: ${field}`)
  }
})

test('a verdict comes with its refusals, their French sentence, their days and their sources', () => {
  const found = ask({ ...example('eligibility/proof'), at: '2026-09-01' })
  assert.equal(found['verdict'], 'refused')
  const [refusal] = found['refusals'] as readonly { code: string; sentence: string; details: Record<string, unknown> }[]
  assert.equal(refusal?.code, 'eligibility/proof-too-old')
  assert.match(refusal?.sentence ?? '', /1er\u00a0septembre 2026/)
  assert.equal(refusal?.details['on'], '2026-09-01')
  assert.match(JSON.stringify(found['sources']), /Arrêté du 1er septembre 2021/)
})

test('every answer names its sources, but a sum of the annex and the life of a sheet, which no text gives', () => {
  const without = EXAMPLES.filter((line) => (ask(line)['sources'] as readonly unknown[]).length === 0)
  assert.deepEqual(without.map((line) => line.rule).toSorted(), ['agreements/annex-total', 'employment/sheet-transition'])
})

test('a right granted names the text of each figure that was read to grant it, each once', () => {
  const articles = (ask(example('eligibility/judge'))['sources'] as readonly { article: string }[]).map((each) => each.article)
  assert.ok(
    articles.some((each) => each.startsWith('Arrêté du 1er septembre 2021')),
    articles.join(' ; '),
  )
  const sources = (ask(example('exits/rates'))['sources'] as readonly unknown[]).map((each) => JSON.stringify(each))
  assert.equal(new Set(sources).size, sources.length)
})

test('what is sensitive says so, line by line of the explanation', () => {
  const because = ask(example('eligibility/judge'))['because'] as readonly { sensitivity?: string }[]
  assert.ok(because.some((each) => each.sensitivity === 'social'))
})

test('the amounts of January 2022 were in no known text on 20 August 2022', () => {
  const line = { ...example('financing/unit-amount'), at: '2022-01-15' }
  assert.equal(ask(line)['value'], '21286.00')
  const before = ask({ ...line, knownOn: '2022-08-20' })
  assert.deepEqual([before['verdict'], JSON.stringify(before['refusals']).includes('law/no-text-in-force')], ['refused', true])
})

test('the worked example: ten people of an ACI', () => {
  const value = ask(example('financing/annex-aid'))['value'] as Record<string, unknown>
  assert.equal(value['amount'], '177698.86')
})

const errors: readonly [string, object | string, RegExp][] = [
  ['a line that is not JSON', 'nope', /not JSON/],
  ['a line that is no object', '3', /an object is expected/],
  ['an unknown rule', { rule: 'toString', at: '2026-01-01', input: {} }, /line\.rule: one of eligibility\/judge/],
  ['31 February', { rule: 'financing/fte', at: '2026-02-31', input: {} }, /line\.at: a day of the calendar/],
  ['no input', { rule: 'financing/fte', at: '2026-01-01' }, /line\.input: a value is expected/],
  ['a field that lacks', { rule: 'financing/fte', at: '2026-01-01', input: { kind: 'ACI' } }, /input\.hours: a value is expected/],
  [
    'a field nobody reads',
    { rule: 'financing/fte', at: '2026-01-01', input: { kind: 'ACI', hour: 1 } },
    /input\.hour: this field is not read/,
  ],
  ['a word of no list', { rule: 'financing/fte', at: '2026-01-01', input: { kind: 'SIAE', hours: 1 } }, /input\.kind: one of EI, ACI/],
  ['a third decimal', { rule: 'financing/fte', at: '2026-01-01', input: { kind: 'ACI', hours: 1.005 } }, /two decimals/],
  [
    'a period that ends before it begins',
    { rule: 'pass-iae/waiting-period', at: '2026-01-01', input: { pass: { first: '2026-01-01' }, acts: [{ kind: 'nap' }] } },
    /input\.acts\[0\]\.kind: one of start-moved/,
  ],
]
for (const [sentence, line, expected] of errors)
  test(`an error in a sentence: ${sentence}`, () => assert.match(String(ask(line)['error']), expected))

test('the command answers each line in order, and a bad line does not stop it', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../cli.ts', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  // The last line has no end of line, and a piece of JSON is cut in two.
  child.stdin.write(`${JSON.stringify(EXAMPLES[0]).slice(0, 20)}`)
  child.stdin.end(`${JSON.stringify(EXAMPLES[0]).slice(20)}\nnope\n\n${JSON.stringify(EXAMPLES[1])}`)
  await new Promise((resolve) => child.on('close', resolve))
  const lines = output.trimEnd().split('\n')
  assert.equal(lines.length, 3)
  assert.deepEqual(
    lines.map((each) => (JSON.parse(each) as { rule?: string }).rule),
    [EXAMPLES[0]?.rule, undefined, EXAMPLES[1]?.rule],
  )
})
