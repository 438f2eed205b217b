import { type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import { CRITERIA } from './criteria.ts'
import type { CriterionCode } from './criterion-code.ts'
import { PRESCRIBERS } from './prescriber-kind.ts'
import type { CriterionMissing, EligibilityMissing, EligibilityRefusals, GeneralMissing } from './refusals.ts'
import type { DiagnosisSeenFromOutside } from './seen-from-outside.ts'
import type { EligibilitySteps } from './steps.ts'

const name = (criterion: CriterionCode) => `« ${CRITERIA[criterion].label} »`
const date = (on: CalendarDate) => frenchDate(on)

const refusals = {
  'eligibility/prescriber-not-authorised': ({ kind }) =>
    `L’organisation (${PRESCRIBERS[kind].label}) n’est pas un prescripteur habilité à cette date. Elle peut orienter la personne, pas prescrire un parcours.`,
  'eligibility/self-prescription-withdrawn': ({ until }) =>
    until === null
      ? 'La structure n’a plus le droit de prescrire elle-même un parcours. Un prescripteur habilité peut le faire.'
      : `La structure ne peut pas prescrire elle-même un parcours jusqu’au ${date(until)}. Un prescripteur habilité peut le faire.`,
  'eligibility/criterion-not-in-force': ({ criterion, on }) => `Le critère ${name(criterion)} n’existe pas dans les textes au ${date(on)}.`,
  'eligibility/criteria-exclude-each-other': ({ one, other }) =>
    `Les critères ${name(one)} et ${name(other)} ne peuvent pas être retenus ensemble.`,
  'eligibility/proof-too-old': ({ criterion, dated, validUntil, on }) =>
    `${name(criterion)} : le justificatif du ${date(dated)} est valable jusqu’au ${date(validUntil)}, et le PASS IAE est délivré le ${date(on)}.`,
  'eligibility/proof-after-issue': ({ criterion, dated, on }) =>
    `${name(criterion)} : le justificatif est daté du ${date(dated)}, après la délivrance du PASS IAE le ${date(on)}.`,
  'eligibility/title-not-valid': ({ criterion, on }) => `${name(criterion)} : le titre ou la décision n’est pas valable le ${date(on)}.`,
  'eligibility/age-does-not-match': ({ criterion, limit, on }) =>
    criterion === 'JEUNE'
      ? `${name(criterion)} : la personne a ${limit} ans ou plus le ${date(on)}.`
      : `${name(criterion)} : la personne a moins de ${limit} ans le ${date(on)}.`,
  'eligibility/registered-too-short': ({ criterion, months, within, on }) =>
    `${name(criterion)} : il faut ${months} mois d’inscription au cours des ${within} mois qui finissent le ${date(on)}.`,
  'eligibility/not-enough-criteria': ({ kind, level1, level2, required }) =>
    `Pour une structure ${kind}, il faut un critère de niveau 1 ou ${required} critères de niveau 2. Critères établis : ${level1} de niveau 1, ${level2} de niveau 2.`,
} satisfies Wording<EligibilityRefusals>

const steps = {
  'eligibility/prescribed': ({ kind }) =>
    `Prescription par un prescripteur habilité (${PRESCRIBERS[kind].label}) : aucun critère n’est demandé.`,
  'eligibility/threshold': ({ kind, required }) => `Structure ${kind} : un critère de niveau 1, ou ${required} critères de niveau 2.`,
  'eligibility/criterion': ({ criterion, level, state }) => {
    const rank = level === null ? '' : `, niveau ${level}`
    return `${name(criterion)}${rank} : ${{ established: 'établi', failed: 'non retenu', undetermined: 'à compléter' }[state]}.`
  },
  'eligibility/verdict': ({ state }) =>
    ({
      granted: 'La personne est éligible.',
      refused: 'La personne n’est pas éligible.',
      undetermined: 'La réponse dépend de ce qui manque.',
    })[state],
} satisfies Wording<EligibilitySteps>

const general = {
  diagnosis: 'Le diagnostic socio-professionnel.',
  'prescriber-check': 'La vérification que l’organisation est bien ce qu’elle déclare.',
} satisfies Record<GeneralMissing, string>

const ofCriterion = {
  proof: (criterion) => `${name(criterion)} : le justificatif et sa date.`,
  'birth-date': (criterion) => `${name(criterion)} : une date de naissance assez précise.`,
  registration: (criterion) => `${name(criterion)} : la durée ou les périodes d’inscription à France Travail.`,
} satisfies Record<CriterionMissing, (criterion: CriterionCode) => string>

/** The sentence of a refusal of this slice. */
export const eligibilityRefusalSentence = sentenceOf<EligibilityRefusals>(refusals)

/** The sentence of a step of this slice. */
export const eligibilityStepSentence = sentenceOf<EligibilitySteps>(steps)

/** What is missing, said to the person who fills the form. */
export function eligibilityMissingSentence(missing: EligibilityMissing): string {
  if (missing === 'diagnosis' || missing === 'prescriber-check') return general[missing]
  const [kind, criterion] = missing.split(':') as [CriterionMissing, CriterionCode]
  return ofCriterion[kind](criterion)
}

/** What a reader outside the referents is told. @example outsideSentence({ author: 'siae', prescriber: null, level1: 0, level2: 3 }) */
export function outsideSentence({ author, prescriber, level1, level2 }: DiagnosisSeenFromOutside): string {
  const by =
    author === 'siae'
      ? 'Diagnostic de la structure'
      : `Diagnostic d’un prescripteur habilité${prescriber ? ` (${PRESCRIBERS[prescriber].label})` : ''}`
  return `${by} : ${plural(level1, 'critère')} de niveau 1, ${plural(level2, 'critère')} de niveau 2.`
}
