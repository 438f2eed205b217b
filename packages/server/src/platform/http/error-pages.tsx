import { ButtonLink } from '@maillage/ui'

const Support = () => <p class="govuk-body">Si le problème continue, prévenez l’administrateur de votre organisation.</p>

export const NotFoundPage = () => (
  <>
    <h1 class="govuk-heading-l">Page introuvable</h1>
    <p class="govuk-body">Cette page n’existe pas, ou votre casquette actuelle ne permet pas de la voir.</p>
    <p class="govuk-body">Vérifiez l’adresse, ou changez de casquette si vous en avez plusieurs.</p>
    <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
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
    <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
  </>
)

export const BusyPage = () => (
  <>
    <h1 class="govuk-heading-l">La plateforme est très sollicitée</h1>
    <p class="govuk-body">
      Votre demande n’a pas été traitée. Attendez quelques secondes, puis rechargez cette page. Si vous envoyiez un formulaire, le renvoyer
      n’enregistrera rien en double.
    </p>
  </>
)

export const UnavailablePage = () => (
  <>
    <h1 class="govuk-heading-l">La base de données ne répond pas</h1>
    <p class="govuk-body">
      La plateforme ne peut ni lire ni enregistrer en ce moment. Attendez une minute, puis rechargez cette page. Si vous envoyiez un
      formulaire, le renvoyer n’enregistrera rien en double.
    </p>
    <Support />
  </>
)

export const TooManyPage = () => (
  <>
    <h1 class="govuk-heading-l">Trop de demandes</h1>
    <p class="govuk-body">Vous avez envoyé beaucoup de demandes en peu de temps. Attendez une minute, puis recommencez.</p>
  </>
)

export const TooLargePage = () => (
  <>
    <h1 class="govuk-heading-l">Envoi trop volumineux</h1>
    <p class="govuk-body">
      Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été enregistré. Réduisez le texte ou le fichier, puis recommencez.
    </p>
  </>
)

export const UnreadablePage = () => (
  <>
    <h1 class="govuk-heading-l">Demande illisible</h1>
    <p class="govuk-body">La plateforme n’a pas compris ce qui lui a été envoyé. Rien n’a été enregistré.</p>
    <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
  </>
)

export const ForgedPage = () => (
  <>
    <h1 class="govuk-heading-l">Formulaire périmé</h1>
    <p class="govuk-body">Ce formulaire a été ouvert il y a trop longtemps, ou depuis un autre site. Rien n’a été enregistré.</p>
    <p class="govuk-body">Revenez à la page précédente, rechargez-la, puis envoyez de nouveau votre saisie.</p>
    <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
  </>
)
