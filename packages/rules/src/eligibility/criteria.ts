import type { CalendarDate, Law, Sensitivity } from '@maillage/kernel'
import { type CriterionLevel, criterionLevels, ruralZoneLabel } from '../parameters/eligibility-criteria.ts'
import type { CriterionCode } from './criterion-code.ts'

/** What never changes in a criterion; its level and its proof rule are dated parameters. */
export interface Criterion {
  readonly label: string
  readonly sensitivity: Sensitivity
  /** Pieces accepted, as the form lists them. */
  readonly pieces: readonly string[]
}

const REGISTRATION_PIECES = ['Avis de situation de France Travail', 'Récapitulatif des périodes d’inscription, en cas de radiation']
const IDENTITY_PIECES = ['Carte d’identité, passeport ou permis de conduire']
const ADDRESS_PIECES = ['Facture d’eau, d’électricité, d’internet ou de téléphone']

/** TH and AAH are health data, DETENTION_MJ is a fact of justice (RGPD 9 and 10): who may read a criterion follows from its sensitivity. */
export const CRITERIA: Readonly<Record<CriterionCode, Criterion>> = {
  RSA: { label: 'Bénéficiaire du RSA', sensitivity: 'social', pieces: ['Attestation RSA', 'Certification par le téléservice'] },
  ASS: { label: 'Allocataire de l’ASS', sensitivity: 'social', pieces: ['Attestation ASS'] },
  AAH: { label: 'Allocataire de l’AAH', sensitivity: 'health', pieces: ['Attestation AAH', 'Certification par le téléservice'] },
  DETLD: { label: 'Demandeur d’emploi de très longue durée (24 mois et plus)', sensitivity: 'ordinary', pieces: REGISTRATION_PIECES },
  CAP_BEP: {
    label: 'Niveau d’étude 3 (CAP, BEP) ou infra',
    sensitivity: 'ordinary',
    pieces: ['Diplôme', 'Attestation sur l’honneur'],
  },
  SENIOR: { label: 'Senior (50 ans et plus)', sensitivity: 'ordinary', pieces: IDENTITY_PIECES },
  JEUNE: { label: 'Jeune (moins de 26 ans)', sensitivity: 'ordinary', pieces: IDENTITY_PIECES },
  ASE: {
    label: 'Sortant de l’aide sociale à l’enfance (ASE)',
    sensitivity: 'social',
    pieces: ['Attestation ASE', 'Attestation sur l’honneur'],
  },
  DELD: { label: 'Demandeur d’emploi de longue durée (12 mois et plus)', sensitivity: 'ordinary', pieces: REGISTRATION_PIECES },
  TH: {
    label: 'Travailleur handicapé',
    sensitivity: 'health',
    pieces: ['Décision de la MDPH', 'Attestation de demande de renouvellement', 'Certification par le téléservice'],
  },
  PI: {
    label: 'Parent isolé',
    sensitivity: 'social',
    pieces: ['Attestation d’allocation de soutien familial (ASF)', 'Certification par le téléservice'],
  },
  PSH_PR: {
    label: 'Personne sans hébergement, hébergée ou ayant un parcours de rue',
    sensitivity: 'social',
    pieces: ['Certificat de domiciliation', 'À défaut, déclaration d’un travailleur social ou d’une association'],
  },
  REF_DA: {
    label: 'Réfugié, protégé subsidiaire, bénéficiaire d’une protection temporaire ou demandeur d’asile',
    sensitivity: 'social',
    pieces: ['Titre de séjour valide', 'Demande de renouvellement du titre', 'Autorisation provisoire de séjour ou de travail'],
  },
  ZRR: { label: 'Résident en zone rurale aidée (ZRR ou ZFRR)', sensitivity: 'ordinary', pieces: ADDRESS_PIECES },
  QPV: {
    label: 'Résident en quartier prioritaire de la politique de la ville (QPV)',
    sensitivity: 'ordinary',
    pieces: ADDRESS_PIECES,
  },
  DETENTION_MJ: {
    label: 'Sortant de détention ou personne placée sous main de justice',
    sensitivity: 'justice',
    pieces: ['Billet de sortie', 'Attestation du juge d’application des peines'],
  },
  FLE: {
    label: 'Maîtrise du français inférieure au niveau A1',
    sensitivity: 'social',
    pieces: ['Évaluation du niveau de français (FLE)'],
  },
  PM: { label: 'Difficulté de mobilité', sensitivity: 'ordinary', pieces: ['Diagnostic mobilité d’un prescripteur habilité'] },
}

/** Level of a criterion on a day; undefined when the texts of that day do not list it. @throws NoTextInForce before 3 September 2021 */
export function criterionLevel(law: Law, code: CriterionCode, on: CalendarDate): CriterionLevel | undefined {
  return law.on(on).get(criterionLevels)[code]
}

/** Name of a criterion on a day: the rural zone changed its name on 1 July 2024. @example criterionLabel(law, 'ZRR', day('2024-07-01')) */
export function criterionLabel(law: Law, code: CriterionCode, on: CalendarDate): string {
  return code === 'ZRR' ? law.on(on).get(ruralZoneLabel) : CRITERIA[code].label
}
