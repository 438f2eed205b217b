import { addDays, type Cents, cents, day, parameter, source } from '@maillage/kernel'

const RAISES = [
  ['2014-01-01', 953],
  ['2015-01-01', 961],
  ['2016-01-01', 967],
  ['2017-01-01', 976],
  ['2018-01-01', 988],
  ['2019-01-01', 1003],
  ['2020-01-01', 1015],
  ['2021-01-01', 1025],
  ['2021-10-01', 1048],
  ['2022-01-01', 1057],
  ['2022-05-01', 1085],
  ['2022-08-01', 1107],
  ['2023-01-01', 1127],
  ['2023-05-01', 1152],
  ['2024-01-01', 1165],
  ['2024-11-01', 1188],
  ['2026-01-01', 1202],
] as const

/** Gross hourly minimum wage (SMIC). Serves projections only: an amount of aid is never derived from it. */
export const hourlyMinimumWage = parameter<Cents>({
  key: 'financing/hourly-minimum-wage',
  label: 'SMIC horaire brut',
  unit: 'centimes',
  values: RAISES.map(([from, value], index) => {
    const next = RAISES[index + 1]
    return {
      from: day(from),
      to: next ? addDays(day(next[0]), -1) : day('2026-12-31'),
      published: day(from),
      value: cents(value),
      source: source(
        'Décrets et arrêtés relevant le SMIC',
        'secondary',
        'SMIC horaire brut',
        next ? 'Jour de publication non relevé : premier jour d’effet' : 'Un relèvement en cours d’année 2026 n’a pas été recherché',
      ),
    }
  }),
})
