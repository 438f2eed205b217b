import type { ComponentChildren } from 'preact'
import type { FormState } from './form-state.ts'

/** What every control of a form takes. */
export interface FieldProps {
  /** Values and errors of the whole form: the control finds its own by its name. */
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  /** Shows « (facultatif) »: a control without it must be filled. */
  readonly optional?: boolean | undefined
}

/** Width of a text box, in characters: the width tells the length expected. */
export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30
