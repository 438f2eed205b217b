// Writes in NOTICE.md the table of the packages that run with the programme, by licence. Run it after a dependency is added or removed.
import { readFileSync, writeFileSync } from 'node:fs'
import { licenceTable, withTable } from './notices/production-licences.ts'
import { readLicences } from './notices/read-licences.ts'

const path = new URL('../NOTICE.md', import.meta.url)
writeFileSync(path, withTable(readFileSync(path, 'utf8'), licenceTable(readLicences())))
