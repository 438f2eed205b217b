import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'

export const messages = {
  'administration/retention-changed': ({ counted }) =>
    `Le nombre a changé pendant que la page était ouverte : il est maintenant de ${counted}. Relisez, puis confirmez de nouveau.`,
  'administration/retention-nothing': () => 'Il n’y a rien à effacer aujourd’hui par cette règle.',
  'administration/retention-already': () => 'Cet effacement est déjà confirmé : il aura lieu cette nuit.',
  'administration/retention-too-late': () => 'Cet effacement a déjà eu lieu, ou a déjà été annulé.',
  'administration/organisation-unknown': () => 'Aucune organisation n’a ce numéro SIREN : vérifiez ses neuf chiffres',
  'administration/delivery-not-failed': () => 'Cet envoi n’est plus en échec : il a été fait, ou il attend déjà son prochain essai.',
  'administration/hold-in-the-past': () => 'Le dernier jour est passé : choisissez un jour à venir',
} as const satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
