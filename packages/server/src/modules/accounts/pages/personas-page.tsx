import { Button, EmptyState, HiddenField } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personas } from '../queries/personas.ts'
import { enterAs } from '../sign-in.ts'

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
        <ul class="m-personas">
          {people.map(({ accountId, title, description }) => (
            <li class="m-persona" key={accountId}>
              <h2 class="govuk-heading-s">{title}</h2>
              <p class="govuk-body">{description}</p>
              <form action="/demonstration" method="post">
                <HiddenField name="_csrf" value={request.csrf} />
                <HiddenField name="account" value={accountId} />
                <Button kind="secondary">
                  Entrer<span class="govuk-visually-hidden"> comme {title}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
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
    return result.state === 'open' ? { kind: 'redirect', to: '/', session: { open: result.token } } : notFoundReply
  },
})
