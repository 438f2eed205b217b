import { frenchDate } from '@maillage/kernel'
import { leftBehindKeptFor } from '@maillage/rules/accompaniment'
import { ButtonGroup, ButtonLink, DataTable, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { keptWordsOf, lengthWords, NoteWords } from '../components/note-words.tsx'
import { mayAccompany } from '../policy.ts'
import { ownLeaving } from '../queries/own-leaving.ts'
import { type NotedPerson, ownNotes } from '../queries/own-notes.ts'

/** About whom the reader keeps notes, when they go, and how to hand them over. */
export const ownNotesPage = memberPage({
  path: '/notes',
  allowed: mayAccompany,
  async get(request) {
    const { people, kept, left, leaving } = await request.read(async (ctx) => ({
      people: await ownNotes(ctx),
      kept: keptWordsOf(ctx),
      left: lengthWords(leftBehindKeptFor(ctx.law, ctx.today).value),
      leaving: await ownLeaving(ctx),
    }))
    return show(
      'Vos notes de travail',
      <>
        <h1 class="govuk-heading-l">Vos notes de travail</h1>
        <NoteWords kept={kept} />
        <DataTable<NotedPerson>
          caption="Personnes sur lesquelles vous avez des notes"
          counted={['personne', 'personnes']}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'personne',
              label: 'Personne',
              render: ({ id, displayName }) => (
                <a class="govuk-link" href={`/personnes/${id}/notes`}>
                  {displayName}
                </a>
              ),
            },
            { key: 'notes', label: 'Notes', align: 'end', render: ({ notes }) => String(notes) },
            { key: 'fin', label: 'Première effacée après le', render: ({ firstEnd }) => frenchDate(firstEnd) },
          ]}
          empty={
            <EmptyState title="Aucune note de travail">
              Depuis la fiche d’une personne que vous accompagnez, ou depuis un acte, écrivez une note pour vous seul(e).
            </EmptyState>
          }
        />
        <h2 class="govuk-heading-m">{'Et si vous partez\u202f?'}</h2>
        <p class="govuk-body">
          {leaving === null ? null : `Votre dernier jour dans votre organisation est le ${frenchDate(leaving.lastDay)}. `}
          Personne ne lira vos notes à votre place. Celles que vous n’avez pas transmises sont effacées{' '}
          {leaving === null ? `${left} après votre dernier jour` : `après le ${frenchDate(leaving.until)}`} (durée à confirmer).
        </p>
        {people.length === 0 ? null : (
          <ButtonGroup>
            <ButtonLink kind="secondary" href="/notes/transmettre">
              Transmettre vos notes
            </ButtonLink>
          </ButtonGroup>
        )}
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Notes de travail' }] },
    )
  },
})
