/** A page above this one; the last, without address, is this page. */
export interface Crumb {
  readonly label: string
  readonly href?: string | undefined
}

/**
 * The way from the home page to here.
 * @example <Breadcrumb crumbs={[{ label: 'Structures', href: '/structures' }, { label: 'Régie du Minervois' }]} />
 */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null
  return (
    <nav class="m-breadcrumb" aria-label="Fil d’Ariane">
      <ol class="m-breadcrumb-list">
        {crumbs.map(({ label, href }) => (
          <li key={label}>
            {href ? (
              <a class="m-breadcrumb-link" href={href}>
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
