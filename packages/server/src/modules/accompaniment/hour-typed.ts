const HOUR = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?$/i

/** The hour typed in a box, `14:30`; null for an empty box, undefined for what is no hour. @example hourTyped('14 h 30') // '14:30' */
export function hourTyped(typed: string): string | null | undefined {
  const written = typed.trim()
  if (written === '') return null
  const [, hour = '', minute = '00'] = HOUR.exec(written) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** `14 h 30`, `9 h`: an hour as it is said. */
export const shownHour = (hour: string): string => {
  const [hours = '', minutes = '00'] = hour.split(':')
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}
