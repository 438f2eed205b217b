import type { ComponentChildren } from 'preact'

/** The hint then the errors of a control, under the ids that `describedBy` gives. */
export function FieldMessages({ id, hint, errors }: { id: string; hint?: ComponentChildren; errors: readonly string[] }) {
  return (
    <>
      {hint ? (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {errors.length > 0 ? (
        <div class="govuk-error-message" id={`${id}-error`}>
          {errors.map((error) => (
            <p key={error}>
              <span class="govuk-visually-hidden">Erreur&nbsp;: </span>
              {error}
            </p>
          ))}
        </div>
      ) : null}
    </>
  )
}
