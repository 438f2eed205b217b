import type { RefusalDetails } from '@maillage/kernel'
import { type EmploymentRefusal, employmentRefusalSentence } from '@maillage/rules/employment'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { ContractType } from './model.ts'
import type { NirMissing } from './model-nir.ts'

/** The sentence that the rules give to their own refusals. */
const byRule = (code: EmploymentRefusal) => (details: RefusalDetails) =>
  employmentRefusalSentence({ code, details } as unknown as Parameters<typeof employmentRefusalSentence>[0])

export const messages = {
  'employment/not-yours': () => 'Seule la structure qui emploie la personne peut enregistrer ce contrat.',
  'employment/ends-before-it-begins': () => 'Le dernier jour du contrat vient avant le premier. Corrigez l’une des deux dates.',
  'employment/worksite-of-another': () => 'Choisissez un site ouvert de cette structure.',
  'employment/stay-overlaps': () => 'La personne est déjà entrée dans cette structure pendant une partie de ces jours.',
  'employment/contract-already-cancelled': () => 'Ce contrat est déjà annulé.',
  'employment/renewal-before-the-end': ({ last }) =>
    `Le contrat court jusqu’au ${last} : le renouvellement commence après. Pour changer ce contrat, enregistrez un avenant.`,
  'employment/open-ended': () => 'Ce contrat n’a pas de terme : il ne se renouvelle pas. Pour le changer, enregistrez un avenant.',
  'employment/already-renewed': () => 'Ce contrat est déjà renouvelé. Ouvrez le renouvellement pour le changer.',
  'employment/stay-ended': ({ on }) =>
    `La sortie de la personne est enregistrée, le ${on}. Annulez-la d’abord si la personne n’est pas partie.`,
  'employment/amendment-outside': ({ first, last }) =>
    last
      ? `L’avenant prend effet pendant le contrat, du ${first} au ${last}.`
      : `L’avenant prend effet pendant le contrat, à partir du ${first}.`,
  'employment/amendment-before-another': ({ on }) =>
    `Un autre avenant prend effet le ${on} : celui-ci doit prendre effet le même jour ou après.`,
  'employment/nothing-amended': () => 'Rien n’est différent du contrat. Changez une réponse, ou revenez au contrat.',
  'employment/ends-after-its-term': ({ last }) =>
    `Le contrat se termine le ${last} : une rupture vient avant. Pour le prolonger, renouvelez-le.`,
  'employment/signed-in-the-future': () => 'La signature ne peut pas être datée d’un jour à venir. Corrigez la date.',
  'employment/staff-not-yours': () => 'Seules la direction et la personne chargée de la paie déclarent l’encadrement de la structure.',
  'employment/post-ended': ({ on }) => `Ce poste a déjà pris fin, le ${on}.`,
  'employment/post-ends-before-it-begins': () => 'Le dernier jour du poste vient avant le premier. Corrigez la date.',
  'employment/exit-before-entry': () => 'La sortie vient avant l’entrée dans la structure. Corrigez la date.',
  'employment/hours-not-yours': () => 'Votre rôle ne permet pas de saisir les heures de cette structure.',
  'employment/month-not-yours': () => 'Seules la direction et la personne chargée de la paie valident, transmettent ou débloquent un mois.',
  'employment/hours-impossible': byRule('employment/hours-impossible'),
  'employment/hours-same-site-twice': () =>
    'Cette personne a déjà une ligne sur ce site : mettez toutes ses heures du site sur la même ligne.',
  'employment/hours-meanwhile': ({ paid, worked }) =>
    `Quelqu’un a enregistré cette ligne entre-temps : ${paid} payées, ${worked} travaillées. Votre saisie est gardée ; enregistrez de nouveau pour la préférer.`,
  'employment/month-closed': ({ state }) =>
    `Le mois est « ${state} » : ses heures ne changent plus. Reprenez-le en brouillon, ou débloquez-le avec un motif.`,
  'employment/month-reopened': () => 'Le mois est débloqué : enregistrez vos corrections avec leur motif.',
  'employment/month-already-validated': ({ by, at }) => `Ce mois a déjà été validé par ${by}, le ${at}.`,
  'employment/month-changed': () =>
    'Des heures ont changé depuis que cette page a été affichée. Relisez les totaux ci-dessous, puis validez.',
  'employment/month-incomplete': ({ people }) =>
    `Il manque les heures de ${people}. Saisissez-les, ou cochez « Aucune heure » pour chaque personne qui n’a rien fait dans le mois.`,
  'employment/sheet-not-from-this-state': byRule('employment/sheet-not-from-this-state'),
  'employment/sheet-not-by-this-actor': byRule('employment/sheet-not-by-this-actor'),
  'employment/sheet-reason-missing': byRule('employment/sheet-reason-missing'),
  'employment/month-not-begun': byRule('employment/month-not-begun'),
  'employment/month-not-over': byRule('employment/month-not-over'),
  'employment/nir-not-yours': () => 'Seule la personne chargée de la paie enregistre le numéro de sécurité sociale.',
  'employment/nir-or-reason': () => 'Saisissez le numéro, ou choisissez le motif de son absence.',
  'employment/nir-and-reason': () => 'Vous avez saisi un numéro et choisi un motif d’absence. Gardez l’un des deux.',
  'employment/nir-shape': () => 'Le numéro a treize caractères, puis deux chiffres de clé. Vérifiez qu’il n’en manque pas.',
  'employment/nir-provisional': () =>
    'Ce numéro est un numéro d’attente : il changera. Videz la case et choisissez le motif « Numéro d’attente ».',
  'employment/nir-key': () => 'La clé ne correspond pas au numéro. Relisez chaque chiffre, deux sont peut-être inversés.',
  'employment/nir-of-another': ({ name }) =>
    `Ce numéro est déjà celui ${name ? `de ${name}` : 'd’une autre personne'} dans votre organisation. Si c’est la même personne, signalez le doublon depuis sa fiche ; en attendant, choisissez le motif « Numéro déjà attribué à une autre fiche ».`,
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** Why payroll has no number of social security for somebody. */
export const NIR_MISSING_LABELS: Readonly<Record<NirMissing, string>> = {
  'not-given': 'La personne ne l’a pas encore donné',
  none: 'La personne n’en a pas',
  provisional: 'Numéro d’attente, le définitif n’est pas encore attribué',
  'belongs-to-other': 'Numéro déjà attribué à une autre fiche',
}

/** The types of contract, in full. */
export const CONTRACT_LABELS: Readonly<Record<ContractType, string>> = {
  CDDI: 'CDD d’insertion (CDDI)',
  CDDU: 'CDD d’usage (CDDU)',
  CTT: 'Contrat de travail temporaire',
  CDI: 'CDI',
  CDI_INCLUSION: 'CDI inclusion',
  APPRENTICESHIP: 'Contrat d’apprentissage',
  PROFESSIONAL_TRAINING: 'Contrat de professionnalisation',
  EITI: 'Contrat d’accompagnement en EITI',
  OTHER: 'Autre contrat',
}

/** Why a contract ended before its term. No reason of health or justice: everybody who employs the person reads it. */
export const END_LABELS = {
  'trial-by-employer': 'Fin de la période d’essai, par l’employeur',
  'trial-by-employee': 'Fin de la période d’essai, par la personne',
  'mutual-agreement': 'Accord des deux parties',
  'job-or-training': 'Embauche ou formation trouvée par la personne',
  resignation: 'Démission',
  'serious-fault': 'Faute grave',
  'force-majeure': 'Force majeure',
  'other-in-the-file': 'Autre motif, gardé au dossier du personnel',
} as const

export type ContractEndReason = keyof typeof END_LABELS

const CHANGE_LABELS: Readonly<Record<string, string>> = {
  'hire moved': 'Premier jour changé',
  'hire cancelled': 'Embauche annulée',
  'representative named': 'Représentant légal renseigné',
  succession: 'Repris avec la structure',
  exit: 'Arrêté par la sortie',
  'exit cancelled': 'Sortie annulée, terme retrouvé',
  amended: 'Avenant',
  signed: 'Signature enregistrée',
}

/** What made a version of a contract, as the database kept it. */
export function changeLabel(reason: string | null): string {
  if (reason === null) return 'Contrat enregistré'
  const ended = /^ended: (.+)$/.exec(reason)?.[1]
  if (ended !== undefined) return `Rompu : ${END_LABELS[ended as ContractEndReason] ?? ended}`
  return CHANGE_LABELS[reason] ?? reason
}

/** The functions of permanent staff. */
export const STAFF_LABELS = {
  technical_supervisor: 'Encadrement technique',
  counsellor: 'Accompagnement',
  director: 'Direction',
  administrative: 'Administration et gestion',
  assignment_coordinator: 'Coordination des missions',
  other: 'Autre',
} as const

export type StaffRole = keyof typeof STAFF_LABELS
