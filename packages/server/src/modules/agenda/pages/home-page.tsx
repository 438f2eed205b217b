import { ButtonLink } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'

const Visitor = ({ demonstration }: { readonly demonstration: boolean }) => (
  <>
    <h1 class="govuk-heading-xl">Prescrire, accompagner, conventionner, mesurer, décider : sur les mêmes faits</h1>
    <p class="govuk-body-l">
      Maillage réunit, dans un territoire, les acteurs de l’insertion par l’activité économique. Chaque fait est saisi une seule fois, par la
      personne qui le connaît, et sert à tous ceux qui ont le droit de le voir.
    </p>
    {demonstration ? <ButtonLink href="/demonstration">Entrer dans la démonstration</ButtonLink> : <ButtonLink href="/connexion">Se connecter</ButtonLink>}
  </>
)

/** The first page: what Maillage is for a visitor, what waits for a member. */
export const homePage = publicPage({
  path: '/',
  async get({ actor, demonstration }) {
    if (!actor) return show('Accueil', <Visitor demonstration={demonstration} />)
    const place = actor.hat?.organisationName
    return show(
      'Accueil',
      <>
        <h1 class="govuk-heading-l">Bonjour {actor.name}</h1>
        {place ? <p class="govuk-body-l">Vous agissez pour {place}.</p> : <p class="govuk-body-l">Votre compte n’est rattaché à aucune organisation aujourd’hui. Demandez à l’administrateur de votre organisation de vous ajouter.</p>}
      </>,
    )
  },
})
