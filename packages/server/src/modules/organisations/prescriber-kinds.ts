import { PRESCRIBERS, type PrescriberKind } from '@maillage/rules/eligibility'

/** The only kind that waits for a decision of the préfet: the order names all the others. */
export const PREFECT_KIND: PrescriberKind = 'OHPD'

const isKind = (stored: string): stored is PrescriberKind => stored in PRESCRIBERS

/** The French name of a stored kind; a kind that the law no longer lists keeps its code. */
export const kindLabel = (stored: string): string => (isKind(stored) ? PRESCRIBERS[stored].label : stored)
