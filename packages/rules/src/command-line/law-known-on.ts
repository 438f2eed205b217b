import type { CalendarDate, Law } from '@maillage/kernel'

/** The law as it was known on a day: texts published since are left out, whatever the day a rule asks about. */
export function lawKnownOn(law: Law, knownOn: CalendarDate): Law {
  return {
    ...law,
    on: (day, knowledge = {}) => law.on(day, { knownOn, ...knowledge }),
    with: (local) => lawKnownOn(law.with(local), knownOn),
  }
}
