import type { CalendarDate, Law } from '@maillage/kernel'
import { monthOf } from '@maillage/kernel'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadAgreement, reachOf } from '../../agreements/index.ts'
import { monthsOf, yearOf } from '../model.ts'
import { aidOf, type SiaeAid } from '../queries/aid-of.ts'
import { type Statement, statementsOf } from '../queries/statements-of.ts'

/** What a page of the aid shows: for those who read the agreement, and them only. */
export interface AidGround {
  readonly aid: SiaeAid
  readonly statements: readonly Statement[]
  readonly law: Law
  readonly today: CalendarDate
}

/** The aid of the structure and the year that the address names; this year when it names none. */
export async function aidGround(request: PageRequest<Member>): Promise<AidGround | undefined> {
  const siaeId = recordId(request.params['siaeId'])
  if (!siaeId) return undefined
  return request.read(async (ctx) => {
    const asked = text(request.query, 'annee')
    const year = /^20\d\d$/.test(asked) ? Number(asked) : yearOf(monthOf(ctx.today))
    const aid = await aidOf(ctx, { siaeId, year })
    if (!aid || !mayReadAgreement(request.actor, await reachOf(ctx), aid.siae)) return undefined
    return { aid, statements: await statementsOf(ctx, { siaeId, ...monthsOf(year) }), law: ctx.law, today: ctx.today }
  })
}
