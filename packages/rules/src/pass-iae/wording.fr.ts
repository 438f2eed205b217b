import { type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { Closure } from './acts.ts'
import type { ProlongationReason } from './prolongation-reason.ts'
import type { PassAnomalies, PassMissing, PassRefusals, ToolObjections } from './refusals.ts'
import type { PassState } from './state-on.ts'
import type { PassSteps } from './steps.ts'
import type { SuspensionReason } from './suspension-reason.ts'

const date = (on: CalendarDate) => frenchDate(on)

/** Labels of the reasons of suspension. */
export const suspensionReasonLabels = {
  'contract-suspended': 'Contrat de travail suspendu depuis plus de 15 jours',
  'contract-broken': 'Contrat de travail rompu',
  'contract-ended': 'Contrat de travail terminé',
  'agreed-by-local-committee': 'Accord entre les membres d’un comité technique d’animation (CTA)',
  'bridge-contract': 'Contrat passerelle',
  sickness: 'Arrêt pour longue maladie',
  maternity: 'Congé de maternité',
  incarceration: 'Incarcération',
  'trial-outside-iae': 'Période d’essai hors IAE',
  detoxification: 'Cure de désintoxication',
  'force-majeure': 'Force majeure',
} satisfies Record<SuspensionReason, string>

/** Labels of the grounds of prolongation. */
export const prolongationReasonLabels = {
  'open-ended-inclusion-contract': 'CDI inclusion d’une personne de 57 ans ou plus',
  'training-to-complete': 'Fin d’une action de formation en cours',
  senior: 'Personne de 50 ans ou plus',
  'disabled-worker': 'Personne reconnue travailleur handicapé',
  'particular-difficulties': 'Difficultés particulièrement importantes (ACI et AI)',
  'health-context': 'Contexte sanitaire (motif fermé)',
} satisfies Record<ProlongationReason, string>

/** Labels of the states of a PASS IAE. */
export const passStateLabels = {
  future: 'Pas encore commencé',
  valid: 'En cours',
  suspended: 'Suspendu',
  expired: 'Terminé',
} satisfies Record<PassState, string>

const closureReasons = {
  'after-long-suspension': 'après plus de douze mois de suspension',
  'at-the-request-of-the-person': 'à la demande de la personne',
  'by-decision-of-the-authority': 'par décision de l’administration',
} satisfies Record<Closure['reason'], string>

const refusals = {
  'pass-iae/suspension-reason-closed': ({ reason, kind }) =>
    `Le motif « ${suspensionReasonLabels[reason]} » n’est pas ouvert à une structure ${kind} à cette date.`,
  'pass-iae/suspension-ends-before-it-begins': ({ first, last }) =>
    `La suspension ne peut pas finir le ${date(last)}, avant de commencer le ${date(first)}.`,
  'pass-iae/suspension-too-long': ({ latest, months }) => `Une suspension dure ${months} mois au plus : jusqu’au ${date(latest)}.`,
  'pass-iae/suspension-in-future': ({ first }) =>
    `Une suspension se déclare quand elle a commencé : le ${date(first)} n’est pas encore arrivé.`,
  'pass-iae/suspension-too-far-back': ({ earliest, days }) =>
    `Une suspension se déclare dans les ${days} jours : elle peut commencer le ${date(earliest)} au plus tôt.`,
  'pass-iae/suspension-outside-pass': ({ first, passFirst, passLast }) =>
    `La suspension commence le ${date(first)}, hors du PASS IAE, qui va du ${date(passFirst)} au ${date(passLast)}.`,
  'pass-iae/suspension-of-an-older-pass': () => 'La personne a un PASS IAE plus récent. Celui-ci ne peut plus être suspendu.',
  'pass-iae/suspension-overlaps': ({ first, last }) => `Le PASS IAE est déjà suspendu du ${date(first)} au ${date(last)}.`,
  'pass-iae/suspension-before-hire': ({ hiredOn }) =>
    `La suspension ne peut pas commencer avant la dernière embauche, le ${date(hiredOn)}.`,
  'pass-iae/suspension-while-other-stay-runs': ({ stay }) =>
    `La personne travaille aussi à ${stay}. Le PASS IAE ne peut être suspendu que si ce contrat l’est aussi. Prenez contact avec cette structure.`,
  'pass-iae/contract-suspension-too-short': ({ days }) =>
    `Le PASS IAE est suspendu quand le contrat l’est pendant plus de ${plural(days, 'jour')}.`,
  'pass-iae/declarant-not-entitled': ({ role }) =>
    role === 'siae'
      ? 'Une structure ne peut pas faire cette déclaration à cette date.'
      : 'Seul un prescripteur habilité ou une structure peut faire cette déclaration.',
  'pass-iae/not-suspended-long-enough': ({ months, possibleFrom }) =>
    possibleFrom === null
      ? `Le parcours ne peut être arrêté qu’après ${months} mois de suspension de suite. Il n’est pas suspendu à cette date.`
      : `Le parcours ne peut être arrêté qu’après ${months} mois de suspension de suite, soit à partir du ${date(possibleFrom)}.`,
  'pass-iae/closure-not-examined': () =>
    'La situation de la personne et les actions du parcours doivent être examinées avant d’y mettre fin.',
  'pass-iae/closure-not-notified': () => 'La fin du parcours doit être notifiée à la personne, avec une date certaine de réception.',
  'pass-iae/prolongation-reason-closed': ({ reason }) => `Le motif « ${prolongationReasonLabels[reason]} » n’est plus ouvert.`,
  'pass-iae/prolongation-kind-excluded': ({ reason, kind }) =>
    `Le motif « ${prolongationReasonLabels[reason]} » n’est pas ouvert à une structure ${kind}.`,
  'pass-iae/prolongation-ends-before-it-begins': ({ first }) =>
    `La prolongation commence le ${date(first)} : elle ne peut pas finir avant.`,
  'pass-iae/prolongation-needs-an-end': ({ reason }) =>
    `Indiquez le dernier jour demandé pour le motif « ${prolongationReasonLabels[reason]} ».`,
  'pass-iae/prolongation-too-long-in-all': ({ months, latest }) =>
    `Pour ce motif, le parcours dure ${months} mois au plus, hors suspensions : jusqu’au ${date(latest)}.`,
  'pass-iae/prolongation-decision-too-long': ({ months, latest }) =>
    `Pour ce motif, chaque décision vaut pour ${months} mois au plus : jusqu’au ${date(latest)}.`,
  'pass-iae/prolongation-too-young': ({ age, on }) => `La personne a moins de ${age} ans le ${date(on)}.`,
  'pass-iae/prolongation-without-employer': ({ reason }) =>
    `La prolongation (« ${prolongationReasonLabels[reason]} ») est demandée par la structure qui emploie la personne ou, si un prescripteur en décide, qui souhaite l’employer.`,
  'pass-iae/disabled-worker-title-not-valid': ({ on }) =>
    `La reconnaissance de la qualité de travailleur handicapé n’est pas valable le ${date(on)}.`,
  'pass-iae/training-not-running-at-the-end': ({ passLast }) =>
    `La formation n’est pas en cours le ${date(passLast)}, dernier jour du PASS IAE.`,
  'pass-iae/prolongation-beyond-training': ({ trainingLast }) =>
    `La prolongation finit avec la formation, le ${date(trainingLast)} au plus tard.`,
  'pass-iae/open-contract-too-early': ({ months, possibleFrom }) =>
    `Un CDI inclusion se signe après ${months} mois de parcours, soit à partir du ${date(possibleFrom)}.`,
  'pass-iae/prolongation-of-an-older-pass': () => 'Seul le PASS IAE le plus récent de la personne peut être prolongé.',
  'pass-iae/prolongation-while-suspended': () => 'Le PASS IAE est suspendu : il faut d’abord lever la suspension.',
  'pass-iae/prolongation-already-asked': () => 'Une demande de prolongation attend déjà une réponse pour ce PASS IAE.',
  'pass-iae/prolongation-of-a-closed-pass': ({ last }) => `Il a été mis fin à ce parcours le ${date(last)}.`,
  'pass-iae/refusal-not-reasoned': () => 'Le refus doit être motivé par écrit.',
  'pass-iae/refusal-not-notified': ({ to }) =>
    `Le refus doit être notifié ${to === 'siae' ? 'à la structure' : 'à la personne'}, avec une date certaine de réception.`,
  'pass-iae/hire-in-the-past': ({ hiredOn }) =>
    `Le ${date(hiredOn)} est passé : une embauche se déclare avant son premier jour. Si elle a eu lieu, enregistrez-la comme un fait.`,
  'pass-iae/hire-too-far': ({ latest }) => `L’embauche peut commencer le ${date(latest)} au plus tard.`,
  'pass-iae/hire-after-end': ({ passLast }) =>
    `L’embauche commence après le dernier jour du PASS IAE, le ${date(passLast)}. Une prolongation peut être demandée.`,
  'pass-iae/waiting-period': ({ until }) =>
    `La personne est en période de carence IAE jusqu’au ${date(until)}. Un prescripteur habilité peut prescrire un nouveau parcours avant cette date.`,
  'pass-iae/not-eligible': () => 'L’éligibilité de la personne n’est pas établie.',
  'pass-iae/two-rights-in-force': ({ count }) =>
    `La personne a ${count} PASS IAE en cours. Elle ne peut en avoir qu’un : ses fiches sont à rapprocher.`,
} satisfies Wording<PassRefusals>

const objections = {
  'pass-iae/tool-takes-siae-only': () =>
    'Les emplois de l’inclusion ne laissent que la structure déclarer une suspension, bien que le Code du travail l’ouvre aux prescripteurs.',
  'pass-iae/tool-pass-over': ({ passLast }) =>
    `Les emplois de l’inclusion n’acceptent plus de suspension après le dernier jour du PASS IAE (${date(passLast)}).`,
  'pass-iae/tool-request-too-long': ({ days }) =>
    `Les emplois de l’inclusion n’acceptent que ${plural(days, 'jour')} par demande pour ce motif.`,
  'pass-iae/tool-total-too-long': ({ days }) =>
    `Les emplois de l’inclusion n’acceptent que ${plural(days, 'jour')} de prolongation en tout, tous motifs réunis.`,
  'pass-iae/tool-window-closed': ({ opens, closes }) =>
    `Les emplois de l’inclusion acceptent la demande du ${date(opens)} au ${date(closes)}. En dehors, il faut passer par leur support.`,
  'pass-iae/tool-still-waiting': ({ until }) =>
    `Les emplois de l’inclusion refusent la demande tant que la carence IAE court, jusqu’au ${date(until)}.`,
} satisfies Wording<ToolObjections>

const anomalies = {
  'pass-iae/hire-recorded-late': ({ hiredOn, recordedOn }) => `L’embauche du ${date(hiredOn)} a été enregistrée le ${date(recordedOn)}.`,
  'pass-iae/hire-without-pass': ({ hiredOn }) => `L’embauche du ${date(hiredOn)} n’est couverte par aucun PASS IAE.`,
  'pass-iae/hire-before-pass': ({ hiredOn, passFirst }) =>
    `L’embauche du ${date(hiredOn)} précède le premier jour du PASS IAE, le ${date(passFirst)}.`,
  'pass-iae/hire-after-pass': ({ hiredOn, passLast }) =>
    `L’embauche du ${date(hiredOn)} suit le dernier jour du PASS IAE, le ${date(passLast)}.`,
  'pass-iae/hire-during-suspension': ({ hiredOn }) => `L’embauche du ${date(hiredOn)} a lieu pendant une suspension du PASS IAE.`,
  'pass-iae/diagnosis-expired-at-hire': ({ hiredOn, expiredOn }) =>
    `Le diagnostic n’était plus valable depuis le ${date(expiredOn)} au premier jour de l’embauche, le ${date(hiredOn)}. Le PASS IAE reste acquis tant que l’administration n’en a pas décidé autrement.`,
  'pass-iae/prescriber-not-authorised': ({ madeOn }) =>
    `Le PASS IAE repose sur une prescription du ${date(madeOn)}, par une organisation qui n’y était pas habilitée. Il reste acquis à la personne, de bonne foi, tant que l’administration n’en a pas décidé autrement.`,
  'pass-iae/recorded-suspension-overlaps': ({ first, last }) =>
    `La suspension du ${date(first)} au ${date(last)} en chevauche une autre : les jours communs comptent une fois.`,
  'pass-iae/recorded-suspension-too-long': ({ first, latest }) =>
    `La suspension commencée le ${date(first)} dépasse la durée permise (${date(latest)}).`,
  'pass-iae/recorded-suspension-outside-pass': ({ first }) =>
    `La suspension commencée le ${date(first)} est hors du PASS IAE : elle ne déplace pas sa fin.`,
  'pass-iae/recorded-closure-before-pass': ({ last }) => `Le PASS IAE est arrêté le ${date(last)}, avant d’avoir commencé.`,
} satisfies Wording<PassAnomalies>

const steps = {
  'pass-iae/issued': ({ first, days }) => `PASS IAE du ${date(first)}, pour ${plural(days, 'jour')}, premier et dernier jour comptés.`,
  'pass-iae/start-moved': ({ from, to }) => `Début déplacé du ${date(from)} au ${date(to)}, avant que le PASS IAE ait commencé.`,
  'pass-iae/suspended': ({ first, last, days, reason }) =>
    `Suspension du ${date(first)} au ${date(last)} (${suspensionReasonLabels[reason]}) : la fin recule de ${plural(days, 'jour')}.`,
  'pass-iae/prolonged': ({ days, reason }) => `Prolongation de ${plural(days, 'jour')} (${prolongationReasonLabels[reason]}).`,
  'pass-iae/closed': ({ last, reason }) => `Fin du parcours le ${date(last)}, ${closureReasons[reason]}.`,
  'pass-iae/tool-date': ({ ours, tool, days }) =>
    `Les emplois de l’inclusion affichent le ${date(tool)}, soit ${plural(days, 'jour')} d’écart avec le ${date(ours)} : ils ne comptent pas le dernier jour de chaque suspension.`,
  'pass-iae/waiting-from-end': ({ end, until }) =>
    `Carence IAE de deux ans après le ${date(end)}, dernier jour du parcours : jusqu’au ${date(until)}.`,
  'pass-iae/waiting-from-suspension': ({ suspended, until }) =>
    `Il a été mis fin au parcours après une longue suspension : la carence IAE court depuis le début de la suspension, le ${date(suspended)}, jusqu’au ${date(until)}.`,
} satisfies Wording<PassSteps>

const missing = {
  'birth-date': 'Une date de naissance assez précise.',
  'disabled-worker-title': 'Les dates de la reconnaissance de la qualité de travailleur handicapé.',
  training: 'Les dates de la formation en cours.',
  contract: 'Le jour de signature du CDI inclusion.',
} satisfies Record<PassMissing, string>

/** The sentence of a refusal of this slice. */
export const passRefusalSentence = sentenceOf<PassRefusals>(refusals)
/** The sentence of what only the State's service would refuse. */
export const toolObjectionSentence = sentenceOf<ToolObjections>(objections)
/** The sentence of an anomaly of this slice. */
export const passAnomalySentence = sentenceOf<PassAnomalies>(anomalies)
/** The sentence of a step of this slice. */
export const passStepSentence = sentenceOf<PassSteps>(steps)
/** What is missing, said to the person who fills the form. */
export function passMissingSentence(fact: PassMissing): string {
  return missing[fact]
}
