import { isoDate } from '@maillage/kernel'
import { applicationStateLabels, refusalReasonLabels } from '@maillage/rules/applications'
import { readSort } from '@maillage/ui'
import { stringify } from 'csv-stringify/sync'
import { memberPage } from '../../../platform/http/page.ts'
import { download } from '../../../platform/http/reply.ts'
import { mayReceive } from '../policy.ts'
import { APPLICATION_ORDERS, applicationRegister } from '../queries/application-register.ts'
import { readFilters } from './list-parts.tsx'

const HEAD = [
  'Personne',
  'Structure',
  'Poste souhaité',
  'Reçue le',
  'Réponse promise le',
  'État',
  'Raison du refus',
  'Proposée par',
  'Message',
]
const EDITION =
  'Édition partenaires : les colonnes « Raison du refus », « Proposée par » et « Message » sont vides, elles pourraient en dire trop sur la personne.'

/** The list shown, whole, in the partners' edition: what could tell of a person's life is left empty, and the file says so. */
export const receivedExport = memberPage({
  path: '/candidatures/export',
  allowed: mayReceive,
  async get({ query, read }) {
    const filters = readFilters(query, 'receiver')
    const sort = readSort(query, APPLICATION_ORDERS, { key: 'attente', direction: 'ascending' })
    const { rows, today } = await read(async (ctx) => ({
      rows: (await applicationRegister(ctx, filters, sort, null)).rows,
      today: ctx.today,
    }))
    const lines = rows.map((row) => [
      row.personName ?? '',
      row.siaeName,
      row.wantedPost ?? '',
      isoDate(row.sentOn),
      isoDate(row.promisedOn),
      applicationStateLabels[row.state] + (row.reason === 'no-answer-in-time' ? ` (${refusalReasonLabels['no-answer-in-time']})` : ''),
      '',
      '',
      '',
    ])
    // A cell that begins like a formula would be run by a spreadsheet.
    const content = stringify([HEAD, ...lines, [EDITION]], {
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    })
    return download(`candidatures-${isoDate(today)}.csv`, 'text/csv; charset=utf-8', content)
  },
})
