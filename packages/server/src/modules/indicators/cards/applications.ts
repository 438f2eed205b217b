import type { IndicatorCard } from '../model.ts'
import { dashboardSource } from './field-use-source.ts'

export const applications: IndicatorCard = {
  code: 'applications',
  version: 1,
  title: 'Candidatures répondues dans le délai',
  unit: '%',
  definition: 'Part des candidatures auxquelles la structure a répondu au plus tard le jour promis.',
  numerator: 'Candidatures acceptées, refusées ou mises en vivier par la structure au plus tard le jour promis.',
  denominator: 'Candidatures dont le jour promis est passé ou qui ont déjà une réponse.',
  population: 'Candidatures envoyées dans la période aux structures du territoire.',
  facts: ['Candidatures (application)', 'Passages d’un état à l’autre (application_transition)'],
  source: dashboardSource(
    'Fenêtre fixe, candidatures trop récentes laissées de côté',
    'Les tableaux de bord de l’État comptent trente jours pour tous',
  ),
  author: 'Maillage',
  limits: [
    '« Mise en attente » n’est pas une réponse dans ce chiffre ; un refus par l’horloge non plus.',
    'Une candidature retirée ou devenue sans objet avant la réponse est laissée de côté.',
  ],
  counted: 'people',
}
