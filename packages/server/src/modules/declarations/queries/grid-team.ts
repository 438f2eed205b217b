import { addDays, type CalendarDate, daysOf, type Month, type OpenPeriod } from '@maillage/kernel'
import type { ExitReason } from '@maillage/rules/exits'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { monthSheetsOf, monthTeam, type TeamMember } from '../../employment/index.ts'
import { exitsOf } from '../../exits/index.ts'
import { ageOn, findPeople, type Sex } from '../../people/index.ts'

/** Somebody of the structure, with what a grid can be compared to. */
export interface GridMember {
  readonly stayId: string
  readonly personId: string
  readonly unitId: string
  readonly name: string
  readonly birthName: string
  readonly sex: Sex | null
  /** In full years at the end of the month; null when the birth is not known well enough. */
  readonly age: number | null
  readonly open: OpenPeriod
  readonly contracts: TeamMember['contracts']
  readonly hours: TeamMember['hours']
  readonly exit: { readonly on: CalendarDate; readonly reason: ExitReason; readonly version: number } | null
}

export interface GridTeam {
  readonly members: readonly GridMember[]
  /** Whether the hours of the month may still be typed. */
  readonly monthOpen: boolean
}

const DAYS_BEFORE = 100

/** The people of a structure in a month, those who left in the three months before included. Four statements. */
export async function gridTeam(ctx: ReadCtx, { siaeId, month }: { readonly siaeId: string; readonly month: Month }): Promise<GridTeam> {
  const { first, last } = daysOf(month)
  const team = await monthTeam(ctx, { siaeId, month, withLeavers: true })
  const people = new Map((await findPeople(ctx, { typed: '', page: null })).rows.map((person) => [person.id, person]))
  const exits = await exitsOf(ctx, { siaeId, first: addDays(first, -DAYS_BEFORE), last: addDays(ctx.today, 400) })
  const [sheet] = await monthSheetsOf(ctx, { siaeId, first: month, last: month })
  return {
    monthOpen: first <= ctx.today && (sheet === undefined || sheet.state === 'missing' || sheet.state === 'draft'),
    members: team.map(({ endedOn: _endedOn, unitName: _unitName, ...member }): GridMember => {
      const person = people.get(member.personId)
      const exit = exits.find(({ stayId }) => stayId === member.stayId)
      return {
        ...member,
        birthName: person?.birthName ?? '',
        sex: person?.sex ?? null,
        age: person ? ageOn(person.birth, last) : null,
        exit: exit ? { on: exit.exitOn, reason: exit.reason, version: exit.version } : null,
      }
    }),
  }
}
