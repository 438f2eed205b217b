import { type CalendarDate, type CentiHours, frenchHours, frenchList, type Law, type Period, sumHours } from '@maillage/kernel'
import { companyHoursAhead } from '@maillage/rules/assignments'
import type { PlacementClient } from '@maillage/rules/employment'
import { WEEKDAY_LABELS } from './messages.fr.ts'
import type { StaffingRequest } from './model.ts'
import type { Seeker } from './queries/placeable-people.ts'

/** One fact that counts for a request: it fits, it does not, or nobody knows yet. */
export interface FitFact {
  readonly fits: boolean | null
  readonly sentence: string
}

/** Somebody before a request: what fits and what does not, never a figure of them. */
export interface Fit {
  readonly seeker: Seeker
  readonly state: 'may-fit' | 'to-check' | 'does-not-fit'
  readonly facts: readonly FitFact[]
}

type Asked = Pick<
  StaffingRequest,
  'weekdays' | 'weeklyHours' | 'needsLicence' | 'needsVehicle' | 'firstDay' | 'lastDay' | 'commune' | 'siaeId'
> & {
  readonly category: PlacementClient
}

const dayNames = (days: readonly number[]) =>
  frenchList(days.toSorted((a, b) => a - b).map((each) => (WEEKDAY_LABELS[each] ?? '').toLowerCase()))
const fact = (fits: boolean | null, sentence: string): FitFact => ({ fits, sentence })
const missing = (asked: readonly number[], free: readonly number[]) =>
  free.length === 0 ? [] : asked.filter((each) => !free.includes(each))

function days({ weekdays }: Asked, { availability }: Seeker): FitFact {
  if (!availability) return fact(null, 'Disponibilités non renseignées')
  const when = availability.schedule ? ` (${availability.schedule})` : ''
  const absent = missing(weekdays, availability.weekdays)
  if (absent.length > 0) return fact(false, `Pas disponible le ${dayNames(absent)}${when}`)
  return fact(
    true,
    `${availability.weekdays.length === 0 ? 'Disponible tous les jours' : `Disponible le ${dayNames(availability.weekdays)}`}${when}`,
  )
}

function busy({ weekdays }: Asked, { missions }: Seeker): readonly FitFact[] {
  return missions.map(({ clientName, weekdays: taken, schedule }) => {
    const same = taken.length === 0 || weekdays.length === 0 ? null : taken.filter((each) => weekdays.includes(each))
    const when = [taken.length === 0 ? '' : `le ${dayNames(taken)}`, schedule ?? ''].filter(Boolean).join(', ')
    const said = `Déjà en mission chez ${clientName}${when ? ` ${when}` : ''}`
    return fact(same === null || same.length > 0 ? null : true, said)
  })
}

function hours({ weeklyHours }: Asked, { availability, missions }: Seeker): readonly FitFact[] {
  const wanted = availability?.weeklyHours
  if (wanted === undefined || wanted === null) return []
  const already = sumHours(missions.flatMap((each) => (each.weeklyHours === null ? [] : [each.weeklyHours])))
  const more = weeklyHours ?? 0
  const said = `Souhaite ${frenchHours(wanted)} par semaine${already > 0 ? `, dont ${frenchHours(already)} déjà en mission` : ''}`
  return [fact(already + more <= wanted ? true : null, said)]
}

const thing = (needed: boolean, has: boolean | null | undefined, yes: string, no: string, unknown: string): readonly FitFact[] =>
  needed ? [fact(has ?? null, has === true ? yes : has === false ? no : unknown)] : []

function company(law: Law, asked: Asked, { company: facts }: Seeker, waivers: readonly Period[], on: CalendarDate): readonly FitFact[] {
  if (asked.category !== 'company') return []
  const mission = { first: asked.firstDay, last: asked.lastDay, weekly: asked.weeklyHours }
  const found = companyHoursAhead(law, { placements: facts.placements, planned: [...facts.planned, mission], waivers, on })
  if (!found) return []
  const { left, passedOn } = found.value
  return [
    fact(
      passedOn === null,
      `${frenchHours(left)} encore possibles en entreprise${passedOn === null ? '' : ' : cette mission les dépasserait'}`,
    ),
  ]
}

/** What is to be known of somebody before a request, in sentences that can be read to them. */
export function factsOf(
  law: Law,
  asked: Asked,
  seeker: Seeker,
  { waivers, on, isAi }: { waivers: readonly Period[]; on: CalendarDate; isAi: boolean },
): readonly FitFact[] {
  const { availability, commune } = seeker
  return [
    days(asked, seeker),
    ...hours(asked, seeker),
    ...busy(asked, seeker),
    ...thing(asked.needsLicence, availability?.licence, 'A le permis B', 'N’a pas le permis B', 'Permis non renseigné'),
    ...thing(asked.needsVehicle, availability?.vehicle, 'A un véhicule', 'N’a pas de véhicule', 'Véhicule non renseigné'),
    ...(commune
      ? [
          fact(
            true,
            commune.id === `commune-${asked.commune.code}` ? `Habite ${commune.name}, où est le travail` : `Habite ${commune.name}`,
          ),
        ]
      : []),
    ...(isAi ? company(law, asked, seeker, waivers, on) : []),
  ]
}

const STATES = ['may-fit', 'to-check', 'does-not-fit'] as const

/**
 * Everybody enrolled before a request: who may fit, who is to be asked, who does not fit and why; in each, whoever has the fewest hours this month
 * comes first, then by name. A fair turn, never a score.
 */
export function whoIsFree(
  law: Law,
  asked: Asked,
  seekers: readonly Seeker[],
  known: { readonly waivers: readonly Period[]; readonly on: CalendarDate; readonly isAi: boolean },
): readonly Fit[] {
  const fits = seekers.map((seeker): Fit => {
    const facts = factsOf(law, asked, seeker, known)
    const state = facts.some(({ fits: each }) => each === false)
      ? 'does-not-fit'
      : facts.some(({ fits: each }) => each === null)
        ? 'to-check'
        : 'may-fit'
    return { seeker, state, facts }
  })
  const hoursOf = ({ seeker }: Fit): CentiHours => seeker.hoursOfMonth
  return fits.toSorted(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) || hoursOf(a) - hoursOf(b) || a.seeker.name.localeCompare(b.seeker.name, 'fr'),
  )
}
