import type { Outcome } from '@maillage/kernel'
import { granted } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { Application } from './model.ts'
import { mayAnswer } from './policy.ts'
import { findApplication } from './store.ts'

/** The application that this actor may answer, as it was when they read it; without a version, as it is now. */
export async function answerable(ctx: Ctx, id: string, version?: number): Promise<Outcome<Application>> {
  const application = await findApplication(ctx, id)
  if (!application) return notFound()
  if (!mayAnswer(ctx.actor, application)) return refuse('applications/not-yours-to-answer')
  return version === undefined || version === application.version ? granted(application) : refuse('platform/stale')
}
