import { source } from '@maillage/kernel'
import type { IndicatorCard } from '../model.ts'

export const exits: IndicatorCard = {
  code: 'exits',
  version: 1,
  title: 'Sorties par classe',
  unit: 'sorties',
  definition: 'Fins de séjour dans une structure, classées : emploi durable, emploi de transition, sortie positive, autre sortie.',
  numerator: 'Sorties de la classe, parmi les sorties comptées.',
  denominator: 'Sorties comptées : présence assez longue, motif qui ne retire pas la sortie, classe connue.',
  population: 'Sorties enregistrées dont le jour tombe dans la période.',
  facts: ['Sorties (exit_version, exit_reason)', 'Séjours (siae_stay)', 'Heures des séjours (hours_version)'],
  source: source('Circulaire DGEFP n° 2008-21 du 10 décembre 2008', 'secondary', 'Emploi durable, emploi de transition, sorties positives'),
  author: 'Maillage',
  limits: [
    'Une sortie met fin à un séjour : une personne qui quitte deux structures fait deux sorties.',
    'Sorties retirées, trop courtes ou incomplètes : comptées à part, avec la raison.',
  ],
  counted: 'people',
}
