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
          Cette page dit ce que la plateforme fait aujourd’hui, pas ce qu’elle fera un jour. Le responsable du traitement, au sens du
          règlement européen sur la protection des données (RGPD), est l’organisme qui exploite ce service&nbsp;; c’est lui qui a donné son
          adresse à votre organisation. Son nom et celui de son délégué à la protection des données ne sont pas encore renseignés ici.
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
          Les organisations qui orientent, accompagnent ou emploient une personne enregistrent son identité, ses coordonnées, ses référents,
          ses candidatures, ce qui fonde ses droits, son PASS IAE et ses contrats. Chaque membre n’en voit que la part utile à son rôle,
          pour les personnes de ses équipes. Les critères d’éligibilité, dont certains touchent à la santé ou à la justice, sont lus par les
          référents de la personne, par qui a fait le diagnostic et, le temps d’un contrôle, par qui contrôle. Chaque lecture d’un dossier
          laisse une trace&nbsp;: qui, quand, pour quelle raison. Cette trace est gardée trois ans. Une organisation qui n’emploie plus la
          personne et ne la suit plus cesse de lire son dossier deux ans après, dès lors qu’une autre le tient. Deux ans après le dernier
          contact avec toutes, il devient anonyme&nbsp;: noms, coordonnées, raisons, messages, et ce qui touche à la santé ou à la justice
          sont effacés, seuls restent les chiffres.
        </p>
        <p class="govuk-body">
          La personne a son{' '}
          <a class="govuk-link" href="/mon-espace/entrer">
            propre espace
          </a>
          &nbsp;: elle y entre par un papier que lui remet une équipe qui la suit, et y lit ce qui la concerne, qui peut le lire et qui l’a
          lu. Les notes de travail lui sont remises sur demande.
        </p>
        <h2 class="govuk-heading-m">Sur quelle base</h2>
        <p class="govuk-body">
          Le PASS IAE, les embauches et leur contrôle relèvent d’obligations légales et d’une mission d’intérêt public (RGPD, article
          6&nbsp;; Code du travail, articles L5132-1 et suivants)&nbsp;: la personne en est informée, son consentement n’est pas demandé
          pour cela. L’organisme qui exploite le service confirme cette base dans son registre des traitements.
        </p>
        <p class="govuk-body">
          La réponse sur l’éligibilité et les dates d’un PASS IAE sont calculées par des règles publiées&nbsp;: voyez{' '}
          <a class="govuk-link" href="/droit">
            le droit appliqué
          </a>
          . Chaque réponse montre ses raisons.
        </p>
        <h2 class="govuk-heading-m">Où vont les données</h2>
        <p class="govuk-body">
          Elles restent sur les machines que l’organisme qui exploite le service a choisies. La plateforme n’appelle aucun autre site.{' '}
          {demonstration
            ? 'Dans cette démonstration, aucun courriel ne part\u00a0: une page les montre.'
            : 'Elle n’envoie que des courriels.'}
        </p>
        <h2 class="govuk-heading-m">Cookies</h2>
        <p class="govuk-body">
          Deux cookies, nécessaires au fonctionnement, qui ne demandent donc pas votre accord&nbsp;: l’un reconnaît votre navigateur, garde
          votre session et protège les formulaires&nbsp;; l’autre garde pendant une minute le message affiché après un enregistrement. Aucun
          cookie de mesure d’audience ni de publicité, aucun contenu appelé depuis un autre site.
        </p>
        <h2 class="govuk-heading-m">Vos droits</h2>
        <p class="govuk-body">
          Professionnel ou personne accompagnée, vous pouvez demander à voir vos données, à les faire corriger ou effacer, à limiter leur
          usage, et vous opposer, pour des raisons tenant à votre situation, à un usage qui n’est pas obligatoire. Adressez-vous à
          l’organisation qui vous suit, à l’administrateur de la vôtre, ou au délégué à la protection des données de l’organisme qui
          exploite le service. Une réponse vous est due dans le mois&nbsp;; si la demande est complexe, ce délai peut être porté à trois
          mois, et vous en êtes averti. Il n’y a pas encore de formulaire dans la plateforme pour le faire.
        </p>
        <p class="govuk-body">
          À tout moment, vous pouvez adresser une réclamation à la Commission nationale de l’informatique et des libertés (CNIL), sur{' '}
          <a class="govuk-link" href="https://www.cnil.fr/fr/plaintes" rel="external">
            cnil.fr
          </a>
          .
        </p>
        <h2 class="govuk-heading-m">Ce qui manque encore</h2>
        <p class="govuk-body">
          L’effacement à la fin des durées attend chaque fois la confirmation d’un administrateur de la plateforme&nbsp;: s’il tarde, les
          données restent. La durée du journal des actes reste à fixer par l’organisme qui exploite le service.
        </p>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Données et vie privée' }] },
    ),
})
