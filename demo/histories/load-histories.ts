import { addDays, type CalendarDate, daysOf, invariant, isoDate, type Law, normalised } from '@maillage/kernel'
import { isDueForArchive, promisedAnswerOn } from '@maillage/rules/applications'
import { CRITERIA, type CriterionCode, criterionLevel, diagnosisExpiresOn, PRESCRIBERS } from '@maillage/rules/eligibility'
import { followUpsOf, type Situation, sensitivityOfExit } from '@maillage/rules/exits'
import { demonstrationPassNumber } from '@maillage/rules/pass-iae'
import { storedEvidence } from '../../packages/server/src/modules/eligibility/model.ts'
import { madeId } from '../cast/made-id.ts'
import { teamOf } from '../cast/team-of.ts'
import { drawer } from './drawer.ts'
import type { History, MadeApplication, MadeStay, Place, Sender } from './history.ts'
import { writeActs } from './load-acts.ts'
import type { RowSink } from './load-rows.ts'
import { proofOf } from './make-histories.ts'

/** Who does things in the histories: accounts and memberships by team. */
export interface Worker {
  readonly accountId: string
  readonly membershipId: string
  readonly name: string
}

export interface Workers {
  counsellorOf(place: Place): Worker
  memberOf(sender: Sender): Worker
  /** Who pays in the team of a structure; many have nobody of their own here. */
  payrollOf(place: Place): Worker | undefined
}

/** Parents before children. */
export const HISTORY_TABLES = [
  'person',
  'person_name',
  'contact',
  'contact_version',
  'diagnosis',
  'diagnosis_author',
  'criterion',
  'application',
  'application_party',
  'application_sender',
  'application_transition',
  'pass',
  'pass_last_day',
  'suspension',
  'suspension_version',
  'pass_reason',
  'siae_stay',
  'nir',
  'contract',
  'contract_version',
  'hire',
  'referent',
  'accompaniment_act',
  'person_access',
  'hours',
  'hours_version',
  'exit',
  'exit_version',
  'exit_reason',
  'after_exit_answer',
] as const

const FOR_EVER = '2999-12-31'
const at = (on: CalendarDate) => `${isoDate(on)}T09:00:00Z`
const unitOf = (place: Place) => madeId('unit', `${place.carrier}/${teamOf(place.name)}`)
const agencyOf = (sender: Sender) => madeId('unit', `${sender.organisation}/${sender.agency}`)
const siaeOf = (place: Place) => madeId('siae', place.name)
const carrierOf = (place: Place) => madeId('organisation', place.carrier)

/** What people say some months after they left, whether or not they left for a job. */
const WHEN_PLACED: Readonly<Record<Situation, number>> = {
  'lasting-employment': 6,
  'transition-employment': 2,
  training: 0,
  searching: 2,
  other: 0,
  'prefer-not': 0,
}
const WHEN_NOT: Readonly<Record<Situation, number>> = {
  'lasting-employment': 1,
  'transition-employment': 3,
  training: 2,
  searching: 5,
  other: 2,
  'prefer-not': 1,
}

interface Written {
  readonly sink: RowSink
  readonly law: Law
  readonly workers: Workers
  readonly today: CalendarDate
  readonly personId: string
  readonly history: History
}

function access({ sink, personId, history: { key } }: Written, name: string, row: Record<string, unknown>, on: CalendarDate): void {
  sink.add('person_access', {
    id: madeId('person_access', `${key}/${name}`),
    person_id: personId,
    account_id: null,
    reason: null,
    ends_on: FOR_EVER,
    granted_at: at(on),
    granted_by: null,
    source_id: null,
    starts_on: isoDate(on),
    ...row,
  })
}

