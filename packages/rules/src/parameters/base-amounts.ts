import { type Cents, type Parameter, parameter } from '@maillage/kernel'
import { AID_ORDERS, type AidRow, columnOf } from './aid-orders.ts'

type Column = 'EI' | 'ETTI' | 'AI' | 'ACI' | 'supervision' | 'EITI'

/**
 * Base amount of the aid for a full-time post over a year, in euros (R5132-8 EI, R5132-10-13 ETTI, R5132-24 AI, R5132-38 ACI), and the maximum
 * for a self-employed worker (EITI). `supervision` is the share of the ACI amount for accompaniment and technical supervision.
 * Amounts change inside a year and were often published after the days they price. No amount of 2026 is known: none is given.
 */
const COMMON: readonly AidRow<Column>[] = [
  { from: '2014-01-01', by: AID_ORDERS.of2014, confidence: 'secondary', amounts: { EI: 10_000, ETTI: 4250 } },
  { from: '2014-07-01', by: AID_ORDERS.of2014, confidence: 'secondary', amounts: { EI: 10_000, ETTI: 4250, AI: 1300, ACI: 19_200 } },
  {
    from: '2015-01-01',
    by: AID_ORDERS.of2015,
    confidence: 'text',
    amounts: { EI: 10_080, ETTI: 4284, AI: 1310, ACI: 19_354, supervision: 979 },
  },
  {
    from: '2016-01-01',
    by: AID_ORDERS.of2016,
    confidence: 'secondary',
    amounts: { EI: 10_143, ETTI: 4311, AI: 1319, ACI: 19_474, supervision: 985 },
  },
  { from: '2017-01-01', by: AID_ORDERS.of2017, confidence: 'secondary', amounts: { EI: 10_237, ETTI: 4351, AI: 1331, ACI: 19_655 } },
  {
    from: '2018-01-01',
    by: AID_ORDERS.of2018,
    confidence: 'secondary',
    amounts: { EI: 10_363, ETTI: 4405, AI: 1347, ACI: 19_897, supervision: 1007 },
  },
  {
    from: '2019-01-01',
    by: AID_ORDERS.of2019,
    confidence: 'secondary',
    amounts: { EI: 10_520, ETTI: 4472, AI: 1367, ACI: 20_199, supervision: 1022, EITI: 5548 },
  },
  {
    from: '2020-01-01',
    by: AID_ORDERS.of2020,
    confidence: 'secondary',
    amounts: { EI: 10_646, ETTI: 4299, AI: 1383, ACI: 20_441, supervision: 1034, EITI: 5614 },
  },
  {
    from: '2021-01-01',
    by: AID_ORDERS.ofApril2021,
    confidence: 'text',
    amounts: {
      EI: 10_751,
      ETTI: 4341,
      AI: { euros: 1397, confidence: 'computed', disagrees: 'Retrouvé par l’évolution du SMIC : le montant du texte n’a pas été lu' },
      ACI: { euros: 20_642, confidence: 'computed', disagrees: 'Retrouvé par l’évolution du SMIC : le montant du texte n’a pas été lu' },
    },
  },
  {
    from: '2021-10-01',
    by: AID_ORDERS.ofDecember2021,
    confidence: 'secondary',
    amounts: { EI: 10_988, ETTI: 4437, AI: 1428, ACI: 21_096, supervision: 1067, EITI: 5794 },
  },
  {
    from: '2022-01-01',
    by: AID_ORDERS.ofJuly2022,
    confidence: 'secondary',
    amounts: { EI: 11_087, ETTI: 4253, AI: 1441, ACI: 21_286, supervision: 1077, EITI: 5846 },
  },
  {
    from: '2022-05-01',
    by: AID_ORDERS.ofJuly2022,
    confidence: 'secondary',
    amounts: { EI: 11_381, ETTI: 4366, AI: 1479, ACI: 21_850, supervision: 1106, EITI: 6001 },
  },
  {
    from: '2022-08-01',
    by: AID_ORDERS.ofDecember2022,
    confidence: 'text',
    amounts: {
      EI: 11_609,
      ETTI: 4454,
      AI: 1509,
      ACI: 22_289,
      supervision: 1128,
      EITI: { euros: 6001, confidence: 'secondary', disagrees: 'L’arrêté ne relève pas ce montant : celui de mai 2022 continue' },
    },
  },
  {
    from: '2023-01-01',
    by: AID_ORDERS.ofJuly2023,
    confidence: 'text',
    amounts: { EI: 11_819, ETTI: 4535, AI: 1536, ACI: 22_692, supervision: 1169 },
  },
  {
    from: '2023-05-01',
    by: AID_ORDERS.ofJuly2023,
    confidence: 'text',
    amounts: { EI: 12_081, ETTI: 4636, AI: 1570, ACI: 23_196, supervision: 1195 },
  },
  {
    from: '2024-01-01',
    by: AID_ORDERS.ofApril2024,
    confidence: 'text',
    amounts: { EI: 12_218, ETTI: 4688, AI: 1588, ACI: 23_458, supervision: 1209, EITI: { euros: 6443, confidence: 'secondary' } },
  },
  {
    from: '2024-11-01',
    by: AID_ORDERS.ofDecember2024,
    confidence: 'secondary',
    amounts: { EI: 12_459, ETTI: 4781, AI: 1619, ACI: 23_921, supervision: 1233, EITI: 6570 },
  },
  {
    from: '2025-01-01',
    to: '2025-12-31',
    by: AID_ORDERS.ofDecember2024,
    confidence: 'secondary',
    amounts: {
      EI: {
        euros: 13_304,
        disagrees: 'Un réseau régional qui cite l’arrêté donne 13 304 € ; un diagnostic de territoire de 2025 donne encore 12 459 €',
      },
      ETTI: 4781,
      AI: 1619,
      ACI: 23_921,
      supervision: 1233,
    },
  },
]

