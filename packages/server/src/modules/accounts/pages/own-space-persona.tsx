import { Button, HiddenField } from '@maillage/ui'

/** The paper and the secret of an invented person: the demonstration alone has a space that they open. */
export const DEMONSTRATION_PAPER = { code: 'DEM0-PASS-2026', secret: '280571' } as const

/** Somebody in a pathway has no account: their button types the paper and the secret for the visitor. */
export const OwnSpacePersona = ({ csrf }: { readonly csrf: string }) => (
  <ul class="m-personas">
    <li class="m-persona">
      <h2 class="govuk-heading-s">Une personne en parcours, dans son espace</h2>
      <p class="govuk-body">
        Elle travaille dans un chantier d’insertion. Elle lit son droit, ses candidatures, ses heures, qui voit son dossier&nbsp;; elle
        corrige et s’oppose. Elle entre avec un papier et un secret, sans compte.
      </p>
      <form action="/mon-espace/entrer" method="post">
        <HiddenField name="_csrf" value={csrf} />
        <HiddenField name="code" value={DEMONSTRATION_PAPER.code} />
        <HiddenField name="secret" value={DEMONSTRATION_PAPER.secret} />
        <Button kind="secondary">
          Entrer<span class="govuk-visually-hidden"> comme une personne en parcours</span>
        </Button>
      </form>
    </li>
  </ul>
)
