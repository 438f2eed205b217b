import { day, parameter, type SiaeKind, source } from '@maillage/kernel'
import type { ProlongationReason } from '../pass-iae/prolongation-reason.ts'
import { DECREE_2021_1128, labourCode, stateTool } from './texts.ts'

/** What the Code du travail asks for one ground of prolongation. */
export interface ProlongationRule {
  readonly kinds: readonly SiaeKind[]
  readonly authorisedBy: 'siae' | 'authorised-prescriber'
  /** Longest total length of the right, suspensions left out; null when the text gives none. */
  readonly totalMonths: number | null
  /** Longest single decision; null when the text gives none. */
  readonly decisionMonths: number | null
  readonly minimumAge: number | null
}

const ALL = ['EI', 'ACI', 'AI', 'ETTI', 'EITI'] as const
const NO_LIMIT = { totalMonths: null, decisionMonths: null, minimumAge: null } as const

export const prolongationRules = parameter<Readonly<Partial<Record<ProlongationReason, ProlongationRule>>>>({
  key: 'pass-iae/prolongation-rules',
  label: 'Motifs de prolongation et leurs limites',
  unit: 'mois',
  values: [
    {
      ...DECREE_2021_1128,
      to: null,
      value: {
        'open-ended-inclusion-contract': { ...NO_LIMIT, kinds: ALL, authorisedBy: 'siae', minimumAge: 57 },
        'training-to-complete': { ...NO_LIMIT, kinds: ALL, authorisedBy: 'siae' },
        senior: { kinds: ALL, authorisedBy: 'authorised-prescriber', totalMonths: 84, decisionMonths: null, minimumAge: 50 },
        'disabled-worker': { kinds: ALL, authorisedBy: 'authorised-prescriber', totalMonths: 60, decisionMonths: null, minimumAge: null },
        'particular-difficulties': {
          kinds: ['ACI', 'AI'],
          authorisedBy: 'authorised-prescriber',
          totalMonths: 60,
          decisionMonths: 12,
          minimumAge: null,
        },
      },
      source: labourCode('R5132-1-8', 'Prolongation de la prescription'),
    },
  ],
})

/** What the State's service accepts for one ground, days. */
export const toolProlongationDays = parameter<
  Readonly<Partial<Record<ProlongationReason, { readonly each: number; readonly together: number | null }>>>
>({
  key: 'pass-iae/tool-prolongation-days',
  label: 'Durées de prolongation acceptées par les emplois de l’inclusion',
  unit: 'jours',
  values: [
    {
      ...DECREE_2021_1128,
      to: null,
      value: {
        'open-ended-inclusion-contract': { each: 3650, together: null },
        'training-to-complete': { each: 365, together: null },
        senior: { each: 365, together: 1825 },
        'disabled-worker': { each: 365, together: 1095 },
        'particular-difficulties': { each: 365, together: 1095 },
      },
      source: stateTool(
        'Durée par demande, et cumul de toutes les prolongations du PASS',
        'R5132-1-8 compte en mois et ne limite à un an que les décisions pour difficultés particulières',
      ),
    },
  ],
})

/** Days of an open-ended inclusion contract counted before its end is known. */
export const openContractDays = parameter<number>({
  key: 'pass-iae/open-contract-days',
  label: 'Durée comptée pour un CDI inclusion sans fin connue',
  unit: 'jours',
  values: [
    { ...DECREE_2021_1128, to: null, value: 3650, source: stateTool('Dix fois 365 jours', 'R5132-1-8 1° a : jusqu’à la rupture du CDI') },
  ],
})

/** When a prolongation may be asked: months before and after the last day of the PASS. */
export const toolProlongationWindow = parameter<{ readonly monthsBefore: number; readonly monthsAfter: number }>({
  key: 'pass-iae/tool-prolongation-window',
  label: 'Période où les emplois de l’inclusion acceptent une demande de prolongation',
  unit: 'mois',
  values: [
    {
      ...DECREE_2021_1128,
      to: day('2021-10-24'),
      value: { monthsBefore: 3, monthsAfter: 0 },
      source: stateTool('Trois mois avant la fin'),
    },
    {
      from: day('2021-10-25'),
      to: day('2022-11-16'),
      published: day('2021-10-25'),
      value: { monthsBefore: 3, monthsAfter: 3 },
      source: stateTool('Trois mois avant et après la fin'),
    },
    {
      from: day('2022-11-17'),
      to: day('2023-07-26'),
      published: day('2022-11-17'),
      value: { monthsBefore: 12, monthsAfter: 3 },
      source: stateTool(
        'Douze mois après le début, trois mois après la fin',
        'Douze mois avant la fin est exact pour un PASS de vingt-quatre mois',
      ),
    },
    {
      from: day('2023-07-27'),
      to: day('2025-10-14'),
      published: day('2023-07-27'),
      value: { monthsBefore: 7, monthsAfter: 0 },
      source: stateTool('Sept mois avant la fin'),
    },
    {
      from: day('2025-10-15'),
      to: day('2026-05-20'),
      published: day('2025-10-15'),
      value: { monthsBefore: 12, monthsAfter: 0 },
      source: stateTool('Douze mois avant la fin'),
    },
    {
      from: day('2026-05-21'),
      to: null,
      published: day('2026-05-21'),
      value: { monthsBefore: 12, monthsAfter: 6 },
      source: stateTool('Douze mois avant, six mois après la fin', 'Le Code du travail ne fixe pas de période'),
    },
  ],
})

export const openContractAfterMonths = parameter<number>({
  key: 'pass-iae/open-contract-after-months',
  label: 'Durée de parcours avant un CDI inclusion',
  unit: 'mois',
  values: [
    {
      ...DECREE_2021_1128,
      to: null,
      value: 12,
      source: source(
        'Décret n° 2021-1129 du 30 août 2021',
        'secondary',
        'CDI inclusion',
        'Durée lue dans plusieurs commentaires, pas dans le texte',
      ),
    },
  ],
})
