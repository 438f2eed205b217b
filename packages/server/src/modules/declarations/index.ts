import type { Slice } from '../../platform/http/slice.ts'
import { messages as payrollMessages } from './import-messages.fr.ts'
import { mayImportAny } from './import-policy.ts'
import { eraseContents } from './jobs/erase-contents.ts'
import { messages } from './messages.fr.ts'
import { gridFile } from './pages/grid-file.ts'
import { importContractsPages } from './pages/import-contracts-page.tsx'
import { importGridPage } from './pages/import-grid-page.tsx'
import { importHoursPages } from './pages/import-hours-page.tsx'
import { importLinePage } from './pages/import-line-page.tsx'
import { importPage } from './pages/import-page.tsx'
import { importPeoplePages } from './pages/import-people-page.tsx'
import { importRunPage } from './pages/import-run-page.tsx'
import { importsPage } from './pages/imports-page.tsx'
import { pasteMonthPage } from './pages/paste-month-page.tsx'
import { runActs } from './pages/run-acts.tsx'

/** Déclarations et imports: files that structures send, line by line, and files produced from the facts. */
export const declarations: Slice = {
  name: 'declarations',
  pages: [
    ...importPeoplePages,
    ...importContractsPages,
    ...importHoursPages,
    pasteMonthPage,
    importsPage,
    importRunPage,
    importGridPage,
    gridFile,
    importPage,
    importLinePage,
    ...runActs,
  ],
  jobs: [eraseContents],
  messages: { ...messages, ...payrollMessages },
  navigation: (actor) => (actor && mayImportAny(actor) ? [{ label: 'Imports', href: '/imports', secondary: true }] : []),
}
