import type { CentiHours } from '@maillage/kernel'

/** Hours as people say them, not in hundredths. @example hoursAndMinutes(centiHours(9825)) // 98 h 15 */
export function hoursAndMinutes(hours: CentiHours): string {
  const minutes = Math.round((hours * 60) / 100)
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60}\u00a0h` : `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
}
