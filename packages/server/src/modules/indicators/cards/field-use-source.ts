import { type Source, source } from '@maillage/kernel'

/** A definition in use that no text gives. */
export const fieldUseSource = (title: string, disagrees?: string): Source =>
  source('Usage du secteur, à confirmer', 'field', title, disagrees)

/** A definition read in the public code of the State's dashboards. */
export const dashboardSource = (title: string, disagrees?: string): Source =>
  source('Code public du pilotage de l’inclusion', 'code', title, disagrees)
