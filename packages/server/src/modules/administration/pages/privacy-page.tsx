import { DataTable, InsetText } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'

interface Kept {
  readonly what: string
  readonly why: string
  readonly howLong: string
}

/** What the screens of today record about the people who use them. */
const KEPT: readonly Kept[] = [
  {
    what: 'Votre nom et votre adresse e-mail professionnelle',
    why: 'Vous reconnaître et vous écrire au sujet de votre travail',
    howLong: 'Tant que vous êtes membre d’une organisation, puis deux ans',
  },
  {
    what: 'Votre mot de passe, transformé de sorte que personne ne puisse le lire',
    why: 'Vous permettre de vous connecter',
    howLong: 'Comme votre compte',
  },
  {
    what: 'Votre organisation, votre rôle, vos équipes, vos suppléances et leurs dates',
    why: 'Décider de ce que vous pouvez voir et faire, jour par jour',
    howLong: 'Deux ans après la fin',
  },
  { what: 'Votre session', why: 'Rester connecté pendant une journée de travail', howLong: 'Douze heures, ou jusqu’à votre déconnexion' },
  {
    what: 'La trace de vos actes\u00a0: lequel, quand, sous quelle casquette, sur quelle fiche, quels champs\u00a0; jamais leur contenu',
    why: 'Répondre de ce qui a été fait, et repérer un abus',
    howLong: 'Durée à fixer par l’organisme qui exploite le service',
  },
  { what: 'Une empreinte de votre adresse internet', why: 'Limiter les essais de mot de passe', howLong: 'Quelques minutes' },
]

const Recorded = () => (
  <DataTable<Kept>
    caption="Ce que Maillage enregistre des professionnels"
    counted={['sorte de donnée', 'sortes de données']}
    rows={KEPT}
    rowKey={({ what }) => what}
    columns={[
      { key: 'quoi', label: 'Donnée', render: ({ what }) => what },
      { key: 'pourquoi', label: 'Pourquoi', render: ({ why }) => why },
      { key: 'duree', label: 'Combien de temps', render: ({ howLong }) => howLong },
    ]}
    empty={null}
  />
)

/** Which data, why, how long, and what everybody may ask. */
export const privacyPage = publicPage({
  path: '/vie-privee',
  get: async ({ demonstration }) =>
    show(
      'Données et vie privée',
      <>
        <h1 class="govuk-heading-l">Données et vie privée</h1>
        {demonstration ? (
          <InsetText>Dans cette démonstration, toutes les personnes sont inventées. N’y saisissez aucune donnée réelle.</InsetText>
        ) : null}
        <p class="govuk-body">
          Cette page dit ce que la plateforme fait aujourd’hui, pas ce qu’elle fera un jour. Le responsable des données est l’organisme qui
          exploite ce service&nbsp;; c’est lui qui a donné son adresse à votre organisation.
        </p>
        <Recorded />
        <h2 class="govuk-heading-m">Qui les voit</h2>
        <p class="govuk-body">
          Votre nom, votre rôle et vos équipes sont vus par les membres de votre organisation. Les fiches des structures, des prescripteurs
          et des territoires sont publiques&nbsp;: elles ne contiennent aucun nom de personne. Quand vous quittez une organisation, vous n’y
          voyez plus rien dès le lendemain.
        </p>
        <h2 class="govuk-heading-m">Les personnes accompagnées</h2>
        <p class="govuk-body">
          Les organisations qui accompagnent une personne enregistrent son identité, ses coordonnées, ses référents, ses candidatures et ce
          qui fonde ses droits. Chaque membre n’en voit que la part utile à son rôle, pour les personnes de ses équipes. Chaque lecture d’un
          dossier laisse une trace&nbsp;: qui, quand, pour quelle raison. Cette trace est prévue pour être gardée trois ans.
        </p>
        <h2 class="govuk-heading-m">Cookies</h2>
        <p class="govuk-body">
          Deux cookies, nécessaires au fonctionnement&nbsp;: l’un garde votre session, l’autre le message affiché après un enregistrement,
          pendant une minute. Aucun cookie de mesure d’audience ni de publicité, aucun contenu appelé depuis un autre site.
        </p>
        <h2 class="govuk-heading-m">Vos droits</h2>
        <p class="govuk-body">
          Vous pouvez demander à voir vos données, à les faire corriger ou effacer, à limiter leur usage, et vous opposer à ce qui n’est pas
          obligatoire. Adressez-vous à l’administrateur de votre organisation ou au délégué à la protection des données de l’organisme qui
          exploite le service&nbsp;; une réponse vous est due dans le mois. Il n’y a pas encore de formulaire dans la plateforme pour le
          faire.
        </p>
        <p class="govuk-body">
          Sans réponse, vous pouvez saisir la CNIL sur{' '}
          <a class="govuk-link" href="https://www.cnil.fr/fr/plaintes" rel="external">
            cnil.fr
          </a>
          .
        </p>
        <h2 class="govuk-heading-m">Ce qui manque encore</h2>
        <p class="govuk-body">
          L’effacement à la fin des durées ci-dessus n’est pas encore automatique&nbsp;: il dépend de l’organisme qui exploite le service.
        </p>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Données et vie privée' }] },
    ),
})
