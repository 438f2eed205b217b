import { addDays, type CalendarDate, includes, isoDate, normalised, weekday } from '@maillage/kernel'
import { TRADES } from '../../packages/server/src/modules/supervision/trades.ts'
import { madeId } from '../cast/made-id.ts'
import { drawer } from './drawer.ts'
import type { MadeStay } from './history.ts'
import type { RowSink } from './load-rows.ts'

/** Parents before children. */
export const SUPERVISION_TABLES = ['attendance', 'attendance_version', 'work_constraint', 'skill', 'skill_sighting', 'counsellor_message']

/** How far back the supervisor of the structure visited has noted who was there: the month shows it, and a first start stays short. */
const DAYS_NOTED = 21
const FRIDAY = 5

const SAID = { present: 86, late: 6, absent: 8 } as const

/** Who was there, day by day until yesterday, as their supervisor noted it: today is left to the visitor. */
export function writeAttendance(
  sink: RowSink,
  { stay, history, by, today }: { readonly stay: MadeStay; readonly history: string; readonly by: string; readonly today: CalendarDate },
): void {
  const { place, worksite, contracts } = stay
  const [personId, stayId] = [madeId('person', history), madeId('siae_stay', `${history}/${place.name}`)]
  const of = { person_id: personId, organisation_id: madeId('organisation', place.carrier) }
  for (let day = addDays(today, -DAYS_NOTED); day < today; day = addDays(day, 1)) {
    const covered = contracts.some((each) => includes(each, day)) && (stay.exit === null || day <= stay.exit.on) && day >= stay.entry
    if (!covered || weekday(day) > FRIDAY) continue
    const iso = isoDate(day)
    const draw = drawer(`attendance/${stayId}/${iso}`)
    const state = draw.weighted(SAID)
    const id = madeId('attendance', `${stayId}/${iso}`)
    const recorded = { recorded_at: `${iso}T07:05:00Z`, recorded_by: by }
    const worksite_id = worksite === null ? null : madeId('worksite', `${place.name}/${worksite}`)
    sink.add('attendance', { id, stay_id: stayId, ...of, worksite_id, day: iso, ...recorded })
    sink.add('attendance_version', {
      attendance_id: id,
      ...of,
      version: 1,
      state,
      late_minutes: state === 'late' ? draw.pick([10, 15, 20, 30]) : null,
      half: state === 'absent' && draw.chance(0.3) ? draw.pick(['morning', 'afternoon']) : null,
      noted_on: iso,
      ...recorded,
    })
  }
}

/** The trade of the site visited. */
const TRADE = 'Espaces verts et rivières'
const SKILLS = TRADES.find(({ name }) => name === TRADE)?.skills ?? []
const skillId = (place: string, label: string) => madeId('skill', `${place}/${label}`)

/** The list of skills of the structure visited. */
export function writeSkills(sink: RowSink, { name, carrier }: MadeStay['place'], by: string): void {
  for (const [kind, label] of SKILLS)
    sink.add('skill', {
      id: skillId(name, label),
      organisation_id: madeId('organisation', carrier),
      siae_id: madeId('siae', name),
      trade: TRADE,
      kind,
      label,
      label_key: normalised(label),
      recorded_at: '2026-01-05T08:00:00Z',
      recorded_by: by,
    })
}

/** How far somebody was seen doing something: further, longer there. */
const FAR = { new: { once: 5, helped: 4, alone: 1, shows: 0 }, settled: { once: 1, helped: 4, alone: 6, shows: 1 } } as const
const SETTLED_AFTER = 150
/** Not on the very last days: a Monday shows what was seen the week before. */
const SEEN_BEFORE = 3
const CONSTRAINTS = [
  'Disponible avant 15 h 30',
  'Pas de port de charge',
  'Pas de travail en hauteur',
  'Pas de travail le mercredi après-midi',
] as const

/** What supervisors tell, and what is answered. */
const WORDS = [
  ['A demandé comment passer le permis.', 'Merci, j’en parle avec la personne cette semaine.'],
  ['Très à l’aise pour montrer les gestes aux nouveaux. À regarder pour la suite.', 'Noté, c’est une bonne piste.'],
  ['Vient à pied depuis lundi, une heure de marche.', 'Je vois une solution de transport.'],
  ['Voudrait essayer en entreprise avant l’hiver.', null],
] as const

/** What was seen of somebody at work until yesterday, what was told of some to their counsellor, and the conditions under which some can work. */
export function writeWork(
  sink: RowSink,
  {
    stay: { place, entry, exit },
    history,
    by,
    heardBy,
    today,
  }: {
    readonly stay: MadeStay
    readonly history: string
    readonly by: string
    readonly heardBy: string
    readonly today: CalendarDate
  },
): void {
  if (exit !== null) return
  const of = { person_id: madeId('person', history), organisation_id: madeId('organisation', place.carrier) }
  const draw = drawer(`work/${history}/${place.name}`)
  const levels = today - entry > SETTLED_AFTER ? FAR.settled : FAR.new
  for (const [, label] of SKILLS) {
    if (!draw.chance(0.3)) continue
    const on = addDays(today, -draw.integer(SEEN_BEFORE, 60))
    if (on < entry) continue
    sink.add('skill_sighting', {
      id: madeId('skill_sighting', `${history}/${label}`),
      ...of,
      skill_id: skillId(place.name, label),
      level: draw.weighted(levels),
      seen_on: isoDate(on),
      recorded_at: `${isoDate(on)}T15:00:00Z`,
      recorded_by: by,
    })
  }
  const [words, answer] = draw.pick(WORDS)
  const told = addDays(today, -draw.integer(1, 25))
  const read = addDays(told, 2)
  const isRead = read < today
  if (draw.chance(0.25) && told > entry)
    sink.add('counsellor_message', {
      id: madeId('counsellor_message', history),
      ...of,
      words,
      written_on: isoDate(told),
      recorded_at: `${isoDate(told)}T14:30:00Z`,
      recorded_by: by,
      read_on: isRead ? isoDate(read) : null,
      read_at: isRead ? `${isoDate(read)}T08:10:00Z` : null,
      read_by: isRead ? heardBy : null,
      answer: isRead ? answer : null,
    })
  if (!draw.chance(0.15)) return
  sink.add('work_constraint', {
    id: madeId('work_constraint', history),
    ...of,
    sentence: draw.pick(CONSTRAINTS),
    said_by: 'person',
    first_day: isoDate(entry),
    last_day: null,
    recorded_at: `${isoDate(entry)}T09:00:00Z`,
    recorded_by: heardBy,
  })
}
