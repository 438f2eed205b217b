import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, totalmem } from 'node:os'

const FILE = new URL('results.md', import.meta.url)
const SECTIONS = ['rules', 'access', 'pages', 'month', 'figures', 'weight', 'faults'] as const
const HEAD = `# Results

Written by the benches: each command rewrites its own section. Milliseconds and requests a second are those of the machine of that day;
what may be compared from one machine to another is the ratio to the floor, measured in the same run. The bars are those of the design.
`

export type Section = (typeof SECTIONS)[number]

const begun = loadavg()[0] ?? 0

/** What a reader must know to judge the figures: never a name, never a path. */
function machineLine(database: string | null): string {
  const parts = [
    `Node ${process.version}`,
    ...(database === null ? [] : [`PostgreSQL ${database}`]),
    `${process.platform} ${process.arch}, ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `load average ${begun.toFixed(1)} when it began, ${(loadavg()[0] ?? 0).toFixed(1)} when it ended`,
  ]
  return `${new Date().toISOString().slice(0, 10)}. ${parts.join('; ')}.`
}

const startOf = (section: Section) => `<!-- ${section}: start -->`
const endOf = (section: Section) => `<!-- ${section}: end -->`

function sectionIn(text: string, section: Section): string | undefined {
  const [start, end] = [text.indexOf(startOf(section)), text.indexOf(endOf(section))]
  return start === -1 || end < start ? undefined : text.slice(start, end + endOf(section).length)
}

/** Writes one section of bench/results.md, leaving the others as they are, and prints it. */
export function record(
  section: Section,
  { title, database = null, lines }: { title: string; database?: string | null; lines: readonly string[] },
): void {
  const body = [`## ${title}`, '', machineLine(database), '', ...lines].join('\n')
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const written = SECTIONS.flatMap((each) => {
    const kept = each === section ? `${startOf(each)}\n${body}\n${endOf(each)}` : sectionIn(text, each)
    return kept === undefined ? [] : [kept]
  })
  writeFileSync(FILE, `${HEAD}\n${written.join('\n\n')}\n`)
  console.log(`\n${body}\n`)
}

/** A table, its first line the titles. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.flatMap((row, index) => [`| ${row.join(' | ')} |`, ...(index === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])])
