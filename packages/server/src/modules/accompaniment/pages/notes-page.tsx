import { frenchDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, EmptyState } from '@maillage/ui'
import { PARIS } from '../../../platform/command/context.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading, personCard } from '../../people/index.ts'
import { NoteEvents } from '../components/note-events.tsx'
import { keptWordsOf, NoteWords } from '../components/note-words.tsx'
import { mayAccompany } from '../policy.ts'
import { notesOf } from '../queries/notes-of.ts'
import { ownLeaving } from '../queries/own-leaving.ts'

/** What the reader noted for themselves about a person. */
export const notesPage = memberPage({
  path: '/personnes/:id/notes',
  allowed: mayAccompany,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await personCard(ctx, id)
        return card && { card, kept: keptWordsOf(ctx), notes: await notesOf(ctx, card.id), leaving: await ownLeaving(ctx) }
      }))
    if (!found) return notFoundReply
    const { card, kept, notes, leaving } = found
    if (card.id !== id) return goTo(`/personnes/${card.id}/notes`)
    logReading(request, card.id)
    const here = `/personnes/${card.id}/notes`
    return show(
      'Notes de travail',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Vos notes de travail</h1>
        <NoteWords kept={kept} />
        {card.diedOn === null ? (
          <ButtonGroup>
            <ButtonLink href={`${here}/ajouter`}>Écrire une note</ButtonLink>
            <a class="govuk-link" href={`/personnes/${card.id}/actes`}>
              Lire les actes
            </a>
          </ButtonGroup>
        ) : null}
        {notes.length === 0 ? (
          <EmptyState title="Aucune note de vous sur cette personne">
            Une impression, une question à reprendre, une idée à vérifier&nbsp;: pour vous, le temps de l’accompagnement.
          </EmptyState>
        ) : (
          <>
            <h2 class="govuk-heading-m">{plural(notes.length, 'note')}</h2>
            <NoteEvents notes={notes} zone={request.actor.hat.timeZone || PARIS} />
            {leaving === null ? null : (
              <p class="govuk-body">
                Votre dernier jour dans votre organisation est le {frenchDate(leaving.lastDay)}. Sans vous, ces notes seront effacées après
                le {frenchDate(leaving.until)}, sauf celles que vous aurez transmises.
              </p>
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={`${here}/transmettre`}>
                Transmettre ces notes
              </a>{' '}
              au référent qui prend la suite, si vous partez.
            </p>
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href="/notes">
            Toutes vos notes de travail
          </a>
        </p>
      </>,
      {
        breadcrumb: [
          { label: 'Personnes', href: '/personnes' },
          { label: card.displayName, href: `/personnes/${card.id}` },
          { label: 'Notes de travail' },
        ],
      },
    )
  },
})
