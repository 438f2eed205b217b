import { centiHours, cents, type SiaeKind } from '@maillage/kernel'
import { agreementAnomalySentence, annexAnomalies, centiPosts } from '@maillage/rules/agreements'
import { z } from 'zod'
import type { ReadCtx } from '../../platform/command/read.ts'
import { annexFields } from './act-schema.ts'
import type { FileLine } from './annex-file.ts'
import { messages } from './messages.fr.ts'
import type { AgreedSiae } from './model.ts'
import { agreementFiles } from './queries/agreement-file.ts'
import { reachOf } from './queries/reach-of.ts'
import { siaesToImport } from './queries/siaes-to-import.ts'
import { judgeAnnex, type ReadAnnex } from './sign-on.ts'

/** A line of a file, as it will be recorded or with every reason why not; what the law would say otherwise stands beside. */
export type JudgedLine = { readonly rank: number; readonly siaeName: string | null; readonly cells: FileLine['cells'] } & (
  | {
      readonly understood: true
      readonly siae: AgreedSiae
      readonly agreementId: string
      readonly annex: ReadAnnex
      readonly anomalies: readonly string[]
    }
  | { readonly understood: false; readonly reasons: readonly string[] }
)

const lineSchema = z.object(annexFields)

const sentenceOf = ({ code, details }: { readonly code: string; readonly details?: object }): string =>
  (messages as Record<string, ((details: never) => string) | undefined>)[code]?.((details ?? {}) as never) ?? code

/** What the law says otherwise of an annex that is only read. */
function anomaliesOf(law: ReadCtx['law'], kind: SiaeKind, annex: ReadAnnex): readonly string[] {
  const { cofinancingDepartement: departement, cofinancingTotal: total } = annex
  return annexAnomalies(law, {
    kind,
    measure: annex.measure,
    departement: '',
    period: { first: annex.firstDay, last: annex.lastDay },
    posts: centiPosts(annex.posts),
    knownOn: annex.signedOn,
    amendments: [],
    ...(annex.hoursOfOneFte === null ? {} : { hoursOfOneFte: centiHours(annex.hoursOfOneFte) }),
    ...(departement === null || total === null ? {} : { cofinancing: { departement: cents(departement), total: cents(total) } }),
  }).map(({ code, details }) => agreementAnomalySentence({ code, details }))
}

/** Holds each line of a file against the structures of the officer's territory and what they already have, those above it included. */
export async function judgeAnnexFile(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today' | 'law'>,
  lines: readonly FileLine[],
): Promise<readonly JudgedLine[]> {
  const siaes = await siaesToImport(ctx, (await reachOf(ctx)).authorityOn)
  const found = lines.map(({ cells }) => siaes.find(({ siret, kind }) => siret === cells.siret && kind === cells.kind))
  const files = await agreementFiles(ctx, [...new Set(found.flatMap((siae) => (siae ? [siae.id] : [])))])
  const above = new Map<string, ReadAnnex[]>()
  return lines.map(({ rank, cells }, at): JudgedLine => {
    const siae = found[at]
    const file = siae && files.get(siae.id)
    const parsed = lineSchema.safeParse(cells)
    const unknown = siae ? [] : ['Aucune structure de votre territoire n’a ce SIRET et ce type.']
    const known = { rank, cells, siaeName: siae?.name ?? null }
    const wrong = parsed.error?.issues.map(({ message }) => `${message}.`) ?? []
    if (!siae || !file || !parsed.success) return { ...known, understood: false, reasons: [...unknown, ...wrong] }
    const annex = parsed.data
    const others = above.get(siae.id) ?? []
    const judged = judgeAnnex(ctx, { siae, ...file }, annex, others)
    if (!judged.ok) return { ...known, understood: false, reasons: judged.refusals.map(sentenceOf) }
    above.set(siae.id, [...others, annex])
    return {
      ...known,
      understood: true,
      siae,
      agreementId: judged.value.agreementId,
      annex,
      anomalies: anomaliesOf(ctx.law, siae.kind, annex),
    }
  })
}
