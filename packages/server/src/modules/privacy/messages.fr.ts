import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'

export const messages = {
  'privacy/not-yours': () => 'Seules les équipes qui tiennent la fiche de la personne donnent ou retirent l’accès à son espace.',
  'privacy/provisional': () => 'Cette fiche est provisoire. L’accès se donne après le rattachement.',
  'privacy/no-key': () => 'Votre organisation n’a donné aucun accès qui soit encore ouvert.',
  'privacy/secret-obvious': () => 'Ce secret est trop facile à deviner. Choisissez-en un autre, sans suite ni répétition.',
  'privacy/secrets-differ': () => 'Les deux secrets ne sont pas les mêmes. Tapez deux fois le même.',
  'privacy/key-revoked': () => 'Ce papier a été retiré pendant que vous lisiez. Demandez-en un nouveau.',
  'privacy/already-shared': () => 'C’est déjà fait : cette organisation peut déjà le lire.',
  'privacy/nothing-shared': () => 'Il n’y a plus rien à retirer : cette organisation ne peut plus le lire.',
  'privacy/already-opposed': () => 'C’est déjà fait : vous l’avez déjà refusé.',
  'privacy/not-opposed': () => 'C’est déjà fait : vous ne l’avez pas refusé.',
  'privacy/correction-unsaid': () => 'Écrivez ce qui est faux, et ce qu’il faut mettre à la place',
  'privacy/already-asked': () => 'Vous avez déjà demandé la même chose à cette organisation. Elle doit encore répondre.',
  'privacy/already-answered': () => 'Cette demande a déjà sa réponse.',
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
