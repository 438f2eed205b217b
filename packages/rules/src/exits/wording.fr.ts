import { centiHours, frenchDate, frenchHours } from '@maillage/kernel'
import type { ClassOfReason, ExitClass } from '../parameters/exit-rules.ts'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { ExitAnomalies } from './anomaly-codes.ts'
import type { ExitMissing } from './classify-exit.ts'
import type { ExitFrame } from './exit-frames.ts'
import type { ExitReason } from './exit-reason.ts'
import type { AnswerSource, FollowUpState, FollowUpStop, Situation } from './follow-up.ts'
import type { PlieIndicator } from './plie-indicators.ts'
import type { ExitSteps, NotCounted } from './steps.ts'

const hours = (value: number) => frenchHours(centiHours(value))

/** Labels of the classes. « Sorties dynamiques » are the first three together; « sorties positives », the third only. */
export const exitClassLabels = {
  durable: 'Emploi durable',
  transition: 'Emploi de transition',
  positive: 'Sortie positive',
  other: 'Autre sortie',
  excluded: 'Retrait des sorties constatées',
} satisfies Record<ExitClass, string>

/** Titles under which the reasons are proposed, by what they count for. */
export const exitReasonGroupLabels = {
  durable: 'Emploi durable',
  'by-length': 'Emploi durable ou de transition, selon la durée du contrat trouvé',
  transition: 'Emploi de transition',
  positive: 'Sortie positive',
  other: 'Autre sortie',
  'not-counted': 'Sortie non comptée',
  excluded: 'Retrait des sorties constatées',
} satisfies Record<ClassOfReason | 'not-counted', string>

/** Labels of the reasons of exit. */
export const exitReasonLabels = {
  'open-ended-contract': 'CDI non aidé chez un autre employeur',
  'aided-open-ended-contract': 'CDI aidé',
  'hired-by-the-siae': 'CDI dans la structure, sur un poste non aidé',
  'inclusion-contract': 'CDI inclusion',
  'fixed-term-contract': 'CDD',
  'temporary-assignment': 'Mission d’intérim',
  'work-study-contract': 'Contrat en alternance',
  'civil-service': 'Stage ou titularisation dans la fonction publique',
  'business-creation': 'Création ou reprise d’entreprise',
  'aided-contract': 'Contrat aidé chez un employeur de droit commun',
  'qualifying-training': 'Formation qualifiante',
  'prequalifying-training': 'Formation préqualifiante',
  'prior-learning-validation': 'Validation des acquis de l’expérience (VAE)',
  'return-to-school': 'Retour en formation scolaire',
  'another-siae': 'Embauche dans une autre structure de l’IAE',
  retirement: 'Droits à la retraite ouverts',
  'other-recognised-solution': 'Autre sortie reconnue comme positive',
  'internal-move': 'Mobilité interne dans le même organisme',
  unemployed: 'Sans emploi',
  inactive: 'Inactivité',
  'no-news': 'Sans nouvelle',
  death: 'Décès',
  'long-illness': 'Longue maladie',
  maternity: 'Congé de maternité',
  'moved-away': 'Déménagement',
  detention: 'Décision de justice, incarcération',
  'trial-ended-by-employer': 'Rupture de la période d’essai par l’employeur',
  'serious-fault': 'Faute grave',
  withheld: 'Réservé au référent',
} satisfies Record<ExitReason, string>

/** Why an exit is not counted. */
export const notCountedLabels = {
  'withdrawn-by-its-reason': 'Le motif retire la sortie du calcul.',
  'presence-too-short': 'La présence est trop courte.',
  'hours-too-few': 'Les heures sont trop peu nombreuses.',
  'internal-move': 'La personne reste dans le même organisme.',
} satisfies Record<NotCounted, string>

/** Labels of the frames that read an exit. */
export const exitFrameLabels = {
  state: 'État',
  plie: 'PLIE',
  'employment-exits': '« Sorties emploi » du dossier de conventionnement',
  esf: 'FSE+',
} satisfies Record<ExitFrame, string>

/** What somebody says of their situation, in plain words. */
export const situationLabels = {
  'lasting-employment': 'En emploi : CDI, ou contrat de six mois ou plus, ou à son compte',
  'transition-employment': 'En emploi : contrat de moins de six mois, intérim, contrat aidé',
  training: 'En formation ou en études',
  searching: 'En recherche d’emploi',
  other: 'Autre situation',
  'prefer-not': 'Préfère ne pas répondre',
} satisfies Record<Situation, string>

/** Where an answer comes from. */
export const answerSourceLabels = {
  phone: 'La personne, au téléphone',
  meeting: 'La personne, en face à face',
  employer: 'L’employeur',
  partner: 'Un partenaire',
  link: 'La personne, par le lien',
} satisfies Record<AnswerSource, string>

/** Where a follow-up stands. */
export const followUpStateLabels = {
  'to-come': 'À venir',
  due: 'À demander',
  answered: 'Répondu',
  declined: 'Préfère ne pas répondre',
  stopped: 'Arrêté',
  'no-answer': 'Sans réponse',
} satisfies Record<FollowUpState, string>

