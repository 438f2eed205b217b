interface Props {
  readonly number: number
  readonly size: number
  readonly total: number
  readonly label: string
  readonly hrefFor: (changes: Record<string, string | null>) => string
}

/**
 * Previous and next page of a list. Nothing when everything fits on one page.
 * @example <Pagination number={2} size={20} total={42} label="structures" hrefFor={hrefFor} />
 */
export function Pagination({ number, size, total, label, hrefFor }: Props) {
  const pages = Math.ceil(total / size)
  if (pages <= 1) return null
  return (
    <nav class="m-pagination" aria-label={`Pages de la liste\u00a0: ${label}`}>
      {number > 1 ? (
        <a class="govuk-link m-pagination-link" rel="prev" href={hrefFor({ page: number === 2 ? null : String(number - 1) })}>
          <span aria-hidden="true">← </span>Page précédente
        </a>
      ) : null}
      <span class="m-pagination-here">
        Page {number} sur {pages}
      </span>
      {number < pages ? (
        <a class="govuk-link m-pagination-link" rel="next" href={hrefFor({ page: String(number + 1) })}>
          Page suivante<span aria-hidden="true"> →</span>
        </a>
      ) : null}
    </nav>
  )
}
