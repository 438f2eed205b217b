import { csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { downloadTables } from '../../../platform/uploads/write-tables.ts'
import type { ImportScreen } from '../imports/import-screen.ts'

const FILE_NAMES = { people: 'personnes', contracts: 'contrats', hours: 'heures' } as const

/** The model of a file, for a spreadsheet and as text: our own titles, and one line that shows what to write and is never imported. */
export const templates = ({ path, layout, allowed, kind, home }: ImportScreen) => {
  const name = `modele-${FILE_NAMES[kind]}`
  const columns = Object.values(layout)
  return [
    memberPage({
      path: `${path}/modele.csv`,
      allowed,
      async get() {
        return csvFile(
          `${name}.csv`,
          columns.map(({ label, example }) => ({ label, text: () => example })),
          [layout],
        )
      },
    }),
    memberPage({
      path: `${path}/modele.xlsx`,
      allowed,
      async get() {
        const rows = [columns.map(({ label }) => label), columns.map(({ example }) => example || null)]
        return downloadTables(name, 'xlsx', [{ name: home.label, rows, merges: [] }])
      },
    }),
  ]
}
