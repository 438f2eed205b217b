import { placementClientLabels } from '@maillage/rules/employment'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { DropReason, RequestState } from './model.ts'

export const messages = {
  'platform/stale': stale,
  'assignments/not-yours': () => 'Seules la direction et la coordination des missions tiennent les clients, les demandes et les missions.',
  'assignments/siret-known': () => 'Un client de votre organisation a déjà ce SIRET. Cherchez-le dans la liste des clients.',
  'assignments/siret-of-a-household': () => 'Un particulier n’a pas de SIRET. Effacez-le, ou choisissez une autre sorte de client.',
  'assignments/commune-unknown': () => 'Cette commune n’est pas dans la liste. Choisissez-en une autre.',
  'assignments/client-ended': () => 'Ce client est noté comme ancien client. Rendez-le actif avant d’enregistrer une demande.',
  'assignments/siae-not-placing': () => 'Choisissez une association intermédiaire ou une entreprise de travail temporaire d’insertion.',
  'assignments/ends-before-it-begins': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'assignments/not-from-this-state': ({ state }) => `Cette demande est « ${state} » : ce passage n’est plus possible. Relisez-la.`,
  'assignments/drop-reason-missing': () => 'Dites pourquoi la demande reste sans suite.',
  'assignments/request-closed': () => 'Cette demande est close. Rouvrez-la avant de la changer.',
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

export const CATEGORY_LABELS = placementClientLabels

export const REQUEST_STATE_LABELS: Readonly<Record<RequestState, string>> = {
  open: 'À pourvoir',
  proposed: 'Proposée',
  filled: 'Pourvue',
  dropped: 'Sans suite',
}

export const DROP_REASON_LABELS: Readonly<Record<DropReason, string>> = {
  'nobody-free': 'Personne n’était disponible',
  'client-gave-up': 'Le client a renoncé',
  'found-elsewhere': 'Le client a trouvé ailleurs',
  'not-for-us': 'Travail que nous ne faisons pas',
  other: 'Autre motif',
}

export const WEEKDAY_LABELS: Readonly<Record<number, string>> = {
  1: 'Lundi',
  2: 'Mardi',
  3: 'Mercredi',
  4: 'Jeudi',
  5: 'Vendredi',
  6: 'Samedi',
  7: 'Dimanche',
}
