import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { ConnectionSource } from '../database/connection.ts'
import { type EmbeddedSource, openEmbedded } from '../database/embedded.ts'
import { migrations, rolesScript } from '../database/migrations.ts'
import { prepareEmbedded } from '../database/open-database.ts'
import { openPostgresql } from '../database/postgresql.ts'

const CACHE = fileURLToPath(new URL('../../../../../.cache/', import.meta.url))

/** Where a PostgreSQL server for tests listens, as a superuser; absent, tests run on the embedded database. */
export const testServerUrl = (): string | undefined => process.env['TEST_DATABASE_URL'] || undefined

/** The file of a migrated embedded database, made once for each state of the migrations. */
export async function embeddedTemplate(): Promise<string> {
  const state = createHash('sha256').update(rolesScript())
  for (const { checksum } of migrations()) state.update(checksum)
  const path = `${CACHE}embedded-${state.digest('hex').slice(0, 16)}.tar`
  if (existsSync(path)) return path
  mkdirSync(CACHE, { recursive: true })
  const source = await openEmbedded({ folder: null })
  await prepareEmbedded(source)
  await source.dump(`${path}.${process.pid}`)
  await source.end()
  renameSync(`${path}.${process.pid}`, path)
  return path
}

const TEMPLATE = 'maillage_template'

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Name of the template on the test server; `tools/test.mjs` fills it before the tests start. */
export const postgresqlTemplate = TEMPLATE

/** An empty migrated database of its own, that may commit. As a superuser: the opener takes the role. */
export async function freshDatabase(): Promise<{ readonly source: ConnectionSource; readonly url: string | null; drop(): Promise<void> }> {
  const server = testServerUrl()
  if (server === undefined) {
    const source: EmbeddedSource = await openEmbedded({ folder: null, dump: new Uint8Array(readFileSync(await embeddedTemplate())) })
    return { source, url: null, drop: () => source.end() }
  }
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await onServer(server, `create database ${name} template ${TEMPLATE}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const source = openPostgresql(url.href)
  return {
    source,
    url: url.href,
    drop: async () => {
      await source.end()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

/** A database with nothing in it, not even the schema: what a restore or an import begins from. */
export async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = testServerUrl()
  if (server === undefined) throw new Error('An empty embedded database is a folder that does not exist')
  const name = `empty_${process.pid}_${Math.random().toString(36).slice(2)}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}
