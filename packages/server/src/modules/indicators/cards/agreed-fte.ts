import type { IndicatorCard } from '../model.ts'
import { dashboardSource } from './field-use-source.ts'

export const agreedFte: IndicatorCard = {
  code: 'agreed-fte',
  version: 1,
  title: 'ETP conventionnés',
  unit: 'ETP',
  definition: 'Équivalents temps plein ouverts par les annexes financières : postes multipliés par les mois, divisés par douze.',
  numerator: 'Somme, sur les mois de la période, des postes de l’annexe et de ses avenants, divisée par douze.',
  denominator: null,
  population: 'Annexes signées à ce jour et non annulées des structures du territoire.',
  facts: ['Annexes financières et avenants (financial_annex, annex_amendment)'],
  source: dashboardSource('Postes d’insertion de l’annexe multipliés par sa durée en mois, divisés par douze'),
  author: 'Maillage',
  limits: [
    'Un mois sans annexe signée n’est pas un zéro : il est compté à part.',
    'Un avenant pris en cours de mois vaut pour le mois entier.',
  ],
  counted: 'activity',
}
