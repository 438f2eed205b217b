import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const entryTime: IndicatorCard = {
  code: 'entry-time',
  version: 1,
  title: 'Délai d’entrée',
  unit: 'jours',
  definition: 'Temps au bout duquel la moitié des personnes proposées à une structure ont été embauchées dans l’IAE.',
  numerator:
    'Médiane de survie (Kaplan-Meier), de la première candidature à l’embauche. Celles qui attendent encore comptent pour le temps déjà attendu.',
  denominator: 'Personnes dont la première candidature à une structure du territoire est de la période.',
  population: 'Personnes proposées à une structure du territoire, embauchées ou non.',
  facts: ['Candidatures (application)', 'Embauches (hire)'],
  source: fieldUseSource(
    'De la première candidature à la première embauche',
    'Les tableaux de bord de l’État ne regardent que les personnes embauchées',
  ),
  author: 'Maillage',
  limits: [
    'Une personne qui a trouvé un emploi ailleurs compte comme en attente : la plateforme ne le sait pas.',
    'Pas de médiane tant que plus de la moitié attend : le chiffre manque, il n’est pas nul.',
  ],
  counted: 'people',
}
