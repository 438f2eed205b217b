import { Panel } from '@maillage/ui'

interface Props {
  readonly site: string
  readonly code: string
  readonly personId: string
}

/** What is printed and handed over: where to go, what to type, what to do with the paper. No name: a paper is lost. */
export const SpacePaper = ({ site, code, personId }: Props) => (
  <>
    <Panel title="Votre espace">
      Votre code&nbsp;:
      <br />
      <strong>{code}</strong>
    </Panel>
    <ol class="govuk-list govuk-list--number">
      <li>
        Allez sur <strong>{`${site.replace(/^https?:\/\//, '').replace(/\/$/, '')}/mon-espace`}</strong>
      </li>
      <li>Tapez le code écrit ci-dessus.</li>
      <li>Choisissez un secret de six chiffres. Ne le dites à personne. Ne l’écrivez pas sur ce papier.</li>
    </ol>
    <p class="govuk-body">La première fois, le code suffit. Tapez-le dans les trente jours.</p>
    <p class="govuk-body">Les fois suivantes, il faut le code et votre secret. Gardez ce papier.</p>
    <p class="govuk-body">
      Vous avez perdu ce papier, ou oublié votre secret&nbsp;? Demandez un nouveau papier à la personne qui vous accompagne.
    </p>
    <p class="govuk-body">Sur le téléphone de quelqu’un d’autre&nbsp;? En haut de chaque page, «&nbsp;Quitter vite&nbsp;» ferme tout.</p>
    <p class="govuk-body m-screen-only">
      Imprimez cette page maintenant, ou recopiez le code&nbsp;: il ne sera plus affiché.{' '}
      <a class="govuk-link" href={`/personnes/${personId}/espace`}>
        Revenir à l’espace de la personne
      </a>
    </p>
  </>
)
