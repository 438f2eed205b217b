import { EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayReadOwn } from '../policy.ts'
import { siaesOfCarrier } from '../queries/siaes-of-carrier.ts'

/** « Ma convention »: the file of one's own structure, or the choice among those of the carrier. */
export const myAgreementPage = memberPage({
  path: '/ma-convention',
  allowed: mayReadOwn,
  async get({ actor, read }) {
    const siaes = await read((ctx) => siaesOfCarrier(ctx, actor.hat.organisationId))
    const [only] = siaes
    if (siaes.length === 1 && only) return goTo(`/conventions/${only.id}`)
    return show(
      'Ma convention',
      <>
        <h1 class="govuk-heading-l">Ma convention</h1>
        {siaes.length === 0 ? (
          <EmptyState title="Aucune structure">Votre organisation ne porte aucune structure ouverte.</EmptyState>
        ) : (
          <>
            <p class="govuk-body">Votre organisation porte plusieurs structures. Chacune a sa convention et ses annexes.</p>
            <ul class="govuk-list">
              {siaes.map(({ id, name, kind }) => (
                <li key={id}>
                  <a class="govuk-link" href={`/conventions/${id}`}>
                    {name} ({kind})
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Ma convention' }] },
    )
  },
})
