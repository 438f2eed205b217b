import { plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, FilterForm, readPage, Select, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { bornWords } from '../model.ts'
import { mayKeepFiles, mayReadPeople } from '../policy.ts'
import { findPeople, type PersonLine } from '../queries/find-people.ts'
import { waitingRequests } from '../queries/waiting-requests.ts'
import { PeopleSearch } from './people-search.tsx'

const PATH = '/personnes'
const SIZE = 25

const COLUMNS: readonly Column<PersonLine>[] = [
  {
    key: 'nom',
    label: 'Personne',
    render: ({ id, displayName }) => (
      <a class="govuk-link" href={`${PATH}/${id}`}>
        {displayName}
      </a>
    ),
  },
  {
    key: 'naissance',
    label: 'Naissance',
    render: ({ birth, sex, birthName, displayName }) => (
      <>
        {bornWords(birth, sex)}
        {displayName.endsWith(birthName.toLocaleUpperCase('fr')) ? null : `, nom de naissance ${birthName.toLocaleUpperCase('fr')}`}
      </>
    ),
  },
  {
    key: 'fiche',
    label: 'Fiche',
    render: ({ state, mine }) => (
      <>
        {state === 'provisional' ? <Tag tone="attention">Provisoire</Tag> : null}{' '}
        {mine ? <Tag tone="info">Vous êtes référent(e)</Tag> : null}
        {state !== 'provisional' && !mine ? '–' : null}
      </>
    ),
  },
]

const STATES = [
  { value: 'provisional', label: 'Fiches provisoires' },
  { value: 'confirmed', label: 'Fiches confirmées' },
]

/** The people whom my teams follow. */
export const peoplePage = memberPage({
  path: PATH,
  allowed: mayReadPeople,
  async get({ query, read, actor }) {
    const number = readPage(query)
    const typed = text(query, 'q')
    const state = STATES.find(({ value }) => value === text(query, 'etat'))?.value as 'provisional' | 'confirmed' | undefined
    const mine = text(query, 'suivi') === 'moi'
    const keeps = mayKeepFiles(actor)
    const { list, waiting } = await read(async (ctx) => ({
      list: await findPeople(ctx, { typed, page: number, size: SIZE, mine, state }),
      waiting: keeps ? (await waitingRequests(ctx)).length : 0,
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(PATH, query, { page: null }))
    const form = { values: query, errors: [] }
    const active = (state ? 1 : 0) + (mine ? 1 : 0)
    const filtered = active > 0 || typed !== ''
    return show(
      'Personnes',
      <>
        <h1 class="govuk-heading-l">Personnes</h1>
        <p class="govuk-body">Les personnes que suivent aujourd’hui vos équipes.</p>
        {filtered || list.total > 0 ? (
          <>
            <PeopleSearch form={form} keep={{ etat: state ?? '', suivi: mine ? 'moi' : '' }} />
            <FilterForm action={PATH} active={active} keep={{ q: typed }} clearHref={withQuery(PATH, { q: typed }, {})}>
              <Select
                form={form}
                name="suivi"
                label="Suivi"
                placeholder="Toute l’équipe"
                options={[{ value: 'moi', label: 'Dont je suis référent(e)' }]}
                optional
              />
              <Select form={form} name="etat" label="Fiche" placeholder="Toutes" options={STATES} optional />
            </FilterForm>
          </>
        ) : null}
        {keeps ? (
          <ButtonGroup>
            {filtered || list.total > 0 ? <ButtonLink href={`${PATH}/ajouter`}>Ajouter une personne</ButtonLink> : null}
            {actor.hat.functions.includes('operator') ? (
              <a class="govuk-link" href={`${PATH}/importer`}>
                Importer des personnes
              </a>
            ) : null}
            <a class="govuk-link" href="/rattachements">
              {waiting > 0
                ? `Rattachements : ${plural(waiting, 'demande')} ${waiting > 1 ? 'attendent' : 'attend'} votre réponse`
                : 'Rattachements'}
            </a>
          </ButtonGroup>
        ) : null}
        <DataTable
          caption="Personnes suivies"
          counted={['personne', 'personnes']}
          columns={COLUMNS}
          rows={list.rows}
          rowKey={({ id }) => id}
          hrefFor={(changes) => withQuery(PATH, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          empty={
            filtered ? (
              <EmptyState title="Aucune personne ne correspond" action={{ label: 'Voir toutes les personnes', href: PATH }}>
                Vérifiez l’orthographe, essayez le début d’un seul mot ou une date de naissance, ou retirez un filtre. La recherche ne porte
                que sur les personnes que suivent vos équipes.
              </EmptyState>
            ) : (
              <EmptyState
                title="Aucune personne pour le moment"
                {...(keeps ? { action: { label: 'Ajouter une personne', href: `${PATH}/ajouter` } } : {})}
              >
                Une personne apparaît ici quand votre équipe ouvre sa fiche, reçoit sa candidature ou l’embauche.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Personnes' }] },
    )
  },
})
