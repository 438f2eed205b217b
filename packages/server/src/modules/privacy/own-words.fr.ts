import type { ApplicationState } from '@maillage/rules/applications'
import type { Circle, Source } from '../people/index.ts'

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
