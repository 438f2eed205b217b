import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'
import { typedValue } from './form-state.ts'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

interface Props extends FieldProps {
  readonly options: readonly SelectOption[]
  /** First line, with an empty value; « Choisissez » by default. */
  readonly placeholder?: string | undefined
}

/**
 * One choice in a long, known list (more than seven; fewer are `Radios`).
 * @example <Select form={form} name="motive" label="Motif de sortie" options={motives} />
 */
export function Select(props: Props) {
  const { form, options, placeholder = 'Choisissez' } = props
  const current = typedValue(form, props.name)
  return (
    <Field {...props}>
      {({ id, name, describedBy, invalid }) => (
        <select
          class={`govuk-select${invalid ? ' govuk-select--error' : ''}`}
          id={id}
          name={name}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        >
          <option value="" selected={current === ''}>
            {placeholder}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === current}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
