import type { ApplicationState } from '@maillage/rules/applications'
import type { ActKind, BarrierState, Doer } from '../accompaniment/index.ts'
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
  obsolete: 'Fermée : un contrat a commencé ailleurs.',
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

/** Who is to do something, said to the person. */
export const OWN_DOERS: Readonly<Record<Doer, string>> = {
  person: 'Par moi',
  counsellor: 'Par l’équipe qui me suit',
  partner: 'Par un partenaire',
}

/** Where a difficulty stands, said to the person. */
export const OWN_BARRIER_STATES: Readonly<Record<BarrierState, string>> = {
  identified: 'À travailler',
  'in-progress': 'On y travaille',
  lifted: 'C’est réglé',
  withdrawn: 'Noté par erreur',
}

/** What was done, said to the person. */
export const OWN_ACTS: Readonly<Record<ActKind, string>> = {
  interview: 'Entretien',
  call: 'Appel téléphonique',
  workshop: 'Atelier en groupe',
  visit: 'Visite',
  'tripartite-meeting': 'Rencontre à trois',
  'partner-step': 'Démarche faite pour moi',
}

/** A day at work, said to the person. */
export const OWN_DAYS = { present: 'Présence', late: 'Retard', absent: 'Absence' } as const

/** How far a skill was seen, said to the person. */
export const OWN_LEVELS = {
  once: 'vu une fois',
  helped: 'avec de l’aide',
  alone: 'sans aide',
  shows: 'je montre aux autres',
} as const

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
  after_exit_answer: 'Mes nouvelles après mon départ',
  after_exit_opposition: 'Mon refus d’être recontacté',
  application: 'Mes candidatures',
  application_sender: 'Qui les a envoyées',
  application_transition: 'La vie de mes candidatures',
  assignment: 'Mes missions',
  attendance: 'Mes jours de présence',
  attendance_version: 'Ce qui a été noté ces jours-là',
  availability: 'Mes disponibilités',
  barrier: 'Mes difficultés',
  barrier_version: 'Ce qui est écrit de mes difficultés',
  contact: 'Mes moyens de contact',
  contact_version: 'Mes coordonnées, d’hier et d’aujourd’hui',
  contract: 'Mes contrats',
  contract_version: 'Ce que disent mes contrats',
  counsellor_message: 'Ce que l’encadrement a dit de moi à qui m’accompagne',
  criterion: 'Les critères qui ouvrent mon droit',
  diagnosis: 'Mes diagnostics',
  diagnosis_author: 'Qui a fait mes diagnostics',
  diagnosis_reason: 'Les raisons de mes diagnostics',
  exit: 'Mes sorties',
  exit_reason: 'Les raisons de mes sorties',
  exit_version: 'Les dates de mes sorties',
  goal: 'Mes objectifs',
  goal_version: 'Ce qui est écrit de mes objectifs',
  hire: 'Mes embauches',
  hours: 'Mes mois de travail',
  hours_version: 'Mes heures',
  immersion: 'Mes immersions',
  legal_representative: 'Mon représentant légal',
  next_step_outcome: 'Ce que sont devenus mes rendez-vous',
  opposition: 'Mes oppositions',
  pass: 'Mon PASS IAE',
  pass_closure: 'La fin de mon PASS IAE',
  pass_last_day: 'Le dernier jour de mon PASS IAE',
  pass_move: 'Le départ de mon PASS IAE',
  pass_reason: 'Les raisons des pauses et des prolongations',
  pathway_action: 'Mes actions',
  pathway_action_version: 'Ce qui est écrit de mes actions',
  person: 'Ma naissance',
  person_name: 'Mes noms',
  prolongation: 'Mes prolongations',
  prolongation_request: 'Les demandes de prolongation',
  referent: 'Qui me suit',
  review: 'Mes bilans',
  review_answer: 'Ce que j’ai dit à ces bilans',
  shared_step: 'Les étapes que je partage',
  sharing_agreement: 'Mes accords de partage',
  siae_stay: 'Mes passages dans des structures',
  skill: 'Des compétences',
  skill_sighting: 'Mes compétences vues au travail',
  space_key: 'Les papiers de mon espace',
  strength: 'Mes points forts',
  suspension: 'Les pauses de mon PASS IAE',
  suspension_version: 'Les dates de ces pauses',
  time_statement: 'Mes relevés d’heures de mission',
  tripartite_meeting: 'Mes rencontres avec ceux qui m’accompagnent',
  work_constraint: 'Ce que mon employeur doit respecter',
}
