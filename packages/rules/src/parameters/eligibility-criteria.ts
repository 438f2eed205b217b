import { day, parameter, type SiaeKind } from '@maillage/kernel'
import type { CriterionCode } from '../eligibility/criterion-code.ts'
import { DECREE_2021_1128, fieldUse, labourCode, ORDER_OF_2021, ORDER_OF_2025, orderOf2021, orderOf2025, stateTool } from './texts.ts'

export type CriterionLevel = 1 | 2

/** How a criterion is proven: a recent piece, a title that covers a day, the birth date, or (CAP_BEP) a diploma without age. */
export type ProofRule =
  | { readonly kind: 'recent-piece'; readonly months: number }
  | { readonly kind: 'diploma-or-recent-statement'; readonly months: number }
  | { readonly kind: 'title'; readonly validOn: 'issue' | 'hire' }
  | { readonly kind: 'birth-date' }

const LEVELS: Readonly<Record<CriterionCode, CriterionLevel>> = {
  RSA: 1,
  ASS: 1,
  AAH: 1,
  DETLD: 1,
  CAP_BEP: 2,
  SENIOR: 2,
  JEUNE: 2,
  ASE: 2,
  DELD: 2,
  TH: 2,
  PI: 2,
  PSH_PR: 2,
  REF_DA: 2,
  ZRR: 2,
  QPV: 2,
  DETENTION_MJ: 2,
  FLE: 2,
  PM: 2,
}

export const criterionLevels = parameter<Readonly<Partial<Record<CriterionCode, CriterionLevel>>>>({
  key: 'eligibility/criterion-levels',
  label: 'Critères d’éligibilité et leur niveau',
  unit: 'niveau',
  values: [
    {
      ...ORDER_OF_2021,
      to: day('2025-09-06'),
      value: LEVELS,
      source: orderOf2021('Annexe 2 ; niveau 1 par R5132-1-7 II', 'secondary'),
    },
    { ...ORDER_OF_2025, to: null, value: LEVELS, source: orderOf2025('Liste des critères ; niveau 1 par R5132-1-7 II', 'text') },
  ],
})

export const level2Threshold = parameter<Readonly<Record<SiaeKind, number>>>({
  key: 'eligibility/level-2-threshold',
  label: 'Nombre de critères de niveau 2 demandés, selon le type de structure',
  unit: 'critères',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: { EI: 3, ACI: 3, EITI: 3, AI: 2, ETTI: 2 },
      source: orderOf2021(
        'Deux critères (ETTI, AI) ou trois (EI, ACI)',
        'text',
        'L’arrêté ne nomme pas les EITI : trois critères, lus dans le code public des emplois de l’inclusion',
      ),
    },
  ],
})

const RECENT_3 = { kind: 'recent-piece', months: 3 } as const
const RECENT_6 = { kind: 'recent-piece', months: 6 } as const
const PROOFS: Readonly<Record<CriterionCode, ProofRule>> = {
  RSA: RECENT_3,
  ASS: RECENT_3,
  AAH: RECENT_3,
  DETLD: RECENT_3,
  CAP_BEP: { kind: 'diploma-or-recent-statement', months: 3 },
  SENIOR: { kind: 'birth-date' },
  JEUNE: { kind: 'birth-date' },
  ASE: { kind: 'recent-piece', months: 12 },
  DELD: RECENT_3,
  TH: { kind: 'title', validOn: 'hire' },
  PI: RECENT_3,
  PSH_PR: RECENT_3,
  REF_DA: { kind: 'title', validOn: 'issue' },
  ZRR: RECENT_6,
  QPV: RECENT_6,
  DETENTION_MJ: RECENT_6,
  FLE: RECENT_6,
  PM: RECENT_6,
}

