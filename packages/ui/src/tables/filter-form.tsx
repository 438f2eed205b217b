import type { ComponentChildren } from 'preact'
import { Button } from '../forms/button.tsx'
import { HiddenField } from '../forms/hidden-field.tsx'

interface Props {
  readonly action: string
  /** Parameters that filtering keeps, such as the order (`tri`); never the page. */
  readonly keep?: Readonly<Record<string, string>> | undefined
  /** Where no filter is on; the action by default. */
  readonly clearHref?: string | undefined
  /** How many filters are on: the form then shows open and proposes to clear them. */
  readonly active: number
  readonly children: ComponentChildren
}

/**
 * The filters of a list, as a GET form: the address says what is shown. Folded until a filter is on.
 * @example <FilterForm action="/structures" active={1}><Select form={filters} name="type" label="Type" options={kinds} optional /></FilterForm>
 */
export function FilterForm({ action, keep = {}, clearHref = action, active, children }: Props) {
  return (
    <details class="m-filters" open={active > 0}>
      <summary class="m-filters-summary">
        Filtrer
        {active > 0 ? <span class="m-filters-count">{` (${active})`}</span> : null}
      </summary>
      <form class="m-filters-form" action={action} method="get">
        <div class="m-filters-fields">{children}</div>
        {Object.entries(keep).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <div class="m-button-group">
          <Button kind="secondary">Filtrer</Button>
          {active > 0 ? (
            <a class="govuk-link" href={clearHref}>
              Effacer les filtres
            </a>
          ) : null}
        </div>
      </form>
    </details>
  )
}
