import { isoDate, isoMonth, SIAE_KINDS } from '@maillage/kernel'
import {
  type AnnexAid,
  annexAid,
  consumption,
  departementMonth,
  eitiMonth,
  financingAnomalySentence,
  financingStepSentence,
  fteOfHours,
  modulatedPart,
  monthlyFteOfHours,
  paymentSchedule,
  projectUnitAmount,
  unitAmount,
} from '../financing/index.ts'
import { financialAnnex } from './agreement-rules.ts'
import { anomalyAnswer, explainedAnswer } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { date, days, flag, hours, hundredths, list, money, monthText, nullable, oneOf, optional, record, text, whole } from './read.ts'
import { writtenHundredths as two, writtenRatio } from './write.ts'

const measure = oneOf(['common', 'prison', 'bridge'])
const priced = record({ kind: oneOf(SIAE_KINDS), measure, departement: text })
const worked = list(record({ month: monthText, hours, percent: optional(whole) }))

function writtenAid(aid: AnnexAid) {
  const awaiting = aid.awaiting.map((each) => ({
    month: isoMonth(each.month),
    hours: two(each.hours),
    realised: writtenRatio(each.realised),
  }))
  if (aid.state === 'awaiting-annex') return { state: aid.state, awaiting }
  return {
    state: aid.state,
    agreed: writtenRatio(aid.agreed),
    realised: writtenRatio(aid.realised),
    counted: writtenRatio(aid.counted),
    beyond: writtenRatio(aid.beyond),
    amount: two(aid.amount),
    byState: two(aid.byState),
    byDepartement: two(aid.byDepartement),
    months: aid.months.map((each) => ({
      month: isoMonth(each.month),
      hours: two(each.hours),
      counted: writtenRatio(each.counted),
      price: two(each.price),
      amount: two(each.amount),
      byState: two(each.byState),
      byDepartement: two(each.byDepartement),
      cumulated: two(each.cumulated),
    })),
    awaiting,
  }
}

/** Amounts are euros with two decimals, as texts; `at` is the day of the work, or of the notice's year. */
export const financingRules = {
  'financing/unit-amount': commandRule(priced, (law, on, of) => {
    const { amount, source } = unitAmount(law, of, on)
    return { value: two(amount), sources: [source] }
  }),
  'financing/projected-amount': commandRule(priced, (law, on, of) => {
    const { projection, estimated, basis } = projectUnitAmount(law, of, on)
    return {
      value: {
        projection,
        estimated: two(estimated),
        basis: {
          amount: two(basis.amount),
          knownUntil: isoDate(basis.knownUntil),
          wageThen: two(basis.wageThen),
          wageNow: two(basis.wageNow),
        },
      },
    }
  }),
  'financing/fte': commandRule(
    record({ kind: oneOf(SIAE_KINDS), hours, hoursOfOneFte: optional(hours) }),
    (law, on, { hours: count, ...basis }) => ({
      value: { annual: writtenRatio(fteOfHours(law, basis, count, on)), monthly: writtenRatio(monthlyFteOfHours(law, basis, count, on)) },
    }),
  ),
  'financing/annex-aid': commandRule(
    record({ kind: oneOf(SIAE_KINDS), annex: nullable(financialAnnex), worked, annexKnownOn: optional(date) }),
    (law, _at, { annexKnownOn, ...request }) =>
      explainedAnswer(
        annexAid(law, { ...request, ...(annexKnownOn === undefined ? {} : { knownOn: annexKnownOn }) }),
        writtenAid,
        financingStepSentence,
      ),
  ),
  'financing/consumption': commandRule(record({ annex: financialAnnex, worked }), (law, _at, request) => {
    const found = consumption(law, request)
    return {
      value: {
        state: found.state,
        ...('undeclared' in found ? { undeclared: found.undeclared.map(isoMonth) } : {}),
        ...('realised' in found
          ? {
              realised: writtenRatio(found.realised),
              agreed: writtenRatio(found.agreed),
              difference: writtenRatio(found.difference),
              ofAnnex: writtenRatio(found.ofAnnex),
            }
          : {}),
      },
    }
  }),
  'financing/payment-schedule': commandRule(record({ annex: financialAnnex, worked, amount: optional(money) }), (law, _at, request) => {
    const found = paymentSchedule(law, request)
    if (found.state === 'awaiting-annex') return { value: found }
    return {
      value: {
        state: found.state,
        annexAmount: two(found.annexAmount),
        payments: found.payments.map((each) => ({
          month: isoMonth(each.month),
          instalment: two(each.instalment),
          adjustment: each.adjustment === null ? null : two(each.adjustment),
          paid: two(each.paid),
          cumulated: two(each.cumulated),
          undeclared: each.undeclared.map(isoMonth),
        })),
      },
    }
  }),
  'financing/modulated-part': commandRule(
    record({ measure, base: money, notice: nullable(record({ notifiedOn: date, rate: hundredths })) }),
    (law, year, request) => {
      const found = modulatedPart(law, { ...request, year })
      if (found.state === 'not-notified') return { value: found }
      const { anomalies, amount, notifiedOn, state } = found
      return {
        value: { state, amount: two(amount), notifiedOn: isoDate(notifiedOn) },
        ...anomalyAnswer(anomalies, financingAnomalySentence),
      }
    },
  ),
  'financing/departement-month': commandRule(
    record({
      caom: record({ departement: text, period: days, people: nullable(whole) }),
      month: monthText,
      employees: list(record({ label: text, hiredOn: date, until: nullable(date), rsaAtHire: nullable(flag), departementAtHire: text })),
    }),
    (law, _at, request) => {
      const { payer, monthly, employees } = departementMonth(law, request)
      const written = employees.map((each) => (each.state === 'due' ? { ...each, amount: two(each.amount) } : each))
      return { value: { payer, monthly: two(monthly), employees: written } }
    },
  ),
  'financing/eiti-month': commandRule(record({ month: monthText, rank: whole, departement: text }), (law, _at, request) => {
    const found = eitiMonth(law, request)
    return { value: found.state === 'fixed' ? { ...found, amount: two(found.amount) } : found }
  }),
} as const
