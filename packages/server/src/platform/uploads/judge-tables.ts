import { refuseUpload } from './messages.fr.ts'
import type { Tables } from './tables.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

/** Why tables are more than an import reads; undefined when they are not. */
export function judgeTables({ sheets }: Tables) {
  if (sheets.length > UPLOAD_LIMITS.sheets) return refuseUpload('uploads/too-many-sheets', { most: UPLOAD_LIMITS.sheets })
  let text = 0
  for (const { name, rows } of sheets) {
    if (rows.length > UPLOAD_LIMITS.rows) return refuseUpload('uploads/too-many-rows', { sheet: name, most: UPLOAD_LIMITS.rows })
    for (const row of rows) {
      if (row.length > UPLOAD_LIMITS.columns) return refuseUpload('uploads/too-many-columns', { sheet: name, most: UPLOAD_LIMITS.columns })
      for (const value of row) {
        if (typeof value !== 'string') continue
        text += value.length
        if (value.length > UPLOAD_LIMITS.cell || text > UPLOAD_LIMITS.text) return refuseUpload('uploads/too-much-text')
      }
    }
  }
  return sheets.some(({ rows }) => rows.length > 0) ? undefined : refuseUpload('uploads/nothing-in-it')
}
