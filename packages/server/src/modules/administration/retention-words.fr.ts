import type { RetentionRule } from '@maillage/rules/administration'

interface RetentionWords {
  readonly what: string
  /** From when the length is counted. */
  readonly clock: string
  readonly action: 'effacé' | 'rendu anonyme'
  /** What goes, and what stays. */
  readonly effect: string
  readonly counted: readonly [one: string, many: string]
}

/** What each rule of retention says to an administrator. */
export const RETENTION_WORDS: Readonly<Record<RetentionRule, RetentionWords>> = {
  person: {
    what: 'Dossier d’une personne',
    clock:
      'Dernier contact : le dernier jour où quelque chose a été enregistré sur elle, ou où couraient un contrat, un séjour, un PASS IAE, un référent, une candidature',
    action: 'rendu anonyme',
    effect:
      'Noms, coordonnées, référents, notes de travail, représentant légal, lieu de naissance, justificatifs, raisons, messages, droits d’accès, points signalés, numéro de PASS IAE, service qui a proposé la personne, et tout ce qui touche à la santé ou à la justice sont effacés ; la naissance devient un mois. Séjours, contrats, heures, sorties, jours des droits et autres critères comptés restent, sans nom : les chiffres ne changent pas, mais la santé y est dite « non connue » si une année est recalculée.',
    counted: ['dossier', 'dossiers'],
  },
  'application-text': {
    what: 'Textes d’une candidature',
    clock: 'Dernier mouvement de la candidature',
    action: 'effacé',
    effect: 'Le message, la réponse et le poste voulu sont effacés. La candidature, ses dates et ses motifs restent.',
    counted: ['texte de candidature', 'textes de candidature'],
  },
  'person-access': {
    what: 'Droit terminé sur une fiche',
    clock: 'Fin du droit',
    action: 'effacé',
    effect: 'La ligne qui dit quelle équipe pouvait lire la fiche, et pourquoi, est effacée.',
    counted: ['droit', 'droits'],
  },
  'access-log': {
    what: 'Journal des consultations',
    clock: 'Heure de la consultation',
    action: 'effacé',
    effect: 'La ligne qui dit qui a ouvert une fiche, et quand, est effacée.',
    counted: ['consultation', 'consultations'],
  },
  mail: {
    what: 'Courriel envoyé',
    clock: 'Envoi, ou retrait avant l’envoi, ou mise en attente s’il a été abandonné après dix essais',
    action: 'effacé',
    effect: 'Le destinataire, l’objet et le texte sont effacés. Un courriel qui attend encore son envoi n’est pas touché.',
    counted: ['courriel', 'courriels'],
  },
  'request-outcome': {
    what: 'Réponse à un formulaire',
    clock: 'Envoi du formulaire',
    action: 'effacé',
    effect:
      'La ligne qui empêche un formulaire envoyé deux fois d’agir deux fois est effacée. Elle ne contient rien de ce qui a été saisi.',
    counted: ['réponse', 'réponses'],
  },
  account: {
    what: 'Compte d’un ancien membre',
    clock: 'Fin de la dernière adhésion, ou ouverture du compte s’il n’y en a jamais eu',
    action: 'rendu anonyme',
    effect:
      'Le nom et l’adresse deviennent « Ancien membre », le mot de passe et les sessions sont effacés, le compte est clos. Ce que la personne a fait reste, sans son nom.',
    counted: ['compte', 'comptes'],
  },
  'file-trace': {
    what: 'Trace d’un fichier importé ou produit',
    clock: 'Import ou production du fichier',
    action: 'effacé',
    effect: 'Le nom du fichier, ce qu’il est devenu et les faits qu’il a donnés ou repris sont effacés. Les faits eux-mêmes restent.',
    counted: ['fichier', 'fichiers'],
  },
  nir: {
    what: 'Numéro de sécurité sociale',
    clock: 'Dernier jour chez l’employeur qui l’a enregistré, ou enregistrement du numéro si la personne n’y est jamais entrée',
    action: 'effacé',
    effect: 'Le numéro, ou le motif de son absence, est effacé pour cet employeur. La fiche, les contrats et les heures restent.',
    counted: ['numéro', 'numéros'],
  },
  'private-client': {
    what: 'Particulier client d’une structure',
    clock: 'Dernière demande ou dernière mission chez lui, ou enregistrement du client s’il n’y en a pas eu',
    action: 'rendu anonyme',
    effect:
      'Le nom devient « Particulier », ce qui permet de le joindre et les consignes de sécurité sont effacés. Les demandes, leur commune et leurs jours restent.',
    counted: ['client', 'clients'],
  },
}

/** What closes by itself. */
export const ENDED_ACCESS_WORDS = {
  what: 'Accès d’une équipe à la fiche d’une personne que son organisation n’emploie plus et ne suit plus',
  clock:
    'Pour un employeur, la sortie de la personne ; pour une autre organisation, le dernier jour où elle a enregistré quelque chose, répondu à une candidature ou suivi la personne. La seule organisation qui a la fiche la garde jusqu’à son effacement',
} as const

/** What its author wrote knowing the day on which it goes: nobody confirms it, a hold keeps it. */
export const NOTE_WORDS = {
  what: 'Note de travail d’un professionnel',
  clock: 'Dernière écriture de la note. Un gel la retient, sans que personne la lise',
} as const
export const LEFT_BEHIND_WORDS = {
  what: 'Note de travail de qui a quitté son organisation sans la transmettre',
  clock: 'Dernier jour de son auteur dans l’organisation. Un gel la retient, sans que personne la lise',
} as const

/** Names of what a rule empties, for the audit: never a value. */
export const RETENTION_FIELDS: Readonly<Record<RetentionRule, readonly string[]>> = {
  person: [
    'names',
    'contacts',
    'birth',
    'referents',
    'reasons',
    'messages',
    'notes',
    'access',
    'health',
    'justice',
    'passNumber',
    'senders',
    'anomalies',
  ],
  'application-text': ['message', 'answer', 'wantedPost'],
  'person-access': ['access'],
  'access-log': ['readings'],
  mail: ['mail'],
  'request-outcome': ['answers'],
  account: ['displayName', 'email', 'password', 'sessions'],
  'file-trace': ['imports', 'producedFiles'],
  nir: ['nir'],
  'private-client': ['name', 'contact', 'safety'],
}
