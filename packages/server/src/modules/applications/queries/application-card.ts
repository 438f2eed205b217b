import { type CalendarDate, day, type SiaeKind } from '@maillage/kernel'
import type { ApplicationRefusalReason, TransitionName } from '@maillage/rules/applications'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Application } from '../model.ts'
import { findApplication } from '../store.ts'

export interface Passage {
  readonly on: CalendarDate
  readonly transition: TransitionName
  readonly actor: 'sender' | 'receiver' | 'clock' | 'support'
  readonly reason: ApplicationRefusalReason | null
  readonly answer: string | null
}

/** An application with its structure, its sender when their name betrays nothing, and its history. */
export interface ApplicationCard {
  readonly application: Application
  readonly siae: { readonly name: string; readonly kind: SiaeKind; readonly organisationName: string; readonly commune: string }
  readonly senderName: string | null
  readonly passages: readonly Passage[]
}

interface Row {
  siae: ApplicationCard['siae']
  sender_name: string | null
  passages: readonly (Omit<Passage, 'on'> & { on: string })[]
}

/** One application as its two sides read it; undefined for anybody else. Two statements. */
export async function applicationCard(ctx: Pick<ReadCtx, 'tx'>, id: string): Promise<ApplicationCard | undefined> {
  const application = await findApplication(ctx, id)
  if (!application) return undefined
  const { rows } = await sql<Row>`
    select jsonb_build_object('name', siae.name, 'kind', siae.kind, 'organisationName', organisation.name, 'commune', commune.name) as siae,
      (select display_name from application_sender where application_id = ${id}) as sender_name,
      coalesce((
        select jsonb_agg(jsonb_build_object('on', passage.happened_on, 'transition', passage.transition, 'actor', passage.actor,
          'reason', passage.reason, 'answer', passage.answer) order by passage.recorded_at desc, passage.id desc)
        from application_transition as passage where passage.application_id = ${id}), '[]') as passages
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as commune on commune.id = siae.commune_id
    where siae.id = ${application.siaeId}`.execute(ctx.tx)
  const [row] = rows
  if (!row) return undefined
  const { siae, sender_name: senderName, passages } = row
  return { application, siae, senderName, passages: passages.map((each) => ({ ...each, on: day(each.on) })) }
}
