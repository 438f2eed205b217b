import type { NavigationEntry } from './shell.ts'

/** Beyond this, a row on a wide screen becomes two, and nobody finds anything. */
const ROW = 8

function Links({ entries }: { entries: readonly NavigationEntry[] }) {
  return (
    <ul class="m-nav-list">
      {entries.map(({ label, href, current }) => (
        <li key={href}>
          <a class="m-nav-link" href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/**
 * The main navigation, twice: in a row on a wide screen, folded in a menu on a phone. The style sheet removes one of them altogether,
 * for readers of the screen too: no script is needed to fold it. Both keep the daily work at hand, and a long one folds the rest under « Plus »;
 * where the reader stands is never folded.
 */
export function MainNavigation({ navigation }: { navigation: readonly NavigationEntry[] }) {
  if (navigation.length === 0) return null
  const folds = ({ secondary, current }: NavigationEntry) => navigation.length > ROW && secondary === true && !current
  // The daily work comes first, whatever the order of the slices that bring it.
  const ordered = [...navigation.filter(({ secondary }) => secondary !== true), ...navigation.filter(({ secondary }) => secondary === true)]
  const row = ordered.filter((entry) => !folds(entry))
  const more = ordered.filter(folds)
  return (
    <nav class="m-nav" aria-label="Navigation principale">
      <div class="m-nav-wide m-container">
        <Links entries={row} />
        {more.length === 0 ? null : (
          <details class="m-menu m-nav-more" name="header-menu">
            <summary class="m-menu-summary">Plus</summary>
            <div class="m-menu-panel">
              <Links entries={more} />
            </div>
          </details>
        )}
      </div>
      <details class="m-nav-folded" name="header-menu">
        <summary class="m-nav-summary">Menu</summary>
        <Links entries={row} />
        {more.length === 0 ? null : (
          <details class="m-nav-rest">
            <summary class="m-nav-summary">Plus</summary>
            <Links entries={more} />
          </details>
        )}
      </details>
    </nav>
  )
}
