import { readFileSync } from 'node:fs'
import { normalised } from '@maillage/kernel'
import { type GlossaryEntry, parseGlossary } from '../../platform/documents/glossary.ts'

const FILE = new URL('../../../../../docs/glossary.md', import.meta.url)

let read: readonly GlossaryEntry[] | undefined

/** The words of docs/glossary.md, read once. */
export function glossaryEntries(): readonly GlossaryEntry[] {
  read ??= parseGlossary(readFileSync(FILE, 'utf8'))
  return read
}

/** The entries where every word typed is found, in the term, its acronym or its definition; those named so come first. */
export function findEntries(entries: readonly GlossaryEntry[], typed: string): readonly GlossaryEntry[] {
  const words = normalised(typed).split(' ')
  const named = ({ term, acronym }: GlossaryEntry) => normalised(`${term} ${acronym ?? ''}`)
  const found = entries.filter((entry) => words.every((word) => `${named(entry)} ${normalised(entry.definition)}`.includes(word)))
  const isNamed = (entry: GlossaryEntry) => words.every((word) => named(entry).includes(word))
  return typed === '' ? found : [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))]
}
