import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { writeNote } from '../commands/write-note.ts'
import { aboutAct } from '../components/note-events.tsx'
import { keptWordsOf, NoteWords } from '../components/note-words.tsx'
import type { Act } from '../model.ts'
import { NOTE_LIMIT } from '../model-notes.ts'
import { mayAccompany } from '../policy.ts'
import { findAct } from '../queries/acts-of.ts'

interface Found {
  readonly card: PersonCard
  readonly kept: string
  /** The act that the note is about. */
  readonly act: Act | undefined
}

function noteForm(request: PageRequest<Member>, { card, kept, act }: Found, form: FormState): Reply {
  const notes = `/personnes/${card.id}/notes`
  return show(
    'Écrire une note de travail',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Écrire une note de travail</h1>
      <Form action={`${notes}/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <NoteWords kept={kept} />
        {act ? <p class="govuk-body">À propos&nbsp;: {aboutAct(act)}</p> : null}
        {act ? <HiddenField name="acte" value={act.id} /> : null}
        <TextArea form={form} name="text" label="Votre note" rows={8} limit={NOTE_LIMIT} />
        <ButtonGroup>
          <Button>Enregistrer la note</Button>
          <a class="govuk-link" href={notes}>
            Ne rien noter
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
        { label: 'Écrire une note' },
      ],
    },
  )
}

function found(request: PageRequest<Member>, about: unknown): Promise<Found | undefined> | undefined {
  const id = recordId(request.params['id'])
  const actId = recordId(typeof about === 'string' ? about : undefined)
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    if (!card) return undefined
    const act = actId === undefined ? undefined : await findAct(ctx, actId)
    return { card, kept: keptWordsOf(ctx), act: act?.personId === card.id ? act : undefined }
  })
}

/** Writes a note for oneself, about a person or about an act done with them. */
export const writeNotePage = memberPage({
  path: '/personnes/:id/notes/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const known = await found(request, request.query['acte'])
    return known && known.card.diedOn === null ? noteForm(request, known, emptyForm) : notFoundReply
  },
  async post(request) {
    const known = await found(request, request.form['acte'])
    if (!known) return notFoundReply
    const result = await request.submit(writeNote, {
      input: { personId: known.card.id, actId: known.act?.id ?? null, text: text(request.form, 'text') },
      location: ({ personId }) => `/personnes/${personId}/notes`,
      notice: { kind: 'success', title: 'Note enregistrée' },
    })
    return result.reply ?? noteForm(request, known, result.form)
  },
})
