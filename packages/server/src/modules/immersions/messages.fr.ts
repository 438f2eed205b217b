import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { HostKind, ImmersionState, Outcome, Prescriber } from './model.ts'

export const messages = {
  'immersions/not-yours': () => 'Seules les équipes de la structure qui emploie la personne notent ses immersions.',
  'immersions/before-the-stay': ({ first }) =>
    `La personne est entrée dans la structure le ${first}. Saisissez un jour à partir de cette date.`,
  'immersions/after-the-stay': ({ last }) =>
    `La personne est sortie de la structure le ${last}. L’immersion se termine ce jour-là au plus tard.`,
  'immersions/ends-before-it-begins': () => 'L’immersion se termine avant de commencer. Corrigez l’une des deux dates.',
  'immersions/longer-than-a-year': () => 'L’immersion dure plus d’un an. Vérifiez l’année des deux dates.',
  'immersions/overlaps': ({ host, first, last }) =>
    `La personne est déjà en immersion${host ? ` chez « ${host} »` : ''} du ${first} au ${last}. Corrigez les dates, ou annulez d’abord cette immersion.`,
  'immersions/not-begun': ({ first }) => `L’immersion ne commence que le ${first}. Son bilan se note une fois commencée.`,
  'immersions/ended-outside': ({ first, last }) => `Saisissez un jour entre le ${first} et le ${last}, dates de la convention.`,
  'immersions/ended-to-come': () => 'Ce jour est à venir. Saisissez le dernier jour réellement fait.',
  'immersions/renewed-not-found': () => 'L’immersion à renouveler n’est plus celle de ce séjour. Notez une nouvelle immersion.',
  'immersions/corrected-not-found': () =>
    'L’immersion à corriger a changé entre-temps : elle est annulée, ou son bilan est noté. Rouvrez-la avant de recommencer.',
  'immersions/already-cancelled': () => 'Cette immersion est déjà annulée.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

export const HOST_KIND_LABELS: Readonly<Record<HostKind, string>> = {
  company: 'Entreprise',
  'non-profit': 'Association',
  'public-body': 'Collectivité ou établissement public',
  siae: 'Autre structure de l’insertion (SIAE)',
}

export const PRESCRIBER_LABELS: Readonly<Record<Prescriber, string>> = {
  structure: 'Notre structure',
  'france-travail': 'France Travail',
  'mission-locale': 'Mission locale',
  'cap-emploi': 'Cap emploi',
  departement: 'Département',
  other: 'Un autre organisme habilité',
}

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  reached: 'Objectif atteint',
  partly: 'Objectif atteint en partie',
  'not-reached': 'Objectif non atteint',
  stopped: 'Immersion arrêtée avant son terme',
}

export const STATE_LABELS: Readonly<Record<ImmersionState, string>> = {
  'to-come': 'À venir',
  running: 'En cours',
  'to-conclude': 'Bilan à noter',
  concluded: 'Terminée',
}
