import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const residents: IndicatorCard = {
  code: 'residents',
  version: 1,
  title: 'Habitants du territoire en parcours',
  unit: 'personnes',
  definition: 'Personnes en parcours comptées là où elles habitent, quelle que soit la structure qui les emploie.',
  numerator: 'Personnes différentes dont un séjour touche la période, et dont la commune de résidence est dans le territoire.',
  denominator: null,
  population: 'Séjours non annulés, dans les structures du territoire ou d’ailleurs.',
  facts: ['Séjours (siae_stay)', 'Adresse (contact) : la commune seule'],
  source: fieldUseSource('Les publics se comptent à la résidence, les emplois au lieu de travail'),
  author: 'Maillage',
  limits: [
    'La commune est celle du dernier mois de présence dans l’année. Une personne qui déménage change de territoire, elle n’est pas comptée deux fois.',
    'Les personnes dont la commune n’est pas connue ne sont comptées nulle part comme habitantes.',
  ],
  counted: 'people',
}
