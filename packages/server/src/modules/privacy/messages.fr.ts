import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'

export const messages = {
  'privacy/not-yours': () => 'Seules les équipes qui tiennent la fiche de la personne donnent ou retirent l’accès à son espace.',
  'privacy/provisional': () => 'Cette fiche est provisoire. L’accès se donne après le rattachement.',
  'privacy/no-key': () => 'Votre organisation n’a donné aucun accès qui soit encore ouvert.',
  'privacy/secret-obvious': () => 'Ce secret est trop facile à deviner. Choisissez-en un autre, sans suite ni répétition.',
  'privacy/secrets-differ': () => 'Les deux secrets ne sont pas les mêmes. Tapez deux fois le même.',
  'privacy/key-revoked': () => 'Ce papier a été retiré pendant que vous lisiez. Demandez-en un nouveau.',
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
