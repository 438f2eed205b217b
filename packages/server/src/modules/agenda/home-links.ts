import type { Actor, OrganisationFunction } from '../../platform/command/actor.ts'
import { mayAccompany, NOTE_AN_ACT } from '../accompaniment/index.ts'
import { mayReadOwn, mayReadTerritory } from '../agreements/index.ts'
import { mayOrient, mayReceive } from '../applications/index.ts'
import { coordinates } from '../assignments/index.ts'
import { mayReadContracts, mayReadMonths } from '../employment/index.ts'
import { mayReadExits } from '../exits/index.ts'
import { maySeeHires } from '../hiring/index.ts'
import { mayObserve } from '../observatory/index.ts'
import { mayReadRequests } from '../pass-iae/index.ts'
import { mayDecideMerges, mayReadPeople } from '../people/index.ts'
import { DAY_HREF, mayNoteAttendance } from '../supervision/index.ts'
import { mayDraw } from '../territories/index.ts'
import { mayReadAnomalies, mayReadMorning } from './policy.ts'

/** A door of the home page: what one may do behind it. */
export interface HomeLink {
  readonly href: string
  readonly title: string
  readonly text: string
  /** What explains the work rather than being it. */
  readonly consulted?: boolean
}

const STRUCTURES: HomeLink = {
  href: '/structures',
  title: 'Trouver une structure',
  text: 'Les structures d’insertion, par nom, type ou département, avec leurs lieux de travail.',
}
const REGISTER: HomeLink = {
  href: '/structures',
  title: 'Les structures',
  text: 'Le répertoire des structures conventionnées, avec leur organisme porteur et leurs lieux de travail.',
  consulted: true,
}
const PRESCRIBERS: HomeLink = {
  href: '/prescripteurs',
  title: 'Les prescripteurs',
  text: 'Qui peut prescrire un parcours, de quel droit et depuis quand.',
  consulted: true,
}
const TERRITORIES: HomeLink = {
  href: '/territoires',
  title: 'Les territoires',
  text: 'Communes, intercommunalités, départements, bassins\u00a0: ce qui se recoupe, et combien de personnes y vivent.',
  consulted: true,
}
const OWN: HomeLink = {
  href: '/mon-organisation',
  title: 'Mon organisation',
  text: 'Ses membres, ses équipes, ses suppléances et ce qu’elle fait dans quel territoire.',
  consulted: true,
}
const DRAWING: HomeLink = {
  href: '/territoires/dessiner',
  title: 'Dessiner un périmètre',
  text: 'Réunir des communes de votre territoire pour un plan, une instance ou une observation.',
}
const LAW: HomeLink = {
  href: '/droit',
  title: 'Le droit appliqué',
  text: 'Chaque règle chiffrée, avec ses dates, sa source et notre degré de certitude.',
  consulted: true,
}
const GLOSSARY: HomeLink = {
  href: '/glossaire',
  title: 'Le glossaire',
  text: 'Les mots et les sigles de l’insertion par l’activité économique.',
}

const MORNING: HomeLink = {
  href: '/ma-matinee',
  title: 'Ma matinée',
  text: 'Rendez-vous, contrats et PASS IAE qui se terminent, personnes à rappeler\u00a0: ce qui vient, et ce qui le règle.',
}
const NOTING: HomeLink = {
  href: NOTE_AN_ACT,
  title: 'Noter un acte',
  text: 'Un entretien, un appel, une visite avec une personne\u00a0; un atelier pour plusieurs.',
}
const ORIENT: HomeLink = {
  href: '/orienter',
  title: 'Orienter une personne',
  text: 'Proposer une personne à une structure, en un seul formulaire court.',
}
const SENT: HomeLink = {
  href: '/mes-orientations',
  title: 'Mes orientations',
  text: 'Les personnes que vous avez orientées, et les réponses des structures.',
}
const RECEIVED: HomeLink = {
  href: '/candidatures',
  title: 'Candidatures',
  text: 'Les personnes proposées à vos structures, et celles qui attendent une réponse.',
}

const PEOPLE: HomeLink = {
  href: '/personnes',
  title: 'Personnes',
  text: 'Les personnes que suivent vos équipes\u00a0: identité, droits, contrats, candidatures.',
}
const HIRES: HomeLink = {
  href: '/embauches',
  title: 'Embauches',
  text: 'Les embauches de vos structures, leurs contrats et ce qui reste à régler.',
}
const PROLONGATIONS: HomeLink = {
  href: '/prolongations',
  title: 'Prolongations',
  text: 'Les demandes de prolongation de PASS IAE, et les réponses.',
}
const ANOMALIES: HomeLink = {
  href: '/anomalies',
  title: 'Anomalies à résoudre',
  text: 'Ce qui a été enregistré alors qu’une règle dit autre chose, et qui peut le résoudre.',
}
const MERGES: HomeLink = {
  href: '/administration/fusions',
  title: 'Fusions de fiches',
  text: 'Réunir deux fiches d’une même personne, ou défaire une fusion.',
}

