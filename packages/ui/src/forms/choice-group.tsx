import type { ComponentChildren } from 'preact'
import { describedBy } from './described-by.ts'
import { FieldMessages } from './field-messages.tsx'
import type { FieldProps } from './field-props.ts'
import { Fieldset } from './fieldset.tsx'
import { errorsOf } from './form-state.ts'
import { OptionalMark } from './optional-mark.tsx'

/** A possible answer; `hint` explains it. */
export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean | undefined
}

interface Props extends FieldProps {
  readonly kind: 'radios' | 'checkboxes'
  readonly choices: readonly Choice[]
  readonly checked: (value: string) => boolean
  readonly inline?: boolean | undefined
}

/** Radios or boxes under one legend. The first control has the name for id, so that the error summary leads to it. */
export function ChoiceGroup({ form, name, label, hint, optional, kind, choices, checked, inline }: Props) {
  const errors = errorsOf(form, name)
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
        describedBy={describedBy(name, Boolean(hint), invalid)}
      >
        <FieldMessages id={name} hint={hint} errors={errors} />
        <div class={`govuk-${kind} govuk-${kind}--small${inline ? ` govuk-${kind}--inline m-inline` : ''}`}>
          {choices.map((choice, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`
            return (
              <div class={`govuk-${kind}__item`} key={choice.value}>
                <input
                  class={`govuk-${kind}__input`}
                  id={id}
                  name={name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={choice.value}
                  checked={checked(choice.value)}
                  disabled={choice.disabled}
                  aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={id}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div class={`govuk-hint govuk-${kind}__hint`} id={`${id}-choice-hint`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </Fieldset>
    </div>
  )
}
