import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const supervision: IndicatorCard = {
  code: 'supervision',
  version: 1,
  title: 'Encadrement et accompagnement',
  unit: 'personnes par ETP',
  definition: 'Personnes en parcours par équivalent temps plein d’encadrement technique et d’accompagnement.',
  numerator: 'Personnes présentes chaque mois, additionnées.',
  denominator: 'ETP d’encadrants techniques et de conseillers en insertion ouverts au dernier jour de chaque mois, additionnés.',
  population: 'Structures qui ont déclaré leur équipe permanente.',
  facts: ['Séjours (siae_stay)', 'Équipe permanente (staff_post)'],
  source: fieldUseSource('Encadrants techniques et conseillers réunis', 'D’autres rapportent aux ETP d’insertion plutôt qu’aux personnes'),
  author: 'Maillage',
  limits: ['Les structures qui n’ont pas déclaré leur équipe ne sont dans aucun des deux nombres.'],
  counted: 'people',
}
