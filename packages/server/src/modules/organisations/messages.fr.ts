import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'

export const messages = {
  'organisations/not-yours': () => 'Seules la direction et l’administration de l’organisme porteur peuvent modifier ses sites.',
  'organisations/siae-closed': ({ name }) => `La structure « ${name} » est fermée : on ne peut plus lui ajouter de site.`,
  'organisations/worksite-name-taken': () => 'Un site ouvert de cette structure porte déjà ce nom.',
  'organisations/worksite-before-siae': ({ first }) => `La structure n’existait pas encore : elle a ouvert le ${first}.`,
  'organisations/worksite-closes-before-opening': ({ first }) => `Ce site a ouvert le ${first} : il ne peut pas fermer avant.`,
  'organisations/worksite-already-closed': ({ last }) => `Ce site est déjà fermé depuis le ${last}.`,
  'organisations/commune-unknown': () => 'Choisissez la commune dans la liste proposée.',
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
