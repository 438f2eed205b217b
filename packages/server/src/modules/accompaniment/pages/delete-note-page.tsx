import { InsetText } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { deleteNote } from '../commands/delete-note.ts'
import { NoteText } from '../components/note-events.tsx'
import { noteInHand } from '../note-in-hand.ts'
import { mayAccompany } from '../policy.ts'

const notesOf = (personId: string) => `/personnes/${personId}/notes`

/** The confirmation that a note goes for good. */
export const deleteNotePage = confirmPage({
  path: '/notes/:id/supprimer',
  allowed: mayAccompany,
  find: noteInHand,
  confirmation: ({ card, note }) => ({
    title: 'Supprimer cette note',
    caption: card.displayName,
    consequence: (
      <>
        <InsetText>
          <NoteText text={note.text} />
        </InsetText>
        <p class="govuk-body">Son texte est effacé pour de bon, personne ne peut le rétablir.</p>
        <p class="govuk-body">
          Si la personne a déjà demandé à lire vos notes, ne la supprimez pas&nbsp;: elle doit lui être donnée telle qu’elle est.
        </p>
      </>
    ),
    button: 'Supprimer la note',
    back: notesOf(card.id),
    breadcrumb: [
      { label: 'Personnes', href: '/personnes' },
      { label: card.displayName, href: `/personnes/${card.id}` },
      { label: 'Notes de travail', href: notesOf(card.id) },
      { label: 'Supprimer une note' },
    ],
  }),
  command: deleteNote,
  input: ({ note }) => ({ noteId: note.id }),
  location: ({ personId }) => notesOf(personId),
  notice: { kind: 'success', title: 'Note supprimée' },
})
