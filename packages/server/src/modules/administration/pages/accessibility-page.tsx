import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'

/** What is known of the accessibility of these screens, and what is not. */
export const accessibilityPage = publicPage({
  path: '/accessibilite',
  get: async () =>
    show(
      'Accessibilité',
      <>
        <h1 class="govuk-heading-l">Accessibilité : non conforme, faute d’audit</h1>
        <p class="govuk-body">
          Maillage est construit pour être utilisable par tout le monde, avec le RGAA&nbsp;4.1 comme référence. Aucun audit complet n’a
          encore été mené par une personne extérieure&nbsp;: nous ne pouvons donc déclarer aucun taux de conformité.
        </p>
        <h2 class="govuk-heading-m">Ce qui est vérifié</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            Chaque écran est écrit pour marcher sans JavaScript, au clavier seul et sur un téléphone&nbsp;; des parcours de test le
            vérifient pour les principaux.
          </li>
          <li>
            Les parcours de test passent l’outil automatique axe sur chacune des pages qu’ils traversent. Un outil automatique ne voit
            qu’une partie des défauts.
          </li>
          <li>
            Chaque champ a son étiquette&nbsp;; chaque erreur est écrite en français, résumée en haut de la page et reliée à son champ.
          </li>
          <li>Les contrastes des textes sont d’au moins 4,5 pour 1. Une couleur ne porte jamais seule une information.</li>
          <li>La police, Atkinson Hyperlegible, est dessinée pour les personnes qui voient mal.</li>
        </ul>
        <h2 class="govuk-heading-m">Ce qui ne l’est pas encore</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Aucun essai complet avec un lecteur d’écran (NVDA, JAWS, VoiceOver, TalkBack).</li>
          <li>Aucun essai avec des personnes handicapées.</li>
          <li>Tous les écrans n’ont pas encore leur parcours de test automatique.</li>
        </ul>
        <h2 class="govuk-heading-m">Signaler une difficulté</h2>
        <p class="govuk-body">
          Si une page vous bloque, dites-le à l’administrateur de votre organisation, ou à l’organisme qui vous a donné l’adresse de ce
          service&nbsp;: il doit vous donner l’information d’une autre manière. Indiquez l’adresse de la page et ce que vous cherchiez à
          faire.
        </p>
        <p class="govuk-body">Sans réponse, vous pouvez écrire au Défenseur des droits, gratuitement et sans timbre&nbsp;:</p>
        <p class="govuk-body">
          Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX&nbsp;07, ou sur{' '}
          <a class="govuk-link" href="https://formulaire.defenseurdesdroits.fr" rel="external">
            formulaire.defenseurdesdroits.fr
          </a>
          .
        </p>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Accessibilité' }] },
    ),
})
