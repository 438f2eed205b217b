import { type CalendarDate, includes, type Law, type Refusal } from '@maillage/kernel'
import { toolProlongationDays } from '../parameters/pass-prolongation.ts'
import type { PassAct, Prolongation } from './acts.ts'
import { prolongedDays } from './life.ts'
import { prolongationWindow } from './prolongation-window.ts'
import { objection, type ToolObjection } from './refusals.ts'

/**
 * What the State's service would say no to in a prolongation that the Code du travail allows: too many days at once, too many in all
 * (every ground together), or a request outside its window. Beyond it, its support opens a derogation by hand.
 */
export function toolObjectionsToProlongation(
  law: Law,
  { acts, askedOn }: { readonly acts: readonly PassAct[]; readonly askedOn: CalendarDate },
  prolongation: Prolongation,
  passLast: CalendarDate,
): Refusal<ToolObjection>[] {
  const found: Refusal<ToolObjection>[] = []
  const days = law.on(askedOn).find(toolProlongationDays)
  const limits = days?.value[prolongation.reason]
  const asked = prolongedDays(law, prolongation)
  const before = acts.filter((act) => act.kind === 'prolongation').reduce((sum, act) => sum + prolongedDays(law, act), 0)
  if (limits && asked > limits.each) found.push(objection('pass-iae/tool-request-too-long', { days: limits.each }, days?.source))
  if (limits && limits.together !== null && before + asked > limits.together)
    found.push(objection('pass-iae/tool-total-too-long', { days: limits.together }, days?.source))
  const window = prolongationWindow(law, passLast, askedOn)
  if (window && !includes(window, askedOn))
    found.push(objection('pass-iae/tool-window-closed', { opens: window.first, closes: window.last }, window.source))
  return found
}
