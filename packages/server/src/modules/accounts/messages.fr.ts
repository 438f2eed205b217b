import type { Messages } from '../../platform/http/slice.ts'

/** Titles of the roles, as the header and the lists of members show them. */
export const ROLE_LABELS: Readonly<Record<string, string>> = {
  counsellor: 'Conseiller(ère) en insertion',
  technical_supervisor: 'Encadrant(e) technique',
  payroll_officer: 'Gestionnaire',
  director: 'Direction',
  assignment_coordinator: 'Coordination des missions',
  prescriber: 'Prescripteur',
  ft_adviser: 'Conseiller(ère) France Travail',
  referent: 'Référent(e) de parcours',
  authority_officer: 'Chargé(e) de mission de l’État',
  funder_officer: 'Chargé(e) de financement',
  network_officer: 'Chargé(e) de réseau',
  body_secretary: 'Secrétariat d’instance',
  observatory_officer: 'Observatoire',
  organisation_administrator: 'Administration de l’organisation',
}

export const messages = {} satisfies Messages
