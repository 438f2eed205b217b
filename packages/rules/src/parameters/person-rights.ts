import { day, parameter, source } from '@maillage/kernel'

/** In calendar months from the day of reception. */
export const monthsToAnswerPerson = parameter<number>({
  key: 'privacy/months-to-answer',
  label: 'Temps pour répondre à une personne qui exerce ses droits',
  unit: 'mois',
  values: [
    {
      from: day('2018-05-25'),
      to: null,
      published: day('2016-05-04'),
      value: 1,
      source: source(
        'RGPD, art. 12.3',
        'text',
        'Un mois à compter de la réception ; deux mois de plus si la demande est complexe, la personne en étant avertie dans le premier mois',
      ),
    },
  ],
})
