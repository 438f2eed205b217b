import { type CalendarDate, type Confidence, day, type Source, source } from '@maillage/kernel'

/** Décret n° 2021-1128 of 30 August 2021: creates the R5132-1 series of the Code du travail. */
export const DECREE_2021_1128: { readonly from: CalendarDate; readonly published: CalendarDate } = {
  from: day('2021-09-01'),
  published: day('2021-08-31'),
}

/** Arrêté of 1 September 2021 (criteria, thresholds, proofs, prescribers): no date of effect, so the day after its publication. */
export const ORDER_OF_2021: { readonly from: CalendarDate; readonly published: CalendarDate } = {
  from: day('2021-09-03'),
  published: day('2021-09-02'),
}

/** Arrêté of 4 September 2025, which replaces the list of criteria and proofs. */
export const ORDER_OF_2025: { readonly from: CalendarDate; readonly published: CalendarDate } = {
  from: day('2025-09-07'),
  published: day('2025-09-06'),
}

/** An article of the Code du travail. @example labourCode('R5132-1-8', 'Prolongation de la prescription') */
export function labourCode(article: string, title?: string, disagrees?: string): Source {
  return source(`Code du travail, art. ${article}`, 'text', title, disagrees)
}

/** What the State's own service does, read in its public code: a practice, not a norm. */
export function stateTool(what: string, disagrees?: string): Source {
  return source('Code public des emplois de l’inclusion', 'code', what, disagrees)
}

/** A usage of the sector that no text we read gives. */
export function fieldUse(what: string, disagrees?: string): Source {
  return source('Usage du secteur, à confirmer', 'field', what, disagrees)
}

/** The order on criteria, proofs and prescribers. */
export function orderOf2021(title: string, confidence: Confidence, disagrees?: string): Source {
  return source('Arrêté du 1er septembre 2021 (MTRD2124285A)', confidence, title, disagrees)
}

/** The same order as changed in 2025. */
export function orderOf2025(title: string, confidence: Confidence, disagrees?: string): Source {
  return source('Arrêté du 1er septembre 2021 modifié le 4 septembre 2025, annexe', confidence, title, disagrees)
}

/** How the State's own dashboards compute, read in their public code: a practice, not a norm. */
export function stateDashboards(what: string, disagrees?: string): Source {
  return source('Code public du pilotage de l’inclusion', 'code', what, disagrees)
}

/** An article of the Code du travail known through comments only. */
export function labourCodeReported(article: string, title?: string, disagrees?: string): Source {
  return source(`Code du travail, art. ${article}`, 'secondary', title, disagrees)
}
