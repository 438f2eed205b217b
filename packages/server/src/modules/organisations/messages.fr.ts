import type { OrganisationFunction } from '../../platform/command/actor.ts'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { SuccessionReason, UnitKind } from './model.ts'

export const messages = {
  'organisations/not-yours': () => 'Seules la direction et l’administration de l’organisation peuvent faire cette modification.',
  'organisations/siae-closed': ({ name }) => `La structure «\u00a0${name}\u00a0» est fermée\u00a0: on ne peut plus la modifier.`,
  'organisations/worksite-name-taken': () => 'Un site ouvert de cette structure porte déjà ce nom.',
  'organisations/worksite-before-siae': ({ first }) => `La structure n’existait pas encore\u00a0: elle a ouvert le ${first}.`,
  'organisations/worksite-closes-before-opening': ({ first }) => `Ce site a ouvert le ${first}\u00a0: il ne peut pas fermer avant.`,
  'organisations/worksite-already-closed': ({ last }) => `Ce site est déjà fermé depuis le ${last}.`,
  'organisations/commune-unknown': () => 'Choisissez la commune dans la liste proposée.',
  'organisations/unit-name-taken': () => 'Une équipe ouverte porte déjà ce nom. Choisissez un autre nom.',
  'organisations/unit-of-another': () => 'Choisissez une structure de votre organisation.',
  'organisations/unit-closed': ({ last }) => `Cette équipe ferme ou a fermé le ${last}.`,
  'organisations/not-before-today': () => 'Choisissez aujourd’hui ou un jour à venir\u00a0: les droits des jours passés ont déjà servi.',
  'organisations/role-not-here': () => 'Cette casquette n’existe pas dans votre organisation. Choisissez-la dans la liste.',
  'organisations/role-already-held': () => 'Cette personne porte déjà cette casquette.',
  'organisations/account-absent': () =>
    'Aucun compte n’existe avec cette adresse. Vérifiez-la avec la personne\u00a0: elle doit être écrite exactement comme dans son compte.',
  'organisations/too-many-addresses': () => 'Vous avez cherché beaucoup d’adresses aujourd’hui. Réessayez demain.',
  'organisations/already-member': ({ name }) => `${name} est déjà membre. Donnez-lui une autre casquette depuis sa fiche.`,
  'organisations/not-a-member': () => 'Cette personne n’est plus membre de votre organisation.',
  'organisations/membership-already-ended': ({ last }) => `La fin de cette casquette est déjà enregistrée, au ${last}.`,
  'organisations/membership-ends-before-start': ({ first }) => `Cette casquette commence le ${first}\u00a0: elle ne peut pas finir avant.`,
  'organisations/nobody-would-steer': () =>
    'Personne ne pourrait plus administrer votre organisation. Donnez d’abord la casquette «\u00a0Direction\u00a0» ou «\u00a0Administration de l’organisation\u00a0» à un autre membre.',
  'organisations/already-in-unit': () => 'Ce membre est déjà dans cette équipe.',
  'organisations/not-in-unit': () => 'Ce membre n’est plus dans cette équipe.',
  'organisations/deputy-unknown': () => 'Choisissez un membre actuel de votre organisation.',
  'organisations/deputy-is-oneself': () => 'Choisissez une autre personne que vous-même.',
  'organisations/delegation-reversed': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'organisations/delegation-outside-membership': ({ name, last }) =>
    `${name} quitte cette casquette le ${last}\u00a0: la suppléance ne peut pas durer au-delà.`,
  'organisations/delegation-overlaps': () => 'Cette personne vous supplée déjà pendant une partie de ces jours. Choisissez d’autres dates.',
  'organisations/delegation-already-ended': ({ last }) => `Cette suppléance a pris fin le ${last}.`,
  'organisations/siret-unchanged': () => 'C’est déjà le numéro de cette structure.',
  'organisations/siret-of-another-entity': ({ siren }) =>
    `Ce numéro n’est pas un établissement de l’organisme porteur, dont le SIREN est ${siren}. Vérifiez les neuf premiers chiffres. Si la structure change d’organisme porteur, prévenez l’administrateur de la plateforme.`,
  'organisations/siret-taken': ({ name }) => `Ce numéro est déjà celui de «\u00a0${name}\u00a0», une structure du même type.`,
  'organisations/siret-too-early': ({ first }) => `Le numéro actuel commence le ${first}\u00a0: le nouveau doit commencer après.`,
  'organisations/siret-before-siae': ({ first }) => `La structure a ouvert le ${first}\u00a0: son numéro ne peut pas commencer avant.`,
  'organisations/siret-meanwhile': () => 'Quelqu’un vient d’enregistrer un autre numéro. Revenez à la fiche de la structure pour le lire.',
  'organisations/not-the-authority': () =>
    'Seul le service de l’État du département peut enregistrer une décision du préfet sur cette organisation.',
  'organisations/authorised-by-order': ({ kind }) =>
    `Cette organisation prescrit de droit (${kind})\u00a0: l’arrêté ministériel suffit, le préfet n’a pas à l’habiliter.`,
  'organisations/authorisation-overlaps': () =>
    'Une habilitation de cette organisation couvre déjà une partie de ces jours. Choisissez un premier jour après sa fin.',
  'organisations/authorisation-reversed': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'organisations/authorisation-too-long': ({ latest }) =>
    latest ? `L’habilitation dure cinq ans au plus\u00a0: choisissez le ${latest} au plus tard.` : 'L’habilitation dure cinq ans au plus.',
  'organisations/decided-later': () => 'La décision ne peut pas être datée d’un jour à venir.',
  'organisations/successor-missing': () => 'Choisissez la structure qui continue avec les personnes.',
  'organisations/successor-without-team': ({ name }) =>
    `«\u00a0${name}\u00a0» n’a aucune équipe\u00a0: ajoutez-lui-en une avant de lui confier des personnes.`,
  'organisations/end-already-said': () => 'La fin de cette structure est déjà enregistrée, ou attend une réponse.',
  'organisations/succession-day-passed': ({ last }) =>
    `La date de reprise est passée\u00a0: la structure devait s’arrêter le ${last}. Refusez cette proposition, et demandez-en une autre pour un jour à venir.`,
  'organisations/succession-answered': () => 'Cette proposition a déjà reçu une réponse, ou a été retirée.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** The kinds of structures, in full. */
export const KIND_LABELS = {
  EI: 'Entreprise d’insertion (EI)',
  ACI: 'Atelier et chantier d’insertion (ACI)',
  AI: 'Association intermédiaire (AI)',
  ETTI: 'Entreprise de travail temporaire d’insertion (ETTI)',
  EITI: 'Entreprise d’insertion par le travail indépendant (EITI)',
} as const

/** What an organisation does in a territory (S0-01), as its card says it. */
export const FUNCTION_LABELS: Readonly<Record<OrganisationFunction, string>> = {
  operator: 'Porte des structures d’insertion',
  prescriber: 'Oriente ou prescrit',
  funder: 'Finance',
  authority: 'Décide pour l’État',
  referent: 'Suit des parcours comme référent',
  network: 'Anime un réseau',
  facilitator: 'Facilite (clauses, mise en relation)',
}

/** How a structure ends. */
export const SUCCESSION_LABELS: Readonly<Record<SuccessionReason, string>> = {
  merged: 'Fusion avec une autre structure',
  transferred: 'Reprise par une autre structure',
  liquidated: 'Liquidation, sans reprise',
  closed: 'Fermeture, sans reprise',
}

/** What the people followed receive when another structure goes on with them, at an address that nobody else reads. */
export const successionMail = (siae: string, successor: string, lastDay: string) => ({
  subject: 'La structure qui vous suit change',
  body: `Bonjour,\n\n«\u00a0${siae}\u00a0» s’arrête le ${lastDay}. À partir du lendemain, «\u00a0${successor}\u00a0» continue avec vous\u00a0: votre contrat et votre PASS IAE ne changent pas, et vos informations lui sont transmises.\n\nPour poser une question ou vous y opposer, parlez-en à la personne qui vous accompagne.`,
})

export const UNIT_LABELS: Readonly<Record<UnitKind, string>> = { team: 'Équipe', agency: 'Agence' }

/** By which right an organisation prescribes. */
export const BASIS_LABELS = { order: 'De droit, par l’arrêté ministériel', prefect: 'Par décision du préfet' } as const

/** What somebody receives when an organisation makes them a member: rights never come in silence. */
export const newMemberMail = (organisation: string, by: string, role: string) => ({
  subject: 'Vous avez une nouvelle casquette sur Maillage',
  body: `Bonjour,\n\n${by} vous a ajouté aux membres de «\u00a0${organisation}\u00a0», avec la casquette «\u00a0${role}\u00a0».\n\nVous la trouverez en haut de chaque page, à votre prochaine connexion. Si c’est une erreur, prévenez cette organisation\u00a0: elle peut y mettre fin aussitôt.`,
})
