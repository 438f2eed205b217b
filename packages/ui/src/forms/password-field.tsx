import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'

interface Props extends FieldProps {
  /** `new-password` when it is being chosen: password managers then propose one. */
  readonly autocomplete: 'current-password' | 'new-password'
}

/**
 * A password. Its value never comes back to the page, even after an error.
 * @example <PasswordField form={form} name="password" label="Mot de passe" autocomplete="current-password" />
 */
export function PasswordField(props: Props) {
  return (
    <Field {...props}>
      {({ id, name, describedBy, invalid }) => (
        <input
          class={`govuk-input govuk-input--width-20${invalid ? ' govuk-input--error' : ''}`}
          id={id}
          name={name}
          type="password"
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Field>
  )
}
