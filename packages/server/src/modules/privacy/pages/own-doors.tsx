const DOORS = [
  { href: '/mon-espace/rendez-vous', title: 'Mes rendez-vous', text: 'Ceux qui viennent, ce qui a été fait.' },
  { href: '/mon-espace/objectifs', title: 'Mes objectifs', text: 'Ce que je veux, ce qui reste à faire, mes points forts.' },
  { href: '/mon-espace/candidatures', title: 'Mes candidatures', text: 'Où elles en sont, ce que la structure a répondu.' },
  { href: '/mon-espace/travail', title: 'Mon travail', text: 'Mes contrats, mes heures mois par mois.' },
  { href: '/mon-espace/documents', title: 'Mes documents', text: 'Mon livret, mon attestation d’heures, mon PASS IAE.' },
  { href: '/mon-espace/acces', title: 'Qui voit mon dossier', text: 'Qui peut le lire, pourquoi, jusqu’à quand, et qui l’a lu.' },
  { href: '/mon-espace/partage', title: 'Ce que je partage', text: 'Mes accords de partage, mes oppositions.' },
  { href: '/mon-espace/coordonnees', title: 'Mes coordonnées', text: 'Mon téléphone, mon adresse e-mail, mon identité.' },
  { href: '/mon-espace/demandes', title: 'Mes demandes', text: 'Demander une copie de tout, ou une correction.' },
  { href: '/mon-espace/telecharger', title: 'Toutes mes données', text: 'Les lire, les imprimer, les emporter.' },
] as const

/** Everything else in a space. */
export const OwnDoors = () => (
  <section aria-labelledby="tout">
    <h2 class="govuk-heading-l" id="tout">
      Tout ce que je peux voir et faire
    </h2>
    <ul class="m-doors">
      {DOORS.map(({ href, title, text }) => (
        <li class="m-door" key={href}>
          <h3 class="m-door-title govuk-heading-m">
            <a class="m-door-link" href={href}>
              {title}
            </a>
          </h3>
          <p class="m-door-text">{text}</p>
        </li>
      ))}
    </ul>
  </section>
)
