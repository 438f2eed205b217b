import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { AttendanceState, Half, Said } from './model.ts'

export const messages = {
  'supervision/attendance-not-yours': () => 'Seule l’équipe qui encadre, accompagne ou paie la personne note sa présence.',
  'supervision/day-to-come': () => 'Ce jour n’est pas encore arrivé : la présence se note le jour même, ou après.',
  'supervision/not-in-the-structure': () => 'La personne n’est pas dans la structure ce jour-là. Vérifiez la date.',
  'supervision/noted-another-day': ({ on }) =>
    `Cette présence a été notée le ${on}. Après le jour où elle est notée, la paie ou la direction la corrige, avec une raison.`,
  'supervision/correction-not-yours': () => 'Après le jour où elle est notée, seules la paie et la direction corrigent une présence.',
  'supervision/nothing-corrected': () => 'Rien n’est différent de ce qui est noté. Changez une réponse, ou revenez au mois.',
  'supervision/nobody-to-note': () => 'Toute l’équipe a déjà une réponse pour ce jour.',
  'supervision/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

export const STATE_LABELS: Readonly<Record<AttendanceState, string>> = { present: 'Présence', late: 'Retard', absent: 'Absence' }

export const HALF_LABELS: Readonly<Record<Half, string>> = { morning: 'le matin', afternoon: 'l’après-midi' }

/** What is said of somebody, in words: « Retard, 20 min ». */
export function saidInWords({ state, lateMinutes, half }: Said): string {
  if (state === 'withdrawn') return 'Rien de noté'
  if (state === 'late' && lateMinutes !== null) return `${STATE_LABELS.late}, ${lateMinutes}\u00a0min`
  if (state === 'absent' && half !== null) return `${STATE_LABELS.absent} ${HALF_LABELS[half]}`
  return STATE_LABELS[state]
}

/** The letters of a day in the table of a month, with what they mean. */
export const LETTERS: Readonly<Record<AttendanceState, string>> = { present: 'P', late: 'R', absent: 'A' }
