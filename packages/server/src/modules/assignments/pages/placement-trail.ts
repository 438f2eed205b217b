import type { Crumb } from '@maillage/ui'

export const CLIENTS = '/clients'
export const REQUESTS = '/demandes'

const home: Crumb = { label: 'Accueil', href: '/' }

/** Where a page of the clients stands. */
export const clientTrail = (...crumbs: readonly Crumb[]): readonly Crumb[] => [home, { label: 'Clients', href: CLIENTS }, ...crumbs]
/** Where a page of the requests stands. */
export const requestTrail = (...crumbs: readonly Crumb[]): readonly Crumb[] => [home, { label: 'Demandes', href: REQUESTS }, ...crumbs]
