import { daysIn, frenchDate, plural } from '@maillage/kernel'
import { passStepSentence, prolongationReasonLabels, type Segment, shownPassNumber, suspensionReasonLabels } from '@maillage/rules/pass-iae'
import type { TimelineEvent, Tone, WhyStep } from '@maillage/ui'
import type { PassSummary, ToldSegment } from '../queries/pass-summary.ts'

export const STATE_TONES: Readonly<Record<PassSummary['state'], Tone>> = {
  future: 'info',
  valid: 'positive',
  suspended: 'attention',
  expired: 'neutral',
}

const RUN_TITLES: Readonly<Record<Segment['state'], string>> = {
  valid: 'PASS IAE en cours',
  prolonged: 'PASS IAE prolongé',
  suspended: 'PASS IAE suspendu',
}

function reasonOf({ state, reason }: ToldSegment): string | undefined {
  if (state === 'valid') return undefined
  if (reason === null) return 'non communiqué à votre profil'
  return reason in suspensionReasonLabels
    ? suspensionReasonLabels[reason as keyof typeof suspensionReasonLabels]
    : prolongationReasonLabels[reason as keyof typeof prolongationReasonLabels]
}

/** Who may let a new pathway begin before the end of the waiting period (R5132-1-4). */
export const WHO_SHORTENS_WAITING = 'Un prescripteur habilité peut prescrire un nouveau parcours avant cette date.'

/** The life of a right, day after day, each run with its reason, then what follows it. */
export function lifeOf({
  timeline,
  closedEarly,
  waiting,
}: Pick<PassSummary, 'timeline' | 'closedEarly' | 'waiting'>): readonly TimelineEvent[] {
  const runs = timeline.map((each): TimelineEvent => {
    const reason = reasonOf(each)
    return {
      date: each.first,
      title: `${RUN_TITLES[each.state]} jusqu’au ${frenchDate(each.last)} (${plural(daysIn(each), 'jour')})`,
      ...(reason === undefined ? {} : { reason }),
    }
  })
  const last = timeline.at(-1)
  const end: TimelineEvent[] = last
    ? [{ date: last.last, title: closedEarly ? 'Fin anticipée du parcours' : 'Dernier jour du PASS IAE' }]
    : []
  const wait: TimelineEvent[] = waiting
    ? [
        {
          date: waiting.last,
          title: 'Fin de la carence IAE',
          reason: 'deux ans sans nouveau parcours, sauf prescription par un prescripteur habilité',
        },
      ]
    : []
  return [...runs, ...end, ...wait]
}

/** The days after a right, said with who may shorten them: a structure alone cannot. */
export function waitingWords({ waiting, on }: Pick<PassSummary, 'waiting' | 'on'>): string {
  if (waiting === null) return 'Aucune'
  if (waiting.last < on) return `Terminée le ${frenchDate(waiting.last)}`
  return `Du ${frenchDate(waiting.first)} au ${frenchDate(waiting.last)}. ${WHO_SHORTENS_WAITING}`
}

/** The steps of a date as `Why` shows them; what is not for this reader says so. */
export const whyOf = (steps: PassSummary['steps']): readonly WhyStep[] =>
  steps.map((each) =>
    each.withheld ? { sentence: '', withheld: true } : { sentence: passStepSentence(each.step), source: each.step.source },
  )

/** The number as printed, or why there is none. */
export const numberOf = ({ number }: Pick<PassSummary, 'number'>): string =>
  number === null ? 'Pas encore saisi' : shownPassNumber(number)

/** Who issued it: never the structure. */
export const issuerWords = ({ issuerMode }: Pick<PassSummary, 'issuerMode'>): string =>
  issuerMode === 'external' ? 'PASS IAE délivré par les emplois de l’inclusion' : 'PASS IAE de démonstration, sans valeur'
