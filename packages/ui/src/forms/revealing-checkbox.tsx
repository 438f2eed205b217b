import type { ComponentChildren } from 'preact'
import { errorsOf, type FormState, typedValues } from './form-state.ts'

interface Props {
  readonly form: FormState
  /** The name shared by the boxes of the list. */
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hint?: ComponentChildren
  /** What is asked only when the box is ticked; nothing when there is nothing more to ask. */
  readonly children?: ComponentChildren
}

/**
 * A box of a long list, with what must be said when it is ticked. Opened by CSS alone; a browser that cannot shows it all.
 * @example <RevealingCheckbox form={form} name="criteria" value="RSA" label="Bénéficiaire du RSA"><DateField … /></RevealingCheckbox>
 */
export function RevealingCheckbox({ form, name, value, label, hint, children }: Props) {
  const id = `${name}-${value}`
  const invalid = errorsOf(form, id).length > 0
  return (
    <div class={`m-reveal${invalid ? ' m-reveal-invalid' : ''}`}>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input m-reveal-box"
            id={id}
            name={name}
            type="checkbox"
            value={value}
            checked={typedValues(form, name).includes(value)}
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            {label}
          </label>
          {hint ? (
            <div class="govuk-hint govuk-checkboxes__hint" id={`${id}-hint`}>
              {hint}
            </div>
          ) : null}
        </div>
      </div>
      {children ? <div class="m-revealed">{children}</div> : null}
    </div>
  )
}
