import { frenchDate, frenchMonth, frenchNumber, plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { AnnexMeasure } from './annex.ts'
import type { AgreementAnomalies } from './anomaly-codes.ts'
import type { AgreementSteps } from './steps.ts'

const posts = (hundredths: number) => plural(hundredths / 100, 'poste')
const span = (first: Parameters<typeof frenchMonth>[0], last: Parameters<typeof frenchMonth>[0]) =>
  first === last ? `en ${frenchMonth(first)}` : `de ${frenchMonth(first)} à ${frenchMonth(last)}`

/** Labels of what an annex pays. */
export const annexMeasureLabels = {
  common: 'Aide de droit commun',
  prison: 'Milieu pénitentiaire',
  bridge: 'Contrat passerelle',
} satisfies Record<AnnexMeasure, string>

const steps = {
  'agreements/segment': ({ firstMonth, lastMonth, months, centiPosts, amendedOn }) =>
    `${posts(centiPosts)} ${span(firstMonth, lastMonth)} (${plural(months, 'mois', 'mois')})${amendedOn === null ? ', selon l’annexe signée' : `, selon l’avenant connu le ${frenchDate(amendedOn)}`}.`,
  'agreements/awaiting-annex': ({ firstMonth, lastMonth, months }) =>
    `En attente d’annexe ${span(firstMonth, lastMonth)} (${plural(months, 'mois', 'mois')}) : ces mois ne comptent pas pour zéro.`,
  'agreements/as-known': ({ knownOn }) => `Ce qui était connu le ${frenchDate(knownOn)}.`,
  'agreements/agreed-total': ({ centiPostMonths, fte }) =>
    `${frenchNumber(centiPostMonths / 100, 2)} postes × mois, divisés par douze : ${frenchNumber(fte, 2)} équivalents temps plein.`,
} satisfies Wording<AgreementSteps>

const anomalies = {
  'agreements/annex-too-long': ({ months, most }) => `L’annexe dure ${months} mois, pour ${most} au plus.`,
  'agreements/amendment-outside-annex': ({ effectOn, first, last }) =>
    `L’avenant prend effet le ${frenchDate(effectOn)}, hors de l’annexe, qui va du ${frenchDate(first)} au ${frenchDate(last)}.`,
  'agreements/amendment-inside-month': ({ effectOn }) =>
    `L’avenant prend effet en cours de mois, le ${frenchDate(effectOn)} : le mois entier lui est compté.`,
  'agreements/too-many-prison-posts': ({ centiPosts, most }) =>
    `L’annexe ouvre ${posts(centiPosts)} dans un établissement pénitentiaire, pour ${posts(most)} au plus.`,
  'agreements/cofinancing-above-total': () => 'La part du Département dépasse le montant total de l’annexe.',
} satisfies Wording<AgreementAnomalies>

/** The sentence of a step of this slice. */
export const agreementStepSentence = sentenceOf<AgreementSteps>(steps)
/** The sentence of an anomaly of this slice. */
export const agreementAnomalySentence = sentenceOf<AgreementAnomalies>(anomalies)
