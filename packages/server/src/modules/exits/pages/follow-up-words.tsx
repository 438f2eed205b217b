import { type FollowUp, type FollowUpState, followUpStateLabels, followUpStopLabels } from '@maillage/rules/exits'
import { Tag, type Tone } from '@maillage/ui'

const TONES: Readonly<Record<FollowUpState, Tone>> = {
  'to-come': 'neutral',
  due: 'attention',
  answered: 'positive',
  declined: 'neutral',
  stopped: 'neutral',
  'no-answer': 'neutral',
}

/** « 6 mois », « 3 ans » */
export const horizonWords = (horizon: number): string => (horizon === 36 ? '3\u00a0ans' : `${horizon}\u00a0mois`)

/** Where a follow-up stands, and why nothing is asked any more. */
export const StateTag = ({ followUp: { state, stop } }: { readonly followUp: Pick<FollowUp, 'state' | 'stop'> }) => (
  <>
    <Tag tone={TONES[state]}>{followUpStateLabels[state]}</Tag>
    {stop === null ? null : ` ${followUpStopLabels[stop]}`}
  </>
)

export const followUpHref = (stayId: string): string => `/sejours/${stayId}/suivi`
