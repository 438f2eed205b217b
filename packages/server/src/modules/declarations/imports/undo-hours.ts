import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../../platform/command/context.ts'
import { correctHours, hoursWritten, monthSheetsOf, type TypedHours, typeHours, type WrittenHours } from '../../employment/index.ts'
import { refuse } from '../import-messages.fr.ts'
import type { ImportedLine } from '../queries/import-runs.ts'

const NOTHING = { paid: null, worked: null, accompaniment: null, clause: null } as const

/** What stood before, typed again: nothing when nothing did. */
const asBefore = ({ stayId, hoursId, version, worksiteId, measure, before }: WrittenHours): TypedHours => ({
  stayId,
  hoursId,
  version,
  worksiteId,
  measure,
  ...(before ?? NOTHING),
})

/**
 * Takes back the hours of a file through the sheets of their months; hours that somebody changed since are why not, line by line. An act on a contract
 * stays: it is taken back where it is written.
 */
export async function undoHours(ctx: Ctx, lines: readonly ImportedLine[]): Promise<Outcome<null>> {
  const typed = lines.filter(({ recorded }) => recorded['hours'] !== undefined)
  const asked = typed.map(({ rank, recorded }) => ({ rank, hoursId: String(recorded['hours']), version: Number(recorded['version']) }))
  const written = await hoursWritten(ctx, asked)
  const changed = asked.filter(({ hoursId, version }) => !written.some((each) => each.hoursId === hoursId && each.now === version))
  if (changed.length > 0)
    return refuse('declarations/built-upon', { ranks: changed.map(({ rank }) => rank).join(', '), count: changed.length })
  const [first, last] = [written[0], written.at(-1)]
  if (!first || !last) return granted(null)
  const sheets = await monthSheetsOf(ctx, { siaeId: first.siaeId, first: first.month, last: last.month })
  for (const month of new Set(written.map((each) => each.month))) {
    const rows = written.filter((each) => each.month === month).map(asBefore)
    const target = { siaeId: first.siaeId, month, rows }
    const state = sheets.find((sheet) => sheet.month === month)?.state
    const undone =
      state === 'reopened' ? await correctHours.execute(ctx, { ...target, reason: 'Import annulé' }) : await typeHours.execute(ctx, target)
    if (!undone.ok) return { ok: false, refusals: undone.refusals.map(({ field: _box, ...refusal }) => refusal) }
  }
  return granted(null)
}
