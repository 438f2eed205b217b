import { frenchShortDate, isoDate } from '@maillage/kernel'
import { type ExitReason, exitClassLabels, exitReasonLabels, sensitivityOfExit } from '@maillage/rules/exits'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { mayReadExits } from '../policy.ts'
import { type ExitLine, exitRegister } from '../queries/exit-register.ts'
import { chosenExits, daysOfYear, readExitList } from './exit-list-query.ts'
import { countedWords } from './exit-words.tsx'

const EDITIONS = {
  partenaires: 'Édition partenaires : les motifs de santé, de justice et de décès ne sont pas donnés.',
  referents: 'Édition référents : contient des motifs personnels. Ne la transmettez pas hors de votre structure.',
} as const

/** A line of the list, or the sentence that says which edition the file is. */
type Line = ExitLine | { readonly edition: string }

/** The partners' edition leaves a personal reason empty; that it was withheld is not said either, for only such reasons are. */
const reasonIn = (edition: keyof typeof EDITIONS, reason: ExitReason): string =>
  edition === 'referents' || (reason !== 'withheld' && sensitivityOfExit(reason) === 'ordinary') ? exitReasonLabels[reason] : ''

const column = (label: string, of: (line: ExitLine) => string): CsvColumn<Line> => ({
  label,
  text: (line) => ('edition' in line ? '' : of(line)),
})

const columnsOf = (edition: keyof typeof EDITIONS): readonly CsvColumn<Line>[] => [
  { label: 'Personne', text: (line) => ('edition' in line ? line.edition : (line.personName ?? '')) },
  column('Structure', ({ siaeName }) => siaeName),
  column('Entrée', ({ entry }) => frenchShortDate(entry)),
  column('Sortie', ({ exitOn }) => frenchShortDate(exitOn)),
  column('Motif', ({ reason }) => reasonIn(edition, reason)),
  column('Classe', ({ finding }) => (finding.class === null ? 'À compléter' : exitClassLabels[finding.class])),
  column('Comptée', ({ finding }) => countedWords(finding)),
  column('Contrat trouvé, premier jour', ({ found }) => (found ? frenchShortDate(found.first) : '')),
  column('Contrat trouvé, dernier jour', ({ found }) => (found?.last ? frenchShortDate(found.last) : '')),
]

/** The list as it is shown, whole: same filters, same order, in the edition asked; the partners' one when none is. */
export const exitsCsv = memberPage({
  path: '/sorties.csv',
  allowed: mayReadExits,
  async get({ query, read }) {
    const edition = text(query, 'edition') === 'referents' ? 'referents' : 'partenaires'
    const { lines, today, asked } = await read(async (ctx) => {
      const asked = readExitList(query, ctx.today)
      const { siaeId, year } = asked.filters
      return { asked, today: ctx.today, lines: await exitRegister(ctx, { siaeId, ...daysOfYear(year) }) }
    })
    const rows: readonly Line[] = [...chosenExits(lines, asked.filters, asked.sort), { edition: EDITIONS[edition] }]
    return csvFile(`sorties-${edition}-${isoDate(today)}.csv`, columnsOf(edition), rows)
  },
})
