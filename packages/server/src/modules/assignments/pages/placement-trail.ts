import type { Crumb } from '@maillage/ui'

export const CLIENTS = '/clients'
export const REQUESTS = '/demandes'

const home: Crumb = { label: 'Accueil', href: '/' }

/** Where a page of the clients stands. */
export const clientTrail = (...crumbs: readonly Crumb[]): readonly Crumb[] => [home, { label: 'Clients', href: CLIENTS }, ...crumbs]
/** Where a page of the requests stands. */
export const requestTrail = (...crumbs: readonly Crumb[]): readonly Crumb[] => [home, { label: 'Demandes', href: REQUESTS }, ...crumbs]

export const MISSIONS = '/missions'
export const STATEMENTS = '/releves'
export const COUNTERS = `${MISSIONS}/compteurs`

/** Where a page of the missions stands. */
export const missionTrail = (...crumbs: readonly Crumb[]): readonly Crumb[] => [home, { label: 'Missions', href: MISSIONS }, ...crumbs]
