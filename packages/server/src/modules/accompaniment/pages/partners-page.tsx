import { frenchShortDate } from '@maillage/kernel'
import { BARRIER_AREAS, type BarrierArea, barrierAreaLabel } from '@maillage/rules/accompaniment'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterForm,
  readPage,
  SearchForm,
  Select,
  Tag,
  TextField,
  withQuery,
} from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { findCommunes } from '../../territories/index.ts'
import type { Partner } from '../model-partners.ts'
import { mayAccompany } from '../policy.ts'
import { findPartners, type PartnerSearch } from '../queries/partners.ts'

export const PARTNERS = '/partenaires'
const SIZE = 25

/** What the address of the list asks; `place` is the commune that it names, `known` the others that begin so. */
export async function readPartnerList(ctx: Pick<ReadCtx, 'tx'>, query: FormBody) {
  const typed = text(query, 'habite').slice(0, 80)
  const [place, ...others] = typed === '' ? [] : await findCommunes(ctx, typed)
  const search: PartnerSearch = {
    typed: text(query, 'q').slice(0, 120),
    area: BARRIER_AREAS.find((area) => area === text(query, 'domaine')),
    departementId: undefined,
    communeId: typed === '' ? undefined : place ? `commune-${place.code}` : 'nowhere',
    closed: text(query, 'etat') === 'fermes',
  }
  return { search, place, others, unknown: typed !== '' && !place }
}

export const areasIn = (areas: readonly BarrierArea[]): string => areas.map(barrierAreaLabel).join(', ')

const COLUMNS: readonly Column<Partner>[] = [
  {
    key: 'nom',
    label: 'Partenaire',
    render: ({ id, name }) => (
      <a class="govuk-link" href={`${PARTNERS}/${id}`}>
        {name}
      </a>
    ),
  },
  { key: 'domaines', label: 'Domaines', long: true, render: ({ areas }) => areasIn(areas) },
  { key: 'lieu', label: 'Commune', render: ({ communeName }) => communeName },
  { key: 'pour', label: 'Accueille', render: ({ servesName }) => servesName },
  { key: 'telephone', label: 'Téléphone', render: ({ phone }) => phone ?? '–' },
  {
    key: 'verifie',
    label: 'Vérifié le',
    render: ({ verifiedOn, mistakes }) => (
      <>
        {frenchShortDate(verifiedOn)} {mistakes > 0 ? <Tag tone="attention">Erreur signalée</Tag> : null}
      </>
    ),
  },
]

/** Whom to send somebody to, by area of life and by where they live. */
export const partnersPage = memberPage({
  path: PARTNERS,
  async get({ query, read, actor }) {
    const number = readPage(query)
    const { asked, found } = await read(async (ctx) => {
      const list = await readPartnerList(ctx, query)
      return { asked: list, found: await findPartners(ctx, list.search, { offset: (number - 1) * SIZE, limit: SIZE }) }
    })
    const { rows, total } = found
    if (number > 1 && rows.length === 0) return goTo(withQuery(PARTNERS, query, { page: null }))
    const { search, place, others } = asked
    const keep = Object.fromEntries(['domaine', 'habite', 'etat'].map((name) => [name, text(query, name)]))
    const active = Object.values(keep).filter((value) => value !== '').length
    const form = {
      values: query,
      errors: asked.unknown ? [{ field: 'habite', text: 'Aucune commune ne commence ainsi' }] : [],
    }
    const keeps = mayAccompany(actor)
    const add = { label: 'Ajouter un partenaire', href: `${PARTNERS}/ajouter` }
    return show(
      'Annuaire des partenaires',
      <>
        <h1 class="govuk-heading-l">Annuaire des partenaires</h1>
        <p class="govuk-body">
          À qui adresser une personne, selon ce qui la freine et là où elle habite. Partagé par toutes les organisations du
          territoire&nbsp;: chacun le complète et le corrige. Il ne dit jamais qui y est allé.
        </p>
        {keeps ? (
          <ButtonGroup>
            <ButtonLink href={add.href}>{add.label}</ButtonLink>
          </ButtonGroup>
        ) : null}
        <SearchForm action={PARTNERS} label="Nom ou mots" hint="Par exemple : permis, épicerie, CAF" value={search.typed} keep={keep} />
        <FilterForm action={PARTNERS} active={active} keep={{ q: search.typed }} clearHref={withQuery(PARTNERS, { q: search.typed }, {})}>
          <Select
            form={form}
            name="domaine"
            label="Domaine"
            placeholder="Tous"
            options={BARRIER_AREAS.map((area) => ({ value: area, label: barrierAreaLabel(area) }))}
            optional
          />
          <TextField form={form} name="habite" label="Commune où habite la personne" optional />
          <Select
            form={form}
            name="etat"
            label="Partenaires"
            placeholder="Ouverts"
            options={[{ value: 'fermes', label: 'Fermés' }]}
            optional
          />
        </FilterForm>
        {place ? (
          <p class="govuk-body">
            Ouverts aux habitants de {place.label}.{others.length > 0 ? ' Une autre commune ? ' : ''}
            {others.slice(0, 4).map(({ code, label }) => (
              <>
                <a class="govuk-link" key={code} href={withQuery(PARTNERS, query, { habite: label.replace(/ \(.*/, ''), page: null })}>
                  {label}
                </a>{' '}
              </>
            ))}
          </p>
        ) : null}
        <DataTable
          caption={search.closed ? 'Partenaires fermés' : 'Partenaires'}
          counted={['partenaire', 'partenaires']}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
          hrefFor={(changes) => withQuery(PARTNERS, query, changes)}
          page={{ number, size: SIZE, total }}
          exportHref={withQuery(`${PARTNERS}.csv`, query, { page: null })}
          empty={
            active > 0 || search.typed !== '' ? (
              <EmptyState title="Aucun partenaire ne correspond" action={{ label: 'Voir tous les partenaires', href: PARTNERS }}>
                Essayez un seul mot, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="L’annuaire est vide" {...(keeps ? { action: add } : {})}>
                Le premier partenaire ajouté servira à tous.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Partenaires' }] },
    )
  },
})
