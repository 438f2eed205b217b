import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
export const CACHE = `${ROOT}.cache/`
export const BASE = 'base-'

/** What the tables and the places of France are made from. */
const MADE_FROM = ['package-lock.json', 'packages/server/src/migrations/*.sql', 'packages/server/src/modules/territories/import/*.ts']

/**
 * Where the prepared base is, once made: the folder of an embedded database with its tables and the places of France, and nobody in it. It is the same on
 * every day, so that it is made once, when the project is installed, and a first start does not wait for it.
 */
export function baseFolder(): string {
  const state = createHash('sha256')
  for (const file of globSync(MADE_FROM, { cwd: ROOT }).sort()) state.update(file).update(readFileSync(`${ROOT}${file}`))
  return `${CACHE}${BASE}${state.digest('hex').slice(0, 16)}`
}

/** Begins a folder that holds no database from the one prepared, when there is one; the start makes what it does not find. */
export function beginFromBase(folder: string, base = baseFolder()): void {
  const place = `${folder}/pg`
  if (existsSync(place) || !existsSync(base)) return
  const copying = `${place}-${process.pid}`
  mkdirSync(folder, { recursive: true })
  cpSync(base, copying, { recursive: true })
  try {
    renameSync(copying, place)
  } catch {
    // Another start was quicker: the folder's lock will tell this one.
    rmSync(copying, { recursive: true })
  }
}
