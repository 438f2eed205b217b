import type { Breach } from './breach.ts'

const DRAWER = /(^|-)(utils?|helpers?|common|managers?|services?|shared)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Read by people and tools that expect these names; a SCSS partial begins with an underscore. */
const GIVEN = /^(README\.md|_[a-z0-9-]+\.scss)$/

function fault(name: string): Pick<Breach, 'forbidden' | 'instead'> | undefined {
  const parts = name.split('.')
  if (DRAWER.test(parts[0] ?? ''))
    return { forbidden: `"${name}" is a drawer, not a name`, instead: 'Name the file after the one idea it holds' }
  if (!GIVEN.test(name) && !parts.every((part) => KEBAB.test(part)))
    return {
      forbidden: `"${name}" is not in kebab-case ASCII`,
      instead: 'Write it in lower case without accents, its words joined by hyphens',
    }
  return undefined
}

/** Files and folders are in kebab-case ASCII, and none is a drawer. */
export function fileNames(paths: readonly string[]): Breach[] {
  return paths.flatMap((path) =>
    path.split('/').flatMap((name) => {
      const found = fault(name)
      return found ? [{ file: path, line: 1, ...found }] : []
    }),
  )
}
