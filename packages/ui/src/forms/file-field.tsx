import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'

interface Props extends FieldProps {
  /** Endings that the browser proposes first: `.xlsx,.ods,.csv`. The server judges by the content. */
  readonly accept: string
}

/**
 * A file of the reader's computer, in a form `withFile`. A browser never gives back the file of a form shown again: the hint or the error says to choose it again.
 * @example <Form … withFile><FileField form={form} name="file" label="Fichier" accept=".xlsx,.ods,.csv" hint="5 Mo au plus" /></Form>
 */
export function FileField(props: Props) {
  return (
    <Field {...props}>
      {({ id, name, describedBy, invalid }) => (
        <input
          class={`m-file${invalid ? ' m-file-wrong' : ''}`}
          id={id}
          name={name}
          type="file"
          accept={props.accept}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Field>
  )
}
