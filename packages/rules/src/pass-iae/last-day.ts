import { addDays, type CalendarDate, daysIn, type Explained, explained, invariant, type Law, type Step } from '@maillage/kernel'
import { passLength } from '../parameters/pass-duration.ts'
import { labourCode, stateTool } from '../parameters/texts.ts'
import type { Pass, PassAct } from './acts.ts'
import { firstDay, initialDays, prolongedDays, type Segment, timeline } from './life.ts'
import { sensitivityOfProlongation } from './prolongation-reason.ts'
import { type PassSteps, passStep } from './steps.ts'
import { sensitivityOfSuspension } from './suspension-reason.ts'

function lastOf(segments: readonly Segment[]): CalendarDate {
  const last = segments.at(-1)
  invariant(last, 'a right has at least one day')
  return last.last
}

const suspensionsIn = (segments: readonly Segment[]) => segments.filter((each) => each.state === 'suspended')

/**
 * The last day as the State's service computes it: a suspension of n days moves it by n − 1, because the service adds « end − start ».
 * Shown beside ours, never instead of it.
 */
export function lastDayByTool(law: Law, pass: Pass, acts: readonly PassAct[]): CalendarDate {
  const first = firstDay(pass, acts)
  const open = acts.filter((act) => act.kind !== 'closure')
  const added = acts.filter((act) => act.kind === 'prolongation').reduce((sum, act) => sum + prolongedDays(law, act), 0)
  const moved = suspensionsIn(timeline(law, pass, open)).reduce((sum, each) => sum + daysIn(each) - 1, 0)
  const last = addDays(first, initialDays(law, first) + added + moved - 1)
  const closures = acts.filter((act) => act.kind === 'closure').map((act) => act.last)
  return Math.min(last, ...closures) as CalendarDate
}

function steps(law: Law, pass: Pass, acts: readonly PassAct[], segments: readonly Segment[]): Step<keyof PassSteps>[] {
  const first = firstDay(pass, acts)
  const length = law.on(first).find(passLength)?.source
  const found: Step<keyof PassSteps>[] = []
  if (first !== pass.first) found.push(passStep('pass-iae/start-moved', { from: pass.first, to: first }, first))
  const days = initialDays(law, first)
  found.push(passStep('pass-iae/issued', { first, days }, addDays(first, days - 1), length ? { source: length } : {}))
  for (const { first: from, last, reason } of suspensionsIn(segments)) {
    const source = labourCode('R5132-1-3', 'Suspension de la prescription')
    const counted = daysIn({ first: from, last })
    found.push(
      passStep('pass-iae/suspended', { first: from, last, days: counted, reason }, counted, {
        source,
        sensitivity: sensitivityOfSuspension(reason),
      }),
    )
  }
  for (const act of acts) {
    if (act.kind !== 'prolongation') continue
    const source = labourCode('R5132-1-8', 'Prolongation de la prescription')
    const counted = prolongedDays(law, act)
    found.push(
      passStep('pass-iae/prolonged', { days: counted, reason: act.reason }, counted, {
        source,
        sensitivity: sensitivityOfProlongation(act.reason),
      }),
    )
  }
  for (const act of acts)
    if (act.kind === 'closure') found.push(passStep('pass-iae/closed', { last: act.last, reason: act.reason }, act.last))
  const ours = lastOf(segments)
  const tool = lastDayByTool(law, pass, acts)
  if (tool !== ours) {
    const source = stateTool('Une suspension ajoute « fin moins début » à la date de fin', 'R5132-1-3 : chaque jour suspendu est rendu')
    found.push(passStep('pass-iae/tool-date', { ours, tool, days: Math.abs(ours - tool) }, tool, { source }))
  }
  return found
}

/**
 * The last day of a right, with the acts that moved it and, when the State's service finds another date, that date and why.
 * @example lastDay(law, { first: day('2026-01-01') }, []).value // 2027-12-31, that is start + 729
 */
export function lastDay(law: Law, pass: Pass, acts: readonly PassAct[]): Explained<CalendarDate, keyof PassSteps> {
  const segments = timeline(law, pass, acts)
  return explained('pass-iae/last-day', 1, lastOf(segments), () => steps(law, pass, acts, segments))
}
