import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, EmptyState, emptyForm, Form, type FormState, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { handOverNotes } from '../commands/hand-over-notes.ts'
import { mayAccompany } from '../policy.ts'
import { type NoteHeir, noteHeirs } from '../queries/note-heirs.ts'

interface Found {
  /** Null: everybody about whom the reader keeps notes. */
  readonly card: PersonCard | null
  readonly heirs: readonly NoteHeir[]
}

const received = ({ notes, people }: NoteHeir, all: boolean) => `${plural(notes, 'note')}${all ? ` sur ${plural(people, 'personne')}` : ''}`

/** Where there is nobody to receive them. */
const Nobody = ({ card }: { readonly card: PersonCard | null }) =>
  card === null ? (
    <EmptyState title="Aucune note à transmettre">
      Il faut une note de vous sur une personne, et un collègue qui en soit le référent nommé dans l’une de vos équipes.
    </EmptyState>
  ) : (
    <EmptyState
      title="Personne ne peut recevoir vos notes"
      action={{ label: 'Nommer un référent', href: `/personnes/${card.id}/referents/ajouter` }}
    >
      Il faut une note de vous sur cette personne, et un collègue qui en soit le référent nommé dans l’une de vos équipes. Un suppléant ne
      les reçoit pas.
    </EmptyState>
  )

function handOverForm(request: PageRequest<Member>, { card, heirs }: Found, form: FormState): Reply {
  const notes = card === null ? '/notes' : `/personnes/${card.id}/notes`
  return show(
    'Transmettre des notes de travail',
    <>
      {card === null ? null : <p class="govuk-caption-l">{card.displayName}</p>}
      <h1 class="govuk-heading-l">{card === null ? 'Transmettre vos notes de travail' : 'Transmettre vos notes sur cette personne'}</h1>
      <p class="govuk-body">
        Seul le référent nommé d’une personne peut recevoir vos notes sur elle. Il sera le seul à les lire&nbsp;: vous ne les lirez plus, et
        ne pourrez pas les reprendre. La date à laquelle chacune s’efface ne change pas.
      </p>
      {heirs.length === 0 ? (
        <Nobody card={card} />
      ) : (
        <Form action={`${notes}/transmettre`} csrf={request.csrf} requestId={request.formId} state={form}>
          <Radios
            form={form}
            name="membershipId"
            label={'Qui prend la suite\u202f?'}
            {...(card === null
              ? { hint: 'Chacun reçoit vos notes sur les personnes dont il est le référent ; les autres restent à vous.' }
              : {})}
            choices={heirs.map((heir) => ({ value: heir.membershipId, label: heir.name, hint: received(heir, card === null) }))}
          />
          <ButtonGroup>
            <Button kind="warning">Transmettre ces notes</Button>
            <a class="govuk-link" href={notes}>
              Ne rien transmettre
            </a>
          </ButtonGroup>
        </Form>
      )}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb:
        card === null
          ? [{ label: 'Accueil', href: '/' }, { label: 'Notes de travail', href: notes }, { label: 'Transmettre' }]
          : [
              { label: 'Personnes', href: '/personnes' },
              { label: card.displayName, href: `/personnes/${card.id}` },
              { label: 'Notes de travail', href: notes },
              { label: 'Transmettre' },
            ],
    },
  )
}

async function submitted(request: SubmitRequest<Member>, found: Found): Promise<Reply> {
  const result = await request.submit(handOverNotes, {
    input: { membershipId: text(request.form, 'membershipId'), personId: found.card?.id ?? null },
    location: ({ personId }) => (personId === null ? '/notes' : `/personnes/${personId}/notes`),
    notice: ({ handed }) => ({ kind: 'success', title: plural(handed, 'note transmise', 'notes transmises') }),
  })
  return result.reply ?? handOverForm(request, found, result.form)
}

async function aboutOne(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, heirs: await noteHeirs(ctx, card.id) }
  })
}

const aboutAll = (request: PageRequest<Member>): Promise<Found> =>
  request.read(async (ctx) => ({ card: null, heirs: await noteHeirs(ctx, null) }))

/** Gives one’s notes about a person to the referent who takes over. */
export const handOverNotesPage = memberPage({
  path: '/personnes/:id/notes/transmettre',
  allowed: mayAccompany,
  async get(request) {
    const found = await aboutOne(request)
    return found ? handOverForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await aboutOne(request)
    return found ? submitted(request, found) : notFoundReply
  },
})

/** Gives all of one’s notes to a colleague, for the people whom that colleague follows by name. */
export const handOverAllNotesPage = memberPage({
  path: '/notes/transmettre',
  allowed: mayAccompany,
  get: async (request) => handOverForm(request, await aboutAll(request), emptyForm),
  post: async (request) => submitted(request, await aboutAll(request)),
})
