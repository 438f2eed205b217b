import { source } from '@maillage/kernel'
import type { IndicatorCard } from '../model.ts'

export const structures: IndicatorCard = {
  code: 'structures',
  version: 1,
  title: 'Structures d’insertion',
  unit: 'structures',
  definition: 'Structures ouvertes au moins un jour de la période, chacune pour son type.',
  numerator: 'Structures dont la période d’ouverture touche la période regardée.',
  denominator: null,
  population: 'Toutes les structures conventionnées dans le territoire.',
  facts: ['Répertoire des structures (siae)'],
  source: source('CT L5132-4', 'text', 'Types de structures de l’IAE'),
  author: 'Maillage',
  limits: [
    'Un organisme qui porte deux structures compte deux fois.',
    'Le territoire est celui de la convention, pas celui de chaque chantier.',
  ],
  counted: 'activity',
}
