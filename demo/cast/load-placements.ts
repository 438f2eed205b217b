import {
  addDays,
  addMonths,
  type CalendarDate,
  day,
  daysIn,
  daysOf,
  isoDate,
  month,
  monthOf,
  normalised,
  type Period,
  weekday,
} from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import { RowSink } from '../histories/load-rows.ts'
import { madeId } from './made-id.ts'
import { madeSiret } from './made-siret.ts'

const CARRIER = 'Carcassès Entraide'
const SIAE = 'Carcassès Entraide – mises à disposition'
const BY = madeId('account', 'ines.lavande@exemple.test')
/** Ranks of invented companies, far from those of the carriers and partners. */
const COMPANIES = 900

type Category = 'private-person' | 'non-profit' | 'public-body' | 'company'
const CLIENTS: readonly (readonly [name: string, category: Category, commune: string, safety: string | null])[] = [
  ['Maçonnerie du Pont-Vieux', 'company', '11069', 'Chaussures de sécurité et casque, fournis par l’entreprise.'],
  ['Les Serres de la Fresquel', 'company', '11069', 'Gants. Chaleur sous les serres : eau et pauses.'],
  ['Mairie de Trèbes', 'public-body', '11397', 'Gilet haute visibilité pour la voirie.'],
  ['École du Viguier', 'public-body', '11069', null],
  ['Club des aînés de la Cité', 'non-profit', '11069', null],
  ['Épicerie sociale du Minervois', 'non-profit', '11069', 'Port de charges : diable à l’entrée.'],
  ['Simone Pimprenelle', 'private-person', '11069', 'Un petit chien.'],
  ['Henri Pâquerette', 'private-person', '11069', null],
  ['Odette Bourrache', 'private-person', '11069', 'Escalier raide, produits sous l’évier.'],
  ['Marcel Primevère', 'private-person', '11069', null],
]
const WORKS: Readonly<Record<Category, readonly string[]>> = {
  company: ['Manutention', 'Aide maçon'],
  'public-body': ['Entretien de la voirie', 'Entretien des locaux'],
  'non-profit': ['Mise en rayon', 'Entretien des locaux'],
  'private-person': ['Ménage', 'Jardin', 'Repassage'],
}
const TABLES = ['host_client', 'host_client_contact', 'staffing_request', 'availability', 'assignment', 'time_statement'] as const

const recorded = (on: CalendarDate) => ({ recorded_at: `${isoDate(on)}T09:00:00Z`, recorded_by: BY })
const organisation_id = madeId('organisation', CARRIER)
const siae_id = madeId('siae', SIAE)
const clientId = (index: number) => madeId('host_client', CLIENTS[index % CLIENTS.length]?.[0] ?? '')

/** Hours spread over the days of a period that are no Sunday, the rest on the last of them. */
function spread(days: Period, hours: number): number[] {
  const each = Array.from({ length: daysIn(days) }, (_, index) => (weekday(addDays(days.first, index)) === 7 ? 0 : 1))
  const worked = each.reduce<number>((sum, one) => sum + one, 0)
  const share = worked === 0 ? 0 : Math.floor(hours / worked)
  const found: number[] = each.map((one) => one * share)
  const last = each.lastIndexOf(1)
  if (last >= 0) found[last] = (found[last] ?? 0) + hours - share * worked
  return found
}

interface Worker {
  readonly stay_id: string
  readonly person_id: string
  readonly entry_day: string
  readonly months: readonly { readonly month: string; readonly paid: number }[]
}

/** Those who are enrolled today and worked lately, with the hours of their last months: statements add up to what the structure declared. */
async function workersOf(tx: Tx, today: CalendarDate): Promise<readonly Worker[]> {
  const since = isoDate(daysOf(monthOf(addMonths(today, -10))).first)
  const { rows } = await sql<Worker>`
    select stay.id as stay_id, stay.person_id, stay.entry_day::text as entry_day, (
      select jsonb_agg(jsonb_build_object('month', to_char(hours.month, 'YYYY-MM'), 'paid', known.paid) order by hours.month)
      from hours join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
      where hours.stay_id = stay.id and hours.month >= ${since} and known.paid > 0) as months
    from siae_stay as stay
    where stay.siae_id = ${siae_id} and stay.cancelled_at is null and stay.exit_day is null
      and exists (select from hours where hours.stay_id = stay.id and hours.month >= ${since})
    order by stay.id limit 24`.execute(tx)
  return rows.filter(({ months }) => months !== null)
}

function writeClients(sink: RowSink, today: CalendarDate): void {
  for (const [index, [name, category, commune, safety]] of CLIENTS.entries()) {
    const id = clientId(index)
    const known = { organisation_id, ...recorded(addMonths(today, -10)) }
    const siret = category === 'private-person' ? null : madeSiret(COMPANIES + index, 1)
    sink.add('host_client', {
      id,
      category,
      name,
      name_key: normalised(name),
      commune_id: `commune-${commune}`,
      siret,
      safety,
      version: 1,
      ...known,
    })
    const phone = `04 65 71 00 ${String(10 + index)}`
    sink.add('host_client_contact', {
      client_id: id,
      person_to_ask: null,
      phone,
      email: null,
      address: `${3 + index} rue des Genêts`,
      ...known,
    })
  }
}

