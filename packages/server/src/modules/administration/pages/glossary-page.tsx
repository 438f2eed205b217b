import { normalised, plural } from '@maillage/kernel'
import { EmptyState, SearchForm } from '@maillage/ui'
import type { GlossaryEntry } from '../../../platform/documents/glossary.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { findEntries, glossaryEntries } from '../glossary-entries.ts'

/** Every theme on one page, for those who search with their browser or print. */
const ALL = 'tout'

const slugOf = (theme: string) => normalised(theme).replaceAll(' ', '-')

const Entry = ({ entry: { term, acronym, definition, notToConfuseWith, source } }: { readonly entry: GlossaryEntry }) => (
  <div class="m-word">
    <dt class="m-word-term">
      {term}
      {acronym === null ? null : <span class="m-word-acronym"> ({acronym})</span>}
    </dt>
    <dd class="m-word-definition">
      {definition}
      {notToConfuseWith === null ? null : <span class="m-word-note">À ne pas confondre avec&nbsp;: {notToConfuseWith}.</span>}
      <span class="m-word-note">Source&nbsp;: {source}</span>
    </dd>
  </div>
)

const Entries = ({ entries }: { readonly entries: readonly GlossaryEntry[] }) => (
  <dl class="m-words">
    {entries.map((entry) => (
      <Entry key={`${entry.theme} ${entry.term}`} entry={entry} />
    ))}
  </dl>
)

type Themes = readonly (readonly [theme: string, entries: readonly GlossaryEntry[]])[]

const Contents = ({ themes, chosen }: { readonly themes: Themes; readonly chosen: string }) => (
  <nav aria-label="Thèmes du glossaire">
    <ul class="m-anchors">
      {themes.map(([theme, { length }]) => (
        <li key={theme}>
          <a class="govuk-link" href={`/glossaire?theme=${slugOf(theme)}`} aria-current={slugOf(theme) === chosen ? 'true' : undefined}>
            {theme}
          </a>{' '}
          ({length})
        </li>
      ))}
      <li>
        <a class="govuk-link" href={`/glossaire?theme=${ALL}`} aria-current={chosen === ALL ? 'true' : undefined}>
          Tout le glossaire
        </a>
      </li>
    </ul>
  </nav>
)

const Found = ({ typed }: { readonly typed: string }) => {
  const found = findEntries(glossaryEntries(), typed)
  return (
    <>
      <p class="govuk-body" role="status">
        {plural(found.length, 'mot trouvé', 'mots trouvés')}.{' '}
        <a class="govuk-link" href="/glossaire">
          Voir les thèmes
        </a>
      </p>
      {found.length === 0 ? (
        <EmptyState title="Aucun mot ne correspond">Vérifiez l’orthographe, ou cherchez un seul mot.</EmptyState>
      ) : (
        <Entries entries={found} />
      )}
    </>
  )
}

const Browsed = ({ chosen }: { readonly chosen: string }) => {
  const themes = [...Map.groupBy(glossaryEntries(), ({ theme }) => theme)]
  return (
    <>
      <Contents themes={themes} chosen={chosen} />
      {themes
        .filter(([theme]) => chosen === ALL || slugOf(theme) === chosen)
        .map(([theme, entries]) => (
          <section key={theme}>
            <h2 class="govuk-heading-m">{theme}</h2>
            <Entries entries={entries} />
          </section>
        ))}
    </>
  )
}

/** The words of the sector as the screens use them: by theme, or searched. */
export const glossaryPage = publicPage({
  path: '/glossaire',
  async get({ query }) {
    const given = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 80) : '')
    const typed = given('q')
    return show(
      'Glossaire',
      <>
        <h1 class="govuk-heading-l">Glossaire</h1>
        <p class="govuk-body">Les mots de l’insertion par l’activité économique, tels que Maillage les emploie.</p>
        <SearchForm action="/glossaire" label="Chercher un mot" hint="Un mot ou un sigle, avec ou sans accents" value={typed} />
        {typed === '' ? <Browsed chosen={given('theme')} /> : <Found typed={typed} />}
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Glossaire' }] },
    )
  },
})