function writePerson(written: Written, on: CalendarDate, owner: { organisation: string; unit: string; account: string }): void {
  const { sink, personId, history } = written
  const { identity, key } = history
  const recorded = { recorded_at: at(on), recorded_by: owner.account }
  sink.add('person', {
    id: personId,
    owner_org_id: owner.organisation,
    state: 'confirmed',
    birth_date: isoDate(identity.birthDate),
    birth_precision: 'day',
    sex: identity.sex,
    version: 1,
    ...recorded,
  })
  for (const [kind, value] of [
    ['birth', identity.birthName],
    ['given', identity.givenNames],
  ] as const)
    sink.add('person_name', {
      id: madeId('person_name', `${key}/${kind}`),
      person_id: personId,
      owner_org_id: owner.organisation,
      kind,
      value,
      value_key: normalised(value),
      ...recorded,
    })
  for (const [kind, value, commune] of [
    ['phone', identity.phone, null],
    ['address', identity.address, `commune-${identity.commune}`],
  ] as const) {
    if (value === null) continue
    const id = madeId('contact', `${key}/${kind}`)
    sink.add('contact', { id, person_id: personId, kind, ...recorded })
    sink.add('contact_version', { contact_id: id, person_id: personId, version: 1, value, commune_id: commune, safe: true, ...recorded })
  }
  access(written, 'created', { unit_id: owner.unit, circle: 'shared', source: 'created' }, on)
}

function writeDiagnosis(written: Written, author: { organisation: string; unit: string; account: string }): string | null {
  const { sink, law, personId, history } = written
  const { diagnosis, criteria, sender, stays, key } = history
  if (!diagnosis) return null
  const id = madeId('diagnosis', key)
  const place = stays[0]?.place
  const siaeId = sender === null && place ? siaeOf(place) : null
  const { madeOn } = diagnosis
  sink.add('diagnosis', {
    id,
    person_id: personId,
    role: sender ? 'prescriber' : 'siae',
    siae_id: siaeId,
    made_on: isoDate(madeOn),
    expires_on: isoDate(diagnosisExpiresOn(law, siaeId === null ? { role: 'prescriber', madeOn } : { role: 'siae', siae: siaeId, madeOn })),
    verdict: 'granted',
    carried_by: diagnosis.carriedBy,
    level_1_count: diagnosis.levels[0],
    level_2_count: diagnosis.levels[1],
    law_version: law.version,
    recorded_at: at(madeOn),
    recorded_by: author.account,
  })
  sink.add('diagnosis_author', {
    diagnosis_id: id,
    person_id: personId,
    organisation_id: author.organisation,
    unit_id: author.unit,
    account_id: author.account,
    prescriber_kind: sender?.kind ?? null,
    sensitivity: sender ? PRESCRIBERS[sender.kind].betrays : 'ordinary',
  })
  sink.add('criterion', ...criteria.map((code) => criterionRow(law, code, { id, personId, key, madeOn })))
  return id
}

function criterionRow(law: Law, code: CriterionCode, of: { id: string; personId: string; key: string; madeOn: CalendarDate }) {
  const counted = code === 'DETLD' || code === 'DELD'
  const { kind, first, last } = storedEvidence(proofOf(code, of.madeOn))
  return {
    id: madeId('criterion', `${of.key}/${code}`),
    diagnosis_id: of.id,
    person_id: of.personId,
    code,
    level: criterionLevel(law, code, of.madeOn) ?? null,
    sensitivity: CRITERIA[code].sensitivity,
    evidence_kind: kind,
    evidence_first: first && isoDate(first),
    evidence_last: last && isoDate(last),
    registration: counted ? { monthsOnCertificate: 26 } : null,
    finding: 'established',
  }
}

const PROCESSED: readonly string[] = ['accepted', 'refused', 'cancelled', 'obsolete']
const STEP: Readonly<Record<string, string>> = {
  refused: 'refuse',
  accepted: 'accept',
  processing: 'process',
  postponed: 'postpone',
  pool: 'add-to-pool',
}

