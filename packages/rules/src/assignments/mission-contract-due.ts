import type { CalendarDate, Law } from '@maillage/kernel'
import { missionContractDays } from '../parameters/placement-limits.ts'
import { workingDaysAfter } from './working-days.ts'

/**
 * The last day on which the contract of mission is given to somebody placed by a temporary-work structure, and that of placement signed with the client.
 * Source: L1251-17, L1251-42.
 * @example missionContractDueOn(law, day('2026-11-16')) // 2026-11-18
 */
export const missionContractDueOn = (law: Law, first: CalendarDate): CalendarDate =>
  workingDaysAfter(first, law.on(first).get(missionContractDays))
