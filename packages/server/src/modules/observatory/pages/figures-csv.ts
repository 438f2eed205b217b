import { csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { EXPORT_COLUMNS, exportRows } from '../export-rows.ts'
import { observe } from '../observe.ts'
import { mayObserve } from '../policy.ts'

/** The figures of a territory as they are shown to this reader. */
export const figuresCsv = memberPage({
  path: '/observatoire.csv',
  allowed: mayObserve,
  async get({ query, read }) {
    const seen = await read((ctx) => observe(ctx, text(query, 'territoire'), query))
    if (!seen) return notFoundReply
    return csvFile(`observatoire-${seen.territory.code}-${seen.asked.year}.csv`, EXPORT_COLUMNS, exportRows(seen))
  },
})
