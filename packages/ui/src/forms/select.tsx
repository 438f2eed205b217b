import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'
import { typedValue } from './form-state.ts'

export interface SelectOption {
  readonly value: string
  readonly label: string
  /** Title under which the lines that follow one another with it are gathered. */
  readonly group?: string | undefined
}

interface Props extends FieldProps {
  readonly options: readonly SelectOption[]
  /** First line, with an empty value; « Choisissez » by default; null when something is always chosen. */
  readonly placeholder?: string | null | undefined
}

interface Group {
  readonly title: string | undefined
  readonly options: SelectOption[]
}

/** Lines that follow one another under one title. */
function groupsOf(options: readonly SelectOption[]): readonly Group[] {
  const groups: Group[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last && last.title === option.group) last.options.push(option)
    else groups.push({ title: option.group, options: [option] })
  }
  return groups
}

const Lines = ({ options, current }: { readonly options: readonly SelectOption[]; readonly current: string }) => (
  <>
    {options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === current}>
        {option.label}
      </option>
    ))}
  </>
)

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
          {placeholder === null ? null : (
            <option value="" selected={current === ''}>
              {placeholder}
            </option>
          )}
          {groupsOf(options).map(({ title, options: lines }) =>
            title === undefined ? (
              <Lines key="" options={lines} current={current} />
            ) : (
              <optgroup key={title} label={title}>
                <Lines options={lines} current={current} />
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  )
}