function writeRequests(sink: RowSink, today: CalendarDate): void {
  const asked = [
    ['Ménage', 6, -1, 300, [2], 'open', null],
    ['Manutention', 0, 2, 2000, [1, 2, 3, 4], 'open', null],
    ['Entretien des locaux', 3, 5, 750, [1, 4], 'open', null],
    ['Jardin', 9, 3, 400, [5], 'proposed', null],
    ['Repassage', 8, -20, 200, [3], 'filled', null],
    ['Débarras', 7, -12, 600, [6], 'dropped', 'client-gave-up'],
  ] as const
  for (const [index, [work, client, days, weekly, weekdays, state, reason]] of asked.entries())
    sink.add('staffing_request', {
      id: madeId('staffing_request', String(index)),
      organisation_id,
      siae_id,
      client_id: clientId(client),
      work,
      commune_id: 'commune-11069',
      first_day: isoDate(addDays(today, days)),
      last_day: index % 2 === 0 ? isoDate(addDays(today, days + 60)) : null,
      weekly_hours: weekly,
      weekdays,
      schedule: index % 3 === 0 ? 'le matin' : null,
      people: work === 'Manutention' ? 2 : 1,
      needs_licence: work === 'Manutention',
      needs_vehicle: false,
      state,
      drop_reason: reason,
      version: 1,
      ...recorded(addDays(today, Math.min(days, 0) - 4)),
    })
}

/** One mission for each: its months are those that the structure declared; three ended this month, and their statement is missing. */
function writeMission(sink: RowSink, today: CalendarDate, worker: Worker, index: number): void {
  const id = madeId('assignment', worker.stay_id)
  const ended = index % 8 === 7
  const [, category = 'private-person', commune = '11069'] = CLIENTS[index % CLIENTS.length] ?? []
  const entry = day(worker.entry_day)
  const thisMonth = daysOf(monthOf(today)).first
  const begun = worker.months[0] ? daysOf(month(worker.months[0].month)).first : thisMonth
  const first = ended ? thisMonth : begun < entry ? entry : begun
  const last = ended ? addDays(today, -2) : index % 5 === 0 ? addDays(today, 9) : null
  if (last !== null && last < first) return
  const keys = { person_id: worker.person_id, organisation_id }
  sink.add('assignment', {
    id,
    stay_id: worker.stay_id,
    ...keys,
    siae_id,
    client_id: clientId(index),
    request_id: null,
    work: WORKS[category][index % WORKS[category].length],
    commune_id: `commune-${commune}`,
    first_day: isoDate(first),
    last_day: last === null ? null : isoDate(last),
    agreed_last_day: last === null ? null : isoDate(last),
    weekly_hours: category === 'company' ? 1000 : 500,
    weekdays: [1 + (index % 5)],
    schedule: index % 2 === 0 ? 'de 9 h à 12 h' : null,
    agreement_signed_on: index % 4 === 3 ? null : isoDate(first),
    contract_given_on: null,
    end_reason: null,
    version: 1,
    ...recorded(first),
  })
  for (const each of ended ? [] : worker.months) {
    const { first: from, last: to } = daysOf(month(each.month))
    if (to >= thisMonth) continue
    const days = { first: from < first ? first : from, last: to }
    sink.add('time_statement', {
      id: madeId('time_statement', `${worker.stay_id}/${each.month}`),
      assignment_id: id,
      ...keys,
      first_day: isoDate(days.first),
      last_day: isoDate(days.last),
      day_hours: spread(days, each.paid),
      signed_on: isoDate(days.last),
      validated_at: `${isoDate(addDays(days.last, 2))}T09:00:00Z`,
      validated_by: BY,
      version: 2,
      ...recorded(addDays(days.last, 1)),
    })
  }
}

function writeAvailability(sink: RowSink, today: CalendarDate, worker: Worker, index: number): void {
  if (index % 6 === 5) return
  sink.add('availability', {
    id: madeId('availability', worker.stay_id),
    person_id: worker.person_id,
    organisation_id,
    weekly_hours: [1000, 2000, 2600, null][index % 4] ?? null,
    weekdays: index % 3 === 0 ? [1, 2, 4, 5] : [],
    schedule: index % 4 === 1 ? 'avant 15 h 30' : null,
    licence: index % 2 === 0,
    vehicle: index % 4 === 0,
    ...recorded(addMonths(today, -2)),
  })
}

/** The clients, requests, missions and statements of one association intermédiaire: what its coordinator finds in the morning. */
export async function loadPlacements(tx: Tx, today: CalendarDate): Promise<void> {
  const sink = new RowSink(TABLES)
  writeClients(sink, today)
  writeRequests(sink, today)
  for (const [index, worker] of (await workersOf(tx, today)).entries()) {
    writeMission(sink, today, worker, index)
    writeAvailability(sink, today, worker, index)
  }
  await sink.write(tx)
}
