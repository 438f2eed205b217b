import { frenchShortDate, isoDate } from '@maillage/kernel'
import { immersionObjectLabels } from '@maillage/rules/employment'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { HOST_KIND_LABELS, OUTCOME_LABELS, PRESCRIBER_LABELS } from '../messages.fr.ts'
import { type ImmersionLine, immersionRegister } from '../queries/immersion-register.ts'
import { chosenImmersions, daysOfYear, readImmersionList } from './immersion-list-query.ts'

const COLUMNS: readonly CsvColumn<ImmersionLine>[] = [
  { label: 'Personne', text: ({ personName }) => personName ?? '' },
  { label: 'Structure', text: ({ siaeName }) => siaeName },
  { label: 'Employeur d’accueil', text: ({ hostName }) => hostName ?? '' },
  { label: 'SIRET', text: ({ hostSiret }) => hostSiret ?? '' },
  { label: 'Type d’employeur', text: ({ hostKind }) => HOST_KIND_LABELS[hostKind] },
  { label: 'Objet', text: ({ object }) => immersionObjectLabels[object] },
  { label: 'Prescrite par', text: ({ prescribedBy }) => PRESCRIBER_LABELS[prescribedBy] },
  { label: 'Premier jour', text: ({ first }) => frenchShortDate(first) },
  { label: 'Dernier jour prévu', text: ({ last }) => frenchShortDate(last) },
  { label: 'Dernier jour fait', text: ({ conclusion }) => (conclusion ? frenchShortDate(conclusion.endedOn) : '') },
  { label: 'Renouvellement', text: ({ renews }) => (renews === null ? 'Non' : 'Oui') },
  { label: 'Bilan', text: ({ conclusion }) => (conclusion ? OUTCOME_LABELS[conclusion.outcome] : '') },
  { label: 'Embauche par l’employeur d’accueil', text: ({ conclusion }) => (conclusion ? (conclusion.hired ? 'Oui' : 'Non') : '') },
  { label: 'Points à régler', text: ({ unsettled }) => String(unsettled) },
]

/** The list as it is shown, whole: same filters, same order, every page. What was learnt stays on the page of the immersion. */
export const immersionsCsv = memberPage({
  path: '/immersions.csv',
  allowed: mayReadContracts,
  async get({ query, read }) {
    const { lines, today, asked } = await read(async (ctx) => {
      const asked = readImmersionList(query, ctx.today)
      return { asked, today: ctx.today, lines: await immersionRegister(ctx, daysOfYear(asked.filters.year)) }
    })
    return csvFile(`immersions-${isoDate(today)}.csv`, COLUMNS, chosenImmersions(lines, asked.filters, asked.sort, today))
  },
})
