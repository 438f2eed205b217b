import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const answerTime: IndicatorCard = {
  code: 'answer-time',
  version: 1,
  title: 'Temps de réponse aux candidatures',
  unit: 'jours',
  definition: 'Temps au bout duquel la moitié des candidatures ont reçu une réponse de la structure.',
  numerator: 'Médiane de survie (Kaplan-Meier), de l’envoi à la réponse. Celles qui attendent encore comptent pour le temps déjà attendu.',
  denominator: 'Candidatures envoyées dans la période.',
  population: 'Candidatures envoyées dans la période aux structures du territoire.',
  facts: ['Candidatures (application)', 'Passages d’un état à l’autre (application_transition)'],
  source: fieldUseSource('De l’envoi à l’acceptation, au refus ou au vivier'),
  author: 'Maillage',
  limits: ['Une candidature retirée compte jusqu’au jour de son retrait.'],
  counted: 'people',
}
