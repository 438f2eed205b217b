import { Field } from './field.tsx'
import type { FieldProps, FieldWidth } from './field-props.ts'
import { typedValue } from './form-state.ts'

interface Props extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined
  readonly width?: FieldWidth | undefined
  /** Shown before or after the box, « € » or « h »; read aloud through the label or the hint, which must say the unit too. */
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly spellcheck?: boolean | undefined
}

/**
 * A single line of text. Numbers too, with `inputmode="numeric"`: the wheel of a mouse must not change a figure.
 * @example <TextField form={form} name="family-name" label="Nom de naissance" autocomplete="off" width={20} />
 */
export function TextField(props: Props) {
  const { form, type = 'text', autocomplete, inputmode, width, prefix, suffix, spellcheck } = props
  return (
    <Field {...props}>
      {({ id, name, describedBy, invalid }) => {
        const input = (
          <input
            class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${invalid ? ' govuk-input--error' : ''}`}
            id={id}
            name={name}
            // The types of the library list one shape of input per type; ours differ by nothing else.
            type={type as 'text'}
            value={typedValue(form, name)}
            autocomplete={autocomplete}
            inputmode={inputmode}
            spellcheck={spellcheck}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
        )
        if (!prefix && !suffix) return input
        return (
          <div class="govuk-input__wrapper">
            {prefix ? (
              <div class="govuk-input__prefix" aria-hidden="true">
                {prefix}
              </div>
            ) : null}
            {input}
            {suffix ? (
              <div class="govuk-input__suffix" aria-hidden="true">
                {suffix}
              </div>
            ) : null}
          </div>
        )
      }}
    </Field>
  )
}
