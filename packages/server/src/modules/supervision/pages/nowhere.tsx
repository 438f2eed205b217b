import { EmptyState } from '@maillage/ui'
import { type Reply, show } from '../../../platform/http/reply.ts'

/** What a page of a place says to who has none. */
export const nowhere = (title: string): Reply =>
  show(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <EmptyState title="Aucune structure ouverte">Les équipes et leurs présences se lisent dans la structure qui les emploie.</EmptyState>
    </>,
    { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: title }] },
  )
