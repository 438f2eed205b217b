import { Button } from '../forms/button.tsx'
import { Field } from '../forms/field.tsx'
import { HiddenField } from '../forms/hidden-field.tsx'

interface Props {
  readonly action: string
  readonly label: string
  readonly hint?: string | undefined
  /** What was searched. */
  readonly value: string
  /** Parameters that a search keeps: filters and order, never the page. */
  readonly keep?: Readonly<Record<string, string | undefined>> | undefined
}

/**
 * The box that searches a list, always in sight; the address then says what is searched, as `q`.
 * @example <SearchForm action="/territoires" label="Nom ou code" value={typed} keep={{ type: 'epci' }} />
 */
export function SearchForm({ action, label, hint, value, keep = {} }: Props) {
  return (
    <search>
      <form action={action} method="get">
        <Field form={{ values: { q: value }, errors: [] }} name="q" label={label} hint={hint}>
          {({ id, name, describedBy }) => (
            <div class="m-commune-search">
              <input
                class="govuk-input govuk-input--width-20"
                id={id}
                name={name}
                type="search"
                value={value}
                aria-describedby={describedBy}
              />
              <Button kind="secondary">Chercher</Button>
            </div>
          )}
        </Field>
        {Object.entries(keep).map(([name, kept]) => (kept ? <HiddenField key={name} name={name} value={kept} /> : null))}
      </form>
    </search>
  )
}
