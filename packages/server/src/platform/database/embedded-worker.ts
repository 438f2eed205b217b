// The worker thread that runs PostgreSQL compiled to WebAssembly, so that a long query never stops the server from answering.
import { writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import type { EmbeddedAnswer, EmbeddedRequest, EmbeddedStart } from './embedded-protocol.ts'

const start = workerData as EmbeddedStart
// Dates stay text and int8 becomes a guarded integer, as with `pg`.
const asText = (value: string) => value
const asInteger = (value: string) => {
  const integer = Number(value)
  if (!Number.isSafeInteger(integer)) throw new RangeError('An int8 value is too large to be exact')
  return integer
}
const database = await PGlite.create({
  ...(start.folder === null ? {} : { dataDir: start.folder }),
  ...(start.dump === null ? {} : { loadDataDir: new Blob([start.dump]) }),
  extensions: { btree_gist },
  parsers: { 20: asInteger, 1082: asText, 1114: asText, 1184: asText, 1700: asText },
})

function failure(error: unknown): NonNullable<EmbeddedAnswer['failure']> {
  const { message, code, constraint, detail, table, hint } = error as Record<string, string | undefined>
  return { message: message ?? String(error), code, constraint, detail, table, hint }
}

async function answer(request: EmbeddedRequest): Promise<NonNullable<EmbeddedAnswer['result']>> {
  if (request.kind === 'query') {
    const { rows, affectedRows } = await database.query(request.text, [...request.parameters])
    return { rows: rows as Record<string, unknown>[], affectedRows: affectedRows ?? rows.length }
  }
  if (request.kind === 'script') {
    const results = await database.exec(request.text)
    return { rows: results.flatMap(({ rows }) => rows as Record<string, unknown>[]), affectedRows: 0 }
  }
  if (request.kind === 'dump') await writeFile(request.path, Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()))
  if (request.kind === 'close') await database.close()
  return { rows: [], affectedRows: 0 }
}

parentPort?.on('message', (request: EmbeddedRequest) => {
  void answer(request).then(
    (result) => parentPort?.postMessage({ id: request.id, result } satisfies EmbeddedAnswer),
    (error: unknown) => parentPort?.postMessage({ id: request.id, failure: failure(error) } satisfies EmbeddedAnswer),
  )
})
parentPort?.postMessage({ id: 0, result: { rows: [], affectedRows: 0 } } satisfies EmbeddedAnswer)
