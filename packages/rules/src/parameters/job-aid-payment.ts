import { day, parameter, source } from '@maillage/kernel'
import { AID_ORDERS } from './aid-orders.ts'
import { fieldUse } from './texts.ts'

/** Share of the common amount that a SIAE in prison receives, in percent. */
export const prisonPercent = parameter<number>({
  key: 'financing/prison-percent',
  label: 'Part du montant commun versée en milieu pénitentiaire',
  unit: 'pour cent',
  values: [
    {
      from: day('2017-01-01'),
      to: day('2021-12-31'),
      published: AID_ORDERS.of2017.published,
      value: 60,
      source: source(AID_ORDERS.of2017.name, 'secondary', 'Montants du milieu pénitentiaire : 60 % des montants communs, à l’euro près'),
    },
    {
      from: day('2022-01-01'),
      to: day('2025-12-31'),
      published: AID_ORDERS.ofJuly2022.published,
      value: 100,
      source: source(AID_ORDERS.ofJuly2022.name, 'secondary', 'Les montants communs s’appliquent en milieu pénitentiaire'),
    },
  ],
})

/** Bounds of the modulated part, in hundredths of a percent of the base amount. */
export interface ModulationBounds {
  readonly common: { readonly least: number; readonly most: number }
  readonly prison: { readonly least: number; readonly most: number }
}

export const modulationBounds = parameter<ModulationBounds>({
  key: 'financing/modulation-bounds',
  label: 'Bornes de la part modulée',
  unit: 'centièmes de pour cent du socle',
  values: [
    {
      from: day('2014-01-01'),
      to: null,
      published: AID_ORDERS.of2014.published,
      value: { common: { least: 0, most: 1000 }, prison: { least: 500, most: 500 } },
      source: source(
        'Arrêté du 18 février 2015 et Code du travail, art. R5132-37',
        'text',
        'De 0 à 10 % du socle, fixée chaque année par le préfet ; 5 % en milieu pénitentiaire',
        'D’autres commentaires font des 5 % du milieu pénitentiaire un plafond, non un taux',
      ),
    },
  ],
})

/** How the annex limits what is paid. */
export const cappingFrame = parameter<'annex-cumulated'>({
  key: 'financing/capping-frame',
  label: 'Écrêtement : ce qui est payé ne dépasse pas l’annexe',
  unit: 'cadre',
  values: [
    {
      from: day('2014-01-01'),
      to: null,
      published: day('2014-03-06'),
      value: 'annex-cumulated',
      source: fieldUse(
        'Les postes de l’annexe sont annuels : mois au-dessus et mois au-dessous se compensent dans l’annexe',
        'Texte de l’écrêtement non trouvé ; le suivi de l’État a une colonne « ETP réalisé plafonné au max des ETP conventionnés »',
      ),
    },
  ],
})

/** When what was paid in advance is compared with what was done. */
export interface AdjustmentCalendar {
  /** Months of the annex, the first being 1; negative numbers count from its last month, which is −1. */
  readonly months: readonly number[]
  /** Whether one more adjustment comes the month after the annex ends. */
  readonly afterTheEnd: boolean
  /** Months between the last sheet looked at and the month of the adjustment. */
  readonly lag: number
}

export const adjustmentCalendar = parameter<AdjustmentCalendar>({
  key: 'financing/adjustment-calendar',
  label: 'Mois de régularisation de l’aide au poste',
  unit: 'mois de l’annexe',
  values: [
    {
      from: day('2014-01-01'),
      // The rule lasted until another was published: in the spring of 2022 nobody knew that it would change from January.
      to: null,
      published: AID_ORDERS.of2015.published,
      value: { months: [-2, -1], afterTheEnd: false, lag: 1 },
      source: source(AID_ORDERS.of2015.name, 'text', 'Régularisation sur les deux derniers mois', 'Décalage d’un mois : usage, non écrit'),
    },
    {
      from: day('2022-01-01'),
      to: null,
      published: AID_ORDERS.ofDecember2022.published,
      value: { months: [5, 8, 11], afterTheEnd: true, lag: 1 },
      source: source(
        AID_ORDERS.ofDecember2022.name,
        'secondary',
        'Régularisation aux cinquième, huitième et onzième mois, puis le mois suivant la fin de l’annexe',
        'Les mois pris en compte à chaque régularisation ne sont pas dits : nous comptons ceux d’avant',
      ),
    },
  ],
})

/** What is paid for an open-ended inclusion contract, in percent of the base amount. */
export const inclusionContractAid = parameter<{ readonly fullMonths: number; readonly laterPercent: number }>({
  key: 'financing/inclusion-contract-aid',
  label: 'Aide pour un CDI inclusion : mois à taux plein, puis taux réduit',
  unit: 'mois ; pour cent',
  values: [
    {
      from: day('2021-09-01'),
      to: null,
      published: day('2021-08-31'),
      value: { fullMonths: 12, laterPercent: 70 },
      source: source(
        'Décret n° 2021-1129 du 30 août 2021',
        'secondary',
        'CDI inclusion : 100 % du socle la première année, puis 70 %',
        'La suite à 70 % n’a pas été lue dans le texte',
      ),
    },
  ],
})

/** EITI from 2025: an amount each month, then a degressive one that depends on the turnover. */
export const eitiMonthlyAid = parameter<{
  readonly common: number
  readonly mayotte: number
  readonly fixedMonths: number
  readonly lastMonth: number
}>({
  key: 'financing/eiti-monthly-aid',
  label: 'Aide mensuelle pour un travailleur indépendant en insertion',
  unit: 'centimes par mois ; mois',
  values: [
    {
      from: day('2025-01-01'),
      to: day('2025-12-31'),
      published: day('2025-01-02'),
      value: { common: 45_000, mayotte: 34_000, fixedMonths: 9, lastMonth: 24 },
      source: source(
        'Décret n° 2024-1239 du 30 décembre 2024 et arrêtés du 2 janvier 2025',
        'secondary',
        '450 € par mois (340 € à Mayotte) pendant neuf mois, puis dégressif selon le chiffre d’affaires jusqu’au vingt-quatrième',
        'L’expérimentation finit le 22 ou le 23 décembre 2026, selon les sources',
      ),
    },
  ],
})
