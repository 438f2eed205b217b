import type { FormState } from './form-state.ts'

/**
 * Every error of a form, first on the page, each with a link to its control: a form that comes back is read from here, without any script. Nothing without error.
 * `unlinked` above many small forms, where a link would not know which one was sent.
 * @example <ErrorSummary state={form} />
 */
export function ErrorSummary({ state, unlinked = false }: { readonly state: FormState; readonly unlinked?: boolean }) {
  if (state.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} id="erreurs" autofocus>
      <h2 class="govuk-error-summary__title">Il y a un problème</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {state.errors.map(({ field, text }) => (
            <li key={`${field} ${text}`}>{field && !unlinked ? <a href={`#${field}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
