import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { addDays, addMonths, type CalendarDate, day, daysOf, frenchNumber, invariant, isoDate, type Month, month } from '@maillage/kernel'
import { nationalLaw as law } from '@maillage/rules'
import type { z } from 'zod'
import { keepInPool } from '../../packages/server/src/modules/applications/commands/keep-in-pool.ts'
import { orientPerson } from '../../packages/server/src/modules/applications/commands/orient-person.ts'
import { postponeApplication } from '../../packages/server/src/modules/applications/commands/postpone-application.ts'
import { refuseApplication } from '../../packages/server/src/modules/applications/commands/refuse-application.ts'
import { studyApplication } from '../../packages/server/src/modules/applications/commands/study-application.ts'
import { anAdviser } from '../../packages/server/src/modules/eligibility/fixtures.ts'
import { recordDiagnosis } from '../../packages/server/src/modules/eligibility/index.ts'
import { renewContract } from '../../packages/server/src/modules/employment/commands/renew-contract.ts'
import { sendMonth } from '../../packages/server/src/modules/employment/commands/send-month.ts'
import { suspendPass } from '../../packages/server/src/modules/employment/commands/suspend-pass.ts'
import { typeHours } from '../../packages/server/src/modules/employment/commands/type-hours.ts'
import { validateMonth } from '../../packages/server/src/modules/employment/commands/validate-month.ts'
import { aLine } from '../../packages/server/src/modules/employment/fixtures.ts'
import { monthLines } from '../../packages/server/src/modules/employment/queries/month-lines.ts'
import { printOf, totalMonth } from '../../packages/server/src/modules/employment/total-month.ts'
import { recordExit } from '../../packages/server/src/modules/exits/index.ts'
import { declareHire } from '../../packages/server/src/modules/hiring/commands/declare-hire.ts'
import { anOrganisation, aSiae, aWorksite } from '../../packages/server/src/modules/organisations/fixtures.ts'
import { createPerson } from '../../packages/server/src/modules/people/commands/create-person.ts'
import { endReferent } from '../../packages/server/src/modules/people/commands/end-referent.ts'
import { nameReferent } from '../../packages/server/src/modules/people/commands/name-referent.ts'
import { aMemberIn, aUnit } from '../../packages/server/src/modules/people/fixtures.ts'
import { aSmallMap } from '../../packages/server/src/modules/territories/fixtures.ts'
import type { Actor } from '../../packages/server/src/platform/command/actor.ts'
import type { Command } from '../../packages/server/src/platform/command/command.ts'
import { perform } from '../../packages/server/src/platform/command/perform.ts'
import { read } from '../../packages/server/src/platform/command/read.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import { signedIn } from '../../packages/server/src/platform/testing/acting.ts'
import { databaseTest, type World } from '../../packages/server/src/platform/testing/database-test.ts'
import { testServerUrl } from '../../packages/server/src/platform/testing/test-source.ts'
import { madeId } from '../cast/made-id.ts'
import { teamOf } from '../cast/team-of.ts'
import type { History, MadeApplication, Place, Sender } from './history.ts'
import { Ledger } from './ledger.ts'
import { HISTORY_TABLES, type Workers, writeHistory } from './load-histories.ts'
import { type Row, RowSink } from './load-rows.ts'
import { makeHistories, proofOf, type Territory } from './make-histories.ts'

/*
 * The demonstration loads rows directly, as a first start must be short. Here a hundred of its histories are lived through the commands, day after day,
 * and what the commands wrote is compared with what the loader writes: who is eligible, the rights and their days, stays, contracts, hours, exits,
 * the totals of the months. A difference is a fault of one of the two.
 */
