import { day, parameter } from '@maillage/kernel'
import { DECREE_2021_1128, labourCode, stateTool } from './texts.ts'

/** A length in calendar months or in days, first and last day counted. */
export type PassLength = { readonly unit: 'months' | 'days'; readonly count: number }

export const passLength = parameter<PassLength>({
  key: 'pass-iae/length',
  label: 'Durée du PASS IAE',
  unit: 'mois ou jours',
  values: [
    {
      from: day('2019-11-08'),
      to: day('2024-02-27'),
      published: day('2019-11-08'),
      value: { unit: 'months', count: 24 },
      source: stateTool('Deux ans de date à date', 'R5132-1-2, depuis le 1er septembre 2021 : vingt-quatre mois'),
    },
    {
      from: day('2024-02-28'),
      to: null,
      published: day('2024-02-28'),
      value: { unit: 'days', count: 730 },
      source: stateTool(
        'Deux fois 365 jours, premier et dernier jour comptés',
        'R5132-1-2 : vingt-quatre mois, un jour de plus si un 29 février y tombe',
      ),
    },
  ],
})

export const waitingYears = parameter<number>({
  key: 'pass-iae/waiting-years',
  label: 'Carence IAE avant un nouveau parcours',
  unit: 'ans',
  values: [{ ...DECREE_2021_1128, to: null, value: 2, source: labourCode('R5132-1-4', 'Nouveau parcours') }],
})
