import { type CalendarDate, type CentiHours, centiHours, day, type OpenPeriod, type RefusalDetails, type SiaeKind } from '@maillage/kernel'
import type { ApplicationState } from '@maillage/rules/applications'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ContractType } from '../../employment/index.ts'

export interface ContractLine {
  readonly id: string
  /** The hire that wrote it; null when another act did. */
  readonly hireId: string | null
  readonly type: ContractType
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly worksite: string | null
  readonly post: string | null
  /** What is wrong in it, as its employer reads it. */
  readonly anomalies: readonly { readonly rule: string; readonly facts: RefusalDetails }[]
}

export interface StayLine {
  readonly id: string
  readonly siaeName: string
  readonly kind: SiaeKind
  readonly open: OpenPeriod
  readonly contracts: readonly ContractLine[]
}

/** What an employer may know of another: that a contract runs, for how many hours, whom to call. */
export interface WorkElsewhere {
  readonly siaeName: string
  readonly weeklyHours: CentiHours | null
  readonly counsellor: string | null
}

export interface ApplicationLine {
  readonly id: string
  readonly siaeName: string
  readonly state: ApplicationState
  readonly sentOn: CalendarDate
  readonly promisedOn: CalendarDate
  /** Whether my teams received it; otherwise they sent it. */
  readonly received: boolean
}

/** What my teams may know of the pathway of a person. */
export interface Pathway {
  readonly stays: readonly StayLine[]
  readonly elsewhere: readonly WorkElsewhere[]
  readonly applications: readonly ApplicationLine[]
}

interface Row {
  readonly stays: readonly (Omit<StayLine, 'open' | 'contracts'> & {
    readonly first: string
    readonly last: string | null
    readonly contracts: readonly (Omit<ContractLine, 'firstDay' | 'lastDay' | 'weeklyHours'> & {
      readonly firstDay: string
      readonly lastDay: string | null
      readonly weeklyHours: number | null
    })[]
  })[]
  readonly elsewhere: readonly { readonly siae_name: string; readonly weekly_hours: number | null; readonly counsellor: string | null }[]
  readonly applications: readonly (Omit<ApplicationLine, 'sentOn' | 'promisedOn'> & {
    readonly sentOn: string
    readonly promisedOn: string
  })[]
}

const hours = (hundredths: number | null) => (hundredths === null ? null : centiHours(hundredths))
const dayOrNull = (written: string | null) => (written === null ? null : day(written))

/** Stays and contracts of my structures, what I may know of the others, applications that I sent or received: the latest first, one statement. */
export async function pathwayOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<Pathway> {
  const { rows } = await sql<Row>`
    select coalesce((
        select jsonb_agg(jsonb_build_object('id', stay.id, 'siaeName', siae.name, 'kind', stay.kind, 'first', stay.entry_day, 'last', stay.exit_day,
          'contracts', coalesce((
            select jsonb_agg(jsonb_build_object('id', contract.id, 'hireId', hire.id, 'type', known.type, 'firstDay', known.first_day,
              'lastDay', known.last_day, 'weeklyHours', known.weekly_hours, 'worksite', worksite.name, 'post', known.post, 'anomalies', coalesce((
                select jsonb_agg(jsonb_build_object('rule', anomaly.rule, 'facts', anomaly.facts) order by anomaly.since, anomaly.rule)
                from anomaly where anomaly.subject_id = contract.id and anomaly.resolved_at is null), '[]')) order by known.first_day desc)
            from contract
            join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
            left join worksite on worksite.id = known.worksite_id
            left join hire on hire.contract_id = contract.id
            where contract.stay_id = stay.id), '[]')) order by stay.entry_day desc)
        from siae_stay as stay join siae on siae.id = stay.siae_id
        where stay.person_id = ${personId} and stay.cancelled_at is null), '[]') as stays,
      coalesce((select jsonb_agg(to_jsonb(other)) from contracts_elsewhere(${personId}) as other), '[]') as elsewhere,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', application.id, 'siaeName', siae.name, 'state', application.state, 'sentOn', application.sent_on,
          'promisedOn', application.promised_on, 'received', exists (
            select from application_party as party where party.application_id = application.id and party.side = 'receiver'))
          order by application.sent_on desc, application.id desc)
        from application join siae on siae.id = application.receiver_siae_id
        where application.person_id = ${personId}), '[]') as applications`.execute(tx)
  const { stays, elsewhere, applications } = rows[0] ?? { stays: [], elsewhere: [], applications: [] }
  return {
    stays: stays.map(({ first, last, contracts, ...stay }) => ({
      ...stay,
      open: { first: day(first), last: dayOrNull(last) },
      contracts: contracts.map((each) => ({
        ...each,
        firstDay: day(each.firstDay),
        lastDay: dayOrNull(each.lastDay),
        weeklyHours: hours(each.weeklyHours),
      })),
    })),
    elsewhere: elsewhere.map((each) => ({ siaeName: each.siae_name, weeklyHours: hours(each.weekly_hours), counsellor: each.counsellor })),
    applications: applications.map((each) => ({ ...each, sentOn: day(each.sentOn), promisedOn: day(each.promisedOn) })),
  }
}
