import {
  addMonths,
  type CalendarDate,
  centiHours,
  daysOf,
  frenchDate,
  frenchLongDate,
  frenchMonth,
  intersection,
  type Month,
  monthOf,
  period,
  sumHours,
} from '@maillage/kernel'
import { weeklyAverage } from '@maillage/rules/privacy'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { bornWords, type PersonCard } from '../../people/index.ts'
import { hoursAndMinutes } from '../hours-and-minutes.ts'
import type { OwnStay } from '../queries/own-work.ts'

interface Line {
  readonly label: string
  readonly value: string
}

/** What the page to print and the PDF both say of the hours of a person. */
export interface OwnHoursContent {
  readonly title: string
  /** Printed across each page; null: nothing. */
  readonly specimen: string | null
  readonly warning: string
  readonly person: readonly Line[]
  readonly contracts: readonly Line[]
  readonly months: readonly Line[]
  readonly foot: string
}

const MONTHS = 6
const isRunning = (today: CalendarDate) => (contract: { readonly first: CalendarDate; readonly last: CalendarDate | null }) =>
  contract.first <= today && (contract.last === null || contract.last >= today)

/** The hours worked in a month, all structures together, with their average over the days when the person was there. */
function monthLine(stays: readonly OwnStay[], month: Month): Line {
  const counted = stays.flatMap((stay) => stay.months.filter((each) => each.month === month).map(({ worked }) => ({ stay, worked })))
  const worked = sumHours(counted.map((each) => each.worked ?? centiHours(0)))
  const whole = daysOf(month)
  const first = counted.reduce((least, { stay }) => (stay.entry < least ? stay.entry : least), whole.last)
  const last = counted.reduce((most, { stay }) => (stay.exit === null || stay.exit > most ? (stay.exit ?? whole.last) : most), whole.first)
  const during = intersection(whole, period(first, last < first ? first : last)) ?? whole
  return {
    label: frenchMonth(month),
    value: `${hoursAndMinutes(worked)}, soit ${hoursAndMinutes(weeklyAverage(worked, during))} par semaine en moyenne`,
  }
}

/**
 * The hours of the last months, as their structures answer for them, and those of the contracts that run: to be shown to whoever asks for the hours of
 * activity of a contrat d'engagement. Nothing else of the file: whoever reads this sheet need not know the rest.
 */
export function ownHoursContent(
  card: PersonCard,
  stays: readonly OwnStay[],
  { today, demonstration }: { readonly today: CalendarDate; readonly demonstration: boolean },
): OwnHoursContent {
  const since = monthOf(addMonths(today, -MONTHS))
  const months = [...new Set(stays.flatMap((stay) => stay.months.map(({ month }) => month)))].filter((month) => month >= since)
  const running = stays.flatMap((stay) => stay.contracts.filter(isRunning(today)).map((contract) => ({ stay, contract })))
  return {
    title: demonstration ? 'SPÉCIMEN – Attestation d’heures' : 'Attestation d’heures',
    specimen: demonstration ? 'SPÉCIMEN' : null,
    warning: demonstration
      ? 'SPÉCIMEN. Document de démonstration, données fictives\u00a0: il ne prouve rien.'
      : 'Ces heures sont celles que chaque employeur a vérifiées. Les mois qu’il n’a pas encore vérifiés n’y sont pas.',
    person: [
      { label: 'Nom', value: card.displayName },
      { label: 'Naissance', value: bornWords(card.birth, card.sex) },
    ],
    contracts: running.map(({ stay, contract }) => ({
      label: stay.employer,
      value: `${CONTRACT_LABELS[contract.type]}, depuis le ${frenchDate(contract.first)}${
        contract.last === null ? '' : `, jusqu’au ${frenchDate(contract.last)}`
      }${contract.weeklyHours === null ? '' : `\u00a0: ${hoursAndMinutes(contract.weeklyHours)} par semaine`}`,
    })),
    months: months.toSorted((a, b) => b - a).map((month) => monthLine(stays, month)),
    foot: `Fait le ${frenchLongDate(today)}.`,
  }
}
