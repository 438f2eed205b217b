import { centiHours, frenchDate, frenchHours, plural } from '@maillage/kernel'
import { sentenceOf, type Wording } from '../reasons.ts'
import type { AssignmentAnomalies, AssignmentSteps } from './steps.ts'

const hours = (value: number) => frenchHours(centiHours(value))
const date = frenchDate

const steps = {
  'assignments/window': ({ first, last, months, running }) =>
    running
      ? `Le compteur court pendant ${months} mois depuis la première mise à disposition en entreprise, le ${date(first)} : jusqu’au ${date(last)}.`
      : `Aucune heure en entreprise ne compte à ce jour. La première mission ouvrirait un compteur de ${months} mois, du ${date(first)} au ${date(last)}.`,
  'assignments/company-hours': () => 'Heures des relevés validés chez des entreprises, toutes réunies.',
  'assignments/other-hours': () => 'Heures chez des particuliers, des associations et des collectivités : elles ne comptent pas.',
  'assignments/limit': () => 'Maximum en entreprise, pour une même personne.',
  'assignments/planned': ({ missions, unknown }) =>
    `Heures que ${missions === 1 ? 'la mission prévue ajouterait' : `les ${missions} missions prévues ajouteraient`} d’ici la fin du compteur${
      unknown > 0 ? `, sans ${plural(unknown, 'mission')} dont les heures ne sont pas dites` : ''
    }.`,
  'assignments/waived': ({ first, last }) => `Dérogation du préfet, du ${date(first)} au ${date(last)} : le maximum ne s’applique pas.`,
  'assignments/hours-elsewhere': () =>
    'Seules les heures enregistrées par votre organisation sont comptées. Si la personne a travaillé pour une autre association intermédiaire, demandez-lui.',
} satisfies Wording<AssignmentSteps>

const anomalies = {
  'assignments/company-hours-would-pass': ({ on, hours: of, most, last }) =>
    `Les missions prévues porteraient à ${hours(of)} les heures en entreprise d’ici le ${date(last)} : le maximum de ${hours(most)} serait dépassé le ${date(on)}.`,
} satisfies Wording<AssignmentAnomalies>

/** The sentence of a step of this slice. */
export const assignmentStepSentence = sentenceOf<AssignmentSteps>(steps)
/** The sentence of an anomaly of this slice. */
export const assignmentAnomalySentence = sentenceOf<AssignmentAnomalies>(anomalies)
