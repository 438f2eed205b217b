import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const VERSIONED = /^[0-9a-f]{16}\//

/** The files of a folder, and the version of them all: another content, another version. */
export function readAssets(folder: string): { readonly version: string; readonly files: ReadonlySet<string> } {
  const files = globSync('**/*.*', { cwd: folder }).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)))
  return { version: hash.digest('hex').slice(0, 16), files: new Set(files) }
}

/**
 * Serves the style sheet, the fonts and the islands under the version of their content: a browser keeps them a year and asks again when they change.
 * A page of the version before, or an address without version, is sent to the present one. Answers the address of the folder.
 */
export async function serveAssets(server: FastifyInstance, folder: string): Promise<string> {
  const { version, files } = readAssets(folder)
  const base = `/assets/${version}`
  await server.register(fastifyStatic, { root: folder, prefix: `${base}/`, immutable: true, maxAge: '365d', decorateReply: false })
  server.get('/assets/*', (request, reply) => {
    const asked = (request.params as Record<string, string>)['*']?.replace(VERSIONED, '') ?? ''
    return files.has(asked) ? reply.header('cache-control', 'no-store').redirect(`${base}/${asked}`, 302) : reply.callNotFound()
  })
  return base
}
