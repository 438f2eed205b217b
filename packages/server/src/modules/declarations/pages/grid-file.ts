import { daysOf, isoMonth } from '@maillage/kernel'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { TABLE_KINDS } from '../../../platform/uploads/tables.ts'
import { downloadTables } from '../../../platform/uploads/write-tables.ts'
import { accompaniedInMonth } from '../../accompaniment/index.ts'
import { teamExample } from '../examples/team-example.ts'
import { factsGrid, ownFile } from '../grid/export-grid.ts'
import type { GridReading } from '../grid/understand-line.ts'
import { mayImportGrids } from '../policy.ts'
import { entriesTold } from '../queries/entries-told.ts'
import { gridTeam } from '../queries/grid-team.ts'
import { insertProduced, linesOf, runsOfMonth } from '../store.ts'
import { siaeAndMonth } from './import-grid-page.tsx'

const EDITIONS = ['structure', 'transmise', 'vierge', 'exemple']

/**
 * The monthly follow-up grid as a file. `structure`: the one that was imported, given back cell for cell with the facts of now, or made from the facts.
 * `transmise`: what may leave the structure, without the columns 11 to 14. `vierge`: the form.
 * `exemple`, in a demonstration: the team of the visitor, as badly kept as real files are, to be imported.
 */
export const gridFile = memberPage({
  path: '/heures/:siaeId/:mois/suivi',
  allowed: mayImportGrids,
  async get(request) {
    const found = await siaeAndMonth(request)
    const kind = TABLE_KINDS.find((each) => each === (text(request.query, 'format') || 'xlsx'))
    const edition = text(request.query, 'edition') || 'structure'
    if (!found || !kind || !EDITIONS.includes(edition) || (edition === 'exemple' && !request.demonstration)) return notFoundReply
    const { siae, month } = found
    const first = daysOf(month).first
    const { team, entries, accompanied, run, lines, today } = await request.read(async (ctx) => {
      const recorded = await runsOfMonth(ctx, { siaeId: siae.id, month: first, state: 'recorded' })
      const mine = recorded.find(({ recordedBy, layout }) => recordedBy === ctx.actor.accountId && layout !== null)
      const team = await gridTeam(ctx, { siaeId: siae.id, month })
      return {
        team,
        entries: await entriesTold(ctx, { stays: team.members.map(({ stayId }) => stayId), month }),
        accompanied: await accompaniedInMonth(ctx, { people: team.members.map(({ personId }) => personId), month }),
        run: mine,
        lines: mine ? await linesOf<GridReading>(ctx, mine.id) : [],
        today: ctx.today,
      }
    })
    const of = { siae, month, members: edition === 'vierge' ? [] : team.members, entries, accompanied }
    const layout = run?.layout ?? null
    const sent = edition === 'transmise'
    if (edition === 'exemple') return downloadTables(`suivi-${isoMonth(month)}-exemple`, kind, teamExample(of))
    const sheets =
      edition === 'structure' && layout !== null
        ? ownFile(lines, layout, team.members, today)
        : [factsGrid(of, sent ? 'sent' : 'own', layout === null ? undefined : { lines, layout })]
    const unitId = run?.unitId ?? request.actor.hat.units[0]
    if (edition !== 'vierge' && unitId !== undefined) {
      const stays = team.members.map(({ stayId }) => stayId)
      request.afterwards((ctx) =>
        insertProduced(ctx, {
          organisationId: siae.organisationId,
          unitId,
          siaeId: siae.id,
          runId: run?.id ?? null,
          edition: sent ? 'sent' : 'own',
          fileKind: kind,
          month: first,
          stays,
        }),
      )
    }
    return downloadTables(`suivi-${isoMonth(month)}${edition === 'structure' ? '' : `-${edition}`}`, kind, sheets)
  },
})
