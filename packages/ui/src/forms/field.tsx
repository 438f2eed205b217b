import type { ComponentChildren } from 'preact'
import { describedBy } from './described-by.ts'
import { FieldMessages } from './field-messages.tsx'
import type { FieldProps } from './field-props.ts'
import { errorsOf } from './form-state.ts'
import { OptionalMark } from './optional-mark.tsx'

/** What the frame gives to the control it surrounds. */
export interface FramedControl {
  readonly id: string
  readonly name: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

interface Props extends FieldProps {
  readonly children: (control: FramedControl) => ComponentChildren
}

/**
 * Label, hint and errors around a single control; the pieces are tied together by ids made from the name.
 * @example <Field {...props}>{({ id, name }) => <input id={id} name={name} />}</Field>
 */
export function Field({ form, name, label, hint, optional, children }: Props) {
  const errors = errorsOf(form, name)
  const invalid = errors.length > 0
  return (
    <div class={invalid ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label" for={name}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldMessages id={name} hint={hint} errors={errors} />
      {children({ id: name, name, invalid, describedBy: describedBy(name, Boolean(hint), invalid) })}
    </div>
  )
}
