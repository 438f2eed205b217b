import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { AttendanceState, Half, Said } from './model.ts'
import type { SaidBy } from './model-constraints.ts'
import type { Level, SkillKind } from './model-skills.ts'

export const messages = {
  'supervision/attendance-not-yours': () => 'Seule l’équipe qui encadre, accompagne ou paie la personne note sa présence.',
  'supervision/day-to-come': () => 'Ce jour n’est pas encore arrivé : la présence se note le jour même, ou après.',
  'supervision/not-in-the-structure': () => 'La personne n’est pas dans la structure ce jour-là. Vérifiez la date.',
  'supervision/noted-another-day': ({ on }) =>
    `Cette présence a été notée le ${on}. Après le jour où elle est notée, la paie ou la direction la corrige, avec une raison.`,
  'supervision/correction-not-yours': () => 'Après le jour où elle est notée, seules la paie et la direction corrigent une présence.',
  'supervision/nothing-corrected': () => 'Rien n’est différent de ce qui est noté. Changez une réponse, ou revenez au mois.',
  'supervision/nobody-to-note': () => 'Toute l’équipe a déjà une réponse pour ce jour.',
  'supervision/constraints-not-yours': () =>
    'Seules la CIP et la direction de la structure qui emploie la personne écrivent ses contraintes.',
  'supervision/constraint-ends-before': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'supervision/constraint-withdrawn': () => 'Cette contrainte est déjà retirée.',
  'supervision/skills-not-yours': () => 'Seule l’équipe qui voit la personne travailler note ses compétences.',
  'supervision/skill-list-not-yours': () => 'Seules la direction et la CIP de la structure tiennent sa liste de compétences.',
  'supervision/skill-retired': () => 'Cette compétence n’est plus dans la liste de la structure.',
  'supervision/skill-known': () => 'Cette compétence est déjà dans la liste pour ce métier.',
  'supervision/trade-adopted': () => 'Les compétences de ce métier sont déjà dans la liste.',
  'supervision/telling-not-yours': () => 'Seules les personnes qui organisent le travail laissent un mot à la CIP.',
  'supervision/message-not-yours': () => 'Seuls les référents de la personne dans la structure lisent ce mot.',
  'supervision/message-read': () => 'Ce mot est déjà lu, ou il a été retiré.',
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

export const SAID_BY_LABELS: Readonly<Record<SaidBy, string>> = {
  person: 'La personne',
  structure: 'La structure',
  partner: 'Un partenaire',
}

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  once: 'Une fois',
  helped: 'Avec aide',
  alone: 'Sans aide',
  shows: 'Montre aux autres',
}

export const SKILL_KIND_LABELS: Readonly<Record<SkillKind, string>> = {
  task: 'Geste du métier',
  knowledge: 'Savoir',
  aptitude: 'Aptitude',
  behaviour: 'Façon de travailler',
}
