import { frenchNumber, frenchShortDate, type Law } from '@maillage/kernel'
import { annexEnd, annexMeasureLabels } from '@maillage/rules/agreements'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { postsOn } from '../agreement-words.ts'
import type { StandingAnnex } from '../model.ts'
import { mayReadTerritory } from '../policy.ts'
import { type AgreementLine, agreementRegister } from '../queries/agreement-register.ts'
import { reachOf } from '../queries/reach-of.ts'
import { readAgreementList } from './agreement-list-query.ts'

/** One line per annex of today, and one for a structure that has none. */
interface Line extends AgreementLine {
  readonly annex: StandingAnnex | null
}

const amount = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : (value / 100).toFixed(2).replace('.', ',')

const columnsOn = (law: Law, today: Parameters<typeof postsOn>[2]): readonly CsvColumn<Line>[] => [
  { label: 'Structure', text: ({ name }) => name },
  { label: 'Type', text: ({ kind }) => kind },
  { label: 'Organisme porteur', text: ({ organisationName }) => organisationName },
  { label: 'Département', text: ({ departement }) => departement },
  { label: 'Convention du', text: ({ agreement }) => (agreement ? frenchShortDate(agreement.first) : '') },
  { label: 'Convention au', text: ({ agreement }) => (agreement ? frenchShortDate(agreement.last) : '') },
  { label: 'Annexe', text: ({ annex }) => annex?.number ?? '' },
  { label: 'Aide', text: ({ annex }) => (annex ? annexMeasureLabels[annex.annex.measure] : 'Sans annexe') },
  { label: 'Annexe du', text: ({ annex }) => (annex ? frenchShortDate(annex.annex.period.first) : '') },
  { label: 'Annexe au', text: ({ annex }) => (annex ? frenchShortDate(annexEnd(annex.annex)) : '') },
  { label: 'Signée le', text: ({ annex }) => (annex ? frenchShortDate(annex.annex.knownOn) : '') },
  {
    label: 'Postes aujourd’hui',
    text: ({ annex }) =>
      annex ? frenchNumber((postsOn(law, annex.annex, today) ?? annex.annex.posts) / 100, 2).replaceAll('\u202f', '') : '',
  },
  { label: 'Montant de l’annexe', text: ({ annex }) => amount(annex?.amount) },
  { label: 'Part du Département', text: ({ annex }) => amount(annex?.annex.cofinancing?.departement) },
  { label: 'Montant cofinancé total', text: ({ annex }) => amount(annex?.annex.cofinancing?.total) },
]

/** The list as it is shown, whole: same filters, same order, every page. */
export const agreementsCsv = memberPage({
  path: '/conventions.csv',
  allowed: mayReadTerritory,
  async get({ query, read }) {
    const { filters, sort } = readAgreementList(query)
    return read(async (ctx) => {
      const { rows } = await agreementRegister(ctx, await reachOf(ctx), filters, sort, null)
      const lines = rows.flatMap((row): Line[] =>
        row.annexes.length === 0 ? [{ ...row, annex: null }] : row.annexes.map((annex) => ({ ...row, annex })),
      )
      return csvFile('conventions.csv', columnsOn(ctx.law, ctx.today), lines)
    })
  },
})
