import type { Crumb } from '@maillage/ui'

/** The way back to the first page of a space. @example ownCrumbs('Mes candidatures') */
export const ownCrumbs = (here: string): readonly Crumb[] => [{ label: 'Accueil', href: '/' }, { label: here }]
