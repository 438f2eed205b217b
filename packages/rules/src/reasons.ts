import { type Refusal, type RefusalDetails, type Sensitivity, type Source, type Step, type StepValue, step } from '@maillage/kernel'

/** The codes of a table `code → what its sentence quotes`. */
export type Codes<Table> = keyof Table & string

/** One French sentence per code; a code without one does not compile. */
export type Wording<Table> = { readonly [Code in Codes<Table>]: (inputs: Table[Code]) => string }

type Quotes<Table> = { readonly [Code in keyof Table]: RefusalDetails }

/** A fact recorded as it happened, though a rule says otherwise: never refused, always listed with its rule. */
export interface Anomaly<Code extends string = string> {
  readonly code: Code
  readonly details: RefusalDetails
  readonly source?: Source
}

/**
 * Makes the refusals of a slice, each with the details its sentence needs.
 * @example const refusal = refusalsOf<EligibilityRefusals>()
 */
export function refusalsOf<Table extends Quotes<Table>>() {
  return <Code extends Codes<Table>>(code: Code, details: Table[Code], source?: Source): Refusal<Code> => ({
    code,
    details,
    ...(source ? { source } : {}),
  })
}

/** Makes the anomalies of a slice, as `refusalsOf` makes its refusals. */
export function anomaliesOf<Table extends Quotes<Table>>() {
  return <Code extends Codes<Table>>(code: Code, details: Table[Code], source?: Source): Anomaly<Code> => ({
    code,
    details,
    ...(source ? { source } : {}),
  })
}

/** Makes the steps of a slice's explanations, each with the inputs its sentence needs. */
export function stepsOf<Table extends Quotes<Table>>() {
  return <Code extends Codes<Table>>(
    code: Code,
    inputs: Table[Code],
    value: StepValue,
    more: { source?: Source; sensitivity?: Sensitivity } = {},
  ): Step<Code> => step(code, inputs, value, more)
}

/**
 * The sentence of a refusal, an anomaly or a step, from the table of its slice.
 * @example const refusalSentence = sentenceOf<EligibilityRefusals>(eligibilityRefusals)
 */
export function sentenceOf<Table>(wording: Wording<Table>) {
  return (reason: { readonly code: Codes<Table>; readonly details?: RefusalDetails; readonly inputs?: RefusalDetails }): string => {
    const sentence = wording[reason.code] as (inputs: unknown) => string
    return sentence(reason.details ?? reason.inputs ?? {})
  }
}
