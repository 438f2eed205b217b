import { frenchDate } from '@maillage/kernel'
import { BackLink, Button, EmptyState, ErrorSummary, emptyForm, Form, type FormState, HiddenField, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { PARIS } from '../../../platform/command/context.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { keepNoteBack, mayAccompany, NoteText, notesOf, type WorkingNote } from '../../accompaniment/index.ts'
import { logReading } from '../../people/index.ts'
import { type PersonRequest, personRequest } from '../queries/person-requests.ts'

interface Found {
  readonly asked: PersonRequest
  readonly notes: readonly WorkingNote[]
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  const known =
    id &&
    (await request.read(async (ctx) => {
      const asked = await personRequest(ctx, id)
      return asked?.kind === 'access' ? { asked, notes: await notesOf(ctx, asked.personId) } : undefined
    }))
  if (known) logReading(request, known.asked.personId)
  return known || undefined
}

const hrefOf = ({ id }: PersonRequest) => `/demandes-des-personnes/${id}`

function notesToGive(request: PageRequest<Member>, { asked, notes }: Found, form: FormState): Reply {
  const here = `${hrefOf(asked)}/notes`
  return show(
    'Vos notes à remettre',
    <>
      <BackLink href={hrefOf(asked)}>Revenir à la demande</BackLink>
      <ErrorSummary state={form} />
      <p class="govuk-caption-l">{asked.displayName}</p>
      <h1 class="govuk-heading-l">Vos notes à remettre</h1>
      <p class="govuk-body">
        La personne demande une copie de ce que votre organisation garde sur elle. Vos notes de travail en font partie (RGPD, art. 15).
        Elles lui sont remises telles qu’elles sont, avec la réponse. Vos collègues ne les lisent pas.
      </p>
      <p class="govuk-body">
        Une note parle d’une autre personne&nbsp;? Retenez-la. La personne saura qu’une note n’est pas remise, et pourra s’en plaindre.
      </p>
      {notes.length === 0 ? <EmptyState title="Aucune note">Vous n’avez pas de note de travail sur cette personne.</EmptyState> : null}
      {notes.map((note) => {
        const writtenOn = frenchDate(legalDay(note.writtenAt, request.actor.hat.timeZone || PARIS))
        return (
          <section key={note.id} aria-labelledby={`n-${note.id}`}>
            <h2 class="govuk-heading-m" id={`n-${note.id}`}>
              Note du {writtenOn} <Tag tone={note.keptBack ? 'attention' : 'info'}>{note.keptBack ? 'Retenue' : 'À remettre'}</Tag>
            </h2>
            <NoteText text={note.text} />
            {asked.state === 'waiting' ? (
              <Form action={here} csrf={request.csrf} requestId={`${request.formId}`} state={emptyForm}>
                <HiddenField name="note" value={note.id} />
                <HiddenField name="act" value={note.keptBack ? 'give' : 'keep'} />
                <Button kind="secondary">
                  {note.keptBack ? 'Remettre cette note' : 'Retenir : elle parle d’une autre personne'}
                  <span class="govuk-visually-hidden"> (note du {writtenOn})</span>
                </Button>
              </Form>
            ) : null}
          </section>
        )
      })}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Demandes des personnes', href: '/demandes-des-personnes' },
        { label: asked.displayName, href: hrefOf(asked) },
        { label: 'Vos notes à remettre' },
      ],
    },
  )
}

/** The reader's own notes that go with an answer, and which of them are kept back. */
export const notesToGivePage = memberPage({
  path: '/demandes-des-personnes/:id/notes',
  allowed: mayAccompany,
  async get(request) {
    const known = await found(request)
    return known ? notesToGive(request, known, emptyForm) : notFoundReply
  },
  async post(request) {
    const known = await found(request)
    const noteId = recordId(text(request.form, 'note'))
    if (!known || noteId === undefined) return notFoundReply
    const keptBack = text(request.form, 'act') === 'keep'
    const result = await request.submit(keepNoteBack, {
      input: { noteId, keptBack },
      location: () => `${hrefOf(known.asked)}/notes`,
      notice: { kind: 'success', title: keptBack ? 'Note retenue' : 'Cette note sera remise' },
    })
    return result.reply ?? notesToGive(request, known, result.form)
  },
})