function writeApplication(written: Written, made: MadeApplication): string {
  const { sink, law, personId, workers, today } = written
  const id = madeId('application', made.key)
  const { state, place, sender } = made
  const from = sender
    ? { ...workers.memberOf(sender), organisation: madeId('organisation', sender.organisation), unit: agencyOf(sender) }
    : { ...workers.counsellorOf(place), organisation: carrierOf(place), unit: unitOf(place) }
  // The clock puts away what nobody touches for 180 days; the structure then reads the person no more.
  const quiet = addDays(made.movedOn, 180)
  const archivedOn = quiet <= today && isDueForArchive(law, { state, lastMovedOn: made.movedOn }, quiet) ? isoDate(quiet) : null
  sink.add('application', {
    id,
    person_id: personId,
    receiver_siae_id: siaeOf(place),
    receiver_organisation_id: carrierOf(place),
    sender_kind: sender ? 'authorised-prescriber' : 'siae',
    state,
    message: sender ? 'Disponible rapidement, motivée par un travail en équipe.' : '',
    sent_on: isoDate(made.sentOn),
    promised_on: isoDate(promisedAnswerOn(law, made.sentOn)),
    last_moved_on: isoDate(made.movedOn),
    processed_at: PROCESSED.includes(state) ? at(made.movedOn) : null,
    refusal_reason: made.refusal,
    archived_on: archivedOn,
    recorded_at: at(made.sentOn),
    recorded_by: from.accountId,
    version: 1,
  })
  sink.add(
    'application_party',
    { application_id: id, unit_id: from.unit, side: 'sender' },
    { application_id: id, unit_id: unitOf(place), side: 'receiver' },
  )
  sink.add('application_sender', {
    application_id: id,
    organisation_id: from.organisation,
    unit_id: from.unit,
    account_id: from.accountId,
    display_name: sender ? `${from.name}, ${sender.organisation}` : from.name,
    sensitivity: sender ? PRESCRIBERS[sender.kind].betrays : 'ordinary',
  })
  if (state !== 'new')
    sink.add('application_transition', {
      id: madeId('application_transition', made.key),
      application_id: id,
      transition: STEP[state] ?? 'process',
      from_state: 'new',
      to_state: state,
      actor: 'receiver',
      reason: made.refusal,
      answer: null,
      happened_on: isoDate(made.movedOn),
      recorded_at: at(made.movedOn),
      recorded_by: workers.counsellorOf(place).accountId,
    })
  access(
    written,
    made.key,
    {
      unit_id: unitOf(place),
      circle: 'shared',
      source: 'application',
      source_id: id,
      ends_on: archivedOn ?? FOR_EVER,
    },
    made.sentOn,
  )
  return id
}

function writePass(
  { sink, personId, history }: Written,
  diagnosisId: string | null,
  rank: number,
  siae: string,
  by: string,
): string | null {
  const { pass, key } = history
  if (!pass) return null
  const id = madeId('pass', key)
  const recorded = { recorded_at: at(pass.first), recorded_by: by }
  const number = demonstrationPassNumber(rank)
  invariant(number !== undefined, 'a demonstration has fewer than ten million rights')
  sink.add('pass', {
    id,
    person_id: personId,
    number,
    issuer_mode: 'demonstration',
    origin: 'hire',
    first_day: isoDate(pass.first),
    diagnosis_id: diagnosisId,
    ...recorded,
  })
  sink.add('pass_last_day', {
    pass_id: id,
    person_id: personId,
    version: 1,
    first_day: isoDate(pass.first),
    last_day: isoDate(pass.last),
    ...recorded,
  })
  if (pass.suspension) {
    const { first, last, reason } = pass.suspension
    const suspension = madeId('suspension', key)
    const then = { recorded_at: at(first), recorded_by: by }
    sink.add('suspension', { id: suspension, pass_id: id, person_id: personId, siae_id: siae, ...then })
    sink.add('suspension_version', {
      suspension_id: suspension,
      person_id: personId,
      pass_id: id,
      version: 1,
      first_day: isoDate(first),
      last_day: isoDate(last),
      cancelled: false,
      cause: 'declared',
      ...then,
    })
    sink.add('pass_reason', {
      act_id: suspension,
      pass_id: id,
      person_id: personId,
      act: 'suspension',
      reason,
      facts: {},
      sensitivity: reason === 'contract-suspended' ? 'ordinary' : 'health',
    })
  }
  return id
}

