import type { IndicatorCard } from '../model.ts'
import { fieldUseSource } from './field-use-source.ts'

export const people: IndicatorCard = {
  code: 'people',
  version: 1,
  title: 'Personnes en parcours',
  unit: 'personnes',
  definition: 'Personnes présentes au moins un jour dans une structure, de leur entrée à leur sortie.',
  numerator:
    'Personnes différentes dont un séjour touche la période. Une personne suivie par deux structures compte une fois dans le territoire.',
  denominator: null,
  population: 'Séjours non annulés dans les structures du territoire.',
  facts: ['Séjours (siae_stay)'],
  source: fieldUseSource('Une personne comptée une fois, quel que soit le nombre de contrats'),
  author: 'Maillage',
  limits: [
    'Les types ne s’additionnent pas : une personne passée d’un ACI à une EI compte dans les deux.',
    'En AI, une personne inscrite sans heure dans le mois est comptée.',
  ],
  counted: 'people',
}
