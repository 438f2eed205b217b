/** A sentence about what was typed, in French; `field` is the name of the control to correct, absent when it concerns the whole form. */
export interface FieldMessage {
  readonly field?: string | undefined
  readonly text: string
}

/** What a form shows: everything as it was typed, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly errors: readonly FieldMessage[]
}

/** A form nobody filled yet. */
export const emptyForm: FormState = { values: {}, errors: [] }

/** The text typed in a control; the first one when a name was sent several times. */
export function typedValue(form: FormState, name: string): string {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every choice ticked under a name. */
export function typedValues(form: FormState, name: string): readonly string[] {
  const value = form.values[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

/** The sentences that concern one control. */
export function errorsOf(form: FormState, name: string): readonly string[] {
  return form.errors.filter((error) => error.field === name).map((error) => error.text)
}
