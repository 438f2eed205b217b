import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { determinedCells } from './determined-cells.ts'
import { hiddenCells, type PublishedCell, type Relation } from './hidden-cells.ts'
import { roundedTo } from './rounded-to.ts'
import { type Contribution, type SecrecyRule, secrecyRule, whyUnsafe } from './secrecy-rule.ts'

const on = day('2026-11-21')
const people = secrecyRule(law, { audience: 'insiders', counted: 'people' }, on)
const made = (...amounts: readonly number[]): Contribution[] =>
  amounts.map((amount, index) => ({ unit: `u${index}`, amount, people: amount }))
const of = (unit: string, amount: number): Contribution => ({ unit, amount, people: 0 })

test('each audience has its thresholds: 11 for everybody, 5 inside, none for the structure on its activity', () => {
  const rule = (audience: 'public' | 'insiders' | 'authority' | 'structure', counted: 'people' | 'activity') =>
    Object.values(secrecyRule(law, { audience, counted }, on))
  assert.deepEqual(rule('public', 'people'), [11, 3, 85])
  assert.deepEqual(rule('insiders', 'people'), [5, 3, 85])
  assert.deepEqual(rule('authority', 'people'), [5, 1, null])
  assert.deepEqual(rule('authority', 'activity'), [1, 1, null])
  assert.deepEqual(rule('structure', 'activity'), [1, 1, null])
})

const cases: readonly [string, Contribution[], ReturnType<typeof whyUnsafe>][] = [
  ['four people are too few', made(2, 1, 1), 'too-few-people'],
  ['five are enough', made(2, 2, 1), null],
  ['two structures tell each other', made(10, 12), 'too-few-structures'],
  ['two structures that did nothing tell it too', made(0, 0), 'too-few-structures'],
  ['85 % exactly is one structure’s figure', made(85, 8, 7), 'one-dominates'],
  ['84 % is not', made(84, 8, 8), null],
  ['nobody anywhere is shown as zero', made(0, 0, 0), null],
  ['no structure at all tells nothing', [], null],
  ['one structure counted twice is one', [...made(10), ...made(10), { unit: 'u1', amount: 10, people: 10 }], 'too-few-structures'],
]
for (const [sentence, contributions, expected] of cases) test(sentence, () => assert.equal(whyUnsafe(contributions, people), expected))

/** The Aude of the demonstration: 2 ETTI, 3 AI, 8 EI, 29 ACI. */
const aude: PublishedCell[] = [
  { key: 'ETTI', contributions: [of('t1', 20), of('t2', 30)] },
  { key: 'AI', contributions: [of('a1', 30), of('a2', 35), of('a3', 40)] },
  { key: 'EI', contributions: Array.from({ length: 8 }, (_, index) => of(`e${index}`, 12)) },
  { key: 'ACI', contributions: Array.from({ length: 29 }, (_, index) => of(`c${index}`, 10)) },
]
const total = { key: 'all', contributions: aude.flatMap(({ contributions }) => contributions) }
const byKind: Relation = { total: 'all', parts: ['ETTI', 'AI', 'EI', 'ACI'] }

test('in the Aude the two ETTI are hidden, and the smallest other kind with them, so that the total does not tell', () => {
  const rule = secrecyRule(law, { audience: 'insiders', counted: 'activity' }, on)
  assert.deepEqual(
    [...hiddenCells([...aude, total], [byKind], rule)],
    [
      ['ETTI', 'too-few-structures'],
      ['EI', 'complement'],
    ],
  )
  // Without a total, nothing is to be subtracted from: the three AI stand at the limit, and are read.
  assert.deepEqual([...hiddenCells(aude, [], rule).keys()], ['ETTI'])
  // The service of the State and the funders read everything about activity.
  assert.equal(hiddenCells([...aude, total], [byKind], secrecyRule(law, { audience: 'authority', counted: 'activity' }, on)).size, 0)
})

test('when the two ETTI are all there is, the total is hidden as well', () => {
  const [etti] = aude
  assert.ok(etti)
  const whole = { key: 'all', contributions: etti.contributions }
  const hidden = hiddenCells(
    [etti, whole],
    [{ total: 'all', parts: ['ETTI'] }],
    secrecyRule(law, { audience: 'insiders', counted: 'activity' }, on),
  )
  assert.deepEqual([...hidden.keys()].toSorted(), ['ETTI', 'all'])
})

