import type { Tone } from '@maillage/ui'
import type { RequestState } from '../model.ts'

export const REQUEST_LABELS: Readonly<Record<RequestState, string>> = {
  waiting: 'Attend une réponse',
  granted: 'Accordée',
  refused: 'Refusée',
  withdrawn: 'Retirée',
}

export const REQUEST_TONES: Readonly<Record<RequestState, Tone>> = {
  waiting: 'attention',
  granted: 'positive',
  refused: 'alert',
  withdrawn: 'neutral',
}
