import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { deleteNote } from '../commands/delete-note.ts'
import { NoteText } from '../components/note-events.tsx'
import { type NoteInHand, noteInHand } from '../note-in-hand.ts'
import { mayAccompany } from '../policy.ts'

function deletionForm(request: PageRequest<Member>, { card, note }: NoteInHand, form: FormState): Reply {
  const notes = `/personnes/${card.id}/notes`
  return show(
    'Supprimer une note de travail',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Supprimer cette note</h1>
      <InsetText>
        <NoteText text={note.text} />
      </InsetText>
      <p class="govuk-body">Son texte est effacé pour de bon, personne ne peut le rétablir.</p>
      <p class="govuk-body">
        Si la personne a déjà demandé à lire vos notes, ne la supprimez pas&nbsp;: elle doit lui être donnée telle qu’elle est.
      </p>
      <Form action={`/notes/${note.id}/supprimer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Supprimer la note</Button>
          <a class="govuk-link" href={notes}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Notes de travail', href: notes },
        { label: 'Supprimer une note' },
      ],
    },
  )
}

/** The confirmation that a note goes for good. */
export const deleteNotePage = memberPage({
  path: '/notes/:id/supprimer',
  allowed: mayAccompany,
  async get(request) {
    const found = await noteInHand(request)
    return found ? deletionForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await noteInHand(request)
    if (!found) return notFoundReply
    const result = await request.submit(deleteNote, {
      input: { noteId: found.note.id },
      location: ({ personId }) => `/personnes/${personId}/notes`,
      notice: { kind: 'success', title: 'Note supprimée' },
    })
    return result.reply ?? deletionForm(request, found, result.form)
  },
})
