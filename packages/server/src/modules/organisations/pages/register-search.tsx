import { Button, Field, type FormState, HiddenField, typedValue } from '@maillage/ui'

interface Props {
  readonly action: string
  readonly label: string
  /** The address read as a form: `q` is what was searched. */
  readonly form: FormState
  /** Parameters that a search keeps: filters and order, never the page. */
  readonly keep: Readonly<Record<string, string>>
}

/** The box that searches a register by name: always in sight, the other filters stay folded below. */
export function RegisterSearch({ action, label, form, keep }: Props) {
  return (
    <search>
      <form action={action} method="get">
        <Field form={form} name="q" label={label}>
          {({ id, name, describedBy }) => (
            <div class="m-commune-search">
              <input
                class="govuk-input govuk-input--width-20"
                id={id}
                name={name}
                type="search"
                value={typedValue(form, name)}
                aria-describedby={describedBy}
              />
              <Button kind="secondary">Chercher</Button>
            </div>
          )}
        </Field>
        {Object.entries(keep).map(([name, value]) => (value ? <HiddenField key={name} name={name} value={value} /> : null))}
      </form>
    </search>
  )
}
