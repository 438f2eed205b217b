import type { Shell } from './shell.ts'

function Links({ navigation }: { navigation: Shell['navigation'] }) {
  return (
    <ul class="m-nav-list">
      {navigation.map(({ label, href, current }) => (
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
 * for readers of the screen too: no script is needed to fold it.
 */
export function MainNavigation({ navigation }: { navigation: Shell['navigation'] }) {
  if (navigation.length === 0) return null
  return (
    <nav class="m-nav" aria-label="Navigation principale">
      <div class="m-nav-wide m-container">
        <Links navigation={navigation} />
      </div>
      <details class="m-nav-folded" name="header-menu">
        <summary class="m-nav-summary">Menu</summary>
        <Links navigation={navigation} />
      </details>
    </nav>
  )
}
