import { addDays, frenchDate, plural } from '@maillage/kernel'
import { EmptyState } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { selfPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { NoteText, producedNotes } from '../../accompaniment/index.ts'
import { COPY_DAYS } from '../model.ts'
import { notesKeptBack } from '../queries/notes-to-produce.ts'
import { personRequest } from '../queries/person-requests.ts'
import { ownCrumbs } from './own-crumbs.ts'

/** The working notes that an organisation gave with the copy that the person asked for: nowhere else in the space, and for a time. */
export const ownNotesPage = selfPage({
  path: '/mon-espace/demandes/:id/notes',
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const asked = await personRequest(ctx, id)
        if (asked?.kind !== 'access' || asked.state !== 'done' || asked.answeredOn === null) return undefined
        const until = addDays(asked.answeredOn, COPY_DAYS)
        if (until <= ctx.today) return undefined
        const { organisationId } = asked
        return { asked, until, notes: await producedNotes(ctx, organisationId), keptBack: await notesKeptBack(ctx, organisationId) }
      }))
    if (!found) return notFoundReply
    const { asked, until, notes, keptBack } = found
    return show(
      'Notes de travail sur moi',
      <>
        <p class="govuk-caption-l">{asked.organisationName}</p>
        <h1 class="govuk-heading-xl">Notes de travail sur moi</h1>
        <p class="govuk-body-l">
          Les personnes qui vous accompagnent écrivent des notes pour elles seules. Vous les avez demandées&nbsp;: les voici, mot pour mot.
        </p>
        <p class="govuk-body-l">Vous pouvez les lire ici jusqu’au {frenchDate(addDays(until, -1))}. Imprimez-les pour les garder.</p>
        {notes.length === 0 ? (
          <EmptyState title="Aucune note">Cette organisation n’a pas de note de travail à vous remettre.</EmptyState>
        ) : null}
        {notes.map(({ id: key, writtenAt, text }) => (
          <section key={key} aria-labelledby={`n-${key}`}>
            <h2 class="govuk-heading-m" id={`n-${key}`}>
              Note du {frenchDate(legalDay(writtenAt, request.actor.subject.timeZone))}
            </h2>
            <NoteText text={text} />
          </section>
        ))}
        {keptBack === 0 ? null : (
          <p class="govuk-body">
            {plural(keptBack, 'note')} {keptBack > 1 ? 'ne vous sont pas remises' : 'ne vous est pas remise'}&nbsp;:{' '}
            {keptBack > 1 ? 'elles parlent' : 'elle parle'} d’une autre personne. Si cela vous semble injuste, écrivez à la CNIL (cnil.fr).
          </p>
        )}
      </>,
      {
        breadcrumb: [
          ...ownCrumbs('Mes demandes').slice(0, 1),
          { label: 'Mes demandes', href: '/mon-espace/demandes' },
          { label: 'Notes de travail' },
        ],
      },
    )
  },
})
