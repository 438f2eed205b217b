import { EmptyState } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personas } from '../queries/personas.ts'
import { enterAs } from '../sign-in.ts'
import { localPath } from './local-path.ts'
import { OwnSpacePersona } from './own-space-persona.tsx'
import { PersonaList } from './persona-list.tsx'

/** The door of the demonstration: one button per persona. It does not exist in a service. */
export const personasPage = publicPage({
  path: '/demonstration',
  async get(request) {
    if (!request.demonstration) return notFoundReply
    const people = await request.read(personas)
    return show(
      'Découvrir la démonstration',
      <>
        <h1 class="govuk-heading-l">Entrer dans la démonstration</h1>
        <p class="govuk-body">
          Toutes les personnes et toutes les structures sont inventées. Choisissez un personnage : vous verrez ce que son métier lui permet
          de voir.
        </p>
        {people.length === 0 ? <EmptyState title="Aucun personnage">Cette démonstration n’a pas encore été remplie.</EmptyState> : null}
        <PersonaList people={people} request={request} next={localPath(request.query['suite'])} />
        {people.length === 0 ? null : <OwnSpacePersona csrf={request.csrf} />}
      </>,
      { wide: true },
    )
  },
  async post(request) {
    if (!request.demonstration) return notFoundReply
    const people = await request.read(personas)
    const chosen = people.find(({ accountId }) => accountId === text(request.form, 'account'))
    if (!chosen) return notFoundReply
    const result = await enterAs(request.database, chosen.accountId)
    return result.state === 'open'
      ? { kind: 'redirect', to: localPath(request.form['suite']), session: { open: result.token } }
      : notFoundReply
  },
})
