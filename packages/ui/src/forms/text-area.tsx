import { plural } from '@maillage/kernel'
import { describedBy } from './described-by.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'
import { typedValue } from './form-state.ts'

interface Props extends FieldProps {
  readonly rows?: number | undefined
  /** Greatest number of characters accepted, said in the hint. The box never cuts a text: the server refuses it and gives it back whole. */
  readonly limit?: number | undefined
}

/**
 * Several lines of text.
 * @example <TextArea form={form} name="motive" label="Motif" limit={500} />
 */
export function TextArea(props: Props) {
  const { form, rows = 5, limit, hint } = props
  return (
    <Field {...props}>
      {({ id, name, invalid }) => (
        <>
          <textarea
            class={`govuk-textarea${limit ? ' m-limit-text' : ''}${invalid ? ' govuk-textarea--error' : ''}`}
            id={id}
            name={name}
            rows={rows}
            aria-describedby={describedBy(id, Boolean(hint), invalid, ...(limit ? [`${id}-limit`] : []))}
            aria-invalid={invalid || undefined}
          >
            {typedValue(form, name)}
          </textarea>
          {limit ? (
            <div class="govuk-hint m-limit" id={`${id}-limit`}>
              {plural(limit, 'caractère')} au plus
            </div>
          ) : null}
        </>
      )}
    </Field>
  )
}
