import type { Actor, OrganisationFunction } from '../../platform/command/actor.ts'
import { mayOrient, mayReceive } from '../applications/index.ts'
import { mayDraw } from '../territories/index.ts'

/** A door of the home page: what one may do behind it. */
export interface HomeLink {
  readonly href: string
  readonly title: string
  readonly text: string
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
}
const PRESCRIBERS: HomeLink = {
  href: '/prescripteurs',
  title: 'Les prescripteurs',
  text: 'Qui peut prescrire un parcours, de quel droit et depuis quand.',
}
const TERRITORIES: HomeLink = {
  href: '/territoires',
  title: 'Les territoires',
  text: 'Communes, intercommunalités, départements, bassins\u00a0: ce qui se recoupe, et combien de personnes y vivent.',
}
const OWN: HomeLink = {
  href: '/mon-organisation',
  title: 'Mon organisation',
  text: 'Ses membres, ses équipes, ses suppléances et ce qu’elle fait dans quel territoire.',
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
}
const GLOSSARY: HomeLink = {
  href: '/glossaire',
  title: 'Le glossaire',
  text: 'Les mots et les sigles de l’insertion par l’activité économique.',
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

const STEERING: readonly OrganisationFunction[] = ['authority', 'funder']

/** What a reader opens first, by what they may do: the doors to work, then what explains. */
export function homeLinks(actor: Actor | null): readonly HomeLink[] {
  const functions = actor?.hat?.functions
  if (!actor || !functions) return [STRUCTURES, TERRITORIES, GLOSSARY]
  const steers = STEERING.some((each) => functions.includes(each))
  return [
    ...(mayReceive(actor) ? [RECEIVED] : []),
    ...(mayOrient(actor) ? [ORIENT, SENT] : []),
    ...(functions.includes('operator') ? [OWN, STRUCTURES] : [steers ? REGISTER : STRUCTURES, ...(mayDraw(actor) ? [DRAWING] : []), OWN]),
    PRESCRIBERS,
    TERRITORIES,
    LAW,
  ]
}
