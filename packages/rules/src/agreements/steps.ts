import type { CalendarDate, Month } from '@maillage/kernel'
import { stepsOf } from '../reasons.ts'

/** Every step of an explanation of this slice, with what its sentence quotes. Posts are hundredths. */
export type AgreementSteps = {
  'agreements/segment': { firstMonth: Month; lastMonth: Month; months: number; centiPosts: number; amendedOn: CalendarDate | null }
  'agreements/awaiting-annex': { firstMonth: Month; lastMonth: Month; months: number }
  'agreements/as-known': { knownOn: CalendarDate }
  'agreements/agreed-total': { centiPostMonths: number; fte: number }
}

export const agreementStep = stepsOf<AgreementSteps>()
