import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type LockEntry, type PackageLicence, productionLicences } from './production-licences.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

function json<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined
}

interface Description {
  readonly license?: string | { readonly type?: string }
}

function declared(at: string): string | undefined {
  const licence = json<Description>(`${ROOT}${at}/package.json`)?.license
  return typeof licence === 'object' ? licence.type : licence
}

/** The licences of what is installed to run the programme. */
export function readLicences(): PackageLicence[] {
  const lock = json<{ packages: Record<string, LockEntry> }>(`${ROOT}package-lock.json`)
  return productionLicences(lock?.packages ?? {}, declared)
}
