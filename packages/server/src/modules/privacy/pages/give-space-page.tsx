import { frenchDate, frenchOf } from '@maillage/kernel'
import { Button, ButtonLink, type Column, DataTable, EmptyState, emptyForm, Form, type FormState, InsetText, Tag } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { legalRepresentative, mayKeepFiles, type PersonCard, personCard } from '../../people/index.ts'
import { giveSpace } from '../commands/give-space.ts'
import { revokeSpace } from '../commands/revoke-space.ts'
import type { KeyState } from '../model.ts'
import { keysGiven, type SpaceKey } from '../queries/keys-given.ts'
import { SpacePaper } from './space-paper.tsx'

const STATES: Readonly<Record<KeyState, string>> = {
  waiting: 'Donné, pas encore ouvert',
  opened: 'Ouvert par la personne',
  closed: 'Fermé : cinq secrets faux',
  revoked: 'Retiré',
  expired: 'Périmé',
}

const isOpen = ({ state }: SpaceKey) => state === 'waiting' || state === 'opened'

const COLUMNS: readonly Column<SpaceKey>[] = [
  { key: 'donne', label: 'Donné le', render: ({ givenOn }) => frenchDate(givenOn) },
  {
    key: 'etat',
    label: 'État',
    render: ({ state }) => <Tag tone={state === 'opened' ? 'positive' : state === 'waiting' ? 'info' : 'neutral'}>{STATES[state]}</Tag>,
  },
  {
    key: 'jusqua',
    label: 'Valable jusqu’au',
    render: (key) => (isOpen(key) ? frenchDate(key.until) : '–'),
  },
]

interface Found {
  readonly card: PersonCard
  readonly keys: readonly SpaceKey[]
  readonly minor: boolean
  readonly representative: string | null
}

const MAJORITY = 18

const crumbsOf = ({ id, displayName }: PersonCard, beneath?: string) => [
  { label: 'Personnes', href: '/personnes' },
  { label: displayName, href: `/personnes/${id}` },
  ...(beneath === undefined ? [{ label: 'Son espace' }] : [{ label: 'Son espace', href: `/personnes/${id}/espace` }, { label: beneath }]),
]

function spaceForm(request: PageRequest<Member>, { card, keys, minor, representative }: Found, form: FormState): Reply {
  const here = `/personnes/${card.id}/espace`
  const open = keys.some(isOpen)
  return show(
    `Espace ${frenchOf(card.displayName)}`,
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Donner accès à son espace</h1>
      <p class="govuk-body">
        Dans son espace, la personne voit son droit, ses candidatures, ses contrats, qui lit son dossier et qui l’a lu. Elle corrige ses
        coordonnées, s’oppose à un partage, télécharge ses données. Elle n’y voit ni les données d’autres personnes, ni les notes de
        travail, qui lui sont remises sur demande.
      </p>
      <InsetText>
        Elle entre par un code imprimé sur papier, à taper une seule fois, dans les trente jours. Elle choisit ensuite un secret de six
        chiffres, connu d’elle seule. Remettez le papier en main propre&nbsp;: aucun nom n’y figure.
      </InsetText>
      {minor ? (
        <p class="govuk-body">
          Personne mineure&nbsp;: remettez le papier à elle-même, et proposez-lui d’y entrer avec son représentant légal
          {representative === null ? '' : ` (${representative})`}.
        </p>
      ) : null}
      {card.diedOn !== null ? (
        <p class="govuk-body">Un décès est enregistré&nbsp;: l’espace est fermé.</p>
      ) : card.state === 'provisional' ? (
        <p class="govuk-body">Cette fiche est provisoire&nbsp;: l’accès se donne après le rattachement.</p>
      ) : (
        <Form action={here} csrf={request.csrf} requestId={request.formId} state={form}>
          <p class="govuk-body">
            {open ? 'Un nouveau papier remplace celui que votre organisation avait donné.' : 'Le code ne s’affiche qu’une fois.'}
          </p>
          <Button>{open ? 'Donner un nouveau papier' : 'Préparer le papier'}</Button>
        </Form>
      )}
      <DataTable<SpaceKey>
        caption="Papiers donnés par votre organisation"
        counted={['papier', 'papiers']}
        columns={COLUMNS}
        rows={keys}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Aucun papier donné">La personne n’a pas encore d’accès donné par votre organisation.</EmptyState>}
      />
      {open ? (
        <ButtonLink kind="warning" href={`${here}/fermer`}>
          Retirer l’accès donné
        </ButtonLink>
      ) : null}
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card) },
  )
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    if (!card) return undefined
    const age = card.ageOn(ctx.today)
    const minor = age !== null && age < MAJORITY
    const representative = minor ? ((await legalRepresentative(ctx, card.id))?.name ?? null) : null
    return { card, minor, representative, keys: await keysGiven(ctx, card.id) }
  })
}

/** The way of a person into their own space: what was given, giving it on paper, taking it back. */
export const giveSpacePage = memberPage({
  path: '/personnes/:id/espace',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    return known.card.id === request.params['id'] ? spaceForm(request, known, emptyForm) : goTo(`/personnes/${known.card.id}/espace`)
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    // Shown in the answer itself: the code is in no cookie, in no address, and nowhere else.
    const asked = await request.ask(giveSpace, { personId: known.card.id })
    if (asked.form) return spaceForm(request, known, asked.form)
    return show('Papier à remettre', <SpacePaper site={request.site} code={asked.value.code} personId={known.card.id} />, {
      breadcrumb: crumbsOf(known.card),
    })
  },
})

/** Takes back what one's organisation gave, once told what it closes. */
export const revokeSpacePage = confirmPage({
  path: '/personnes/:id/espace/fermer',
  allowed: mayKeepFiles,
  find: found,
  offered: ({ keys }) => keys.some(isOpen),
  confirmation: ({ card }) => ({
    title: 'Retirer l’accès donné',
    caption: card.displayName,
    consequence: (
      <p class="govuk-body">
        Le papier donné par votre organisation n’ouvre plus rien. Si la personne est dans son espace, il se ferme tout de suite. Pour
        revenir, il lui faudra un nouveau papier, et un nouveau secret. Rien de son dossier n’est effacé.
      </p>
    ),
    button: 'Retirer l’accès',
    back: `/personnes/${card.id}/espace`,
    breadcrumb: [
      ...crumbsOf(card).slice(0, -1),
      { label: 'Son espace', href: `/personnes/${card.id}/espace` },
      { label: 'Retirer l’accès' },
    ],
  }),
  command: revokeSpace,
  input: ({ card }) => ({ personId: card.id }),
  location: ({ personId }) => `/personnes/${personId}/espace`,
  notice: { kind: 'success', title: 'Accès retiré. Le papier n’ouvre plus rien.' },
})