const TODAY = day('2026-11-20')
const SPAN = { from: month('2026-07'), today: TODAY }
const MANY = 100
const TERRITORY: Territory = {
  places: [
    { kind: 'ACI', name: 'Jardins', carrier: 'Association des jardins', worksites: ['Nord', 'Sud'], declaredThrough: month('2026-10') },
    { kind: 'EI', name: 'Menuiserie', carrier: 'Ateliers', worksites: ['Atelier'], declaredThrough: month('2026-10') },
    { kind: 'AI', name: 'Services', carrier: 'Entraide', worksites: [], declaredThrough: month('2026-10') },
    { kind: 'ETTI', name: 'Intérim', carrier: 'Intérim d’insertion', worksites: ['Agence'], declaredThrough: month('2026-10') },
  ],
  senders: [
    { organisation: 'Mission locale', agency: 'Accueil', kind: 'ML' },
    { organisation: 'SPIP', agency: 'Accueil', kind: 'SPIP' },
  ],
  // The other communes of the Aude are not on the small map.
  homes: { '11069': 1 },
}
const made = [...makeHistories(law, TERRITORY, SPAN)]
const chosen = made.filter((_, rank) => rank % Math.floor(made.length / MANY) === 0).slice(0, MANY)

/** What happens on a day of a history, in the order of the day. */
interface Deed {
  readonly on: CalendarDate
  readonly rank: number
  readonly what: string
  readonly done: () => Promise<void>
}

interface Structure {
  readonly siae: { readonly id: string }
  readonly organisationId: string
  readonly unitId: string
  readonly counsellor: Actor
  readonly director: Actor
  readonly sites: ReadonlyMap<string, string>
}

async function structuresOf(world: World) {
  const ids = await world.load(async (tx: Tx) => {
    await aSmallMap(tx)
    const places = []
    for (const { name, kind, carrier, worksites } of TERRITORY.places) {
      const organisation = await anOrganisation(tx, { name: carrier })
      const siae = await aSiae(tx, organisation, { name, kind })
      const unit = await aUnit(tx, organisation, siae)
      const sites = new Map<string, string>()
      for (const site of worksites) sites.set(site, (await aWorksite(tx, siae, { name: site })).id)
      const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
      const director = await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' })
      places.push({ name, siae, organisationId: organisation.id, unitId: unit.id, sites, counsellor, director })
    }
    const senders = []
    for (const { organisation, kind } of TERRITORY.senders) {
      const { unitId, member, organisation: of } = await anAdviser(tx, kind, organisation)
      senders.push({ organisation, unitId, member, organisationId: of.id })
    }
    return { places, senders }
  })
  const places = new Map<string, Structure>()
  for (const { name, counsellor, director, ...place } of ids.places)
    places.set(name, {
      ...place,
      counsellor: await signedIn(world, counsellor.accountId),
      director: await signedIn(world, director.accountId),
    })
  const senders = new Map<string, { readonly unitId: string; readonly organisationId: string; readonly adviser: Actor }>()
  for (const { organisation, organisationId, unitId, member } of ids.senders)
    senders.set(organisation, { unitId, organisationId, adviser: await signedIn(world, member.accountId) })
  const known = <T>(of: ReadonlyMap<string, T>, name: string): T => {
    const found = of.get(name)
    invariant(found, `${name} is of this territory`)
    return found
  }
  return { at: ({ name }: Place) => known(places, name), from: ({ organisation }: Sender) => known(senders, organisation) }
}
type Structures = Awaited<ReturnType<typeof structuresOf>>

/** Does what a command does, as somebody, and fails with its reasons when it is refused. */
const doing =
  (world: World) =>
  async <Schema extends z.ZodType, Value>(actor: Actor, command: Command<Schema, Value>, input: z.input<Schema>): Promise<Value> => {
    const done = await perform(world.runtime, command, actor, command.schema.parse(input), randomUUIDv7(), () => '/')
    assert.equal(done.state, 'done', `${command.name}: ${JSON.stringify(done)}`)
    invariant(done.state === 'done', 'it was just said')
    return done.value
  }
type Doing = ReturnType<typeof doing>

const typedHours = (hundredths: number | null) => (hundredths === null ? '' : (hundredths / 100).toFixed(2))
const ids = (value: unknown) => value as Readonly<Record<string, string>>

/** The stays that a history has opened so far, by the name of the structure. */
type Opened = Map<string, { readonly stayId: string; readonly referentId: string; contractId: string }>

