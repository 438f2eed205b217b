import { isoDate, isoMonth, type Month, SIAE_KINDS } from '@maillage/kernel'
import {
  agreedFte,
  agreementAnomalySentence,
  agreementStepSentence,
  annexAnomalies,
  annexSegments,
  annexTotal,
  type CentiPosts,
  centiPosts,
} from '../agreements/index.ts'
import { anomalyAnswer, explainedAnswer } from './answer.ts'
import { commandRule } from './command-rule.ts'
import {
  date,
  days,
  hours,
  hundredths,
  LineFault,
  list,
  money,
  monthText,
  oneOf,
  optional,
  type Reader,
  record,
  tagged,
  text,
} from './read.ts'
import { writtenHundredths, writtenRatio } from './write.ts'

const posts: Reader<CentiPosts> = (value, path) => {
  const found = hundredths(value, path)
  if (found < 0) throw new LineFault(`${path}: posts, not below zero, are expected`)
  return centiPosts(found)
}

/** A financial annex as every slice reads it on a line: posts, hours and euros as decimal numbers. */
export const financialAnnex = record({
  kind: oneOf(SIAE_KINDS),
  measure: oneOf(['common', 'prison', 'bridge']),
  departement: text,
  period: days,
  posts,
  knownOn: date,
  amendments: list(
    tagged('kind', {
      posts: record({ kind: oneOf(['posts']), knownOn: date, effectOn: date, posts }),
      end: record({ kind: oneOf(['end']), knownOn: date, last: date }),
    }),
  ),
  hoursOfOneFte: optional(hours),
  cofinancing: optional(record({ departement: money, total: money })),
})

const isoMonths = (months: readonly Month[]) => months.map(isoMonth)

/** `at` is the day asked about when the input names no month and no period; `annexKnownOn`: what was known of the annex. */
export const agreementRules = {
  'agreements/agreed-fte': commandRule(
    record({
      annex: financialAnnex,
      month: optional(monthText),
      period: optional(days),
      annexKnownOn: optional(date),
    }),
    (law, at, { annex, month, period: of, annexKnownOn }) => {
      const known = annexKnownOn === undefined ? {} : { knownOn: annexKnownOn }
      const moment = month !== undefined ? { month } : of ? { period: of } : { on: at }
      return explainedAnswer(
        agreedFte(law, annex, { ...moment, ...known }),
        (found) => ({
          state: found.state,
          ...('fte' in found ? { fte: writtenRatio(found.fte) } : {}),
          ...('awaiting' in found ? { awaiting: isoMonths(found.awaiting) } : {}),
        }),
        agreementStepSentence,
      )
    },
  ),
  'agreements/annex-total': commandRule(
    record({ annex: financialAnnex, annexKnownOn: optional(date) }),
    (law, _at, { annex, annexKnownOn }) => {
      const { total, months } = annexTotal(law, annex, annexKnownOn)
      return {
        value: {
          state: total ? 'agreed' : 'awaiting-annex',
          total: total && writtenRatio(total),
          segments: annexSegments(law, annex, annexKnownOn).map(({ first, last, posts: of, amendedOn }) => ({
            first: isoMonth(first),
            last: isoMonth(last),
            posts: writtenHundredths(of),
            amendedOn: amendedOn === null ? null : isoDate(amendedOn),
          })),
          months: months.map((each) => ({
            month: isoMonth(each.month),
            posts: writtenHundredths(each.posts),
            cumulated: writtenRatio(each.cumulated),
          })),
        },
      }
    },
  ),
  'agreements/annex-anomalies': commandRule(record({ annex: financialAnnex }), (law, _at, { annex }) =>
    anomalyAnswer(annexAnomalies(law, annex), agreementAnomalySentence),
  ),
} as const
