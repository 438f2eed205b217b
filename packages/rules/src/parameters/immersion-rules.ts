import { day, parameter, type SiaeKind, source } from '@maillage/kernel'

export interface ImmersionRule {
  readonly months: number
  readonly renewals: number
  /** Periods with one host, and days together, within twelve months. */
  readonly periods: number
  readonly days: number
  readonly withinMonths: number
  /** Part of the contract, in percent. */
  readonly percentOfContract: number
  /** Kinds of SIAE that may prescribe one by right. */
  readonly prescribers: readonly SiaeKind[]
}

export const immersionRule = parameter<ImmersionRule>({
  key: 'employment/immersion-rule',
  label: 'Périodes de mise en situation en milieu professionnel (PMSMP)',
  unit: 'mois, périodes, jours, pour cent',
  values: [
    {
      from: day('2015-01-01'),
      to: null,
      published: day('2014-11-28'),
      value: { months: 1, renewals: 1, periods: 2, days: 60, withinMonths: 12, percentOfContract: 25, prescribers: ['EI', 'ACI', 'AI'] },
      source: source(
        'Code du travail, art. L5135-1 et suivants, D5135-1 et suivants',
        'secondary',
        'Un mois de date à date, renouvelable une fois ; soixante jours sur douze mois chez un même employeur',
        'D’autres commentaires écrivent « deux mois » au lieu de soixante jours',
      ),
    },
  ],
})