/** The deeds of one person. */
function deedsOf(
  world: World,
  act: Doing,
  { at, from }: Structures,
  history: History,
  opened: Opened,
  people: Map<string, string>,
): readonly Deed[] {
  const { identity, sender, diagnosis, criteria, applications, pass, stays } = history
  const first = applications[0]
  const begins = first?.sentOn ?? diagnosis?.madeOn
  invariant(begins !== undefined && diagnosis, 'a history begins some day')
  const [stay] = stays
  const author = sender
    ? { ...from(sender), actor: from(sender).adviser }
    : stay && { unitId: at(stay.place).unitId, actor: at(stay.place).counsellor }
  invariant(author, 'somebody opened the file')
  let personId = ''
  const sent = new Map<string, string>()
  const version = { version: 1, answer: 'Merci de votre candidature.' }
  const answers = (made: MadeApplication): Deed[] => {
    const { counsellor } = at(made.place)
    const answered = async () => {
      const of = { applicationId: sent.get(made.key) ?? '', ...version }
      if (made.state === 'refused' && made.refusal) await act(counsellor, refuseApplication, { ...of, reason: made.refusal })
      if (made.state === 'pool') await act(counsellor, keepInPool, of)
      if (made.state === 'postponed') await act(counsellor, postponeApplication, of)
      if (made.state === 'processing') await act(counsellor, studyApplication, of)
    }
    return made.state === 'new' || made.state === 'accepted' ? [] : [{ on: made.movedOn, rank: 4, what: made.state, done: answered }]
  }
  return [
    {
      on: begins,
      rank: 0,
      what: 'created',
      done: async () => {
        const who = { birthName: identity.birthName, givenNames: identity.givenNames, birthDate: isoDate(identity.birthDate) }
        const typed = { ...who, unitId: author.unitId, birthPrecision: 'day' as const, state: 'confirmed' as const, sex: identity.sex }
        personId = ids(await act(author.actor, createPerson, typed))['personId'] ?? ''
        people.set(history.key, personId)
      },
    },
    {
      on: diagnosis.madeOn,
      rank: 1,
      what: 'diagnosed',
      done: async () => {
        const evidence = criteria.map((code) => {
          const proof = proofOf(code, diagnosis.madeOn)
          if (!proof) return { code }
          return {
            code,
            evidence:
              proof.kind === 'title'
                ? { ...proof, first: isoDate(proof.first), last: isoDate(proof.last) }
                : { ...proof, dated: isoDate(proof.dated) },
          }
        })
        await act(author.actor, recordDiagnosis, {
          personId,
          unitId: author.unitId,
          siaeId: sender === null && stay ? at(stay.place).siae.id : null,
          madeOn: isoDate(diagnosis.madeOn),
          criteria: evidence,
          registration: { monthsOnCertificate: 26 },
        })
      },
    },
    ...applications.flatMap((each): Deed[] => [
      {
        on: each.sentOn,
        rank: 2,
        what: 'proposed',
        done: async () => {
          const typed = {
            siaeId: at(each.place).siae.id,
            personId,
            birthName: '',
            givenNames: '',
            phone: '',
            another: '' as const,
            wantedPost: '',
            diagnosed: '' as const,
          }
          const message = each.sender ? 'Disponible rapidement.' : ''
          const by = each.sender ? from(each.sender).adviser : at(each.place).counsellor
          sent.set(each.key, ids(await act(by, orientPerson, { ...typed, message }))['id'] ?? '')
        },
      },
      ...answers(each),
    ]),
    ...stays.flatMap(({ place, worksite, entry, contracts, exit }): Deed[] => {
      const structure = at(place)
      const accepted = applications.at(-1)
      const [signed, ...renewals] = contracts
      invariant(accepted && signed, 'a stay begins by an application and a contract')
      const terms = (each: typeof signed) => ({
        firstDay: isoDate(each.first),
        lastDay: isoDate(each.last),
        weeklyHours: each.weekly === null ? '' : frenchNumber(each.weekly / 100),
        worksiteId: worksite === null ? '' : (structure.sites.get(worksite) ?? ''),
        post: '',
        market: '',
        lot: '',
        clauseKind: '',
      })
      return [
        {
          on: accepted.movedOn,
          rank: 5,
          what: 'hired',
          done: async () => {
            // Who leaves early had signed for the four months that the law asks: the exit shortens the contract.
            const planned = addDays(addMonths(signed.first, 4), -1)
            const asSigned = exit && renewals.length === 0 && planned > signed.last ? { ...signed, last: planned } : signed
            const typed = { ...terms(asSigned), type: signed.type, applicationId: sent.get(accepted.key) ?? '', asFact: '' as const }
            const { hireId } = await act(structure.counsellor, declareHire, typed)
            const [row] = await world.look('select stay_id, contract_id from hire where id = $1', [hireId])
            const { membershipId = '' } = structure.counsellor.hat ?? {}
            const named = { personId, membershipId, unitId: structure.unitId, role: 'siae' as const, firstDay: isoDate(entry) }
            const { id: referentId } = await act(structure.counsellor, nameReferent, named)
            opened.set(place.name, { referentId, stayId: String(row?.['stay_id']), contractId: String(row?.['contract_id']) })
          },
        },
        ...renewals.map(
          (each): Deed => ({
            on: each.first,
            rank: 6,
            what: 'renewed',
            done: async () => {
              const of = opened.get(place.name)
              invariant(of, 'who is renewed was hired')
              of.contractId = (
                await act(structure.counsellor, renewContract, { contractId: of.contractId, version: 1, ...terms(each) })
              ).contractId
            },
          }),
        ),
        ...(exit
          ? [
              {
                on: exit.on,
                rank: 7,
                what: 'left',
                done: async () => {
                  const found = exit.found
                    ? { foundFirst: isoDate(exit.found.first), foundLast: isoDate(exit.found.last) }
                    : { foundFirst: null, foundLast: null }
                  const of = opened.get(place.name)
                  invariant(of, 'who leaves was hired')
                  await act(structure.counsellor, endReferent, { referentId: of.referentId, lastDay: isoDate(exit.on) })
                  await act(structure.counsellor, recordExit, {
                    stayId: of.stayId,
                    exitOn: isoDate(exit.on),
                    reason: exit.reason,
                    ...found,
                  })
                },
              },
            ]
          : []),
      ]
    }),
    ...(pass?.suspension && stay
      ? [
          {
            on: addDays(pass.suspension.first, 3),
            rank: 3,
            what: 'suspended',
            done: async () => {
              const [right] = await world.look('select id from pass where person_id = $1', [personId])
              const { suspension } = pass
              invariant(suspension, 'it was just said')
              await act(at(stay.place).counsellor, suspendPass, {
                passId: String(right?.['id']),
                siaeId: at(stay.place).siae.id,
                reason: suspension.reason,
                firstDay: isoDate(suspension.first),
                lastDay: isoDate(suspension.last),
              })
            },
          },
        ]
      : []),
  ]
}