/** Why nobody is asked any more. */
export const followUpStopLabels = {
  death: 'La personne est décédée.',
  return: 'La personne travaille de nouveau dans l’IAE.',
  opposition: 'La personne ne veut plus être contactée.',
} satisfies Record<FollowUpStop, string>

/** Labels of the results of a PLIE. */
export const plieIndicatorLabels = {
  employment: 'Sorties emploi',
  'qualifying-training': 'Sorties en formation qualifiante',
  'business-survival': 'Survie à 3 ans des entreprises créées',
  'lasting-employment': 'Sortie durable dans l’emploi salarié (plus de 6 mois)',
  access: 'Accès à l’emploi ou à la formation dans les 12 mois',
  abandonment: 'Abandon au cours des deux premiers contrats',
} satisfies Record<PlieIndicator, string>

/** What each counts, in one sentence. */
export const plieIndicatorDefinitions = {
  employment: 'Parmi les sorties, celles que le PLIE lit comme un accès à l’emploi.',
  'qualifying-training': 'Parmi les sorties, celles en formation qualifiante.',
  'business-survival': 'Parmi les sorties pour création ou reprise d’entreprise, celles dont l’entreprise existe encore 3 ans après.',
  'lasting-employment': 'Parmi les sorties, celles en CDI, dans la fonction publique, ou avec un contrat trouvé de plus de 6 mois.',
  access: 'Parmi les sorties, celles en emploi ou en formation selon le PLIE, à la sortie ou dans les 12 mois qui suivent.',
  abandonment:
    'Parmi les sorties, celles où l’un des deux premiers contrats a été rompu avant son terme, la personne n’étant ensuite ni en emploi ni en formation. Définition proposée : le texte n’en donne pas.',
} satisfies Record<PlieIndicator, string>

const missing = {
  'length-of-contract-found': 'Le premier et le dernier jour du contrat trouvé.',
  hours: 'Les heures déclarées sur l’annexe financière.',
} satisfies Record<ExitMissing, string>

const classes = { ...exitClassLabels, 'by-length': 'selon la durée du contrat trouvé', 'not-counted': 'non comptée' }

const steps = {
  'exits/reason': ({ reason, class: of }) => `Motif : ${exitReasonLabels[reason]}. Classe : ${classes[of]}.`,
  'exits/length': ({ length, months, class: of }) =>
    `Contrat trouvé de ${{ shorter: `moins de ${months} mois`, exactly: `${months} mois exactement`, longer: `plus de ${months} mois` }[length]} : ${exitClassLabels[of]}.`,
  'exits/presence': ({ kind, months, until, enough }) =>
    `Structure ${kind} : une sortie compte après ${months} mois de présence, soit à partir du ${frenchDate(until)}. Condition ${enough ? 'remplie' : 'non remplie'}.`,
  'exits/hours': ({ kind, hours: of, least, enough }) =>
    `Structure ${kind} : une sortie compte à partir de ${hours(least)} ; ${hours(of)} sont déclarées. Condition ${enough ? 'remplie' : 'non remplie'}.`,
  'exits/inside-iae': ({ reason }) => `${exitReasonLabels[reason]} : la personne reste dans l’IAE.`,
  'exits/counted': ({ counted, why }) =>
    counted || why === null ? 'La sortie est comptée.' : `La sortie n’est pas comptée. ${notCountedLabels[why]}`,
} satisfies Wording<ExitSteps>

const anomalies = {
  'exits/contract-still-runs': ({ exitOn, contractLast }) =>
    contractLast === null
      ? `La sortie est au ${frenchDate(exitOn)}, et un contrat sans terme court encore dans la structure.`
      : `La sortie est au ${frenchDate(exitOn)}, et un contrat va jusqu’au ${frenchDate(contractLast)}. La fin d’un contrat n’est pas la fin du séjour.`,
  'exits/no-contract-since': ({ exitOn, contractLast }) =>
    `La sortie est au ${frenchDate(exitOn)}, et le dernier contrat a fini le ${frenchDate(contractLast)}.`,
  'exits/second-exit-of-a-stay': ({ first, second }) =>
    `Ce séjour a déjà une sortie, le ${frenchDate(first)}. Une sortie au ${frenchDate(second)} la corrige : elle ne s’ajoute pas.`,
  'exits/exit-before-entry': ({ entry, exitOn }) => `La sortie (${frenchDate(exitOn)}) précède l’entrée (${frenchDate(entry)}).`,
  'exits/continues-in-another-siae': () => 'La personne poursuit dans une autre structure de l’IAE.',
} satisfies Wording<ExitAnomalies>

/** The sentence of a step of this slice. */
export const exitStepSentence = sentenceOf<ExitSteps>(steps)
/** The sentence of an anomaly of this slice. */
export const exitAnomalySentence = sentenceOf<ExitAnomalies>(anomalies)
/** What is missing, said to the person who fills the form. */
export function exitMissingSentence(fact: ExitMissing): string {
  return missing[fact]
}
