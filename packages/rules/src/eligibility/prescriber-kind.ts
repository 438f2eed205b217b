import type { Sensitivity } from '@maillage/kernel'

/** `order`: named by the order of 1 September 2021 · `prefect`: approved one by one · `none`: refers people, prescribes nothing. */
export type AuthorisedBy = 'order' | 'prefect' | 'none'

interface KindOfPrescriber {
  readonly label: string
  readonly authorisedBy: AuthorisedBy
  /** What the mere name of this kind tells of the person it follows. Anything but `ordinary` is masked outside the referents. */
  readonly betrays: Sensitivity
}

/**
 * The 34 kinds of prescriber of the State's service. Eight are masked there (ASE, CAARUD, CIDFF, CSAPA, PENSION, PJJ, PREVENTION, SPIP);
 * the CHRS and what likewise tells of shelter, asylum or disability is added here (field use).
 */
export const PRESCRIBERS = {
  FT: { label: 'France Travail', authorisedBy: 'order', betrays: 'ordinary' },
  ML: { label: 'Mission locale', authorisedBy: 'order', betrays: 'ordinary' },
  CAP_EMPLOI: { label: 'Cap emploi', authorisedBy: 'order', betrays: 'health' },
  CAF: { label: 'Caisse d’allocations familiales', authorisedBy: 'order', betrays: 'ordinary' },
  MSA: { label: 'Mutualité sociale agricole', authorisedBy: 'order', betrays: 'ordinary' },
  DEPT: { label: 'Service social du Département', authorisedBy: 'order', betrays: 'ordinary' },
  ODC: { label: 'Organisme délégataire d’un Département', authorisedBy: 'order', betrays: 'ordinary' },
  ASE: { label: 'Aide sociale à l’enfance', authorisedBy: 'order', betrays: 'social' },
  CCAS: { label: 'Centre communal ou intercommunal d’action sociale', authorisedBy: 'order', betrays: 'ordinary' },
  PLIE: { label: 'Plan local pour l’insertion et l’emploi', authorisedBy: 'order', betrays: 'ordinary' },
  CHRS: { label: 'Centre d’hébergement et de réinsertion sociale', authorisedBy: 'order', betrays: 'social' },
  CHU: { label: 'Centre d’hébergement d’urgence', authorisedBy: 'order', betrays: 'social' },
  CPH: { label: 'Centre provisoire d’hébergement', authorisedBy: 'order', betrays: 'social' },
  OCASF: {
    label: 'Établissement du 8° du I de l’article L312-1 du code de l’action sociale et des familles',
    authorisedBy: 'order',
    betrays: 'social',
  },
  CSAPA: { label: 'Centre de soins, d’accompagnement et de prévention en addictologie', authorisedBy: 'order', betrays: 'health' },
  CAARUD: { label: 'Centre d’accueil et de réduction des risques pour usagers de drogues', authorisedBy: 'order', betrays: 'health' },
  PENSION: { label: 'Pension de famille ou résidence accueil', authorisedBy: 'order', betrays: 'social' },
  RS_FJT: { label: 'Résidence sociale ou foyer de jeunes travailleurs', authorisedBy: 'order', betrays: 'ordinary' },
  OIL: { label: 'Opérateur d’intermédiation locative', authorisedBy: 'order', betrays: 'ordinary' },
  CADA: { label: 'Centre d’accueil de demandeurs d’asile', authorisedBy: 'order', betrays: 'social' },
  HUDA: { label: 'Hébergement d’urgence pour demandeurs d’asile', authorisedBy: 'order', betrays: 'social' },
  SPIP: { label: 'Service pénitentiaire d’insertion et de probation', authorisedBy: 'order', betrays: 'justice' },
  PJJ: { label: 'Protection judiciaire de la jeunesse', authorisedBy: 'order', betrays: 'justice' },
  CIDFF: { label: 'Centre d’information sur les droits des femmes et des familles', authorisedBy: 'order', betrays: 'social' },
  PREVENTION: { label: 'Service ou club de prévention', authorisedBy: 'order', betrays: 'social' },
  AFPA: { label: 'Agence nationale pour la formation professionnelle des adultes', authorisedBy: 'order', betrays: 'ordinary' },
  PIJ_BIJ: { label: 'Point ou bureau information jeunesse', authorisedBy: 'order', betrays: 'ordinary' },
  CAVA: { label: 'Centre d’adaptation à la vie active', authorisedBy: 'order', betrays: 'ordinary' },
  OACAS: { label: 'Organisme d’accueil communautaire et d’activités solidaires', authorisedBy: 'order', betrays: 'social' },
  EPIDE: { label: 'Établissement pour l’insertion dans l’emploi', authorisedBy: 'order', betrays: 'ordinary' },
  E2C: { label: 'École de la deuxième chance', authorisedBy: 'order', betrays: 'ordinary' },
  OHPD: { label: 'Organisme habilité par le préfet', authorisedBy: 'prefect', betrays: 'ordinary' },
  ORIENTEUR: { label: 'Orienteur', authorisedBy: 'none', betrays: 'ordinary' },
  OTHER: { label: 'Autre organisation', authorisedBy: 'none', betrays: 'ordinary' },
} as const satisfies Readonly<Record<string, KindOfPrescriber>>

export type PrescriberKind = keyof typeof PRESCRIBERS

/** Whether the kind of prescriber must be hidden from readers outside the referents. @example betraysThePerson('SPIP') // true */
export function betraysThePerson(kind: PrescriberKind): boolean {
  return PRESCRIBERS[kind].betrays !== 'ordinary'
}