/** A month of a structure, typed, validated and sent when it is over. */
function monthDeeds(world: World, act: Doing, { at }: Structures, opened: ReadonlyMap<string, Opened>): readonly Deed[] {
  return TERRITORY.places.flatMap((place) => {
    const { siae, counsellor, director, sites } = at(place)
    const months: Month[] = []
    for (let each = SPAN.from; each <= place.declaredThrough; each = (each + 1) as Month) months.push(each)
    return months.map(
      (each): Deed => ({
        on: addDays(daysOf(each).last, 3),
        rank: 8,
        what: 'declared',
        done: async () => {
          const worked = chosen.flatMap((history) =>
            history.stays
              .filter((stay) => stay.place === place)
              .flatMap((stay) => stay.months.filter((of) => of.month === each).map((of) => ({ history, stay, of }))),
          )
          const rows = worked.map(({ history, stay, of }) =>
            aLine(
              { id: opened.get(history.key)?.get(place.name)?.stayId ?? '' },
              {
                worksiteId: stay.worksite === null ? '' : (sites.get(stay.worksite) ?? ''),
                paid: typedHours(of.paid),
                worked: typedHours(of.worked),
              },
            ),
          )
          const of = { siaeId: siae.id, month: monthName(each) }
          await act(counsellor, typeHours, { ...of, rows })
          const { lines, shown } = await read(world.runtime, director, randomUUIDv7(), async (ctx) => {
            const lines = await monthLines(ctx, siae.id, each)
            return { lines, shown: printOf(totalMonth(ctx.law, place.kind, each, lines).totals) }
          })
          // Those who did nothing: away for the whole month.
          const noHours = lines.filter(({ hoursId }) => hoursId === null).map(({ stayId }) => stayId)
          await act(director, validateMonth, { ...of, noHours, shown })
          await act(director, sendMonth, of)
        },
      }),
    )
  })
}

