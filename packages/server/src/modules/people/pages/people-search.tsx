import { Button, Field, type FormState, HiddenField, typedValue } from '@maillage/ui'

interface Props {
  readonly form: FormState
  /** Filters that a search keeps. */
  readonly keep: Readonly<Record<string, string>>
}

/** The box that finds somebody among those one follows: always in sight, the filters stay folded below. */
export const PeopleSearch = ({ form, keep }: Props) => (
  <search>
    <form action="/personnes" method="get">
      <Field form={form} name="q" label="Nom, prénom ou date de naissance" hint="Par exemple : bena nad, 03/05/1990 ou 1990">
        {({ id, name, describedBy }) => (
          <div class="m-commune-search">
            <input
              class="govuk-input govuk-input--width-20"
              id={id}
              name={name}
              type="search"
              value={typedValue(form, name)}
              autocomplete="off"
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
