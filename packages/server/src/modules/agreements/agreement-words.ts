import type { CalendarDate, Cents } from '@maillage/kernel'
import { centiHours, frenchDate, frenchHours, frenchMoney, frenchNumber, type Law, monthOf, type Period, plural } from '@maillage/kernel'
import { type AnnexSegment, annexSegments, type FinancialAnnex, postsOf } from '@maillage/rules/agreements'

/** `7,43 postes` */
export const shownPosts = (hundredths: number): string => plural(hundredths / 100, 'poste')

/** `du 1er janvier 2025 au 31 décembre 2025` */
export const shownPeriod = ({ first, last }: Period): string => `du ${frenchDate(first)} au ${frenchDate(last)}`

export const shownAmount = (amount: Cents | null): string => (amount === null ? '' : frenchMoney(amount))
export const shownHours = (hundredths: number | undefined): string => (hundredths === undefined ? '' : frenchHours(centiHours(hundredths)))
export const shownFte = (value: number): string => `${frenchNumber(value, 2)}\u00a0ETP`

/** The posts that an annex opens on a day, as known now. */
export const postsOn = (law: Law, annex: FinancialAnnex, on: CalendarDate): number | undefined =>
  postsOf(annexSegments(law, annex), monthOf(on))

/** What a segment rests on. */
export const basisOf = ({ amendedOn }: AnnexSegment): string =>
  amendedOn === null ? 'L’annexe, telle qu’elle a été signée' : `L’avenant connu le ${frenchDate(amendedOn)}`
