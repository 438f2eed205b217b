import { frenchMonth, monthOf } from '@maillage/kernel'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { monthHref } from '../../employment/index.ts'
import type { GridReading } from '../grid/understand-line.ts'
import type { ImportLine, ImportRun } from '../import-run.ts'
import { mayImportGrids } from '../policy.ts'
import { type GridTeam, gridTeam } from '../queries/grid-team.ts'
import { findRun, linesOf } from '../store.ts'

/** A run as its author reads it. */
export interface RunShown {
  readonly run: ImportRun
  readonly lines: readonly ImportLine<GridReading>[]
  readonly team: GridTeam
}

export const runHref = (id: string, under = ''): string => `/imports/${id}${under}`

/** The run that an address names, when it is mine to read; six statements at most. */
export async function shownRun(request: PageRequest<Member>): Promise<RunShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined || !mayImportGrids(request.actor)) return undefined
  return request.read(async (ctx) => {
    const run = await findRun(ctx, id)
    if (run?.kind !== 'grid-g1' || run.recordedBy !== request.actor.accountId || run.siaeId === null || run.month === null) return undefined
    const lines = await linesOf<GridReading>(ctx, id)
    return { run, lines, team: await gridTeam(ctx, { siaeId: run.siaeId, month: monthOf(run.month) }) }
  })
}

export const crumbsOfRun = ({ siaeId, month, id, fileName }: ImportRun, here?: string) => [
  { label: 'Accueil', href: '/' },
  ...(siaeId && month ? [{ label: `Heures, ${frenchMonth(monthOf(month))}`, href: monthHref(siaeId, monthOf(month)) }] : []),
  { label: 'Imports', href: '/imports' },
  ...(here ? [{ label: fileName, href: runHref(id) }, { label: here }] : [{ label: fileName }]),
]
