import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { Unit } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findUnit } from '../store.ts'

/** The team of the address, when the reader may change it; closed ones too, so that a form sent twice gets the same answer. */
export async function steeredUnit(request: PageRequest<Member>): Promise<Unit | undefined> {
  const id = recordId(request.params['id'])
  const unit = id && (await request.read((ctx) => findUnit(ctx, id)))
  return unit && maySteer(request.actor, unit) ? unit : undefined
}