const FAILED: HomeLink = {
  href: '/administration/envois-en-echec',
  title: 'Envois en échec',
  text: 'Ce que la plateforme n’a pas pu transmettre après plusieurs essais, à relancer.',
}
const RETENTION: HomeLink = {
  href: '/administration/conservation',
  title: 'Conservation des données',
  text: 'Ce qui est gardé, combien de temps, et ce que vous confirmez avant que la nuit l’efface.',
}

const AGREEMENTS: HomeLink = {
  href: '/conventions',
  title: 'Conventions et annexes',
  text: 'Les conventions des structures du territoire, leurs annexes financières, leurs postes et leurs échéances.',
}
const MY_AGREEMENT: HomeLink = {
  href: '/ma-convention',
  title: 'Ma convention',
  text: 'La convention de votre structure, ses annexes, ses postes et l’aide au poste estimée.',
}

const TEAM_OF_DAY: HomeLink = {
  href: DAY_HREF,
  title: 'Équipe du jour',
  text: 'Qui est là, en retard ou absent\u00a0: un geste par personne, sans motif.',
}
const PLACEMENTS: readonly HomeLink[] = [
  { href: '/demandes', title: 'Demandes', text: 'Le travail que vos clients demandent, et qui est libre pour le faire.' },
  { href: '/releves', title: 'Relevés d’heures', text: 'Ceux qui manquent, ceux qui sont à valider, et les heures du mois par mission.' },
  {
    href: '/missions',
    title: 'Missions',
    text: 'Qui travaille chez quel client, ce qui finit bientôt, et les heures en entreprise de chacun.',
  },
  {
    href: '/clients',
    title: 'Clients',
    text: 'Particuliers, associations, collectivités et entreprises chez qui vos salariés travaillent.',
  },
]
const HOURS: HomeLink = {
  href: '/heures',
  title: 'Heures du mois',
  text: 'Les mois de vos structures : saisir, valider, transmettre, voir ce qui manque.',
}
const CONTRACTS: HomeLink = {
  href: '/contrats',
  title: 'Contrats',
  text: 'Les contrats de vos structures\u00a0: renouveler, modifier, arrêter, voir ce qui se termine.',
}
const EXITS: HomeLink = {
  href: '/sorties',
  title: 'Sorties',
  text: 'Qui est sorti, pour quel motif, ce qui reste à compléter et les taux de sortie.',
}
const OBSERVATORY: HomeLink = {
  href: '/observatoire',
  title: 'Observatoire',
  text: 'Les chiffres du territoire, avec leur définition, leur précision et ce qu’ils ne disent pas.',
}
const TOTALS: HomeLink = {
  href: '/heures',
  title: 'Heures des structures',
  text: 'Les totaux que les structures de votre territoire ont validés, mois par mois.',
}

const STEERING: readonly OrganisationFunction[] = ['authority', 'funder']

/** What a reader opens first, by what they may do: the doors to work, then what explains. */
export function homeLinks(actor: Actor | null): readonly HomeLink[] {
  const functions = actor?.hat?.functions
  const operated = actor && mayDecideMerges(actor) ? [MERGES, FAILED, RETENTION] : []
  if (!actor || !functions) return [...operated, STRUCTURES, TERRITORIES, GLOSSARY]
  const steers = STEERING.some((each) => functions.includes(each))
  const supervises = actor.hat?.role === 'technical_supervisor'
  return [
    ...(supervises && mayNoteAttendance(actor) ? [TEAM_OF_DAY] : []),
    ...(mayReadMorning(actor) ? [MORNING] : []),
    ...(mayReadTerritory(actor) ? [AGREEMENTS] : []),
    ...(coordinates(actor) ? PLACEMENTS : []),
    ...(mayReceive(actor) ? [RECEIVED] : []),
    ...(mayOrient(actor) ? [ORIENT, SENT] : []),
    ...(mayReadPeople(actor) ? [PEOPLE] : []),
    ...(mayAccompany(actor) ? [NOTING] : []),
    ...(maySeeHires(actor) ? [HIRES] : []),
    ...(mayReadContracts(actor) ? [CONTRACTS] : []),
    ...(mayReadMonths(actor) ? [functions.includes('operator') ? HOURS : TOTALS] : []),
    ...(!supervises && mayNoteAttendance(actor) ? [TEAM_OF_DAY] : []),
    ...(mayReadExits(actor) ? [EXITS] : []),
    ...(mayReadRequests(actor) ? [PROLONGATIONS] : []),
    ...(mayReadAnomalies(actor) ? [ANOMALIES] : []),
    ...operated,
    ...(mayReadOwn(actor) ? [MY_AGREEMENT] : []),
    ...(mayObserve(actor) ? [OBSERVATORY] : []),
    ...(functions.includes('operator')
      ? [{ ...STRUCTURES, consulted: true }, OWN]
      : [steers ? REGISTER : STRUCTURES, ...(mayDraw(actor) ? [DRAWING] : []), OWN]),
    PRESCRIBERS,
    TERRITORIES,
    LAW,
  ]
}
