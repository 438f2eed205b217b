import { frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { MISSION_LABELS } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshops, type WorkshopLine } from '../queries/workshops.ts'
import { readWorkshopList, WORKSHOPS } from './workshops-page.tsx'

const COLUMNS: readonly CsvColumn<WorkshopLine>[] = [
  { label: 'Thème', text: ({ workshop }) => workshop.theme },
  { label: 'Date', text: ({ workshop }) => frenchShortDate(workshop.happenedOn) },
  { label: 'Durée en minutes', text: ({ workshop }) => String(workshop.minutes ?? '') },
  { label: 'Mission', text: ({ workshop }) => MISSION_LABELS[workshop.mission] },
  { label: 'Présents', text: ({ present }) => String(present) },
]

/** The list as it is shown, whole; nobody is named in it. */
export const workshopsCsv = memberPage({
  path: `${WORKSHOPS}.csv`,
  allowed: mayAccompany,
  async get({ query, read }) {
    const { rows, today } = await read(async (ctx) => ({
      rows: (await findWorkshops(ctx, readWorkshopList(query), null)).rows,
      today: ctx.today,
    }))
    return csvFile(`ateliers-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
