import { frenchDate, isoDate, type Law, NoTextInForce, type Source } from '@maillage/kernel'
import { agreementRules } from './agreement-rules.ts'
import { applicationRules } from './application-rules.ts'
import type { CommandRule } from './command-rule.ts'
import { eligibilityRules } from './eligibility-rules.ts'
import { employmentRules } from './employment-rules.ts'
import { exitRules } from './exit-rules.ts'
import { financingRules } from './financing-rules.ts'
import { lawKnownOn } from './law-known-on.ts'
import { lawNoting } from './law-noting.ts'
import { passRules } from './pass-rules.ts'
import { date, LineFault, optional, type Reader, record, text } from './read.ts'
import { distinctSources } from './write.ts'

/** Every rule that a line may ask, by its name. */
export const COMMAND_RULES: Readonly<Record<string, CommandRule>> = {
  ...eligibilityRules,
  ...passRules,
  ...applicationRules,
  ...agreementRules,
  ...employmentRules,
  ...exitRules,
  ...financingRules,
}

const asIs: Reader<unknown> = (value) => value

const question = record({ rule: text, at: date, knownOn: optional(date), input: asIs })

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new LineFault('this line is not JSON')
  }
}

/** The French sentence of a day that no known text covers. */
function noText(law: Law, { parameter, day }: NoTextInForce): string {
  const label = law.parameters.find((each) => each.key === parameter)?.label ?? parameter
  return `Aucun texte connu ne donne « ${label} » le ${frenchDate(day)}.`
}

function answer(law: Law, { rule, at, knownOn, input }: ReturnType<typeof question>): object {
  const asked = Object.hasOwn(COMMAND_RULES, rule) ? COMMAND_RULES[rule] : undefined
  if (!asked) throw new LineFault(`line.rule: one of ${Object.keys(COMMAND_RULES).join(', ')} is expected`)
  const read: Source[] = []
  const found = asked(lawNoting(knownOn === undefined ? law : lawKnownOn(law, knownOn), read), at, input)
  return { law: law.version, ...found, sources: distinctSources([...(found.sources ?? []), ...read]) }
}

/**
 * Answers one line, always with one line: the answer, the refusal `law/no-text-in-force`, or `{"error"}` in a sentence. A fault of the program is not hidden as a
 * fault of the line: it says so.
 * @example answerLine(nationalLaw, '{"rule":"financing/fte","at":"2025-01-01","input":{"kind":"ACI","hours":1352}}')
 */
export function answerLine(law: Law, line: string): string {
  let asked: { readonly rule?: string; readonly at?: string } = {}
  try {
    const read = question(parsed(line), 'line')
    asked = { rule: read.rule, at: isoDate(read.at) }
    return JSON.stringify({ ...asked, ...answer(law, read) })
  } catch (fault) {
    if (fault instanceof LineFault) return JSON.stringify({ ...asked, error: fault.message })
    if (fault instanceof NoTextInForce) {
      const refusal = {
        code: 'law/no-text-in-force',
        sentence: noText(law, fault),
        details: { parameter: fault.parameter, on: isoDate(fault.day) },
      }
      return JSON.stringify({ ...asked, verdict: 'refused', refusals: [refusal], sources: [] })
    }
    return JSON.stringify({ ...asked, error: `this line could not be computed: ${fault instanceof Error ? fault.message : String(fault)}` })
  }
}
