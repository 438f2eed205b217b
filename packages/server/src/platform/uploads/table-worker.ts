// The thread that reads one file of somebody, or writes one, then ends. What it costs ends with it.
import { parentPort, workerData } from 'node:worker_threads'
import { judgeBytes } from './judge-bytes.ts'
import { judgeTables } from './judge-tables.ts'
import { refuseUpload, type UploadRefusal } from './messages.fr.ts'
import { readCsvTable } from './read-csv-table.ts'
import type { TableAnswer, TableOrder } from './table-protocol.ts'
import type { Tables } from './tables.ts'
import { DamagedZip, ZipBomb } from './zip-entries.ts'

async function read(bytes: Uint8Array, sheetName: string): Promise<TableAnswer> {
  const kind = judgeBytes(bytes)
  if (!kind.ok) return { refusals: kind.refusals as readonly UploadRefusal[] }
  try {
    const sheets = kind.value === 'csv' ? [readCsvTable(bytes, sheetName)] : (await import('./read-workbook.ts')).readWorkbook(bytes)
    const tables: Tables = { kind: kind.value, sheets }
    const fault = judgeTables(tables)
    return fault ? { refusals: fault.refusals } : { tables }
  } catch (error) {
    if (error instanceof ZipBomb) return refuseUpload('uploads/unfolds-too-much')
    // The library throws what it likes on a file that is not well formed.
    if (error instanceof DamagedZip || kind.value !== 'csv') return refuseUpload('uploads/damaged')
    throw error
  }
}

const order = workerData as TableOrder
const answer: TableAnswer =
  order.order === 'read'
    ? await read(order.bytes, order.sheetName)
    : { written: await (await import('./write-workbook.ts')).writeWorkbook(order.kind, order.sheets) }
parentPort?.postMessage(answer)
