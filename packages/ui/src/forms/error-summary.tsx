import type { FormState } from './form-state.ts'

/**
 * Every error of a form, first on the page, each with a link to its control: a form that comes back is read from here, without any script. Nothing without error.
 * @example <ErrorSummary state={form} />
 */
export function ErrorSummary({ state }: { state: FormState }) {
  if (state.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} id="erreurs" autofocus>
      <h2 class="govuk-error-summary__title">Il y a un problème</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {state.errors.map(({ field, text }) => (
            <li key={`${field} ${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
