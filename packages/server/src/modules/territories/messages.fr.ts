import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'
import type { TerritoryKind } from './model.ts'

export const messages = {
  'territories/may-not-draw': () =>
    'Seuls les services de l’État, les financeurs et les observatoires peuvent dessiner un périmètre, sur leur territoire.',
  'territories/communes-outside': ({ codes }) =>
    `Ces communes n’existent pas ou sont hors du territoire de votre organisation\u00a0: ${codes}. Retirez-les.`,
  'territories/name-taken': () => 'Un périmètre en vigueur porte déjà ce nom\u00a0: choisissez-en un autre.',
  'territories/closes-before-opening': ({ first }) => `Ce périmètre commence le ${first}\u00a0: il ne peut pas finir avant.`,
  'territories/already-closed': ({ last }) => `Ce périmètre est déjà clos depuis le ${last}.`,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** One and several, as titles and filters say them. */
export const KIND_LABELS: Readonly<Record<TerritoryKind, readonly [one: string, many: string]>> = {
  region: ['Région', 'Régions'],
  departement: ['Département', 'Départements'],
  epci: ['Intercommunalité (EPCI)', 'Intercommunalités (EPCI)'],
  commune: ['Commune', 'Communes'],
  bassin: ['Bassin', 'Bassins'],
  perimeter: ['Périmètre', 'Périmètres'],
}

const TIMES: Readonly<Record<string, string>> = {
  'Europe/Paris': 'Heure de Paris',
  'America/Guadeloupe': 'Heure de la Guadeloupe',
  'America/Martinique': 'Heure de la Martinique',
  'America/Cayenne': 'Heure de la Guyane',
  'Indian/Reunion': 'Heure de La Réunion',
  'America/Miquelon': 'Heure de Saint-Pierre-et-Miquelon',
  'Indian/Mayotte': 'Heure de Mayotte',
  'America/St_Barthelemy': 'Heure de Saint-Barthélemy',
  'America/Marigot': 'Heure de Saint-Martin',
  'Pacific/Wallis': 'Heure de Wallis-et-Futuna',
  'Pacific/Tahiti': 'Heure de la Polynésie française',
  'Pacific/Noumea': 'Heure de la Nouvelle-Calédonie',
}

/** The legal time in French words. */
export const legalTimeLabel = (timeZone: string): string => TIMES[timeZone] ?? timeZone
