import { centiHours, cents, frenchDate, frenchHours, frenchMoney, frenchMonth, frenchNumber, frenchPercent } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { FinancingAnomalies } from './anomaly-codes.ts'
import type { EmployeePayment } from './departement-payment.ts'
import type { FinancingSteps } from './steps.ts'

const fte = (value: number) => `${frenchNumber(value, 2)} ETP`
const money = (value: number) => frenchMoney(cents(value))
const hours = (value: number) => frenchHours(centiHours(value))
const rate = (value: number) => frenchPercent(value / 10_000)

const steps = {
  'financing/hours-of-one-fte': ({ kind, centiHours: of, fromAnnex }) =>
    `Structure ${kind} : un équivalent temps plein (ETP) vaut ${hours(of)} sur l’année${fromAnnex ? ', selon l’annexe financière' : ''}.`,
  'financing/agreed': ({ fte: of, knownOn }) =>
    `L’annexe financière ouvre ${fte(of)}${knownOn === null ? '' : `, tels que connus le ${frenchDate(knownOn)}`}.`,
  'financing/month': ({ month, centiHours: of, realised, counted, cents: price, amount }) =>
    `En ${frenchMonth(month)} : ${hours(of)}, soit ${frenchNumber(realised, 3)} ETP sur l’année${counted < realised ? `, dont ${frenchNumber(counted, 3)} dans l’annexe` : ''} ; à ${money(price)} par ETP : ${money(amount)}.`,
  'financing/month-awaiting-annex': ({ month, centiHours: of, realised }) =>
    `En ${frenchMonth(month)} : ${hours(of)}, soit ${frenchNumber(realised, 3)} ETP sur l’année, en attente d’annexe. Ce n’est pas un montant nul.`,
  'financing/capped': ({ realised, agreed, beyond }) =>
    `${fte(realised)} réalisés pour ${fte(agreed)} ouverts par l’annexe : ${fte(beyond)} au-delà ne sont pas payés. Les mois au-dessus et au-dessous se sont compensés.`,
  'financing/total': ({ counted, amount }) => `${fte(counted)} comptés : ${money(amount)} de montant socle.`,
  'financing/shares': ({ byState, byDepartement }) => `État : ${money(byState)} ; Département : ${money(byDepartement)}.`,
} satisfies Wording<FinancingSteps>

const anomalies = {
  'financing/modulation-above-ceiling': ({ rate: notified, most }) =>
    `Le taux de part modulée notifié (${rate(notified)}) dépasse le plafond de ${rate(most)}.`,
  'financing/modulation-below-floor': ({ rate: notified, least }) =>
    `Le taux de part modulée notifié (${rate(notified)}) est inférieur à ${rate(least)}.`,
} satisfies Wording<FinancingAnomalies>

/** Why the Département owes nothing for somebody that month. */
export const notDueLabels = {
  'not-employed': 'Pas de contrat ce mois-là',
  'no-rsa-at-hire': 'Ne touchait pas le RSA à l’embauche',
  'another-departement': 'Résidait dans un autre département à l’embauche',
  'outside-caom': 'Mois hors de la convention d’objectifs et de moyens (CAOM)',
  'beyond-caom': 'Au-delà du nombre de personnes de la convention (CAOM)',
} satisfies Record<(EmployeePayment & { state: 'not-due' })['why'], string>

/** The sentence of a step of this slice. */
export const financingStepSentence = sentenceOf<FinancingSteps>(steps)
/** The sentence of an anomaly of this slice. */
export const financingAnomalySentence = sentenceOf<FinancingAnomalies>(anomalies)
