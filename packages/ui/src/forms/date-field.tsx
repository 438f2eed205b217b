import { describedBy } from './described-by.ts'
import { FieldMessages } from './field-messages.tsx'
import type { FieldProps } from './field-props.ts'
import { Fieldset } from './fieldset.tsx'
import { errorsOf, typedValue } from './form-state.ts'
import { OptionalMark } from './optional-mark.tsx'

interface Props extends FieldProps {
  /** Lets the browser propose the reader's own date of birth. */
  readonly birthday?: boolean | undefined
}

const BOXES = [
  { part: 'day', label: 'Jour', width: 2 },
  { part: 'month', label: 'Mois', width: 2 },
  { part: 'year', label: 'Année', width: 4 },
] as const

/**
 * A date as day, month and year, in `<name>-day`, `<name>-month` and `<name>-year`. An error on `<name>` marks the three boxes,
 * one on `<name>-month` that box only.
 * @example <DateField form={form} name="birth" label="Date de naissance" hint="Par exemple, 27 3 1998" />
 */
export function DateField({ form, name, label, hint, optional, birthday }: Props) {
  const whole = errorsOf(form, name)
  const errors = [...whole, ...BOXES.flatMap(({ part }) => errorsOf(form, `${name}-${part}`))]
  const invalid = errors.length > 0
  return (
    <div class={invalid ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <Fieldset
        legend={
          <>
            {label}
            <OptionalMark optional={optional} />
          </>
        }
        id={name}
        describedBy={describedBy(name, Boolean(hint), invalid)}
      >
        <FieldMessages id={name} hint={hint} errors={errors} />
        <div class="govuk-date-input">
          {BOXES.map(({ part, label: boxLabel, width }) => {
            const id = `${name}-${part}`
            const wrong = whole.length > 0 || errorsOf(form, id).length > 0
            return (
              <div class="govuk-date-input__item" key={part}>
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {boxLabel}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? ' govuk-input--error' : ''}`}
                  id={id}
                  name={id}
                  type="text"
                  inputmode="numeric"
                  autocomplete={birthday ? `bday-${part}` : undefined}
                  value={typedValue(form, id)}
                  aria-invalid={wrong || undefined}
                />
              </div>
            )
          })}
        </div>
      </Fieldset>
    </div>
  )
}