const monthName = (of: Month) => isoDate(daysOf(of).first).slice(0, 7)

/** What both sides say of each person: the same words, without ids nor the hour at which it was written. */
const COMPARED = {
  diagnosis: `select person_id, role, made_on::text, expires_on::text, verdict, carried_by, level_1_count, level_2_count from diagnosis`,
  criterion: `select person_id, code, level, sensitivity, finding, evidence_kind, evidence_first::text, evidence_last::text, registration::text from criterion order by code`,
  application: `select person_id, siae.name as receiver, sender_kind, state, sent_on::text, promised_on::text, last_moved_on::text, refusal_reason
    from application join siae on siae.id = receiver_siae_id order by sent_on, siae.name`,
  parties: `select person_id, side, unit.name as team, sensitivity from application join application_party as party on party.application_id = application.id
    join application_sender as sender on sender.application_id = application.id join unit on unit.id = party.unit_id order by sent_on, side, unit.name`,
  right: `select pass.person_id, pass.first_day::text as issued, days.first_day::text, days.last_day::text, pass.diagnosis_id is not null as diagnosed
    from pass join pass_last_day as days on days.pass_id = pass.id where days.superseded_at is null and pass.cancelled_at is null`,
  suspension: `select version.person_id, first_day::text, last_day::text, reason, sensitivity from suspension_version as version
    join pass_reason on act_id = suspension_id where superseded_at is null and not cancelled`,
  stay: `select person_id, siae.name as structure, siae_stay.kind, entry_day::text, exit_day::text from siae_stay join siae on siae.id = siae_id`,
  contract: `select contract.person_id, type, version.first_day::text, version.last_day::text, weekly_hours, worksite.name as worksite, contract.renews is not null as renews
    from contract join contract_version as version on contract_id = contract.id left join worksite on worksite.id = worksite_id
    where superseded_at is null and not cancelled order by version.first_day`,
  hire: `select person_id, pass_act, hired_on::text, state, application_id is not null as applied, diagnosis_id is not null as diagnosed, pass_id is not null as covered from hire`,
  hours: `select hours.person_id, month::text, measure, paid, worked, worksite.name as worksite from hours join hours_version on hours_id = hours.id
    left join worksite on worksite.id = worksite_id where superseded_at is null and not cancelled order by month`,
  exit: `select version.person_id, exit_on::text, found_first::text, found_last::text, reason, sensitivity from exit_version as version join exit_reason using (exit_id)
    where superseded_at is null and not cancelled`,
  access: `select distinct person_id, circle, source, account_id is not null as named, unit.name as team
    from person_access join unit on unit.id = unit_id order by 1, 2, 3, 4, 5`,
  referent: `select person_id, role, deputy, first_day::text, last_day::text from referent`,
} as const

/** Rows of each person, without the person. */
async function byPerson(world: World, query: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, Row[]>()
  for (const { person_id, ...said } of await world.look(query))
    found.set(String(person_id), [...(found.get(String(person_id)) ?? []), said])
  return found
}

/** The loader's rows, about the structures and the people of this world. */
class Translated extends RowSink {
  readonly #ids: ReadonlyMap<string, string>
  constructor(ids: ReadonlyMap<string, string>) {
    super(HISTORY_TABLES)
    this.#ids = ids
  }
  override add(table: string, ...rows: readonly Row[]): void {
    const known = (value: unknown) => (typeof value === 'string' ? (this.#ids.get(value) ?? value) : value)
    super.add(table, ...rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, known(value)]))))
  }
}

