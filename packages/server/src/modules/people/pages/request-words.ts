import type { OwnRequest } from '../queries/own-requests.ts'

export const WAY_WORDS: Readonly<Record<OwnRequest['way'], string>> = {
  paper: 'Par un code sur papier',
  holder: 'Directement, par la plateforme',
}

/** Where a request is, in a sentence that never says who holds the file. */
export function requestWords({ state, refusal }: Pick<OwnRequest, 'state' | 'refusal'>): string {
  if (state === 'waiting') return 'En attente de réponse, trente jours au plus'
  if (state === 'accepted') return 'Acceptée : vous partagez la fiche de la personne'
  if (state === 'expired') return 'Sans réponse, ou remplacée par une autre'
  return refusal === 'other-person'
    ? 'Refusée : c’est une autre personne, votre fiche est confirmée'
    : 'Refusée : le partage n’a pas été accepté'
}
