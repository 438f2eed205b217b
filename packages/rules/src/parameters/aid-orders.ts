import { addDays, type CalendarDate, type Cents, type Confidence, type DatedValue, day, euros, source } from '@maillage/kernel'

/**
 * One order fixing the amounts of the aid. `published`: its day in the Journal officiel or, where that was not found, the day it was signed,
 * the earliest it could be known.
 */
export interface AidOrder {
  readonly name: string
  readonly published: CalendarDate
  readonly unseen?: string
}

const UNSEEN = 'Parution au Journal officiel non lue : date de signature'

const order = (name: string, published: string, unseen?: string): AidOrder => ({
  name,
  published: day(published),
  ...(unseen ? { unseen } : {}),
})

export const AID_ORDERS = {
  of2014: order('Arrêté du 6 mars 2014', '2014-03-06', UNSEEN),
  of2015: order('Arrêté du 18 février 2015', '2015-02-18', UNSEEN),
  of2016: order('Arrêté du 14 janvier 2016, JO du 23 janvier', '2016-01-23'),
  of2017: order('Arrêté du 28 février 2017, JO du 9 mars', '2017-03-09'),
  of2018: order('Arrêté du 5 février 2018, JO du 15 février', '2018-02-15'),
  of2019: order('Arrêté du 27 février 2019', '2019-02-27', UNSEEN),
  of2020: order('Arrêté fixant les montants pour 2020', '2020-01-01', 'Date du texte non trouvée : premier jour d’effet'),
  ofApril2021: order('Arrêté du 26 avril 2021 (MTRD2036456A), JO du 2 mai', '2021-05-02'),
  ofDecember2021: order('Arrêté du 21 décembre 2021 (MTRD2129488A), JO du 29 décembre', '2021-12-29'),
  ofJuly2022: order('Arrêté du 5 juillet 2022 (MTRD2206107A), JO du 21 août', '2022-08-21'),
  ofDecember2022: order('Arrêté du 5 décembre 2022, JO du 15 décembre', '2022-12-15'),
  ofJuly2023: order('Arrêté du 28 juillet 2023 (MTRD2310806A), JO du 17 août', '2023-08-17'),
  ofApril2024: order('Arrêté du 30 avril 2024', '2024-04-30', UNSEEN),
  ofDecember2024: order('Arrêté du 4 décembre 2024', '2024-12-04', UNSEEN),
} as const satisfies Readonly<Record<string, AidOrder>>

interface DetailedAmount {
  readonly euros: number
  readonly confidence?: Confidence
  readonly disagrees?: string
}

/** One line of a table of amounts, in whole euros. A column left out is an amount we did not read, never a zero. */
export interface AidRow<Column extends string> {
  readonly from: string
  readonly by: AidOrder
  readonly confidence: Confidence
  readonly amounts: Readonly<Partial<Record<Column, number | DetailedAmount>>>
  /** Last day, when it is not the eve of the next line: a gap of the table is a gap of the law we know. */
  readonly to?: string
}

/** The dated values of one column: each runs to the eve of the next line, the last one to its own `to`. */
export function columnOf<Column extends string>(
  rows: readonly (AidRow<Column> & { readonly title: string })[],
  column: Column,
): DatedValue<Cents>[] {
  return rows.flatMap((row, index) => {
    const amount = row.amounts[column]
    if (amount === undefined) return []
    const next = rows[index + 1]
    const detail: DetailedAmount = typeof amount === 'number' ? { euros: amount } : amount
    return [
      {
        from: day(row.from),
        to: row.to ? day(row.to) : next ? addDays(day(next.from), -1) : null,
        published: row.by.published,
        value: euros(detail.euros),
        source: source(row.by.name, detail.confidence ?? row.confidence, row.title, detail.disagrees ?? row.by.unseen),
      },
    ]
  })
}