/** The same histories, as the demonstration loads them. */
async function load(world: World, { at, from }: Structures): Promise<void> {
  const known = new Map<string, string>()
  for (const place of TERRITORY.places) {
    const { siae, organisationId, unitId, sites } = at(place)
    known.set(madeId('siae', place.name), siae.id)
    known.set(madeId('organisation', place.carrier), organisationId)
    known.set(madeId('unit', `${place.carrier}/${teamOf(place.name)}`), unitId)
    for (const [site, id] of sites) known.set(madeId('worksite', `${place.name}/${site}`), id)
  }
  for (const sender of TERRITORY.senders) {
    known.set(madeId('organisation', sender.organisation), from(sender).organisationId)
    known.set(madeId('unit', `${sender.organisation}/${sender.agency}`), from(sender).unitId)
  }
  const worker = (actor: Actor) => ({ accountId: actor.accountId, membershipId: actor.hat?.membershipId ?? '', name: actor.name })
  const workers: Workers = {
    counsellorOf: (place) => worker(at(place).counsellor),
    memberOf: (sender) => worker(from(sender).adviser),
    payrollOf: () => undefined,
  }
  await world.load(async (tx) => {
    const sink = new Translated(known)
    for (const [rank, history] of chosen.entries()) writeHistory(sink, law, workers, TODAY, history, rank + 1)
    await sink.write(tx)
  })
}

/** On the embedded database only: what differs would differ on both, and this is the longest of the tests of the demonstration. */
if (testServerUrl() === undefined)
  databaseTest('a hundred histories lived through the commands leave the rows that the demonstration loads', async (world) => {
    assert.equal(chosen.length, MANY)
    const structures = await structuresOf(world)
    const act = doing(world)
    const people = new Map<string, string>()
    const opened = new Map<string, Opened>(chosen.map(({ key }) => [key, new Map()]))
    const deeds = [
      ...chosen.flatMap((history) => deedsOf(world, act, structures, history, opened.get(history.key) ?? new Map(), people)),
      ...monthDeeds(world, act, structures, opened),
    ].toSorted((a, b) => a.on - b.on || a.rank - b.rank)
    let rank = 0
    for (const { on, done } of deeds.filter((each) => each.on <= TODAY)) {
      // What autovacuum does in life: the tables were empty when the plans were made.
      if (++rank % 100 === 0) await world.look('analyze')
      world.clock.set(`${isoDate(on)}T09:00:00Z`)
      await done()
    }
    await load(world, structures)
    const differences: string[] = []
    for (const [what, query] of Object.entries(COMPARED)) {
      const said = await byPerson(world, query)
      for (const { key } of chosen) {
        const [lived, loaded] = [said.get(people.get(key) ?? '') ?? [], said.get(madeId('person', key)) ?? []]
        if (!isDeepStrictEqual(lived, loaded))
          differences.push(`${what} of ${key}\n  lived  ${JSON.stringify(lived)}\n  loaded ${JSON.stringify(loaded)}`)
      }
    }
    assert.ok(differences.length === 0, `${differences.length} differences, for instance\n${differences.slice(0, 12).join('\n')}`)

    const ledger = new Ledger(law)
    for (const history of chosen) ledger.add(history)
    const totals = await world.look(
      `select siae.name as structure, month::text, worksite.name as worksite, counted, paid, worked, people, held_back from month_total
       join siae on siae.id = siae_id left join worksite on worksite.id = worksite_id where superseded_at is null order by 1, 2, 3`,
    )
    const loaded = TERRITORY.places.flatMap((place) =>
      [...ledger.monthsOf(place)].flatMap(([of, sites]) =>
        [...sites].map(([worksite, worked]) => ({
          structure: place.name,
          month: isoDate(daysOf(of).first),
          worksite,
          ...worked,
          held_back: 0,
        })),
      ),
    )
    const inOrder = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()
    assert.deepEqual(inOrder(totals), inOrder(loaded))
    assert.deepEqual(
      await world.look('select rule, count(*)::integer as times from anomaly where resolved_at is null group by 1 order by 1'),
      [],
    )
  })
