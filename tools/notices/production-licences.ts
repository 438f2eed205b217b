/** What the lock file says of one package, and what the package says of itself. */
export interface LockEntry {
  readonly dev?: boolean
  readonly link?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly license?: string
}

export interface PackageLicence {
  readonly name: string
  readonly licence: string
  /** Made for one system or processor: installed on some machines only. */
  readonly platform: boolean
}

/** Free licences that an AGPL programme may be distributed with. Another one is read by somebody before it is added here. */
export const FREE_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  // Outlines of a map: the author is named on the page that shows them and in NOTICE.md.
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])

/** Whether a licence, or one that an « OR » leaves to choose, or each that an « AND » binds together, is free. */
export function isFree(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/\s+OR\s+/)
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((each) => FREE_LICENCES.has(each.trim())))
}

const nameOf = (at: string): string => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)

/**
 * The packages of third parties that run with the programme, each once, in the order of their names.
 * `declared` reads the licence a package gives in its own description; the lock file answers for those that are not installed here.
 */
export function productionLicences(
  packages: Readonly<Record<string, LockEntry>>,
  declared: (at: string) => string | undefined,
): PackageLicence[] {
  const found = Object.entries(packages)
    .filter(([at, entry]) => at.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([at, entry]) => ({
      name: nameOf(at),
      licence: declared(at) ?? entry.license ?? 'unknown',
      platform: entry.os !== undefined || entry.cpu !== undefined,
    }))
  const once = new Map(found.map((each) => [`${each.name} ${each.licence}`, each]))
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The table of NOTICE.md: one line per licence. Packages made for one system are left out: they follow the one that brings them. */
export function licenceTable(licences: readonly PackageLicence[]): string {
  const byLicence = Map.groupBy(
    licences.filter((each) => !each.platform),
    (each) => each.licence,
  )
  const rows = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, packages]) => `| ${licence} | ${packages.map((each) => each.name).join(', ')} |`)
  return ['| Licence | Packages |', '|---|---|', ...rows].join('\n')
}

const START = '<!-- start of the table made by tools/notices.mjs -->'
const END = '<!-- end of the table -->'

/** NOTICE.md with its table made anew. */
export function withTable(notice: string, table: string): string {
  const [start, end] = [notice.indexOf(START), notice.indexOf(END)]
  if (start === -1 || end < start) throw new Error('NOTICE.md has lost the marks of its table')
  return `${notice.slice(0, start + START.length)}\n\n${table}\n\n${notice.slice(end)}`
}
