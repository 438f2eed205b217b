import { plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { ApplicationState } from './application-state.ts'
import type { ApplicationRefusalReason } from './refusal-reason.ts'
import type { ApplicationRefusals } from './refusals.ts'
import type { ApplicationActor, ApplicationEffect, TransitionName } from './transitions.ts'

/** Labels of the states, as the screen says them of a candidature. */
export const applicationStateLabels = {
  new: 'Nouvelle',
  processing: 'À l’étude',
  postponed: 'En attente',
  'prior-to-hire': 'Action préalable à l’embauche',
  accepted: 'Acceptée',
  refused: 'Refusée',
  cancelled: 'Embauche annulée',
  obsolete: 'Embauché ailleurs',
  pool: 'Vivier',
} satisfies Record<ApplicationState, string>

/** Labels of the transitions, as buttons say them. */
export const transitionLabels = {
  process: 'Mettre à l’étude',
  postpone: 'Mettre en attente',
  'add-to-pool': 'Garder dans le vivier',
  'move-to-prior-to-hire': 'Passer en action préalable à l’embauche',
  'cancel-prior-to-hire': 'Annuler l’action préalable',
  accept: 'Accepter',
  refuse: 'Refuser',
  cancel: 'Annuler l’embauche',
  'make-obsolete': 'Clore : personne embauchée ailleurs',
  transfer: 'Transférer à une autre de mes structures',
  reset: 'Rouvrir',
  'transfer-outside': 'Orienter vers un autre employeur',
} satisfies Record<TransitionName, string>

/** Labels of the refusal reasons; those no longer offered are kept to read the past. */
export const refusalReasonLabels = {
  'not-reachable': 'Personne non joignable',
  'missed-interview': 'Personne absente à l’entretien',
  'employed-elsewhere': 'Personne indisponible : en emploi',
  'in-training': 'Personne indisponible : en formation',
  'not-eligible': 'Personne non éligible',
  'not-mobile': 'Lieu de travail hors de portée pour la personne',
  'not-interested': 'Personne non intéressée',
  'lacks-skills': 'Compétences attendues non réunies',
  'job-does-not-suit': 'Une contrainte du poste ne convient pas à la personne',
  'no-recruitment': 'Pas de recrutement en cours',
  duplicate: 'Candidature en double',
  other: 'Autre raison',
  'no-answer-in-time': 'Sans réponse dans le délai',
  'prevents-objectives': 'Objectifs du dialogue de gestion (raison non proposée)',
  'pass-ends-too-soon': 'Fin du PASS IAE trop proche (ancienne raison)',
  unavailable: 'Personne indisponible ou non intéressée (ancienne raison)',
  'eligibility-in-doubt': 'Doute sur l’éligibilité (ancienne raison)',
  'structure-no-longer-agreed': 'Structure non conventionnée (ancienne raison)',
  'too-little-information': 'Candidature trop peu renseignée (ancienne raison)',
} satisfies Record<ApplicationRefusalReason, string>

/** What a transition brings, said before the button is pressed. */
export const effectLabels = {
  'tell-candidate': 'La personne est prévenue.',
  'tell-sender': 'L’organisation qui a envoyé la candidature est prévenue.',
  unarchive: 'La candidature quitte les archives.',
  'mark-processed': 'La candidature est comptée comme traitée.',
  'check-eligibility': 'L’éligibilité est vérifiée.',
  'issue-or-reuse-pass': 'Le PASS IAE est délivré, ou repris s’il est en cours.',
  'lift-suspension': 'La suspension du PASS IAE prend fin la veille de l’embauche.',
  'make-other-applications-obsolete': 'Les autres candidatures en attente de la personne sont closes.',
  'cancel-pass-if-alone': 'Le PASS IAE est annulé s’il n’a servi qu’à cette embauche.',
  'delete-unsent-employee-record': 'La fiche salarié non envoyée est supprimée.',
  'delete-comments': 'Les commentaires internes sont supprimés.',
  'open-application-elsewhere': 'Une nouvelle candidature est créée chez l’autre employeur.',
} satisfies Record<ApplicationEffect, string>

const actors = {
  receiver: 'la structure',
  clock: 'un traitement automatique',
  support: 'le support',
} satisfies Record<ApplicationActor, string>

const refusals = {
  'applications/not-from-this-state': ({ transition, state }) =>
    `« ${transitionLabels[transition]} » n’est pas possible : la candidature est « ${applicationStateLabels[state]} ».`,
  'applications/not-by-this-actor': ({ transition, actor }) =>
    `« ${transitionLabels[transition]} » ne peut pas être fait par ${actors[actor]}.`,
  'applications/geiq-only': ({ transition }) => `« ${transitionLabels[transition]} » est réservé aux GEIQ.`,
  'applications/not-a-member-of-both': () => 'Vous devez être membre des deux structures pour transférer la candidature.',
  'applications/reason-missing': () => 'Indiquez la raison du refus.',
  'applications/reason-not-offered': ({ reason }) => `La raison « ${refusalReasonLabels[reason]} » n’est pas proposée.`,
  'applications/answer-missing': () => 'Écrivez une réponse à la personne avant de mettre sa candidature en attente.',
  'applications/not-due-yet': ({ days }) => `Une candidature n’est refusée d’office qu’après ${plural(days, 'jour')} sans mouvement.`,
  'applications/already-sent': ({ hours }) =>
    `Une candidature à cet employeur a déjà été envoyée il y a moins de ${plural(hours, 'heure')}.`,
} satisfies Wording<ApplicationRefusals>

/** The sentence of a refusal of this slice. */
export const applicationRefusalSentence = sentenceOf<ApplicationRefusals>(refusals)
