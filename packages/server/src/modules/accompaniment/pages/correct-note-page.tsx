import { Button, ButtonGroup, Form, type FormState, HiddenField, InsetText, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { correctNote } from '../commands/correct-note.ts'
import { NoteText } from '../components/note-events.tsx'
import { NoteWords } from '../components/note-words.tsx'
import { NOTE_LIMIT } from '../model-notes.ts'
import { type NoteInHand, noteInHand } from '../note-in-hand.ts'
import { mayAccompany } from '../policy.ts'

function correctionForm(request: PageRequest<Member>, { card, kept, note }: NoteInHand, form: FormState): Reply {
  const notes = `/personnes/${card.id}/notes`
  const overtaken = form.errors.length > 0 && form.values['version'] !== String(note.version)
  return show(
    'Corriger une note de travail',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Corriger une note de travail</h1>
      <Form action={`/notes/${note.id}/corriger`} csrf={request.csrf} requestId={request.formId} state={form}>
        <NoteWords kept={kept} />
        {overtaken ? (
          <InsetText>
            <p class="govuk-body">
              <strong>Texte enregistré aujourd’hui&nbsp;:</strong>
            </p>
            <NoteText text={note.text} />
          </InsetText>
        ) : null}
        <HiddenField name="version" value={String(note.version)} />
        <TextArea
          form={form}
          name="text"
          label="Votre note"
          hint="Le nouveau texte remplace l’ancien, dont rien n’est gardé."
          rows={8}
          limit={NOTE_LIMIT}
        />
        <ButtonGroup>
          <Button>Enregistrer la correction</Button>
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
        { label: 'Corriger une note' },
      ],
    },
  )
}

/** Replaces the text of one’s own note. */
export const correctNotePage = memberPage({
  path: '/notes/:id/corriger',
  allowed: mayAccompany,
  async get(request) {
    const found = await noteInHand(request)
    if (!found || found.card.diedOn !== null) return notFoundReply
    return correctionForm(request, found, { values: { text: found.note.text }, errors: [] })
  },
  async post(request) {
    const found = await noteInHand(request)
    if (!found) return notFoundReply
    const result = await request.submit(correctNote, {
      input: { noteId: found.note.id, version: text(request.form, 'version'), text: text(request.form, 'text') },
      location: ({ personId }) => `/personnes/${personId}/notes`,
      notice: { kind: 'success', title: 'Note corrigée' },
    })
    return result.reply ?? correctionForm(request, found, result.form)
  },
})
