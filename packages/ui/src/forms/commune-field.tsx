import { useContext } from 'preact/hooks'
import { AssetBase } from '../asset-base.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field-props.ts'
import { Fieldset } from './fieldset.tsx'
import { errorsOf, typedValue } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'

/** A commune proposed to the reader: its INSEE code, and its name with its département. */
export interface CommuneMatch {
  readonly code: string
  readonly label: string
}

interface Props extends FieldProps {
  /** What the search of `<name>-text` found; absent when nobody searched. */
  readonly matches?: readonly CommuneMatch[] | undefined
}

/**
 * A commune, found by its name or postcode. Without script: type, « Chercher », choose. With script: choose while typing.
 * `<name>` is the INSEE code, `<name>-text` what was typed, `<name>-for` the text that the code answers: read them with `readCommune`.
 * To show a commune already known, give `communeValues(name, code, label)` to the form.
 * @example <CommuneField form={form} name="home" label="Commune de résidence" matches={matches} />
 */
export function CommuneField(props: Props) {
  const { form, name, matches } = props
  const assets = useContext(AssetBase)
  const typed = typedValue(form, `${name}-text`)
  const code = typedValue(form, name)
  // The box keeps the plain name for id while it is what has to be corrected; the first radio takes it over once there is a choice.
  const boxId = matches?.length ? `${name}-text` : name
  const boxForm = { values: form.values, errors: errorsOf(form, name).map((text) => ({ field: boxId, text })) }
  return (
    <div class="m-commune" data-island="commune-search" data-name={name}>
      <Field {...props} form={boxForm} name={boxId} hint={props.hint ?? 'Nom de la commune ou code postal'}>
        {({ id, describedBy: described, invalid }) => (
          <div class="m-commune-search">
            <input
              class={`govuk-input govuk-input--width-20${invalid ? ' govuk-input--error' : ''}`}
              id={id}
              name={`${name}-text`}
              type="text"
              value={typed}
              autocomplete="off"
              aria-describedby={described}
              aria-invalid={invalid || undefined}
            />
            <button class="m-button m-button-secondary" type="submit" name="_search" value={name}>
              Chercher<span class="govuk-visually-hidden"> une commune</span>
            </button>
          </div>
        )}
      </Field>
      <HiddenField name={`${name}-for`} value={matches?.length ? typed : matches ? '' : typedValue(form, `${name}-for`)} />
      {matches?.length ? (
        <div class="govuk-form-group m-commune-matches">
          <Fieldset legend="Choisissez la commune">
            <div class="govuk-radios govuk-radios--small">
              {matches.map((match, index) => {
                const id = index === 0 ? name : `${name}-${index + 1}`
                return (
                  <div class="govuk-radios__item" key={match.code}>
                    <input
                      class="govuk-radios__input"
                      id={id}
                      name={name}
                      type="radio"
                      value={match.code}
                      checked={match.code === code || matches.length === 1}
                    />
                    <label class="govuk-label govuk-radios__label" for={id}>
                      {match.label}
                    </label>
                  </div>
                )
              })}
            </div>
          </Fieldset>
        </div>
      ) : (
        <HiddenField name={name} value={code} />
      )}
      {matches?.length === 0 && typed ? (
        <p class="govuk-body" role="status">
          Aucune commune ne correspond à «&nbsp;{typed}&nbsp;». Vérifiez l’orthographe, ou saisissez le code postal.
        </p>
      ) : null}
      <script type="module" src={`${assets}/islands/commune-search.js`} />
    </div>
  )
}
