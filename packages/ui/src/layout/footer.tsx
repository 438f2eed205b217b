const LINKS = [
  { label: 'Glossaire', href: '/glossaire' },
  { label: 'Accessibilité', href: '/accessibilite' },
  { label: 'Mentions légales', href: '/mentions-legales' },
  { label: 'Données et vie privée', href: '/vie-privee' },
] as const

/** The foot of every page. */
export function Footer() {
  return (
    <footer class="m-footer">
      <div class="m-container m-footer-row">
        <p class="m-footer-name">Maillage, la plateforme commune de l’insertion par l’activité économique</p>
        <ul class="m-footer-list">
          {LINKS.map(({ label, href }) => (
            <li key={href}>
              <a class="m-footer-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