const MAYOTTE: readonly AidRow<Column>[] = [
  {
    from: '2021-10-01',
    by: AID_ORDERS.ofDecember2021,
    confidence: 'secondary',
    amounts: { EI: 8294, ETTI: 3349, AI: 1077, ACI: 15_924, supervision: 805, EITI: 4373 },
  },
  {
    from: '2022-01-01',
    by: AID_ORDERS.ofJuly2022,
    confidence: 'secondary',
    amounts: { EI: 8369, ETTI: 3210, AI: 1087, ACI: 16_067, supervision: 812, EITI: 4412 },
  },
  {
    from: '2022-05-01',
    by: AID_ORDERS.ofJuly2022,
    confidence: 'secondary',
    amounts: { EI: 8590, ETTI: 3295, AI: 1115, ACI: 16_493, supervision: 834, EITI: 4529 },
  },
  {
    from: '2022-08-01',
    by: AID_ORDERS.ofDecember2022,
    confidence: 'text',
    amounts: { EI: 8763, ETTI: 3361, AI: 1138, ACI: 16_825, supervision: 850 },
  },
  {
    from: '2023-01-01',
    by: AID_ORDERS.ofJuly2023,
    confidence: 'secondary',
    amounts: { EI: 8922, ETTI: 3422, AI: 1159, ACI: 17_130, supervision: 899 },
  },
  {
    from: '2023-05-01',
    by: AID_ORDERS.ofJuly2023,
    confidence: 'secondary',
    amounts: { EI: 9120, ETTI: 3498, AI: 1185, ACI: 17_510, supervision: 919 },
  },
  {
    from: '2024-01-01',
    by: AID_ORDERS.ofApril2024,
    confidence: 'secondary',
    amounts: { EI: 9223, ETTI: 3538, AI: 1198, ACI: 17_708, supervision: 929, EITI: 4862 },
  },
  {
    from: '2024-11-01',
    by: AID_ORDERS.ofDecember2024,
    confidence: 'secondary',
    amounts: { EI: 9412, ETTI: 3610, AI: 1223, ACI: 18_070, EITI: 4961 },
  },
  {
    from: '2025-01-01',
    to: '2025-12-31',
    by: AID_ORDERS.ofDecember2024,
    confidence: 'secondary',
    amounts: {
      ETTI: { euros: 3610, disagrees: 'Montant de novembre 2024, sans changement lu pour 2025' },
      AI: { euros: 1223, disagrees: 'Montant de novembre 2024, sans changement lu pour 2025' },
      ACI: { euros: 18_070, disagrees: 'Montant de novembre 2024, sans changement lu pour 2025' },
    },
  },
]

const title = {
  EI: 'Montant socle de l’aide aux entreprises d’insertion (R5132-8)',
  ETTI: 'Montant socle de l’aide aux entreprises de travail temporaire d’insertion (R5132-10-13)',
  AI: 'Montant socle de l’aide aux associations intermédiaires (R5132-24)',
  ACI: 'Montant socle de l’aide aux ateliers et chantiers d’insertion (R5132-38)',
  supervision: 'Part de l’aide aux ACI au titre de l’accompagnement et de l’encadrement technique',
  EITI: 'Montant maximal par travailleur indépendant pour 1 505 heures (EITI)',
} satisfies Record<Column, string>

function amounts(column: Column, place: 'common' | 'mayotte'): Parameter<Cents> {
  const key = column === 'supervision' ? 'aci-supervision' : column.toLowerCase()
  const rows = (place === 'common' ? COMMON : MAYOTTE).map((row) => ({ ...row, title: title[column] }))
  return parameter<Cents>({
    key: place === 'common' ? `financing/base-amount-${key}` : `financing/base-amount-${key}-mayotte`,
    label: place === 'common' ? title[column] : `${title[column]}, à Mayotte`,
    unit: 'centimes par ETP et par an',
    values: columnOf(rows, column),
  })
}

export const baseAmountEi = amounts('EI', 'common')
export const baseAmountEtti = amounts('ETTI', 'common')
export const baseAmountAi = amounts('AI', 'common')
export const baseAmountAci = amounts('ACI', 'common')
export const baseAmountEiti = amounts('EITI', 'common')
export const supervisionAmount = amounts('supervision', 'common')
export const baseAmountEiMayotte = amounts('EI', 'mayotte')
export const baseAmountEttiMayotte = amounts('ETTI', 'mayotte')
export const baseAmountAiMayotte = amounts('AI', 'mayotte')
export const baseAmountAciMayotte = amounts('ACI', 'mayotte')
export const baseAmountEitiMayotte = amounts('EITI', 'mayotte')
export const supervisionAmountMayotte = amounts('supervision', 'mayotte')
