import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'

export const messages = {
  'exits/not-yours': () => 'Seule la structure qui emploie la personne enregistre sa sortie.',
  'exits/before-entry': ({ entry }) => `La personne est entrée le ${entry} : la sortie ne peut pas venir avant. Corrigez la date.`,
  'exits/too-far-ahead': ({ latest }) =>
    `Une sortie s’enregistre au plus un mois à l’avance, jusqu’au ${latest}. Revenez plus tard, ou corrigez la date.`,
  'exits/already-exited': ({ on }) =>
    on
      ? `La sortie de ce séjour est déjà enregistrée, le ${on}. Pour la changer, corrigez-la : elle ne s’enregistre pas deux fois.`
      : 'Quelqu’un d’autre vient d’enregistrer la sortie de ce séjour.',
  'exits/found-without-first-day': () => 'Saisissez aussi le premier jour du contrat trouvé, ou effacez le dernier.',
  'exits/found-ends-before-it-begins': () => 'Le dernier jour du contrat trouvé vient avant le premier. Corrigez l’une des deux dates.',
  'exits/death-by-others': () =>
    'Un décès s’enregistre par un conseiller, la coordination ou la direction : demandez-leur d’enregistrer cette sortie.',
  'exits/nothing-changed': () => 'Rien n’est différent de ce qui était enregistré. Corrigez une réponse, ou revenez à la sortie.',
  'exits/rates-not-yours': () => 'Seule la direction de la structure écrit les taux convenus avec ses financeurs.',
  'exits/agreement-unnamed': () => 'Dites dans quel accord ces taux sont écrits, par exemple « Protocole PLIE 2026 ».',
  'exits/follow-up-not-yours': () => 'Seules les équipes de la structure que la personne a quittée suivent ce qu’elle devient.',
  'exits/no-such-follow-up': () => 'Cette sortie n’a pas de suivi à cette échéance.',
  'exits/answer-to-come': () => 'Le jour de la réponse est à venir. Corrigez la date.',
  'exits/answer-too-early': ({ first }) => `Cette réponse vient trop tôt pour cette échéance : elle se demande à partir du ${first}.`,
  'exits/follow-up-stopped': () => 'Ce suivi est arrêté : rien n’est plus demandé à la personne.',
  'exits/no-link-for-this-person': () =>
    'Aucun lien ne peut être donné pour cette personne. Le suivi, s’il continue, se fait avec son référent.',
  'exits/not-asked-today': () => 'Un lien se donne dans les jours de l’échéance, tant que personne n’a répondu.',
  'exits/no-safe-address': () =>
    'La personne n’a pas laissé d’adresse e-mail qu’elle est seule à lire. Donnez le lien sur papier, ou par un message que vous envoyez vous-même.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** A message that says nothing: neither who, nor which structure, nor why. Somebody else may read the telephone. */
export const newsMail = (address: string) => ({
  subject: 'Donner de vos nouvelles',
  body: `Bonjour,\n\nVous pouvez donner de vos nouvelles ici\u00a0:\n${address}\n\nIl faut le code qui vous a été donné. Vous pouvez ne pas répondre, ou demander à ne plus recevoir de message.`,
})

/** The same, to be copied into a short message. */
export const newsText = (address: string) => `Bonjour, vous pouvez donner de vos nouvelles ici : ${address}`
