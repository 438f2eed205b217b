import { frenchShortDate, isoDate } from '@maillage/kernel'
import { csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { dueWords, KIND_LABELS, MOMENT_LABELS } from '../due-words.fr.ts'
import { isCare, momentOf } from '../model.ts'
import { mayReadMorning } from '../policy.ts'
import { whatFallsDue } from '../queries/what-falls-due.ts'
import { MORNING_HREF, readMorning } from './morning-address.ts'

/** The morning as it is shown, whole: same filters, every page. */
export const morningCsv = memberPage({
  path: `${MORNING_HREF}.csv`,
  allowed: mayReadMorning,
  async get({ actor, query, read }) {
    const { rows, today, law } = await read(async (ctx) => ({
      rows: (await whatFallsDue(ctx, readMorning(query, actor).filters, null)).rows,
      today: ctx.today,
      law: ctx.law,
    }))
    const lines = rows.map((line) => ({ line, words: dueWords(line, { actor, law, today }) }))
    return csvFile(
      `ma-matinee-${isoDate(today)}.csv`,
      [
        { label: 'Quand', text: ({ line }) => MOMENT_LABELS[momentOf(line.kind, line.dueOn, today)] },
        { label: 'Échéance', text: ({ line }) => (isCare(line.kind) ? '' : frenchShortDate(line.dueOn)) },
        { label: 'Personne', text: ({ line }) => line.personName ?? '' },
        { label: 'Nature', text: ({ line }) => KIND_LABELS[line.kind] },
        { label: 'De quoi il s’agit', text: ({ words }) => words.what },
        { label: 'Pourquoi', text: ({ words }) => words.why ?? '' },
        {
          label: 'Règle',
          text: ({ words }) => (words.source ? [words.source.article, words.source.title].filter(Boolean).join(', ') : ''),
        },
      ],
      lines,
    )
  },
})
