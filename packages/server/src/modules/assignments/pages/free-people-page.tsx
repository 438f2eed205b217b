import { frenchHours, plural } from '@maillage/kernel'
import { type Column, DataTable, Details, EmptyState, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayPlace } from '../policy.ts'
import { placeablePeople } from '../queries/placeable-people.ts'
import { placingSiaes } from '../queries/placing-siaes.ts'
import { requestCard } from '../queries/request-register.ts'
import { type Fit, type FitFact, whoIsFree } from '../who-is-free.ts'
import { REQUESTS, requestTrail } from './placement-trail.ts'
import { shownDays, shownNeeds, shownWhen } from './request-columns.tsx'

const GROUPS = [
  { state: 'may-fit', caption: 'Peuvent convenir', none: 'Personne ne réunit tout ce qui est connu pour cette demande.' },
  { state: 'to-check', caption: 'À vérifier avec la personne', none: 'Il n’y a rien à vérifier.' },
  { state: 'does-not-fit', caption: 'Ne conviennent pas, pour ces raisons', none: 'Aucune raison n’écarte personne.' },
] as const

const MARK = { true: '', null: 'à vérifier : ', false: 'non : ' } as const

const Facts = ({ facts }: { readonly facts: readonly FitFact[] }) => (
  <ul class="govuk-list">
    {facts.map(({ fits, sentence }) => (
      <li key={sentence}>
        {fits === true ? null : (
          <Tag tone={fits === false ? 'attention' : undefined}>{MARK[String(fits) as 'null' | 'false'].replace(' : ', '')}</Tag>
        )}{' '}
        {sentence}
      </li>
    ))}
  </ul>
)

const columnsFor = (requestId: string): readonly Column<Fit>[] => [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ seeker }) => (
      <a class="govuk-link" href={`/personnes/${seeker.personId}`}>
        {seeker.name}
      </a>
    ),
  },
  { key: 'heures', label: 'Heures ce mois', align: 'end', render: ({ seeker }) => frenchHours(seeker.hoursOfMonth) },
  { key: 'faits', label: 'Ce qui est connu', long: true, render: ({ facts }) => <Facts facts={facts} /> },
  {
    key: 'suite',
    label: 'Suite',
    render: ({ seeker }) => (
      <>
        <a class="govuk-link" href={`${REQUESTS}/${requestId}/personnes/${seeker.stayId}`}>
          Affecter<span class="govuk-visually-hidden"> {seeker.name}</span>
        </a>
        <br />
        <a class="govuk-link" href={`/personnes/${seeker.personId}/disponibilites`}>
          Disponibilités<span class="govuk-visually-hidden"> de {seeker.name}</span>
        </a>
      </>
    ),
  },
]

/** Who could go: everybody enrolled, with what is known for and against, those with the fewest hours first. */
export const freePeoplePage = memberPage({
  path: `${REQUESTS}/:id/personnes`,
  allowed: mayPlace,
  async get({ params, read }) {
    const id = recordId(params['id'])
    const found =
      id === undefined
        ? undefined
        : await read(async (ctx) => {
            const asked = await requestCard(ctx, id)
            if (!asked) return undefined
            const { seekers, waivers } = await placeablePeople(ctx, asked)
            const isAi = (await placingSiaes(ctx)).some((siae) => siae.id === asked.siaeId && siae.kind === 'AI')
            return { asked, fits: whoIsFree(ctx.law, asked, seekers, { waivers, on: ctx.today, isAi }) }
          })
    if (!found) return notFoundReply
    const { asked, fits } = found
    const wanted = [
      shownDays(asked),
      shownWhen(asked),
      asked.weeklyHours === null ? '' : `${frenchHours(asked.weeklyHours)} par semaine`,
      shownNeeds(asked),
    ]
    return show(
      'Qui est libre',
      <>
        <p class="govuk-caption-l">
          {asked.work}, {asked.clientName}
        </p>
        <h1 class="govuk-heading-l">Qui est libre{'\u202f'}?</h1>
        <p class="govuk-body">
          {asked.commune.name}, {wanted.filter(Boolean).join(' ; ')}.
        </p>
        <p class="govuk-body">
          {plural(fits.length, 'personne inscrite', 'personnes inscrites')} dans {asked.siaeName}, sans en oublier. Dans chaque liste, qui a
          fait le moins d’heures ce mois-ci vient d’abord. Personne n’est noté : vous décidez, avec la personne.
        </p>
        {GROUPS.map(({ state, caption, none }, at) => {
          const rows = fits.filter((each) => each.state === state)
          const better = GROUPS.slice(0, at).some((before) => fits.some((each) => each.state === before.state))
          const listed = (
            <DataTable
              key={state}
              caption={caption}
              counted={['personne', 'personnes']}
              columns={columnsFor(asked.id)}
              rows={rows}
              rowKey={({ seeker }) => seeker.stayId}
              empty={<EmptyState title={`${caption} : personne`}>{none}</EmptyState>}
            />
          )
          // Nobody is left out, but a hundred people of whom little is known do not make a list that nobody reads to its end.
          return better && rows.length > 0 ? (
            <Details key={state} summary={`${caption} : ${plural(rows.length, 'personne')}`}>
              {listed}
            </Details>
          ) : (
            listed
          )
        })}
      </>,
      { wide: true, breadcrumb: requestTrail({ label: asked.work, href: `${REQUESTS}/${asked.id}` }, { label: 'Qui est libre' }) },
    )
  },
})
