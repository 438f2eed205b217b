import { type Cents, parameter } from '@maillage/kernel'
import { AID_ORDERS, type AidRow, columnOf } from './aid-orders.ts'

const TITLE = 'Aide au contrat passerelle, pour un poste à temps plein pendant six mois'

/**
 * Aid for a bridge contract (EI and ACI only; décret n° 2021-1129, art. 2), in euros for a full-time post over six months.
 * The experiment was prolonged to December 2025; what became of it since was not found, so nothing is given for 2026.
 */
const ROWS: readonly AidRow<'common' | 'mayotte'>[] = [
  { from: '2021-09-01', by: AID_ORDERS.ofDecember2021, confidence: 'secondary', amounts: { common: 2050 } },
  { from: '2022-01-01', by: AID_ORDERS.ofJuly2022, confidence: 'secondary', amounts: { common: 2114 } },
  { from: '2022-05-01', by: AID_ORDERS.ofJuly2022, confidence: 'secondary', amounts: { common: 2170, mayotte: 1639 } },
  { from: '2022-08-01', by: AID_ORDERS.ofDecember2022, confidence: 'secondary', amounts: { common: 2214, mayotte: 1672 } },
  { from: '2023-01-01', by: AID_ORDERS.ofJuly2023, confidence: 'secondary', amounts: { common: 2254 } },
  { from: '2023-05-01', by: AID_ORDERS.ofJuly2023, confidence: 'secondary', amounts: { common: 2304 } },
  { from: '2024-01-01', by: AID_ORDERS.ofApril2024, confidence: 'secondary', amounts: { common: 2330, mayotte: 1760 } },
  { from: '2024-11-01', to: '2025-12-31', by: AID_ORDERS.ofDecember2024, confidence: 'secondary', amounts: { common: 2376 } },
]

const rows = ROWS.map((row) => ({ ...row, title: TITLE }))

export const bridgeAmount = parameter<Cents>({
  key: 'financing/bridge-amount',
  label: TITLE,
  unit: 'centimes',
  values: columnOf(rows, 'common'),
})

export const bridgeAmountMayotte = parameter<Cents>({
  key: 'financing/bridge-amount-mayotte',
  label: `${TITLE}, à Mayotte`,
  unit: 'centimes',
  values: columnOf(rows, 'mayotte'),
})
