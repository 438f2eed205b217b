import { type CalendarDate, frenchDate } from '@maillage/kernel'
import type { LineReason } from '../import-run.ts'

type Words = (details: Readonly<Record<string, string>>) => string

const dayOf = (written: string | undefined) => frenchDate(Number(written) as CalendarDate)

const WORDS = {
  'no-initials': () => 'pas d’initiales. Choisissez la personne, ou laissez la ligne de côté.',
  'initials-unreadable': ({ said }) => `« ${said} » n’est pas des initiales. Choisissez la personne.`,
  'sex-unreadable': ({ said }) => `« ${said} » : écrivez F ou H.`,
  'age-unreadable': ({ said }) => `« ${said} » n’est pas un âge : il n’a pas servi à reconnaître la personne.`,
  'day-unreadable': ({ said, column }) => `« ${said} » n’est pas une date pour « ${column} ». Écrivez le jour, le mois et l’année.`,
  'no-such-day': ({ said }) => `« ${said} » : ce jour n’existe pas dans le calendrier. Corrigez-le.`,
  'hours-unreadable': ({ said, column }) => `« ${said} » n’est pas un nombre d’heures pour « ${column} ».`,
  'exit-nature-unknown': ({ said }) => `« ${said} » ne dit pas quel motif de sortie enregistrer. Choisissez-le.`,
  'exit-nature-missing': () => 'la date de sortie est dite, pas sa nature. Choisissez le motif.',
  'exit-date-missing': () => 'la nature de la sortie est dite, pas sa date. Saisissez le dernier jour dans la structure.',
  'exit-before-entry': ({ known }) => `la sortie vient avant l’entrée, le ${dayOf(known)}.`,
  'exit-too-far': () => 'une sortie s’enregistre au plus un mois à l’avance.',
  'exit-differs': ({ known }) =>
    `la plateforme connaît une autre sortie, le ${dayOf(known)}. Rien n’est changé : corrigez-la sur sa fiche si le fichier dit vrai.`,
  death: () => 'un décès ne s’importe pas : il s’enregistre sur la fiche de la personne.',
  nobody: () => 'personne de vos équipes n’a ces initiales ce mois-ci. Déclarez d’abord l’embauche, ou choisissez la personne.',
  several: () => 'plusieurs personnes ont ces initiales. Choisissez la bonne.',
  'entry-differs': ({ known }) => `la personne qui a ces initiales est entrée le ${dayOf(known)}. Si c’est bien elle, choisissez-la.`,
  'entry-kept': ({ known }) => `la plateforme connaît l’entrée du ${dayOf(known)}. Elle n’est pas changée.`,
  twice: () => 'une autre ligne parle déjà de cette personne. Laissez l’une des deux de côté.',
  'measure-unknown': ({ said }) => `« ${said} » n’est pas un type de contrat d’aujourd’hui : gardé dans votre fichier.`,
  'contract-without-end': () =>
    'ce contrat n’est pas connu, et la grille ne dit pas sa fin. Saisissez-la ici pour l’enregistrer ; sinon il reste dans votre fichier.',
  'contract-differs': () => 'le contrat connu dit autre chose. Rien n’est changé.',
  'contract-outside-stay': () => 'ce contrat commence hors du passage de la personne dans la structure.',
  'contract-ends-first': () => 'la fin du contrat saisie vient avant son début.',
  'week-too-long': () => 'plus de 60 heures par semaine. La colonne compte-t-elle par mois ?',
  'workplace-unknown': () => 'ce lieu n’est pas un site de la structure : gardé dans votre fichier.',
  'hours-differ': () => 'des heures différentes sont déjà écrites ce mois-ci. Rien n’est changé.',
  'hours-impossible': () => 'plus d’heures qu’un mois n’en contient.',
  'month-closed': () => 'le mois n’est plus un brouillon : les heures restent dans votre fichier.',
  'kept-column': ({ column }) => `« ${column} » : gardé dans votre fichier, non importé.`,
  'facts-changed': () => 'les faits ont changé depuis la lecture du fichier. Relisez cette ligne.',
} satisfies Readonly<Record<string, Words>>

export type ReasonCode = keyof typeof WORDS

/** The sentence of a reason, which begins by the cell it speaks of. */
export function reasonSentence({ code, cell, details = {} }: LineReason): string {
  const words = code in WORDS ? WORDS[code as ReasonCode](details) : code
  return cell ? `${cell} : ${words}` : words.charAt(0).toUpperCase() + words.slice(1)
}
