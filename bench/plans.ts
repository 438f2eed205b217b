import { writeFileSync } from 'node:fs'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import { type DatabaseContext, opener } from '../packages/server/src/platform/database/opener.ts'

export interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/** The same source, noting what is asked of it: what the pages really send. */
export function noting(source: ConnectionSource): { readonly source: ConnectionSource; taken(): readonly Statement[] } {
  let statements: Statement[] = []
  return {
    source: {
      ...source,
      async connect(holder) {
        const held = await source.connect(holder)
        return {
          ...held,
          query: (text, parameters = []) => {
            if (/^\s*(select|with)\b/i.test(text) && !text.startsWith("select set_config('role'")) statements.push({ text, parameters })
            return held.query(text, parameters)
          },
        }
      },
    },
    taken: () => {
      const kept = statements
      statements = []
      return kept
    },
  }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Writes bench/plans/<name>.txt: what PostgreSQL does for each statement, as a member, with row security. */
export async function keepPlans(
  source: ConnectionSource,
  name: string,
  context: DatabaseContext,
  statements: readonly Statement[],
): Promise<void> {
  const held = await source.connect('the plans')
  try {
    const { text, parameters } = opener('maillage_app', context)
    await held.execute('begin')
    await held.query(text, [...parameters])
    const parts: string[] = []
    for (const statement of statements) {
      const { rows } = await held.query(`explain (analyze, costs off, timing off, summary off) ${statement.text}`, statement.parameters)
      parts.push(`-- ${flat(statement.text)}\n\n${rows.map((row) => String(row['QUERY PLAN'])).join('\n')}`)
    }
    writeFileSync(new URL(`plans/${name}.txt`, import.meta.url), `${parts.join('\n\n')}\n`)
  } finally {
    await held.execute('rollback')
    held.release()
  }
}