/** Payroll has said why the number of a few people is missing; the others wait to be typed: a demonstration seals nothing beforehand. */
function writeNir({ sink, personId, history, workers }: Written, { place, entry, exit }: MadeStay): void {
  const payroll = workers.payrollOf(place)
  if (exit || !payroll) return
  const missing = drawer(`${history.key}/nir`).weighted({ '': 80, 'not-given': 8, provisional: 8, none: 4 })
  if (missing === '') return
  sink.add('nir', {
    id: madeId('nir', `${history.key}/${place.name}`),
    person_id: personId,
    organisation_id: carrierOf(place),
    missing,
    recorded_at: at(entry),
    recorded_by: payroll.accountId,
  })
}

function writeStay(
  written: Written,
  stay: MadeStay,
  links: { applicationId: string | null; diagnosisId: string | null; passId: string | null },
): void {
  const { sink, personId, history, workers } = written
  const { place, entry, exit } = stay
  const key = `${history.key}/${place.name}`
  const worker = workers.counsellorOf(place)
  const [organisation_id, siae_id, unit_id] = [carrierOf(place), siaeOf(place), unitOf(place)]
  const stay_id = madeId('siae_stay', key)
  const worksite_id = stay.worksite === null ? null : madeId('worksite', `${place.name}/${stay.worksite}`)
  const recorded = { recorded_at: at(entry), recorded_by: worker.accountId }
  const person = { person_id: personId, organisation_id }
  sink.add('siae_stay', {
    id: stay_id,
    ...person,
    siae_id,
    unit_id,
    kind: place.kind,
    entry_day: isoDate(entry),
    exit_day: exit ? isoDate(exit.on) : null,
    ...recorded,
  })
  writeNir(written, stay)
  stay.contracts.forEach(({ type, first, last, weekly }, index) => {
    const id = madeId('contract', `${key}/${index}`)
    const signed = { recorded_at: at(first), recorded_by: worker.accountId }
    const renews = index === 0 ? null : madeId('contract', `${key}/${index - 1}`)
    sink.add('contract', { id, stay_id, ...person, renews, ...signed })
    sink.add('contract_version', {
      contract_id: id,
      ...person,
      version: 1,
      type,
      first_day: isoDate(first),
      last_day: isoDate(last),
      weekly_hours: weekly,
      signed_on: isoDate(first),
      worksite_id,
      cancelled: false,
      ...signed,
    })
  })
  const hire = madeId('hire', key)
  sink.add('hire', {
    id: hire,
    ...person,
    siae_id,
    application_id: links.applicationId,
    diagnosis_id: links.diagnosisId,
    pass_id: links.passId,
    stay_id,
    contract_id: madeId('contract', `${key}/0`),
    pass_act: links.passId ? 'issue' : null,
    hired_on: isoDate(entry),
    state: 'declared',
    request_id: hire,
    version: 1,
    ...recorded,
  })
  access(written, `${key}/employment`, { unit_id, circle: 'employment', source: 'hire', source_id: hire }, entry)
  const referent = madeId('referent', key)
  sink.add('referent', {
    id: referent,
    ...person,
    unit_id,
    membership_id: worker.membershipId,
    role: 'siae',
    deputy: false,
    first_day: isoDate(entry),
    last_day: exit ? isoDate(exit.on) : null,
    ...recorded,
  })
  access(
    written,
    `${key}/referent`,
    {
      unit_id,
      account_id: worker.accountId,
      circle: 'referent',
      source: 'referent',
      source_id: referent,
      ends_on: exit ? isoDate(exit.on) : FOR_EVER,
    },
    entry,
  )
  for (const { month, paid, worked } of stay.months) {
    const id = madeId('hours', `${key}/${month}`)
    const typed = { recorded_at: at(daysOf(month).last), recorded_by: worker.accountId }
    sink.add('hours', { id, stay_id, ...person, siae_id, month: isoDate(daysOf(month).first), worksite_id, measure: 'common', ...typed })
    sink.add('hours_version', { hours_id: id, ...person, version: 1, paid, worked, cancelled: false, ...typed })
  }
  if (!exit) writeActs(sink, { key, entry, today: written.today, person, by: worker.accountId })
  if (exit) writeExit(written, { key, stay_id, siae_id, person, by: worker.accountId, exit })
}

