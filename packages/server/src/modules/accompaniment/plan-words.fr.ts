import type { StageState } from '@maillage/rules/accompaniment'
import type { Tone } from '@maillage/ui'
import type { ActionState, Doer, GoalState } from './model-plan.ts'

export const GOAL_STATE_LABELS: Readonly<Record<GoalState, string>> = { open: 'En cours', reached: 'Atteint', dropped: 'Abandonné' }

export const ACTION_STATE_LABELS: Readonly<Record<ActionState, string>> = { planned: 'À faire', done: 'Faite', dropped: 'Abandonnée' }

export const DOER_LABELS: Readonly<Record<Doer, string>> = {
  person: 'La personne',
  counsellor: 'L’équipe qui l’accompagne',
  partner: 'Un partenaire',
}

export const STAGE_STATES: Readonly<Record<StageState, { readonly label: string; readonly tone: Tone }>> = {
  done: { label: 'Fait', tone: 'positive' },
  'under-way': { label: 'En cours', tone: 'info' },
  'nothing-noted': { label: 'Rien de noté', tone: 'neutral' },
}
