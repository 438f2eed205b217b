import type { Actor } from '../../../platform/command/actor.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { mayOrient } from '../../applications/index.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { mayAnswerMessages } from '../../supervision/index.ts'
import { DUE_KINDS, type DueKind, type Horizon, SILENCE_WEEKS, SILENCES_OFFERED } from '../model.ts'
import type { DueFilters } from '../queries/what-falls-due.ts'

export const MORNING_HREF = '/ma-matinee'

/** How each kind is said in the address. */
export const KINDS_IN_ADDRESS: Readonly<Record<DueKind, string>> = {
  message: 'mots',
  appointment: 'rendez-vous',
  'contract-end': 'contrats',
  'right-end': 'pass-iae',
  'long-suspension': 'suspensions',
  'diagnosis-end': 'diagnostics',
  'proof-end': 'justificatifs',
  'review-due': 'bilan',
  'no-answer': 'candidatures',
  'no-referent': 'sans-referent',
  silence: 'nouvelles',
}

/** The horizons that the address may ask; the week ahead when it asks none. */
export const HORIZONS_IN_ADDRESS: Readonly<Record<string, { readonly horizon: Horizon; readonly label: string }>> = {
  retard: { horizon: 'late', label: 'En retard seulement' },
  'aujourd-hui': { horizon: 'today', label: 'Jusqu’à aujourd’hui' },
  '30-jours': { horizon: 'month', label: 'Les 30 jours à venir' },
  '3-mois': { horizon: 'quarter', label: 'Les 3 mois à venir' },
}

/** The kinds that this reader can settle or follow at all. */
export const kindsFor = (actor: Actor): readonly DueKind[] =>
  DUE_KINDS.filter((kind) =>
    kind === 'message'
      ? mayAnswerMessages(actor)
      : kind === 'contract-end' || kind === 'no-referent'
        ? mayReadContracts(actor)
        : kind === 'no-answer'
          ? mayOrient(actor)
          : true,
  )

/** What the address asks of the morning; what it does not know is as if it were absent. */
export function readMorning(query: FormBody, actor: Actor): { readonly filters: DueFilters; readonly active: number } {
  const offered = kindsFor(actor)
  const kinds = offered.filter((kind) => KINDS_IN_ADDRESS[kind] === text(query, 'quoi'))
  const horizon = HORIZONS_IN_ADDRESS[text(query, 'quand')]?.horizon
  const unitId = recordId(text(query, 'equipe')) ?? ''
  const silence = SILENCES_OFFERED.find((weeks) => String(weeks) === text(query, 'semaines'))
  const mine = text(query, 'suivi') === 'moi'
  return {
    filters: {
      kinds: kinds.length === 0 ? offered : kinds,
      horizon: horizon ?? 'week',
      mine,
      unitId,
      silenceWeeks: silence ?? SILENCE_WEEKS,
    },
    active: [kinds.length > 0, horizon !== undefined, unitId !== '', silence !== undefined, mine].filter(Boolean).length,
  }
}
