import { day, parameter, source } from '@maillage/kernel'
import { stateTool } from './texts.ts'

/** How long something is kept, in calendar months or in days. */
export type KeptFor = { readonly unit: 'months' | 'days'; readonly count: number }

/** The RGPD applies from this day: nothing here is older. */
const SINCE = { from: day('2018-05-25'), to: null, published: day('2018-05-25') }

/** No text gives a length: the platform chose one, which who operates the service confirms with their data protection officer. */
const ours = (why: string, disagrees?: string) =>
  source('Choix de Maillage, à confirmer par le délégué à la protection des données', 'computed', why, disagrees)

const socialWork = (why: string, disagrees?: string) =>
  source('CNIL, référentiel 2021-028 (accompagnement social) et délibération 2023-095', 'text', why, disagrees)

export const inactivePerson = parameter<KeptFor>({
  key: 'retention/inactive-person',
  label: 'Dossier d’une personne dont on n’a plus de nouvelles',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 24 },
      source: socialWork(
        'Base active : deux ans après le dernier contact',
        'Les emplois de l’inclusion comptent 730 jours, avec un avis à 700 jours puis trente jours pour y répondre',
      ),
    },
  ],
})

/** The sole holder keeps the file until it is forgotten: `inactivePerson`. */
export const accessAfterLastContact = parameter<KeptFor>({
  key: 'retention/access-after-last-contact',
  label: 'Droit d’une équipe sur la fiche d’une personne que son organisation n’emploie plus, ne suit plus',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 24 },
      source: socialWork(
        'Base active : deux ans après le dernier contact. Notre lecture, à confirmer : chaque organisation compte le sien, un employeur depuis la sortie',
      ),
    },
  ],
})

export const applicationText = parameter<KeptFor>({
  key: 'retention/application-text',
  label: 'Messages et réponses d’une candidature',
  unit: 'durée',
  values: [{ ...SINCE, value: { unit: 'months', count: 24 }, source: stateTool('Une candidature non retenue se lit pendant deux ans') }],
})

export const endedAccess = parameter<KeptFor>({
  key: 'retention/ended-access',
  label: 'Droits terminés sur une fiche',
  unit: 'durée',
  values: [{ ...SINCE, value: { unit: 'months', count: 36 }, source: ours('La personne doit pouvoir savoir qui pouvait la lire') }],
})

export const accessLog = parameter<KeptFor>({
  key: 'retention/access-log',
  label: 'Journal de qui a ouvert une fiche',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 36 },
      source: ours(
        'Aussi longtemps que les droits terminés, pour que les deux se lisent ensemble',
        'La recommandation de la CNIL sur la journalisation (délibération 2021-122, non relue) donne six mois à un an, et plus si un risque le justifie',
      ),
    },
  ],
})

export const sentMail = parameter<KeptFor>({
  key: 'retention/sent-mail',
  label: 'Courriels envoyés',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'days', count: 62 },
      source: stateTool('Courriels gardés 62 jours', 'La communauté de l’inclusion garde quatre-vingt-dix jours la trace des siens'),
    },
  ],
})

export const formAnswers = parameter<KeptFor>({
  key: 'retention/form-answers',
  label: 'Réponses faites aux formulaires',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'days', count: 30 },
      source: ours('Le temps de renvoyer une page restée ouverte ; rien de ce qui a été saisi n’y est'),
    },
  ],
})

export const fileTraces = parameter<KeptFor>({
  key: 'retention/file-traces',
  label: 'Trace des fichiers importés et produits',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 60 },
      source: ours(
        'Le temps de retrouver d’où vient un chiffre déclaré, si une aide ou une paie est contestée ; leur contenu part bien avant',
      ),
    },
  ],
})

export const formerMember = parameter<KeptFor>({
  key: 'retention/former-member',
  label: 'Compte d’un professionnel qui n’est plus membre d’aucune organisation',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 24 },
      source: stateTool(
        'Compte sans activité pendant 730 jours : effacé, ou vidé s’il est cité. Compté ici en mois, depuis la dernière adhésion',
      ),
    },
  ],
})

export const nirAfterExit = parameter<KeptFor>({
  key: 'retention/nir',
  label: 'Numéro de sécurité sociale d’une personne qui n’est plus employée',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 24 },
      source: ours(
        'Le temps que l’employeur lit encore la fiche, pour corriger une déclaration',
        'Le logiciel de paie garde ses bulletins cinq ans (Code du travail, L3243-4) ; le décret 2019-341, non relu, dit à quoi sert le numéro, pas combien de temps',
      ),
    },
  ],
})

/** Somebody who is a client at home: not a person in a pathway, whose file has its own rule. */
export const privateClient = parameter<KeptFor>({
  key: 'retention/private-client',
  label: 'Particulier client d’une structure, dont on n’a plus de nouvelles',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 36 },
      source: ours(
        'Le temps qu’un client rappelle, d’une saison à une autre. Les factures se gardent ailleurs, dans la comptabilité',
        'Le référentiel de la CNIL sur la gestion commerciale (non relu) donne aussi trois ans après le dernier contact',
      ),
    },
  ],
})

export const workingNote = parameter<KeptFor>({
  key: 'retention/working-note',
  label: 'Notes de travail d’un professionnel',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'months', count: 12 },
      source: ours(
        'Une note sert l’accompagnement en cours : ce qui doit durer s’écrit dans un acte. Un an depuis sa dernière écriture, durée à confirmer',
        'Le référentiel 2021-028 de la CNIL donne deux ans après le dernier contact pour tout le dossier',
      ),
    },
  ],
})

export const notesLeftBehind = parameter<KeptFor>({
  key: 'retention/notes-left-behind',
  label: 'Notes de travail de qui a quitté son organisation sans les transmettre',
  unit: 'durée',
  values: [
    {
      ...SINCE,
      value: { unit: 'days', count: 30 },
      source: ours('Le temps de réparer un départ enregistré par erreur ; personne ne les lit. Durée à confirmer'),
    },
  ],
})
