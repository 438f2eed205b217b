import { createHash } from 'node:crypto'
import { frenchShortDate } from '@maillage/kernel'
import { csvRows } from '../../../platform/documents/read-csv.ts'
import { type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { uploadSentence } from '../../../platform/uploads/messages.fr.ts'
import { type CellValue, isDay } from '../../../platform/uploads/tables.ts'
import { readUpload } from '../../../platform/uploads/upload.ts'
import type { Layout } from '../layouts/layout.ts'
import { recogniseColumns, titleRow } from '../layouts/recognise-columns.ts'
import type { ImportSource } from './import-fields.ts'

type Rows = readonly (readonly string[])[]

const DECIMALS = 1e6

/** A cell as somebody would type it. */
function cellText(value: CellValue): string {
  if (value === null) return ''
  if (isDay(value)) return frenchShortDate(value.day)
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non'
  // What a binary number adds at the end is not written by anybody.
  return typeof value === 'number' ? String(Math.round(value * DECIMALS) / DECIMALS).replace('.', ',') : value
}

/** The rows that came with the form: those of the file, sheet by sheet, or those that were pasted; or the sentence that says what to do. */
export async function sentRows(
  request: SubmitRequest<Member>,
): Promise<{ readonly sheets: readonly Rows[]; readonly source: ImportSource } | { readonly fault: string }> {
  const pasted = String(request.form['pasted'] ?? '')
  if (request.upload.state === 'none') {
    if (text(request.form, 'pasted') === '') return { fault: 'Choisissez un fichier, ou collez ses lignes avec leurs titres de colonnes.' }
    const bytes = new TextEncoder().encode(pasted)
    const source = {
      name: 'Lignes collées',
      kind: 'csv',
      size: bytes.length,
      fingerprint: createHash('sha256').update(bytes).digest('hex'),
    } as const
    return { sheets: [csvRows(pasted)], source }
  }
  const read = await readUpload(request.upload)
  if (!read.ok) return { fault: read.refusals.map(uploadSentence).join(' ') }
  const { name, size, fingerprint, tables } = read.value
  return {
    sheets: tables.sheets.map(({ rows }) => rows.map((row) => row.map(cellText))),
    source: { name, kind: tables.kind, size, fingerprint },
  }
}

/** Of several sheets, the one whose titles are most like ours. */
export function mostNamed(layout: Layout, sheets: readonly Rows[], remembered: Readonly<Record<string, string>>): Rows {
  const named = (rows: Rows) => Object.keys(recogniseColumns(layout, rows[titleRow(layout, rows, remembered)] ?? [], remembered)).length
  return sheets.reduce<Rows>((best, rows) => (named(rows) > named(best) ? rows : best), sheets[0] ?? [])
}