function writeExit(
  written: Written,
  of: {
    key: string
    stay_id: string
    siae_id: string
    person: { person_id: string; organisation_id: string }
    by: string
    exit: NonNullable<MadeStay['exit']>
  },
): void {
  const { sink } = written
  const { on, reason, found } = of.exit
  const id = madeId('exit', of.key)
  const recorded = { recorded_at: at(on), recorded_by: of.by }
  sink.add('exit', { id, stay_id: of.stay_id, siae_id: of.siae_id, ...of.person, ...recorded })
  sink.add('exit_version', {
    exit_id: id,
    ...of.person,
    version: 1,
    reason_version: 1,
    exit_on: isoDate(on),
    found_first: found ? isoDate(found.first) : null,
    found_last: found ? isoDate(found.last) : null,
    cancelled: false,
    ...recorded,
  })
  sink.add('exit_reason', {
    exit_id: id,
    version: 1,
    ...of.person,
    reason,
    sensitivity: sensitivityOfExit(reason),
    ...recorded,
  })
  writeAnswers(written, { id, ...of })
}

/** What became of some of those who left, as they told it on the telephone; many never answer, and nobody is asked after a return. */
function writeAnswers({ sink, law, today, history }: Written, of: Parameters<typeof writeExit>[1] & { readonly id: string }): void {
  const { on, reason } = of.exit
  if (history.stays.some(({ entry }) => entry > on)) return
  const draw = drawer(`after ${of.key}`)
  const placed = reason === 'open-ended-contract' || reason === 'business-creation' || reason === 'fixed-term-contract'
  for (const { horizon, dueOn } of followUpsOf(law, { exitOn: on, reason, answers: [], stops: [] }, today)) {
    const answeredOn = addDays(dueOn, draw.integer(0, 40))
    const situation = draw.weighted(placed ? WHEN_PLACED : WHEN_NOT)
    if (!draw.chance(horizon === 3 ? 0.6 : 0.45) || answeredOn > today) continue
    sink.add('after_exit_answer', {
      id: madeId('after-exit-answer', `${of.key}/${horizon}`),
      exit_id: of.id,
      ...of.person,
      horizon,
      situation,
      same_employer: situation === 'lasting-employment' && placed ? true : null,
      business_alive: reason === 'business-creation' && horizon === 36 ? situation !== 'searching' : null,
      source: 'phone',
      answered_on: isoDate(answeredOn),
      recorded_at: at(answeredOn),
      recorded_by: of.by,
    })
  }
}

/** The rows of one history, as the commands would have left them. `rank` numbers the right. */
export function writeHistory(sink: RowSink, law: Law, workers: Workers, today: CalendarDate, history: History, rank: number): void {
  const personId = madeId('person', history.key)
  const written: Written = { sink, law, workers, today, personId, history }
  const [stay] = history.stays
  const first = history.applications[0]
  const on = first?.sentOn ?? history.diagnosis?.madeOn ?? stay?.entry
  invariant(on !== undefined, 'a history begins some day')
  const { sender } = history
  const owner = sender
    ? { organisation: madeId('organisation', sender.organisation), unit: agencyOf(sender), account: workers.memberOf(sender).accountId }
    : stay && { organisation: carrierOf(stay.place), unit: unitOf(stay.place), account: workers.counsellorOf(stay.place).accountId }
  invariant(owner !== undefined, 'somebody opened the file')
  writePerson(written, on, owner)
  const diagnosisId = writeDiagnosis(written, owner)
  const applicationIds = history.applications.map((each) => writeApplication(written, each))
  if (!stay) return
  const passId = writePass(written, diagnosisId, rank, siaeOf(stay.place), owner.account)
  history.stays.forEach((each, index) => {
    const accepted = index === 0 && history.applications.at(-1)?.state === 'accepted' ? (applicationIds.at(-1) ?? null) : null
    writeStay(written, each, { applicationId: accepted, diagnosisId, passId })
  })
}
