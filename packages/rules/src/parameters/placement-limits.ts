import { type CentiHours, day, parameter, wholeHours } from '@maillage/kernel'
import { labourCode, labourCodeReported } from './texts.ts'

export interface PlacementLimit {
  readonly hours: CentiHours
  /** Months counted from the first placement. */
  readonly months: number
}

/** Hours that somebody may be placed by an AI with companies, all together. Never for private persons nor non-profit bodies. */
export const companyPlacementLimit = parameter<PlacementLimit>({
  key: 'employment/company-placement-limit',
  label: 'Heures de mise à disposition en entreprise par une association intermédiaire',
  unit: 'centièmes d’heure ; mois',
  values: [
    {
      from: day('2008-05-01'),
      to: day('2020-12-15'),
      published: day('2008-05-01'),
      value: { hours: wholeHours(480), months: 12 },
      source: labourCodeReported(
        'L5132-9 et R5132-18',
        '480 heures',
        'Douze mois dans la rédaction de 2008, vingt-quatre dans d’autres copies',
      ),
    },
    {
      from: day('2020-12-16'),
      to: null,
      published: day('2020-12-15'),
      value: { hours: wholeHours(480), months: 24 },
      source: labourCode(
        'L5132-9 2° et R5132-18',
        '480 heures sur vingt-quatre mois depuis la première mise à disposition',
        'Deux versions du texte : en vigueur le 16 décembre 2020 ou le 15 juin 2021',
      ),
    },
  ],
})

/** Length beyond which a placement was kept for people with an approval: without object since the law of 14 December 2020. */
export const longPlacementHours = parameter<CentiHours>({
  key: 'employment/long-placement-hours',
  label: 'Mise à disposition réservée aux personnes agréées, au-delà de (jusqu’en 2020)',
  unit: 'centièmes d’heure',
  values: [
    {
      from: day('2008-05-01'),
      to: day('2020-12-15'),
      published: day('2008-05-01'),
      value: wholeHours(16),
      source: labourCode('R5132-18 1°', 'Seize heures', 'L’article demeure, sans objet depuis la réécriture de L5132-9 1°'),
    },
  ],
})

/** Working days after the first one within which the contract of mission is given, and that of placement signed: Sundays and public holidays apart. */
export const missionContractDays = parameter<number>({
  key: 'employment/mission-contract-days',
  label: 'Contrat de mission et contrat de mise à disposition d’une ETTI, après le premier jour',
  unit: 'jours ouvrables',
  values: [
    {
      from: day('2008-05-01'),
      to: null,
      published: day('2008-05-01'),
      value: 2,
      source: labourCodeReported('L1251-17 et L1251-42', 'Dans les deux jours ouvrables suivant la mise à disposition'),
    },
  ],
})
