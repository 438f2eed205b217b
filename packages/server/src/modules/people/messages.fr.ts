import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { Circle, ReadingGround, ReferentRole, Source } from './model.ts'

export const messages = {
  'people/not-yours': () => 'Votre rôle ne permet pas de tenir la fiche d’une personne.',
  'people/unit-not-yours': () => 'Choisissez l’une de vos équipes.',
  'people/given-names-missing': () => 'Saisissez le ou les prénoms, ou indiquez que la personne n’a qu’un seul nom',
  'people/birth-date-missing': () =>
    'Saisissez ce que vous savez de la date de naissance, ou cochez « On ne sait rien de sa date de naissance »',
  'people/birth-in-the-future': () => 'La date de naissance est dans l’avenir : vérifiez-la',
  'people/age-to-confirm': ({ age }) =>
    Number(age) < 14
      ? `D’après cette date, la personne a ${age} ans. Vérifiez l’année, ou confirmez.`
      : `D’après cette date, la personne a plus de 110 ans (${age}). Vérifiez l’année, ou confirmez.`,
  'people/commune-unknown': () => 'Choisissez la commune dans la liste proposée.',
  'people/representative-incomplete': () => 'Saisissez le nom du représentant légal et son lien avec la personne',
  'people/too-many-questions': () =>
    'Vous avez posé vingt questions aujourd’hui sur des personnes que vous ne suivez pas. Réessayez demain, ou enregistrez une fiche provisoire.',
  'people/no-file-found': () => 'Aucune fiche ne correspond plus à cette identité.',
  'people/several-files': () =>
    'Plusieurs fiches correspondent à cette identité : l’administration de la plateforme doit d’abord les départager.',
  'people/already-confirmed': () => 'Cette fiche n’est plus provisoire : il n’y a rien à rattacher.',
  'people/attachment-answered': () => 'Cette demande a déjà reçu une réponse, ou elle vient de vous.',
  'people/too-many-codes': () => 'Vous avez saisi beaucoup de codes aujourd’hui. Réessayez demain.',
  'people/referent-unknown': () => 'Choisissez un membre actuel de votre organisation.',
  'people/referent-not-in-unit': () => 'Choisissez une équipe où ce membre travaille et qui suit la personne.',
  'people/referent-already': () => 'Ce membre est déjà référent de cette personne pendant une partie de ces jours.',
  'people/referent-reversed': () => 'Le dernier jour vient avant le premier. Corrigez l’une des deux dates.',
  'people/deputy-without-end': () => 'Saisissez le dernier jour de la suppléance : elle a toujours une fin.',
  'people/referent-already-ended': ({ last }) => `Cette référence a pris fin le ${last}.`,
  'people/referent-not-before-today': () => 'Choisissez aujourd’hui ou un jour à venir : les droits des jours passés ont déjà servi.',
  'people/hand-over-not-yours': () =>
    'Le relais d’une absence se décide par la personne absente ou par la direction ; celui d’un départ, par la direction.',
  'people/hand-over-to-oneself': () => 'Choisissez quelqu’un d’autre pour prendre le relais.',
  'people/hand-over-beyond-membership': () => 'Cette personne quitte votre organisation avant : choisissez quelqu’un d’autre.',
  'people/hand-over-nobody': () =>
    'Personne n’est à confier : aucun dossier suivi par ce membre, ou déjà confiés, ou suivis par une équipe où l’autre ne travaille pas.',
  'people/merge-itself': () => 'Ces deux adresses mènent à la même fiche.',
  'people/merge-already-proposed': () => 'Cette fusion est déjà proposée : elle attend la décision d’un administrateur.',
  'people/merge-needs-second-person': () => 'Vous avez proposé cette fusion : une autre personne doit la confirmer.',
  'people/merge-impossible': () =>
    'Ces deux fiches portent des faits qui se contredisent, par exemple deux PASS aux mêmes dates. Corrigez-les d’abord.',
  'people/merged-again': () => 'La fiche gardée a depuis rejoint une autre fiche : défaites d’abord la fusion la plus récente.',
  'people/person-died': ({ on }) => `La personne est décédée le ${on} : sa fiche est fermée, elle ne se modifie plus.`,
  'people/death-in-the-future': () => 'Ce jour est dans l’avenir : vérifiez la date du décès',
  'people/death-before-birth': () => 'Ce jour vient avant la naissance : vérifiez la date du décès',
  'people/not-recorded-as-dead': () => 'Aucun décès n’est enregistré sur cette fiche.',
  'people/reading-not-yours': () => 'Seule la direction d’une équipe qui suit la personne lit son dossier avec un motif.',
  'people/reads-already': () => 'Ce dossier vous est déjà ouvert aujourd’hui.',
  'people/too-many-readings': () => 'Vous avez ouvert dix dossiers aujourd’hui. Réessayez demain, ou parlez-en avec les référents.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** What each circle opens, in plain words. */
export const CIRCLE_LABELS: Readonly<Record<Circle, string>> = {
  shared: 'Identité et étapes du parcours',
  referent: 'Dossier d’accompagnement',
  author: 'Notes de travail de leur auteur',
  employment: 'Identité, contrats et heures',
  payment: 'Liste de paiement',
  request: 'Pièces d’une demande',
  control: 'Pièces d’un contrôle',
  audit: 'Pièces d’un audit',
  self: 'La personne elle-même',
}

/** Why a right exists, in plain words. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  created: 'L’équipe a ouvert la fiche',
  attached: 'Le rattachement a été accepté',
  application: 'Une candidature lui a été adressée',
  hire: 'La personne y est embauchée',
  referent: 'Référent nommé',
  deputy: 'Suppléant déclaré',
  request: 'Une demande lui a été adressée',
  control: 'Fiche tirée au sort pour un contrôle',
  audit: 'Mission d’audit',
  reason: 'Lecture motivée, pour un jour',
  merge: 'Deux fiches réunies',
  succession: 'Sa structure a été reprise',
}

/** Why a director reads, in plain words. */
export const GROUND_LABELS: Readonly<Record<ReadingGround, string>> = {
  'referent-absent': 'Le référent est absent, et une décision ne peut pas attendre',
  safety: 'La sécurité de la personne ou de l’équipe',
  complaint: 'Une réclamation ou une plainte',
  authority: 'Une question d’une autorité ou de la justice',
  'case-review': 'Relire l’accompagnement avec son référent',
}

export const REFERENT_LABELS: Readonly<Record<ReferentRole, string>> = {
  siae: 'Référent dans la structure',
  rsa: 'Référent unique RSA',
  plie: 'Référent PLIE',
  prescriber: 'Référent du prescripteur',
  france_travail: 'Conseiller référent France Travail',
}
