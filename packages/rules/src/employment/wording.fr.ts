import { centiHours, frenchDate, frenchHours, frenchMonth, plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { PlacementClient } from './company-placement.ts'
import type { ContractType } from './contract.ts'
import type { Immersion } from './immersion-anomalies.ts'
import type { SheetActor, SheetState, SheetTransitionName } from './month-sheet.ts'
import type { EmploymentAnomalies, EmploymentRefusals } from './reason-codes.ts'

const date = frenchDate
const hours = (value: number) => frenchHours(centiHours(value))

/** Labels of the types of contract. */
export const contractTypeLabels = {
  CDDI: 'CDD d’insertion (CDDI)',
  CDDU: 'CDD d’usage (CDDU)',
  CTT: 'Contrat de mission (intérim)',
  CDI: 'CDI',
  CDI_INCLUSION: 'CDI inclusion',
  APPRENTICESHIP: 'Contrat d’apprentissage',
  PROFESSIONAL_TRAINING: 'Contrat de professionnalisation',
  EITI: 'Contrat d’accompagnement d’un travailleur indépendant',
  OTHER: 'Autre contrat',
} satisfies Record<ContractType, string>

/** Labels of the states of a month. */
export const sheetStateLabels = {
  draft: 'Brouillon',
  validated: 'Validé par la structure',
  sent: 'Transmis',
  reopened: 'Débloqué',
} satisfies Record<SheetState, string>

/** Labels of the transitions of a month, as buttons say them. */
export const sheetTransitionLabels = {
  validate: 'Valider le mois',
  'take-back': 'Reprendre en brouillon',
  send: 'Transmettre',
  reopen: 'Débloquer',
} satisfies Record<SheetTransitionName, string>

/** Labels of the clients of an association intermédiaire. */
export const placementClientLabels = {
  company: 'Entreprise',
  'private-person': 'Particulier',
  'non-profit': 'Association',
  'public-body': 'Collectivité ou établissement public',
} satisfies Record<PlacementClient, string>

/** Labels of the objects of an immersion. */
export const immersionObjectLabels = {
  'discover-a-trade': 'Découvrir un métier ou un secteur',
  'confirm-a-project': 'Confirmer un projet professionnel',
  'begin-a-recruitment': 'Initier une démarche de recrutement',
} satisfies Record<Immersion['object'], string>

const actors = {
  structure: 'la structure',
  clock: 'un traitement automatique',
  'payment-agency': 'l’Agence de services et de paiement',
  authority: 'l’administration',
} satisfies Record<SheetActor, string>

const anomalies = {
  'employment/first-contract-too-short': ({ first, last, months, earliestEnd }) =>
    `Le premier contrat, du ${date(first)} au ${date(last)}, dure moins de ${months} mois : il irait jusqu’au ${date(earliestEnd)} au moins.`,
  'employment/contracts-too-long-together': ({ months, days }) =>
    `Les contrats d’insertion avec cet employeur dépassent ${months} mois en tout, de ${plural(days, 'jour')}.`,
  'employment/assignment-too-long': ({ months, latest }) =>
    `La mission dépasse ${months} mois, renouvellements compris : elle irait jusqu’au ${date(latest)} au plus.`,
  'employment/contract-without-pass': ({ first }) => `Le contrat commencé le ${date(first)} n’est couvert par aucun PASS IAE.`,
  'employment/contract-beyond-pass': ({ last, passLast }) =>
    `Le contrat finit le ${date(last)}, après le dernier jour du PASS IAE, le ${date(passLast)}.`,
  'employment/term-missing': ({ type }) =>
    `${contractTypeLabels[type]} sans dernier jour : ce type de contrat a toujours un terme. Sans lui, il peut être regardé comme un CDI.`,
  'employment/contract-unsigned': ({ first }) => `Le contrat commencé le ${date(first)} n’est pas signé.`,
  'employment/weekly-hours-below-minimum': ({ least }) =>
    `La durée du travail est inférieure à ${hours(least)} par semaine, en moyenne sur le contrat.`,
  'employment/weekly-hours-above-ceiling': ({ most }) => `La durée du travail dépasse ${hours(most)} par semaine.`,
  'employment/too-young': ({ age }) => `La personne a moins de ${age} ans au premier jour du contrat.`,
  'employment/minor-weekly-hours': ({ most }) => `Avant 18 ans, le travail ne dépasse pas ${hours(most)} par semaine.`,
  'employment/minor-without-representative': ({ adultAge }) =>
    `La personne a moins de ${adultAge} ans et son représentant légal n’est pas renseigné : il signe le contrat avec elle.`,
  'employment/minor-daily-hours': ({ on, hours: of, most }) =>
    `Le ${date(on)}, ${hours(of)} : avant 18 ans, le travail ne dépasse pas ${hours(most)} par jour.`,
  'employment/daily-maximum-passed': ({ on, hours: of, most }) =>
    `Le ${date(on)}, ${hours(of)} : le maximum est de ${hours(most)} par jour.`,
  'employment/weekly-maximum-passed': ({ hours: of, most }) =>
    `${hours(of)} par semaine, tous employeurs réunis : le maximum est de ${hours(most)}.`,
  'employment/weekly-average-passed': ({ hours: of, most }) =>
    `${hours(of)} par semaine, tous employeurs réunis : la moyenne sur douze semaines ne dépasse pas ${hours(most)}.`,
  'employment/inclusion-contract-too-young': ({ age, on }) =>
    `La personne a moins de ${age} ans le ${date(on)} : le CDI inclusion n’est pas ouvert.`,
  'employment/inclusion-contract-too-early': ({ months, possibleFrom }) =>
    `Un CDI inclusion se signe après ${months} mois de parcours, soit à partir du ${date(possibleFrom)}.`,
  'employment/inclusion-contract-after-a-gap': ({ employedUntil }) =>
    `La personne n’était plus salariée de la structure depuis le ${date(employedUntil)} : un CDI inclusion suit un contrat sans interruption.`,
  'employment/inclusion-contracts-too-many': ({ count, centiPosts, percent }) =>
    `${plural(count / 100, 'poste')} en CDI inclusion sur ${plural(centiPosts / 100, 'poste')} : le plafond serait de ${percent} %.`,
  'employment/hours-without-contract': ({ month, hours: of }) =>
    `${hours(of)} en ${frenchMonth(month)} sans contrat : les heures sont gardées, et ne sont pas payées tant que ce n’est pas réglé.`,
  'employment/day-without-contract': ({ on, hours: of }) => `${hours(of)} le ${date(on)}, un jour qu’aucun contrat ne couvre.`,
  'employment/month-maximum-passed': ({ month, hours: of, most }) =>
    `${hours(of)} travaillées en ${frenchMonth(month)} : les durées maximales du jour et de la semaine n’en permettent que ${hours(most)}.`,
  'employment/hours-outside-pass': ({ month, hours: of }) => `${hours(of)} en ${frenchMonth(month)}, hors de tout PASS IAE.`,
  'employment/hours-during-suspension': ({ month, hours: of }) =>
    `${hours(of)} en ${frenchMonth(month)}, alors que le PASS IAE est suspendu tout le mois.`,
  'employment/company-hours-passed': ({ hours: of, most, first, last }) =>
    `${hours(of)} en entreprise entre le ${date(first)} et le ${date(last)} : le maximum est de ${hours(most)}, toutes entreprises réunies.`,
  'employment/long-placement-without-approval': ({ on, hours: of, most }) =>
    `Mise à disposition de ${hours(of)} le ${date(on)} : au-delà de ${hours(most)}, elle était réservée aux personnes agréées.`,
  'employment/immersion-too-long': ({ months, latest }) =>
    `L’immersion dépasse ${months} mois de date à date : elle irait jusqu’au ${date(latest)} au plus.`,
  'employment/immersion-renewed-too-often': ({ most }) => `Une immersion se renouvelle ${plural(most, 'fois', 'fois')} au plus.`,
  'employment/immersions-too-many': ({ most, months }) =>
    `Il y a plus de ${plural(most, 'immersion')} chez le même employeur en ${months} mois.`,
  'employment/immersions-for-one-object': ({ months }) => `Deux immersions ont le même objet chez le même employeur en ${months} mois.`,
  'employment/immersions-too-long-together': ({ days, most, months }) =>
    `${plural(days, 'jour')} d’immersion chez le même employeur en ${months} mois : le maximum est de ${most}.`,
  'employment/immersions-beyond-part-of-contract': ({ days, most, percent }) =>
    `${plural(days, 'jour')} d’immersion pendant le contrat : ${percent} % de sa durée font ${plural(most, 'jour')}.`,
  'employment/immersion-kind-excluded': ({ kind }) => `Une structure ${kind} ne prescrit pas d’immersion.`,
} satisfies Wording<EmploymentAnomalies>

const refusals = {
  'employment/hours-impossible': ({ hours: of, most }) => `${hours(of)} dans le mois n’est pas possible : entre 0 et ${hours(most)}.`,
  'employment/hours-of-day-impossible': ({ on, hours: of }) => `${hours(of)} le ${date(on)} n’est pas possible : entre 0 et 24 heures.`,
  'employment/day-of-another-month': ({ on, month }) => `Le ${date(on)} n’est pas en ${frenchMonth(month)}.`,
  'employment/days-do-not-sum': ({ hours: of, ofDays }) => `Le mois compte ${hours(of)}, et ses jours ${hours(ofDays)}.`,
  'employment/sheet-not-from-this-state': ({ transition, state }) =>
    `« ${sheetTransitionLabels[transition]} » n’est pas possible : le mois est « ${sheetStateLabels[state]} ».`,
  'employment/sheet-not-by-this-actor': ({ transition, actor }) =>
    `« ${sheetTransitionLabels[transition]} » ne peut pas être fait par ${actors[actor]}.`,
  'employment/sheet-reason-missing': () => 'Indiquez pourquoi le mois est débloqué.',
  'employment/month-not-begun': ({ month }) => `Ce mois (${frenchMonth(month)}) n’a pas commencé.`,
  'employment/month-not-over': ({ month }) => `Ce mois (${frenchMonth(month)}) n’est pas fini.`,
} satisfies Wording<EmploymentRefusals>

/** The sentence of an anomaly of this slice. */
export const employmentAnomalySentence = sentenceOf<EmploymentAnomalies>(anomalies)
/** The sentence of a refusal of this slice. */
export const employmentRefusalSentence = sentenceOf<EmploymentRefusals>(refusals)
