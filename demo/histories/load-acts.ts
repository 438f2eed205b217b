import { addDays, type CalendarDate, isoDate, weekday } from '@maillage/kernel'
import { madeId } from '../cast/made-id.ts'
import { drawer } from './drawer.ts'
import type { RowSink } from './load-rows.ts'

/** What is noted and what comes next: ordinary work, nothing of health or justice. */
const STEPS = [
  ['interview', 'pathway', 'Point sur le projet : le maraîchage lui plaît, la conduite d’engins aussi.', 'Entretien de suivi'],
  ['interview', 'support', 'Bilan du mois : ponctuelle, prend des initiatives.', 'Bilan à mi-contrat'],
  ['call', 'support', 'Question sur le bulletin de paie, expliqué au téléphone.', 'Rappeler pour la complémentaire santé'],
  ['interview', 'support', 'Permis B : dossier de financement à constituer.', 'Appeler l’auto-école'],
  ['partner-step', 'partnership', 'Demande de logement déposée avec le CCAS.', 'Demander où en est le dossier de logement'],
  ['interview', 'employers', 'Préparation d’un entretien d’embauche chez un paysagiste.', 'Retour sur l’entretien d’embauche'],
  ['visit', 'employers', 'Visite de l’entreprise où elle fera son immersion.', 'Appeler le tuteur de l’immersion'],
  ['interview', 'training', 'Remise à niveau en français : deux organismes comparés.', 'Inscription à la remise à niveau'],
  ['tripartite-meeting', 'pathway', 'Rencontre avec l’encadrant : objectifs de la période fixés.', 'Rencontre tripartite'],
] as const

/** Nobody meets on a Sunday: the Monday after. */
const workingDay = (day: CalendarDate): CalendarDate => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)

/** The last acts of somebody who works today, and what comes next for most of them; one in eight has not been seen for a while. */
export function writeActs(
  sink: RowSink,
  of: {
    readonly key: string
    readonly entry: CalendarDate
    readonly today: CalendarDate
    readonly person: { readonly person_id: string; readonly organisation_id: string }
    readonly by: string
  },
): void {
  const { key, entry, today, person, by } = of
  const draw = drawer(`${key}/acts`)
  const since = draw.chance(0.125) ? draw.integer(33, 60) : draw.integer(2, 20)
  for (const [rank, ago] of [since + draw.integer(25, 40), since].entries()) {
    const [kind, mission, purpose, next] = draw.pick(STEPS)
    const planned = draw.chance(0.6)
    const nextOn = workingDay(addDays(today, draw.integer(-2, 20)))
    const happened = workingDay(addDays(today, -ago))
    if (happened <= entry) continue
    const last = rank === 1 && planned && since < 33
    sink.add('accompaniment_act', {
      id: madeId('accompaniment_act', `${key}/${rank}`),
      ...person,
      kind,
      mission,
      happened_on: isoDate(happened),
      minutes: kind === 'call' ? 15 : 45,
      purpose,
      next_step: last ? next : null,
      next_on: last ? isoDate(nextOn) : null,
      recorded_at: `${isoDate(happened)}T09:00:00Z`,
      recorded_by: by,
    })
  }
}
