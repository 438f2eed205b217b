/** What breaks the architecture, where, and what to do instead. */
export interface Breach {
  readonly file: string
  readonly line: number
  /** A sentence without its full stop. */
  readonly forbidden: string
  readonly instead: string
}

/** @example 'packages/ui/src/a.ts, line 3: ui imports @maillage/rules. Pass the text as a property.' */
export function breachSentence({ file, line, forbidden, instead }: Breach): string {
  return `${file}, line ${line}: ${forbidden}. ${instead}.`
}
