import { placementClientLabels } from '@maillage/rules/employment'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { DropReason, EndReason, RequestState } from './model.ts'

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
  'assignments/stay-not-there': () => 'Cette personne n’est pas inscrite dans la structure qui répond à la demande.',
  'assignments/outside-the-stay': ({ first, last }) =>
    last
      ? `La personne est inscrite du ${first} au ${last} : la mission commence pendant ces jours.`
      : `La personne est inscrite depuis le ${first} : la mission commence après.`,
  'assignments/company-hours-would-pass': ({ sentence }) =>
    `${sentence} Pour l’enregistrer quand même, cochez « Enregistrer la mission malgré le dépassement ».`,
  'assignments/mission-cancelled': () => 'Cette mission est annulée.',
  'assignments/mission-with-hours': () =>
    'Des heures sont enregistrées pour cette mission : elle a eu lieu. Retirez d’abord ses relevés, ou terminez-la à son dernier jour travaillé.',
  'assignments/hours-after-the-end': ({ last }) => `Un relevé porte des heures jusqu’au ${last} : la mission ne peut pas finir avant.`,
  'assignments/end-reason-missing': () => 'Dites pourquoi la mission finit avant le jour prévu.',
  'assignments/same-last-day': () => 'C’est déjà le dernier jour de la mission. Choisissez-en un autre.',
  'assignments/signed-in-the-future': () => 'Cette date est à venir. Corrigez-la.',
  'assignments/statement-not-yours': () => 'Seules la direction, la coordination des missions et la paie saisissent les relevés d’heures.',
  'assignments/statement-to-come': () => 'Ce relevé porte des heures d’un jour à venir. Effacez-les.',
  'assignments/statement-outside': () => 'Ces jours ne sont pas ceux d’un relevé de cette mission.',
  'assignments/statement-validated': () =>
    'Ce relevé est validé : ses heures sont dans le mois. Retirez la validation avant de le changer.',
  'assignments/statement-not-validated': () => 'Ce relevé n’est pas validé.',
  'assignments/month-typed-by-hand': ({ month, hours, ofStatements }) =>
    `En ${month}, le mois porte déjà ${hours} pour cette personne, et ses relevés validés ${ofStatements} : des heures ont été saisies à la main. Effacez-les dans « Heures », ou mettez-les sur une ligne avec un site, puis validez ce relevé.`,
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

export const END_REASON_LABELS: Readonly<Record<EndReason, string>> = {
  'work-done': 'Travail terminé',
  'client-stopped': 'Arrêtée par le client',
  'person-stopped': 'Arrêtée par la personne',
  'hired-by-client': 'La personne est embauchée par le client',
  other: 'Autre motif',
}
