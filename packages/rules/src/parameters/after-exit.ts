import { day, parameter } from '@maillage/kernel'
import { fieldUse } from './texts.ts'

/** When somebody is asked what became of them after an exit. */
export interface FollowUpTimes {
  /** Months after the exit. */
  readonly horizons: readonly number[]
  /** Months after the creation of a business, when its survival is asked. */
  readonly businessMonths: number
  /** Days around the due day in which an answer speaks of that day. */
  readonly daysBefore: number
  readonly daysAfter: number
  /** Days during which a link can be answered. */
  readonly linkDays: number
}

export const followUpTimes = parameter<FollowUpTimes>({
  key: 'exits/follow-up-times',
  label: 'Suivi après la sortie : échéances et délais',
  unit: 'mois ; jours',
  values: [
    {
      from: day('2008-12-10'),
      to: null,
      published: day('2008-12-10'),
      value: { horizons: [3, 6, 12], businessMonths: 36, daysBefore: 15, daysAfter: 60, linkDays: 30 },
      source: fieldUse(
        'Trois, six et douze mois ; trois ans pour une entreprise créée',
        'Aucun texte lu ne fixe ces délais : quinze jours avant et soixante jours après l’échéance sont proposés',
      ),
    },
  ],
})

/** Months during which a person who works again in the IAE is said to have come back. */
export const reentryMonths = parameter<{ readonly months: number }>({
  key: 'exits/reentry-months',
  label: 'Durée pendant laquelle un retour dans l’IAE est signalé à côté de la sortie',
  unit: 'mois',
  values: [
    {
      from: day('2008-12-10'),
      to: null,
      published: day('2008-12-10'),
      value: { months: 24 },
      source: fieldUse('Deux ans, comme la durée d’un PASS IAE', 'Aucun texte lu ne définit un retour'),
    },
  ],
})
