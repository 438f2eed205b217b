import type { Law, Source } from '@maillage/kernel'

/** The same law, which notes the source of each figure that a rule reads: what an answer stands on, whether the rule says it or not. */
export function lawNoting(law: Law, noted: Source[]): Law {
  return {
    ...law,
    on(day, knowledge) {
      const ofDay = law.on(day, knowledge)
      const find: typeof ofDay.find = (parameter) => {
        const found = ofDay.find(parameter)
        if (found) noted.push(found.source)
        return found
      }
      return {
        ...ofDay,
        find,
        get(parameter) {
          find(parameter)
          return ofDay.get(parameter)
        },
      }
    },
    with: (local) => lawNoting(law.with(local), noted),
  }
}
