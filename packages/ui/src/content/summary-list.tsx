import type { ComponentChildren } from 'preact'

export interface SummaryRow {
  readonly label: string
  /** Null or absent is shown as « Non renseigné ». */
  readonly value?: ComponentChildren
  /** What can be done on this line; `hidden` ends the name of the link for those who hear it alone. */
  readonly action?: { readonly label: string; readonly href: string; readonly hidden?: string | undefined } | undefined
}

interface Props {
  readonly rows: readonly SummaryRow[]
}

/**
 * Facts with their names.
 * @example <SummaryList rows={[{ label: 'Commune', value: 'Narbonne', action: { label: 'Modifier', href: '…', hidden: 'la commune' } }]} />
 */
export function SummaryList({ rows }: Props) {
  const hasActions = rows.some((row) => row.action)
  return (
    <dl class={`govuk-summary-list m-summary${hasActions ? '' : ' m-summary-read'}`}>
      {rows.map(({ label, value, action }) => (
        <div class={`govuk-summary-list__row${hasActions && !action ? ' govuk-summary-list__row--no-actions' : ''}`} key={label}>
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">
            {value === undefined || value === null || value === '' ? <span class="m-absent">Non renseigné</span> : value}
          </dd>
          {action ? (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.label}
                {action.hidden ? <span class="govuk-visually-hidden"> {action.hidden}</span> : null}
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
