import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type SiaeKind, wholeHours } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { classifyExit, type Exit } from './classify-exit.ts'
import { EXIT_FRAMES, type ExitFrame, exitSeenBy } from './exit-frames.ts'
import { EXIT_REASONS, type ExitReason } from './exit-reason.ts'
import { countInFrame } from './frame-counts.ts'

const exit = (reason: ExitReason, foundLast?: string | null): Exit => ({
  kind: 'ACI',
  entry: day('2025-01-01'),
  exitOn: day('2025-08-31'),
  reason,
  hours: wholeHours(600),
  ...(foundLast === undefined ? {} : { found: { first: day('2025-09-01'), last: foundLast === null ? null : day(foundLast) } }),
})

// Six months from 1 September end on 28 February.
const cases: readonly [string, Exit, object][] = [
  [
    'a CDD of six months less a day: transition, « sortie emploi », not « plus de six mois » for a PLIE',
    exit('fixed-term-contract', '2026-02-27'),
    { state: 'transition', plie: 'none', 'employment-exits': true, esf: 'employment' },
  ],
  [
    'six months exactly: durable for the State, not « plus de six mois » for a PLIE',
    exit('fixed-term-contract', '2026-02-28'),
    { state: 'durable', plie: 'none', 'employment-exits': true, esf: 'employment' },
  ],
  [
    'six months and a day: durable everywhere',
    exit('fixed-term-contract', '2026-03-01'),
    { state: 'durable', plie: 'employment', 'employment-exits': true, esf: 'employment' },
  ],
  [
    'a mission of six months exactly is no « sortie emploi »: note 11 counts those of more than six months only',
    exit('temporary-assignment', '2026-02-28'),
    { state: 'durable', plie: 'employment', 'employment-exits': false, esf: 'employment' },
  ],
  [
    'a mission of six months and a day is',
    exit('temporary-assignment', '2026-03-01'),
    { state: 'durable', plie: 'employment', 'employment-exits': true, esf: 'employment' },
  ],
  [
    'a CDD whose length nobody knows: the State and the PLIE wait, the others need not',
    exit('fixed-term-contract'),
    { state: null, plie: null, 'employment-exits': true, esf: 'employment' },
  ],
  [
    'a contract in another SIAE: positive, not employment for a PLIE, a « sortie emploi » all the same',
    exit('another-siae'),
    { state: 'positive', plie: 'none', 'employment-exits': true, esf: 'employment' },
  ],
  [
    'recognition of prior learning: positive, training for PLIE and fund, no « sortie emploi »',
    exit('prior-learning-validation'),
    { state: 'positive', plie: 'training', 'employment-exits': false, esf: 'training' },
  ],
  ['no job: nothing anywhere', exit('unemployed'), { state: 'other', plie: 'none', 'employment-exits': false, esf: 'none' }],
]
for (const [sentence, of, expected] of cases) test(sentence, () => assert.deepEqual(exitSeenBy(law, of, EXIT_FRAMES), expected))

test('the European fund had no such indicator before its regulation: nothing is read into it', () => {
  const before = { ...exit('open-ended-contract'), entry: day('2021-01-01'), exitOn: day('2021-06-30') }
  assert.equal(exitSeenBy(law, before, ['esf']).esf, null)
  assert.equal(exitSeenBy(law, { ...before, exitOn: day('2021-07-01') }, ['esf']).esf, 'employment')
})

const anyExit = fc
  .record({
    reason: fc.constantFrom<ExitReason>(...EXIT_REASONS, 'withheld'),
    kind: fc.constantFrom<SiaeKind>('EI', 'ACI', 'AI', 'ETTI', 'EITI'),
    stayed: fc.integer({ min: 0, max: 700 }),
    found: fc.option(fc.integer({ min: 0, max: 800 })),
    hours: fc.option(fc.integer({ min: 0, max: 900 })),
  })
  .map(({ reason, kind, stayed, found, hours }): Exit => {
    const first = day('2025-09-01')
    return {
      kind,
      reason,
      entry: (day('2025-08-31') - stayed) as Exit['entry'],
      exitOn: day('2025-08-31'),
      hours: hours === null ? null : wholeHours(hours),
      ...(found === null ? {} : { found: { first, last: (first + found) as Exit['exitOn'] } }),
    }
  })

test('no exit changes class in any frame when a frame is added', () => {
  fc.assert(
    fc.property(anyExit, fc.subarray([...EXIT_FRAMES]), fc.constantFrom<ExitFrame>(...EXIT_FRAMES), (of, frames, added) => {
      const before: Readonly<Record<string, unknown>> = exitSeenBy(law, of, frames)
      const after: Readonly<Record<string, unknown>> = exitSeenBy(law, of, [added, ...frames])
      for (const frame of frames) assert.equal(after[frame], before[frame])
      assert.equal(exitSeenBy(law, of, ['state']).state, classifyExit(law, of).value.class)
    }),
  )
})

test('each exit is counted once in each frame, whatever the others count', () => {
  fc.assert(
    fc.property(fc.array(anyExit, { maxLength: 20 }), (exits) => {
      for (const frame of EXIT_FRAMES)
        assert.equal(
          Object.values<number>(countInFrame(law, exits, frame)).reduce((sum, count) => sum + count, 0),
          exits.length,
        )
    }),
  )
})
