import { frenchList, frenchNumber, plural } from '@maillage/kernel'
import type { VNode } from 'preact'
import { lawWord } from '../law-words.fr.ts'
import type { ShownUnit } from '../shown-unit.ts'

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  days: ['jour', 'jours'],
  months: ['mois', 'mois'],
  years: ['an', 'ans'],
}

const isLength = (value: object): value is { readonly unit: string; readonly count: number } =>
  'unit' in value && typeof value.unit === 'string' && 'count' in value && typeof value.count === 'number'

const wordOf = (code: string) => lawWord(code) ?? code

/** A value said in a few words; undefined when it takes a table. */
export function plainText(value: unknown, { divisor, decimals }: ShownUnit): string | undefined {
  if (value === null || value === undefined) return 'pas de limite'
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return frenchNumber(value / divisor, Number.isInteger(value) ? decimals : 2)
  if (typeof value === 'string') return wordOf(value)
  if (typeof value === 'object' && isLength(value)) return plural(value.count, ...(UNITS[value.unit] ?? [value.unit, value.unit]))
  return undefined
}

/** A value of the law, whatever its shape: a number, a length, a list, a table of cases. */
export function LawValue({ value, unit }: { readonly value: unknown; readonly unit: ShownUnit }): VNode {
  const text = plainText(value, unit)
  if (text !== undefined) return <>{text}</>
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value
    const texts = parts.map(
      (part) => plainText(part, unit) ?? (Array.isArray(part) ? frenchList(part.map((each) => plainText(each, unit) ?? '')) : ''),
    )
    if (texts.every((each) => each.length < 12)) return <>{texts.join(', ')}</>
    return (
      <ul class="m-plain-list">
        {texts.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    )
  }
  return (
    <dl class="m-cases">
      {Object.entries(value as Readonly<Record<string, unknown>>).map(([name, part]) => (
        <div class="m-case" key={name}>
          <dt>{wordOf(name)}</dt>
          <dd>
            <LawValue value={part} unit={unit} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