export const proofRules = parameter<Readonly<Record<CriterionCode, ProofRule>>>({
  key: 'eligibility/proof-rules',
  label: 'Validité des justificatifs au jour du PASS IAE',
  unit: 'mois',
  values: [
    {
      ...ORDER_OF_2021,
      to: day('2025-09-06'),
      value: PROOFS,
      source: stateTool('Validité des justificatifs', 'Annexe 2 de l’arrêté du 1er septembre 2021, non relue ligne à ligne'),
    },
    {
      ...ORDER_OF_2025,
      to: null,
      value: PROOFS,
      source: orderOf2025(
        'Durée de validité des justificatifs',
        'text',
        '« Datant de moins de trois mois » est lu ici : la date de la pièce plus trois mois de calendrier est après le jour du PASS. D’autres comptent 90 ou 92 jours.',
      ),
    },
  ],
})

export const certifiableCriteria = parameter<readonly CriterionCode[]>({
  key: 'eligibility/certifiable-criteria',
  label: 'Critères que le téléservice peut certifier sans pièce',
  unit: 'critères',
  values: [
    { ...ORDER_OF_2021, to: day('2025-09-06'), value: [], source: orderOf2021('Annexe 2 : pièces seulement', 'secondary') },
    {
      ...ORDER_OF_2025,
      to: null,
      value: ['RSA', 'AAH', 'PI', 'TH'],
      source: stateTool('Certification par les API Particulier et France Travail', 'L’annexe de 2025 ne nomme que le RSA et l’AAH'),
    },
  ],
})

export const registrationRules = parameter<Readonly<Record<'DETLD' | 'DELD', { readonly months: number; readonly within: number }>>>({
  key: 'eligibility/registration-rules',
  label: 'Durée d’inscription comme demandeur d’emploi',
  unit: 'mois',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: { DETLD: { months: 24, within: 27 }, DELD: { months: 12, within: 15 } },
      source: fieldUse(
        'Fenêtres de 27 et 15 mois',
        'R5132-1-7 II dit seulement « vingt-quatre mois ou plus » ; les fenêtres viennent des fiches de critères',
      ),
    },
  ],
})

export const youngBelowAge = parameter<number>({
  key: 'eligibility/young-below-age',
  label: 'Âge sous lequel le critère « jeune » est rempli',
  unit: 'ans',
  values: [{ ...ORDER_OF_2021, to: null, value: 26, source: orderOf2021('Jeunes (- 26 ans)', 'secondary') }],
})

export const seniorFromAge = parameter<number>({
  key: 'eligibility/senior-from-age',
  label: 'Âge à partir duquel le critère « senior » est rempli',
  unit: 'ans',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: 50,
      source: orderOf2021(
        'Senior (+ 50 ans)',
        'secondary',
        '« + 50 ans » est lu « cinquante ans et plus », comme à l’article R5132-1-8 ; une lecture stricte commencerait au lendemain de l’anniversaire',
      ),
    },
  ],
})

export const exclusivePairs = parameter<readonly (readonly [CriterionCode, CriterionCode])[]>({
  key: 'eligibility/exclusive-pairs',
  label: 'Critères qui ne peuvent pas être retenus ensemble',
  unit: 'paires',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: [
        ['SENIOR', 'JEUNE'],
        ['DETLD', 'DELD'],
      ],
      source: stateTool('Paires de critères exclusives, pour tous les auteurs'),
    },
  ],
})

export const ruralZoneLabel = parameter<string>({
  key: 'eligibility/rural-zone-label',
  label: 'Nom de la zone rurale aidée',
  unit: 'libellé',
  values: [
    {
      ...ORDER_OF_2021,
      to: day('2024-06-30'),
      value: 'Résident en zone de revitalisation rurale (ZRR)',
      source: orderOf2021('Annexe 2', 'secondary'),
    },
    {
      from: day('2024-07-01'),
      to: null,
      published: day('2023-12-30'),
      value: 'Résident en zone France ruralités revitalisation (ZFRR, ex-ZRR)',
      source: stateTool('Libellé « ZRR/ZFRR »', 'Loi n° 2023-1322 du 29 décembre 2023, art. 73, non relue'),
    },
  ],
})

export const levelOneIsEnough = parameter<number>({
  key: 'eligibility/level-1-threshold',
  label: 'Nombre de critères de niveau 1 demandés',
  unit: 'critères',
  values: [{ ...DECREE_2021_1128, to: null, value: 1, source: labourCode('R5132-1-7 II', 'L’un des critères suivants') }],
})
