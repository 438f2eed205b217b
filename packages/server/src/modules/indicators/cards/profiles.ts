import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const profiles: IndicatorCard = {
  code: 'profiles',
  version: 1,
  title: 'Profils des personnes',
  unit: 'personnes',
  definition: 'Part des personnes en parcours selon le sexe, l’âge et les critères reconnus au dernier diagnostic.',
  numerator: 'Personnes en parcours dans la période qui ont cette caractéristique.',
  denominator: 'Personnes en parcours pour lesquelles la caractéristique est connue.',
  population: 'Personnes en parcours dans les structures du territoire.',
  facts: ['Séjours (siae_stay)', 'Identité (person) : sexe et date de naissance', 'Diagnostics (criterion) : critères établis'],
  source: fieldUseSource('Âge au premier jour du dernier mois de présence ; critère au dernier diagnostic fait avant la fin de ce mois'),
  author: 'Maillage',
  limits: [
    'Un critère absent n’est pas une situation absente : il n’est compté que s’il a été établi au diagnostic.',
    'Les critères de justice ne sont comptés nulle part.',
    'Une personne peut avoir plusieurs critères : leurs parts ne s’additionnent pas.',
  ],
  counted: 'people',
}
