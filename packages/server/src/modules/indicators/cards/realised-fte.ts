import type { IndicatorCard } from '../model.ts'
import { dashboardSource } from './field-use-source.ts'

export const realisedFte: IndicatorCard = {
  code: 'realised-fte',
  version: 1,
  title: 'ETP réalisés',
  unit: 'ETP',
  definition: 'Heures qui comptent pour l’aide, divisées par les heures d’un équivalent temps plein de la structure.',
  numerator: 'Heures des mois validés par la structure, divisées par les heures d’un ETP (celles de l’annexe, sinon celles du type).',
  denominator: 'Pour la réalisation : ETP conventionnés des mêmes mois. Un mois non déclaré n’entre dans aucun des deux.',
  population: 'Mois validés, transmis ou débloqués des structures du territoire.',
  facts: ['Totaux des mois validés (month_total)', 'Annexes financières (financial_annex)'],
  source: dashboardSource(
    'Heures de l’état mensuel divisées par les heures annuelles d’un temps plein',
    'Les tableaux de bord de l’État comptent zéro pour un mois non déclaré',
  ),
  author: 'Maillage',
  limits: [
    'Les heures sans contrat ne sont pas comptées tant que l’anomalie n’est pas réglée.',
    'Chaque mois est arrondi au millionième d’ETP avant l’addition.',
  ],
  counted: 'activity',
}
