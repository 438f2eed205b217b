import { plural } from '@maillage/kernel'
import { EmptyState, SearchForm, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { show } from '../../../platform/http/reply.ts'
import { bornWords, findPeople, type PersonLine } from '../../people/index.ts'
import { mayAccompany } from '../policy.ts'

export const NOTE_AN_ACT = '/actes/ajouter'

/** As many as one reads at a glance; beyond, one more letter finds them. */
const SHOWN = 12

const People = ({ people, partner }: { readonly people: readonly PersonLine[]; readonly partner: string }) => (
  <ul class="govuk-list govuk-list--spaced">
    {people.map(({ id, displayName, birth, sex }) => (
      <li key={id}>
        <a class="govuk-link" href={withQuery(`/personnes/${id}/actes/ajouter`, { partenaire: partner }, {})}>
          {displayName}
        </a>
        , {bornWords(birth, sex)}
      </li>
    ))}
  </ul>
)

/** Noting an act from the menu: the first letters of a name, then the form. Without a search, those of whom one is the referent. */
export const actOfWhomPage = memberPage({
  path: NOTE_AN_ACT,
  allowed: mayAccompany,
  async get({ query, read }) {
    const typed = text(query, 'q').slice(0, 120)
    const partner = text(query, 'partenaire')
    const search = { typed, followed: true, mine: typed === '', page: 1, size: SHOWN }
    const { rows, total } = await read((ctx) => findPeople(ctx, search))
    const people = rows.filter(({ diedOn }) => diedOn === null)
    return show(
      'Noter un acte',
      <>
        <h1 class="govuk-heading-l">Noter un acte&nbsp;: avec qui&#8239;?</h1>
        <SearchForm
          action={NOTE_AN_ACT}
          label="Nom, prénom ou date de naissance"
          hint="Les premières lettres suffisent"
          value={typed}
          keep={{ partenaire: partner }}
        />
        {people.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">{typed === '' ? 'Dont vous êtes référent(e)' : plural(total, 'personne')}</h2>
            <People people={people} partner={partner} />
            {total > rows.length ? <p class="govuk-body">Il y en a d’autres&nbsp;: écrivez une lettre de plus.</p> : null}
          </>
        ) : typed === '' ? (
          <p class="govuk-body">Cherchez une personne que suit l’une de vos équipes.</p>
        ) : (
          <EmptyState title="Personne ne correspond">
            La recherche porte sur les personnes que suivent vos équipes. Essayez le début d’un seul mot, ou une année de naissance.
          </EmptyState>
        )}
        <p class="govuk-body">
          Plusieurs personnes à la fois&#8239;?{' '}
          <a class="govuk-link" href="/ateliers/ajouter">
            Noter un atelier collectif
          </a>
        </p>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Noter un acte' }] },
    )
  },
})
