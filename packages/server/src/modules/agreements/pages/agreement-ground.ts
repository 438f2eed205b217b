import type { Crumb } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { AgreedSiae, RecordedAnnex } from '../model.ts'
import { mayReadAgreement, mayReadTerritory, mayRecord } from '../policy.ts'
import { agreedSiae } from '../queries/agreed-siae.ts'
import { type AgreementFile, agreementFile } from '../queries/agreement-file.ts'
import { reachOf } from '../queries/reach-of.ts'

/** The file of a structure, for a reader who may open it. */
export interface AgreementGround extends AgreementFile {
  readonly siae: AgreedSiae
  /** Whether this reader also writes here. */
  readonly records: boolean
  readonly ctx: Pick<ReadCtx, 'law' | 'today'>
}

/** The file of the structure that the address names; undefined when it does not exist or is not for this reader. */
export async function agreementGround(request: PageRequest<Member>): Promise<AgreementGround | undefined> {
  const siaeId = recordId(request.params['siaeId'])
  if (!siaeId) return undefined
  return request.read(async (ctx) => {
    const siae = await agreedSiae(ctx, siaeId)
    const reach = await reachOf(ctx)
    if (!siae || !mayReadAgreement(request.actor, reach, siae)) return undefined
    return {
      siae,
      records: mayRecord(request.actor, reach, siae),
      ctx: { law: ctx.law, today: ctx.today },
      ...(await agreementFile(ctx, siaeId)),
    }
  })
}

/** The same, for who may write there. */
export async function recordingGround(request: PageRequest<Member>): Promise<AgreementGround | undefined> {
  const ground = await agreementGround(request)
  return ground?.records ? ground : undefined
}

/** The same, with the annex that the address names, which nobody took back. */
export async function annexGround(
  request: PageRequest<Member>,
): Promise<(AgreementGround & { readonly annex: RecordedAnnex }) | undefined> {
  const ground = await recordingGround(request)
  const annex = ground?.annexes.find(({ id, cancellation }) => id === request.params['id'] && cancellation === null)
  return ground && annex && { ...ground, annex }
}

/** Where the reader is, below the file of a structure. */
export function crumbsOf(request: PageRequest<Member>, { siae }: Pick<AgreementGround, 'siae'>, here?: string): readonly Crumb[] {
  const list = mayReadTerritory(request.actor)
    ? { label: 'Conventions', href: '/conventions' }
    : { label: 'Ma convention', href: '/ma-convention' }
  return [
    { label: 'Accueil', href: '/' },
    list,
    ...(here ? [{ label: siae.name, href: `/conventions/${siae.id}` }, { label: here }] : [{ label: siae.name }]),
  ]
}