test('a bridge between two tables tells: what all relations say together is looked at', () => {
  const relations = [
    { total: 'r1', parts: ['a', 'b'] },
    { total: 'c1', parts: ['a', 'd'] },
    { total: 'c2', parts: ['b', 'd'] },
  ]
  // a + b, a + d and b + d are read: each of the three is found, though each relation hides two.
  assert.deepEqual(
    [
      ...determinedCells(
        new Map([
          ['a', 1],
          ['b', 1],
          ['d', 1],
        ]),
        relations,
      ),
    ].toSorted(),
    ['a', 'b', 'd'],
  )
  assert.deepEqual(
    [
      ...determinedCells(
        new Map([
          ['a', 1],
          ['b', 1],
        ]),
        relations.slice(0, 1),
      ),
    ],
    [],
  )
})

/** Structures of several kinds, each with exits of several classes: a table with its margins. */
const table = fc
  .array(fc.tuple(fc.constantFrom('ACI', 'EI', 'AI', 'ETTI'), fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((structures) => {
    const [kinds, classes] = [[...new Set(structures.map(([kind]) => kind))], [0, 1, 2]]
    const cell = (key: string, kind: string | null, among: readonly number[]): PublishedCell => ({
      key,
      contributions: structures.flatMap(([ofKind, counts], unit) =>
        kind === null || kind === ofKind
          ? [
              {
                unit: `s${unit}`,
                amount: among.reduce((sum, each) => sum + (counts[each] ?? 0), 0),
                people: among.reduce((sum, each) => sum + (counts[each] ?? 0), 0),
              },
            ]
          : [],
      ),
    })
    const rows = [null, ...kinds]
    const cells = rows.flatMap((kind) => [
      cell(`${kind}/all`, kind, classes),
      ...classes.map((each) => cell(`${kind}/${each}`, kind, [each])),
    ])
    const relations: Relation[] = [
      ...rows.map((kind) => ({ total: `${kind}/all`, parts: classes.map((each) => `${kind}/${each}`) })),
      ...['all', ...classes].map((each) => ({ total: `null/${each}`, parts: kinds.map((kind) => `${kind}/${each}`) })),
    ]
    return { cells, relations }
  })
const anyRule = fc.constantFrom<SecrecyRule>(people, { people: 11, units: 3, share: 85 }, { people: 5, units: 1, share: null })

test('what a narrower audience may not read stays hidden in what it reads besides', () => {
  const rule = secrecyRule(law, { audience: 'public', counted: 'activity' }, on)
  const hidden = hiddenCells([...aude, total], [byKind], rule, new Set(['EI']))
  assert.deepEqual([...hidden.keys()].toSorted(), ['EI', 'ETTI'])
})

test('no hidden figure is found by subtraction, whatever the table; no unsafe figure is shown', () => {
  fc.assert(
    fc.property(table, anyRule, ({ cells, relations }, rule) => {
      const hidden = hiddenCells(cells, relations, rule)
      assert.equal(determinedCells(hidden, relations).size, 0)
      for (const cell of cells) assert.ok(hidden.has(cell.key) || whyUnsafe(cell.contributions, rule) === null, cell.key)
      for (const { total: whole, parts } of relations) {
        const unseen = parts.filter((key) => hidden.has(key))
        if (hidden.has(whole) || unseen.length === 0) continue
        const together = cells.filter(({ key }) => unseen.includes(key)).flatMap(({ contributions }) => contributions)
        assert.ok(unseen.length > 1 && whyUnsafe(together, rule) === null, 'the sum of what is hidden is safe')
      }
    }),
    { numRuns: 300 },
  )
})

test('what is safe with nothing unsafe beside it is shown', () => {
  fc.assert(
    fc.property(table, anyRule, ({ cells, relations }, rule) => {
      if (cells.every(({ contributions }) => whyUnsafe(contributions, rule) === null))
        assert.equal(hiddenCells(cells, relations, rule).size, 0)
    }),
  )
})

test('figures of a drawn perimeter are rounded to the nearest five, half away from zero', () => {
  assert.deepEqual(
    [0, 2, 3, 7.5, 12, -3].map((value) => roundedTo(value, 5)),
    [0, 0, 5, 10, 10, -5],
  )
})
