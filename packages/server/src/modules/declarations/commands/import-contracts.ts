import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { unitFor } from '../../applications/index.ts'
import { type Employer, employer, mayEmploy, recordContract, renewContract } from '../../employment/index.ts'
import { recordEntry } from '../../hiring/index.ts'
import { refuse } from '../import-messages.fr.ts'
import { CONTRACTS_ROLES, mayImportContracts } from '../import-policy.ts'
import { importFields } from '../imports/import-fields.ts'
import { type JudgedContract, judgeContractsFile } from '../imports/judge-contracts.ts'
import { sentTable } from '../imports/sent-table.ts'
import { contractsLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { type RecordedLine, recordRun, rememberTitles } from '../store-imports.ts'

const schema = z.object({ siaeId: z.uuid('Choisissez la structure'), ...importFields })

interface Written {
  readonly contractId: string
  readonly hireId?: string
}

/** Records one line by the command of its act: an entry, another contract, a renewal of the one before. */
async function writeLine(
  ctx: Ctx,
  { siae, unitId }: { readonly siae: Employer; readonly unitId: string },
  line: JudgedContract,
  writtenOf: ReadonlyMap<number, Written>,
): Promise<Outcome<Written>> {
  const { personId, place, worksiteId, values } = line
  const { type, firstDay, lastDay, weeklyHours, post, market, lot, clauseKind } = values
  if (personId === null || place === null || type === null || firstDay === null) return notFound()
  const terms = { type, firstDay, lastDay, weeklyHours, worksiteId, post, market, lot, clauseKind }
  if (place.act === 'entry') return recordEntry.execute(ctx, { ...terms, personId, siaeId: siae.id })
  if (place.act !== 'renewal') return recordContract.execute(ctx, { ...terms, personId, siaeId: siae.id, unitId })
  const of = 'contractId' in place.of ? place.of : { contractId: writtenOf.get(place.of.rank)?.contractId ?? '', version: 1 }
  const { type: _same, ...renewed } = terms
  return renewContract.execute(ctx, { ...of, ...renewed })
}

/**
 * Records the contracts of a file, all of its lines or none, each by the command of the screen: what the law says otherwise of one is noted, never
 * refused. The same file sent again changes nothing.
 */
export const importContracts = command({
  name: 'declarations/import-contracts',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, table, titles, source }) {
    const siae = await employer(ctx, siaeId)
    if (!siae || !mayEmploy(ctx.actor, siae)) return notFound()
    if (!mayImportContracts(ctx.actor)) return refuse('declarations/import-not-yours')
    const unitId = await unitFor(ctx, siaeId)
    if (unitId === undefined) return refuse('declarations/team-needed')
    const lines = readLines(contractsLayout, sentTable(contractsLayout, table))
    const seen = await judgeContractsFile(ctx, siae, lines)
    for (const id of new Set(seen.flatMap(({ personId }) => personId ?? []).toSorted())) await lock(ctx, 'person', id)
    // Read again: somebody may have recorded one of them meanwhile.
    const judged = await judgeContractsFile(ctx, siae, lines)
    const refused = judged.filter(({ state }) => state === 'refused').length
    if (refused > 0) return refuse('declarations/import-not-understood', { count: refused })
    const writing = judged
      .filter(({ state }) => state === 'new')
      .toSorted((a, b) => (a.values.firstDay ?? 0) - (b.values.firstDay ?? 0) || a.rank - b.rank)
    if (writing.length === 0) return refuse('declarations/nothing-to-import')
    const written = new Map<number, Written>()
    const recorded: RecordedLine[] = []
    for (const line of writing) {
      const done = await writeLine(ctx, { siae, unitId }, line, written)
      if (!done.ok) return { ok: false, refusals: done.refusals.map(({ field: _box, ...refusal }) => refusal) }
      written.set(line.rank, done.value)
      const { contractId, hireId } = done.value
      recorded.push({
        rank: line.rank,
        personId: line.personId,
        recorded: { contract: contractId, ...(hireId === undefined ? {} : { hire: hireId }) },
      })
    }
    const run = { organisationId: siae.organisationId, siaeId, kind: 'contracts' } as const
    await rememberTitles(ctx, run, titles)
    const runId = await recordRun(ctx, { ...run, unitId, readers: CONTRACTS_ROLES, source, lines: recorded })
    return granted({ runId, count: recorded.length })
  },
  trace: ({ siaeId }, { runId }) => ({ subjects: { siae: siaeId, import: runId }, fields: ['file'] }),
})
