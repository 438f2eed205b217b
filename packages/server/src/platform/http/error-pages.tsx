import { ButtonGroup, ButtonLink } from '@maillage/ui'

const Support = () => <p class="govuk-body">Si le problème continue, prévenez l’administrateur de votre organisation.</p>

const Home = () => <ButtonLink href="/">Revenir à l’accueil</ButtonLink>

interface Again {
  /** The address to ask again; null after a form: a link would lose what was typed, reloading sends it again. */
  readonly retry: string | null
}

/** What to press when waiting is the only thing to do. */
const Retry = ({ retry }: Again) =>
  retry === null ? (
    <Home />
  ) : (
    <ButtonGroup>
      <ButtonLink href={retry}>Réessayer</ButtonLink>
      <a class="govuk-link" href="/">
        Revenir à l’accueil
      </a>
    </ButtonGroup>
  )

export const NotFoundPage = () => (
  <>
    <h1 class="govuk-heading-l">Page introuvable</h1>
    <p class="govuk-body">Cette page n’existe pas, ou votre casquette actuelle ne permet pas de la voir.</p>
    <p class="govuk-body">Vérifiez l’adresse, ou changez de casquette si vous en avez plusieurs.</p>
    <Home />
  </>
)

export const FaultPage = ({ requestId }: { readonly requestId: string }) => (
  <>
    <h1 class="govuk-heading-l">Une erreur est survenue</h1>
    <p class="govuk-body">
      La plateforme n’a pas pu terminer. Rien n’a été enregistré à moitié : vous pouvez recommencer dans quelques minutes.
    </p>
    <p class="govuk-body">
      Référence à donner si vous signalez le problème : <strong>{requestId}</strong>
    </p>
    <Support />
    <Home />
  </>
)

export const BusyPage = ({ retry }: Again) => (
  <>
    <h1 class="govuk-heading-l">La plateforme est très sollicitée</h1>
    {retry === null ? (
      <p class="govuk-body">
        Votre formulaire n’a pas été traité. Attendez quelques secondes, puis rechargez cette page pour l’envoyer de nouveau : rien ne sera
        enregistré en double.
      </p>
    ) : (
      <p class="govuk-body">Cette page n’a pas pu être préparée. Attendez quelques secondes, puis réessayez.</p>
    )}
    <Retry retry={retry} />
  </>
)

export const UnavailablePage = ({ retry }: Again) => (
  <>
    <h1 class="govuk-heading-l">La base de données ne répond pas</h1>
    {retry === null ? (
      <p class="govuk-body">
        La plateforme ne peut ni lire ni enregistrer en ce moment. Attendez une minute, puis rechargez cette page pour envoyer de nouveau
        votre formulaire : rien ne sera enregistré en double.
      </p>
    ) : (
      <p class="govuk-body">La plateforme ne peut ni lire ni enregistrer en ce moment. Attendez une minute, puis réessayez.</p>
    )}
    <Support />
    <Retry retry={retry} />
  </>
)

export const TooManyPage = ({ retry }: Again) => (
  <>
    <h1 class="govuk-heading-l">Trop de demandes</h1>
    <p class="govuk-body">Vous avez envoyé beaucoup de demandes en peu de temps. Attendez une minute, puis recommencez.</p>
    <Retry retry={retry} />
  </>
)

export const TooLargePage = () => (
  <>
    <h1 class="govuk-heading-l">Envoi trop volumineux</h1>
    <p class="govuk-body">
      Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été enregistré. Revenez à la page précédente, réduisez le texte ou le
      fichier, puis recommencez.
    </p>
    <Home />
  </>
)

export const UnreadablePage = () => (
  <>
    <h1 class="govuk-heading-l">Demande illisible</h1>
    <p class="govuk-body">La plateforme n’a pas compris ce qui lui a été envoyé. Rien n’a été enregistré.</p>
    <Home />
  </>
)

export const ForgedPage = () => (
  <>
    <h1 class="govuk-heading-l">Formulaire périmé</h1>
    <p class="govuk-body">Ce formulaire a été ouvert il y a trop longtemps, ou depuis un autre site. Rien n’a été enregistré.</p>
    <p class="govuk-body">Revenez à la page précédente, rechargez-la, puis envoyez de nouveau votre saisie.</p>
    <Home />
  </>
)
