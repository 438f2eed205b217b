import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'

export const messages = {
  'agreements/not-the-authority': () =>
    'Seul le service de l’État du département de la structure enregistre ses conventions, ses annexes et leurs avenants.',
  'agreements/dates-reversed': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'agreements/signed-later': () => 'La signature ne peut pas être datée d’un jour à venir.',
  'agreements/structure-ended': ({ last }) => `La structure a fermé le ${last}\u00a0: rien ne peut commencer après.`,
  'agreements/agreement-overlaps': () => 'Une autre convention de cette structure couvre déjà une partie de ces jours.',
  'agreements/agreement-has-annexes': () =>
    'Des annexes reposent sur cette convention. Annulez-les d’abord, ou enregistrez leur fin par un avenant.',
  'agreements/annex-outside-agreement': () =>
    'Aucune convention de cette structure ne couvre tous les jours de l’annexe. Enregistrez d’abord la convention, ou corrigez les dates.',
  'agreements/annex-overlaps': () =>
    'Une autre annexe de cette structure, pour la même aide, couvre déjà une partie de ces jours. Corrigez les dates, ou enregistrez la fin de l’autre annexe.',
  'agreements/cofinancing-half-said': () =>
    'Saisissez les deux montants du cofinancement, ou aucun\u00a0: la part du Département et le total.',
  'agreements/amendment-outside-annex': ({ first, last }) =>
    `L’annexe va du ${first} au ${last}\u00a0: l’avenant ne peut agir que sur ces jours.`,
  'agreements/amendment-before-annex': ({ signedOn }) =>
    `L’annexe a été signée le ${signedOn}\u00a0: son avenant ne peut pas l’avoir été avant.`,
  'agreements/already-cancelled': () => 'Cet acte est déjà annulé.',
  'agreements/breakdown-above-posts': ({ total, posts }) =>
    `La répartition compte ${total}, pour ${posts} au plus dans l’annexe. Corrigez un nombre.`,
  'agreements/worksite-of-another': () => 'Choisissez un lieu de travail de cette structure.',
  'agreements/import-not-understood': ({ count }) =>
    Number(count) === 1
      ? 'Une ligne n’est pas comprise\u00a0: rien n’a été enregistré.'
      : `${count} lignes ne sont pas comprises\u00a0: rien n’a été enregistré.`,
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
