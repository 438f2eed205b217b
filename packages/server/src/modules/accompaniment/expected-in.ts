import { type PageRequest, text } from '../../platform/http/page-request.ts'
import { recordId } from '../../platform/http/record-id.ts'
import type { Member } from '../../platform/http/slice.ts'
import { type WaitingStep, waitingStep } from './queries/waiting-step.ts'

/** What comes next that the address says is being done, when it is of this person and still waits. */
export async function expectedIn(request: PageRequest<Member>, personId: string): Promise<WaitingStep | undefined> {
  const of = recordId(text(request.query, 'suite'))
  const expected = of === undefined ? undefined : await request.read((ctx) => waitingStep(ctx, of))
  return expected?.personId === personId ? expected : undefined
}
