/** A page above this one; the last, without address, is this page. */
export interface Crumb {
  readonly label: string
  readonly href?: string | undefined
}

const HOME: Crumb = { label: 'Accueil', href: '/' }

/**
 * The way from the home page to here; the home page comes first, whether it is written or not.
 * @example <Breadcrumb crumbs={[{ label: 'Structures', href: '/structures' }, { label: 'Régie du Minervois' }]} />
 */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null
  const way = crumbs[0]?.href === HOME.href ? crumbs : [HOME, ...crumbs]
  return (
    <nav class="m-breadcrumb" aria-label="Fil d’Ariane">
      <ol class="m-breadcrumb-list">
        {way.map(({ label, href }) => (
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
