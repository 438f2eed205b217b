import { source } from '@maillage/kernel'
import type { IndicatorCard } from '../model.ts'

export const dynamicRate: IndicatorCard = {
  code: 'dynamic-rate',
  version: 1,
  title: 'Taux de sorties dynamiques',
  unit: '%',
  definition: 'Part des sorties comptées vers l’emploi durable, l’emploi de transition ou une sortie positive.',
  numerator: 'Sorties vers l’emploi durable, l’emploi de transition et sorties positives.',
  denominator: 'Sorties comptées.',
  population: 'Sorties enregistrées dont le jour tombe dans la période.',
  facts: ['Sorties (exit_version, exit_reason)', 'Séjours (siae_stay)', 'Heures des séjours (hours_version)'],
  source: source(
    'Circulaire DGEFP n° 2008-21 du 10 décembre 2008',
    'secondary',
    'Objectif de 60 % de sorties dynamiques, dont 25 % d’emploi durable',
  ),
  author: 'Maillage',
  limits: [
    'L’intervalle (Wilson, 95 %) dit ce que le hasard seul peut faire : deux taux dont les intervalles se recoupent ne se distinguent pas.',
    'Le taux ne dit rien du point de départ des personnes : à lire avec leurs profils.',
  ],
  counted: 'people',
}
