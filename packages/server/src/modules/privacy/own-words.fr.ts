import type { ApplicationState } from '@maillage/rules/applications'
import type { Circle, Source } from '../people/index.ts'
import type { OpposedUse, RequestKind, RequestState, SharedSubject } from './model.ts'

/** Where an application stands, said to the person. */
export const OWN_STATES: Readonly<Record<ApplicationState, string>> = {
  new: 'La structure l’a reçue. Elle ne l’a pas encore lue.',
  processing: 'La structure l’étudie.',
  postponed: 'La structure vous demande d’attendre.',
  'prior-to-hire': 'La structure prépare votre arrivée : un essai, une formation ou une évaluation.',
  accepted: 'C’est oui.',
  refused: 'C’est non.',
  cancelled: 'L’embauche a été annulée.',
  obsolete: 'Fermée : vous avez été embauché ailleurs.',
  pool: 'Pas de place maintenant. La structure garde votre candidature.',
}

/** What each circle lets somebody read, said to the person. */
export const OWN_CIRCLES: Readonly<Record<Circle, string>> = {
  shared: 'Mon nom, mes coordonnées, mon droit et les étapes de mon parcours',
  referent: 'Mon dossier d’accompagnement',
  author: 'Ses propres notes de travail',
  employment: 'Mon nom, mes contrats et mes heures',
  payment: 'Mon nom et mes contrats, pour payer l’aide à la structure',
  request: 'Ce qu’il faut pour répondre à une demande',
  control: 'Ce qu’il faut pour un contrôle',
  audit: 'Ce qu’il faut pour un audit',
  self: 'Tout ce qui me concerne',
}

/** Why somebody may read, said to the person. */
export const OWN_SOURCES: Readonly<Record<Source, string>> = {
  created: 'A ouvert mon dossier',
  attached: 'A demandé à me suivre aussi, et c’est accepté',
  application: 'A reçu ma candidature',
  hire: 'M’emploie ou m’a employé',
  referent: 'Me suit',
  deputy: 'Remplace la personne qui me suit',
  request: 'Doit répondre à une demande pour moi',
  control: 'Contrôle des structures tirées au sort',
  audit: 'Vérifie l’usage de l’argent public',
  reason: 'A donné une raison pour lire, un seul jour',
  merge: 'J’avais deux dossiers, réunis en un',
  succession: 'A repris la structure où je travaille',
}

/** What may be shared by choice, said to the person. */
export const SUBJECTS: Readonly<Record<SharedSubject, string>> = {
  health: 'Ce qui touche à ma santé',
  justice: 'Ce qui touche à la justice',
  attendance: 'Mes présences au travail',
  social: 'Ma situation sociale',
}

/** What may be refused, said to the person: what happens now, what happens once refused. */
export const OPPOSITIONS: Readonly<
  Record<
    OpposedUse,
    { readonly title: string; readonly accepted: string; readonly opposed: string; readonly oppose: string; readonly lift: string }
  >
> = {
  messages: {
    title: 'Les messages',
    accepted: 'Les réponses à vos candidatures vous sont envoyées, si votre adresse est sûre. Vous pouvez refuser tous les messages.',
    opposed: 'Vous avez refusé les messages : aucun ne part vers vous. Les réponses à vos candidatures se lisent ici.',
    oppose: 'Ne plus recevoir de message',
    lift: 'Recevoir de nouveau des messages',
  },
  'shared-steps': {
    title: 'Les étapes partagées',
    accepted:
      'Certaines étapes de votre parcours peuvent être lues par toutes les équipes qui vous suivent. Vous pouvez refuser. Seule l’équipe qui les a écrites les lira encore.',
    opposed: 'Vous avez refusé ce partage : seule l’équipe qui a écrit une étape peut la lire.',
    oppose: 'Ne plus partager mes étapes',
    lift: 'Partager de nouveau mes étapes',
  },
}

/** What is asked, said to the person. */
export const OWN_REQUESTS: Readonly<Record<RequestKind, string>> = {
  access: 'Une copie de tout ce qu’elle garde sur moi',
  correction: 'La correction d’une erreur',
}

/** The same, said to the organisation asked. */
export const REQUESTS: Readonly<Record<RequestKind, string>> = {
  access: 'Copie de ses données (droit d’accès)',
  correction: 'Correction d’une erreur (droit de rectification)',
}

export const REQUEST_STATES: Readonly<Record<RequestState, string>> = {
  waiting: 'En attente',
  done: 'Faite',
  refused: 'Refusée',
}

/** What each table keeps, said to the person. */
export const DATA_WORDS: Readonly<Record<string, string>> = {
  access_request: 'Mes demandes',
  accompaniment_act: 'Ce qui a été fait avec moi',
  application: 'Mes candidatures',
  application_sender: 'Qui les a envoyées',
  application_transition: 'La vie de mes candidatures',
  contact: 'Mes moyens de contact',
  contact_version: 'Mes coordonnées, d’hier et d’aujourd’hui',
  contract: 'Mes contrats',
  contract_version: 'Ce que disent mes contrats',
  criterion: 'Les critères qui ouvrent mon droit',
  diagnosis: 'Mes diagnostics',
  diagnosis_author: 'Qui a fait mes diagnostics',
  diagnosis_reason: 'Les raisons de mes diagnostics',
  exit: 'Mes sorties',
  exit_reason: 'Les raisons de mes sorties',
  exit_version: 'Les dates de mes sorties',
  hire: 'Mes embauches',
  hours: 'Mes mois de travail',
  hours_version: 'Mes heures',
  legal_representative: 'Mon représentant légal',
  opposition: 'Mes oppositions',
  pass: 'Mon PASS IAE',
  pass_closure: 'La fin de mon PASS IAE',
  pass_last_day: 'Le dernier jour de mon PASS IAE',
  pass_move: 'Le départ de mon PASS IAE',
  pass_reason: 'Les raisons des pauses et des prolongations',
  person: 'Ma naissance',
  person_name: 'Mes noms',
  prolongation: 'Mes prolongations',
  prolongation_request: 'Les demandes de prolongation',
  referent: 'Qui me suit',
  sharing_agreement: 'Mes accords de partage',
  shared_step: 'Les étapes que je partage',
  siae_stay: 'Mes passages dans des structures',
  space_key: 'Les papiers de mon espace',
  suspension: 'Les pauses de mon PASS IAE',
  suspension_version: 'Les dates de ces pauses',
  tripartite_meeting: 'Mes rencontres avec ceux qui m’accompagnent',
}
