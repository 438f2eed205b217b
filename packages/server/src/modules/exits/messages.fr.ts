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
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
