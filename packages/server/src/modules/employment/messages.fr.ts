import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { ContractType } from './model.ts'

export const messages = {
  'employment/not-yours': () => 'Seule la structure qui emploie la personne peut enregistrer ce contrat.',
  'employment/ends-before-it-begins': () => 'Le dernier jour du contrat vient avant le premier. Corrigez l’une des deux dates.',
  'employment/worksite-of-another': () => 'Choisissez un site ouvert de cette structure.',
  'employment/stay-overlaps': () => 'La personne est déjà entrée dans cette structure pendant une partie de ces jours.',
  'employment/contract-already-cancelled': () => 'Ce contrat est déjà annulé.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** The types of contract, in full. */
export const CONTRACT_LABELS: Readonly<Record<ContractType, string>> = {
  CDDI: 'CDD d’insertion (CDDI)',
  CDDU: 'CDD d’usage (CDDU)',
  CTT: 'Contrat de travail temporaire',
  CDI: 'CDI',
  CDI_INCLUSION: 'CDI inclusion',
  APPRENTICESHIP: 'Contrat d’apprentissage',
  PROFESSIONAL_TRAINING: 'Contrat de professionnalisation',
  EITI: 'Contrat d’accompagnement en EITI',
  OTHER: 'Autre contrat',
}
