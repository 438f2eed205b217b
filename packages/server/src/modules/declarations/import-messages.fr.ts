import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'

export const messages = {
  'declarations/import-not-yours': () => 'Votre rôle ne permet pas cet import.',
  'declarations/import-not-understood': ({ count }) =>
    Number(count) === 1
      ? 'Une ligne reste à corriger, ou à laisser de côté : rien n’a été enregistré.'
      : `${count} lignes restent à corriger, ou à laisser de côté : rien n’a été enregistré.`,
  'declarations/team-needed': () =>
    'Pour importer, il faut appartenir à une équipe de la structure. Demandez à la direction de vous y ajouter.',
  'declarations/too-many-strangers': () =>
    'La plateforme ne dit que vingt fois par jour si quelqu’un que vous ne suivez pas est déjà connu : rien n’a été enregistré. Coupez le fichier, et continuez demain.',
  'declarations/nothing-to-import': () => 'Tout est déjà enregistré : ce fichier ne change rien.',
  'declarations/nothing-accepted': () => 'Cochez au moins une différence, ou acceptez-les toutes.',
  'declarations/differences-moved': () =>
    'Quelqu’un a changé ces heures ou ces contrats depuis que cette page a été affichée : rien n’a été enregistré. Relisez les différences ci-dessous, puis acceptez.',
  'declarations/already-undone': () => 'Cet import est déjà annulé.',
  'declarations/built-upon': ({ ranks, count }) =>
    Number(count) === 1
      ? `Ce que la ligne ${ranks} a enregistré a changé depuis : cet import ne s’annule plus. Corrigez cette ligne là où elle est écrite.`
      : `Ce que les lignes ${ranks} ont enregistré a changé depuis : cet import ne s’annule plus. Corrigez chacune là où elle est écrite.`,
  'declarations/people-built-upon': ({ ranks, count }) =>
    Number(count) === 1
      ? `La fiche de la ligne ${ranks} ne se retire plus : elle a changé, quelqu’un d’autre l’a ouverte, ou elle a plus de trente jours. Aucune fiche n’a été retirée.`
      : `Les fiches des lignes ${ranks} ne se retirent plus : elles ont changé, quelqu’un d’autre les a ouvertes, ou elles ont plus de trente jours. Aucune fiche n’a été retirée.`,
  'declarations/people-of-another': () =>
    'Seule la personne qui a importé ces fiches peut les retirer : demandez-lui d’annuler son import.',
  'declarations/import-reason-missing': () => 'Ce fichier corrige un mois débloqué : dites pourquoi.',
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)
