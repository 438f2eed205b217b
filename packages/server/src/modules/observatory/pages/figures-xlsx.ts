import writeXlsxFile from 'write-excel-file/node'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { download, notFoundReply } from '../../../platform/http/reply.ts'
import { CATALOGUE } from '../../indicators/index.ts'
import { EXPORT_COLUMNS, exportRows } from '../export-rows.ts'
import { observe } from '../observe.ts'
import { mayObserve } from '../policy.ts'

const head = (labels: readonly string[]) => labels.map((value) => ({ value, fontWeight: 'bold' as const }))
const cells = (texts: readonly string[]) => texts.map((value) => ({ value, type: String, wrap: true }))

const DEFINITIONS = Object.values(CATALOGUE).map((card) =>
  cells([
    card.code,
    String(card.version),
    card.title,
    card.unit,
    card.definition,
    card.numerator,
    card.denominator ?? '',
    card.population,
    card.facts.join(' ; '),
    `${card.source.article}${card.source.title ? `, ${card.source.title}` : ''}`,
    card.limits.join(' '),
  ]),
)

/** The figures of a territory as they are shown to this reader, with a sheet of definitions. */
export const figuresXlsx = memberPage({
  path: '/observatoire.xlsx',
  allowed: mayObserve,
  async get({ query, read }) {
    const seen = await read((ctx) => observe(ctx, text(query, 'territoire'), query))
    if (!seen) return notFoundReply
    const rows = exportRows(seen).map((row) => cells(EXPORT_COLUMNS.map((column) => column.text(row))))
    const file = await writeXlsxFile([
      {
        sheet: 'Chiffres',
        stickyRowsCount: 1,
        columns: EXPORT_COLUMNS.map(() => ({ width: 24 })),
        data: [head(EXPORT_COLUMNS.map(({ label }) => label)), ...rows],
      },
      {
        sheet: 'Définitions',
        stickyRowsCount: 1,
        columns: Array.from({ length: 11 }, () => ({ width: 28 })),
        data: [
          head([
            'Indicateur',
            'Version',
            'Titre',
            'Unité',
            'Définition',
            'Compté',
            'Rapporté à',
            'Population',
            'Faits',
            'Source',
            'Limites',
          ]),
          ...DEFINITIONS,
        ],
      },
    ]).toBuffer()
    return download(
      `observatoire-${seen.territory.code}-${seen.asked.year}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      new Uint8Array(file),
    )
  },
})
