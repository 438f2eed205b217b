import type { PrescriberKind } from '@maillage/rules/eligibility'
import type { OrganisationFunction } from '../../packages/server/src/platform/command/actor.ts'
import type { MadePartner } from '../cast/cast.ts'

const AUDE = 'departement-11'
/** The communes of Le Grand Narbonne. */
const NARBONNAISE = 'epci-241100593'
const ASSOCIATION = 'Association loi 1901'
/** The first day of the order that names the prescribers. */
const ORDER = '2021-09-03'

const act = (name: OrganisationFunction, territory = AUDE, since = '2018-01-01') => ({ function: name, territory, since })

const prescriber = (
  name: string,
  kind: PrescriberKind,
  {
    legalForm = ASSOCIATION,
    invented = true,
    territory = AUDE,
    agencies = ['Accueil'],
  }: { legalForm?: string | null; invented?: boolean; territory?: string; agencies?: readonly string[] } = {},
): MadePartner => ({ name, legalForm, invented, acts: [act('prescriber', territory)], agencies, authorisation: { kind, since: ORDER } })

/** Who prescribes, pays, decides and links around the structures of the Aude. */
export const PARTNERS: readonly MadePartner[] = [
  prescriber('Mission locale des Pays d’Aude', 'ML', { agencies: ['Antenne de Carcassonne', 'Antenne de Narbonne', 'Antenne de Limoux'] }),
  prescriber('France Travail – Aude', 'FT', {
    legalForm: 'Établissement public administratif',
    invented: false,
    agencies: ['Agence de Carcassonne', 'Agence de Narbonne'],
  }),
  prescriber('Cap emploi – antenne de démonstration', 'CAP_EMPLOI'),
  prescriber('CCAS de Narbonne', 'CCAS', { legalForm: 'Établissement public administratif', invented: false, territory: 'commune-11262' }),
  prescriber('CCAS de Carcassonne', 'CCAS', {
    legalForm: 'Établissement public administratif',
    invented: false,
    territory: 'commune-11069',
  }),
  prescriber('Maison d’accueil du Pont-Vieux', 'CHRS'),
  prescriber('Service pénitentiaire d’insertion et de probation de l’Aude', 'SPIP', { legalForm: 'Service de l’État', invented: false }),
  {
    ...prescriber('PLIE de la Narbonnaise', 'PLIE', { territory: NARBONNAISE }),
    acts: [act('prescriber', NARBONNAISE), act('funder', NARBONNAISE), act('referent', NARBONNAISE)],
  },
  {
    name: 'La Halte des Remparts',
    legalForm: ASSOCIATION,
    invented: true,
    acts: [act('prescriber', AUDE, '2023-06-01')],
    authorisation: {
      kind: 'OHPD',
      since: '2023-06-01',
      prefect: { reference: 'Arrêté préfectoral de démonstration no 11-2023-001', decidedOn: '2023-05-22', until: '2028-05-31' },
    },
  },
  // Two rights, not one: the team that pays and the social service that follows people do not read the same things.
  {
    ...prescriber('Département de l’Aude', 'DEPT', {
      legalForm: 'Collectivité territoriale',
      invented: false,
      agencies: ['Service financement de l’insertion', 'Maison des solidarités de Carcassonne'],
    }),
    acts: [act('prescriber'), act('funder'), act('referent')],
  },
  { name: 'DDETS de l’Aude', legalForm: 'Service de l’État', invented: false, acts: [act('authority', AUDE, '2021-04-01')] },
  { name: 'DREETS Occitanie', legalForm: 'Service de l’État', invented: false, acts: [act('authority', 'region-76', '2021-04-01')] },
  { name: 'Région Occitanie', legalForm: 'Collectivité territoriale', invented: false, acts: [act('funder', 'region-76')] },
  { name: 'Réseau audois de l’insertion', legalForm: ASSOCIATION, invented: true, acts: [act('network')] },
  { name: 'Guichet des clauses sociales du Carcassonnais', legalForm: ASSOCIATION, invented: true, acts: [act('facilitator')] },
]
