import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody else uses the data folder; the message is for the person who starts the server. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: number) {
    super(
      `Le dossier de données « ${folder} » est déjà utilisé par le processus ${holder}. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.`,
    )
    this.name = 'FolderInUse'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, where the system tells it: numbers are given again, above all to the first processes of a container. */
function beginningOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

interface Holder {
  readonly pid: number
  readonly living: boolean
}

/** Who wrote a lock; undefined when nobody did or nobody can be read in it. */
function holderOf(path: string): Holder | undefined {
  const written = contentOf(path)
  const [, pid, beginning] = /^([1-9]\d*)(?: (\d+))?$/.exec(written) ?? []
  if (pid === undefined) return undefined
  const same = beginning === undefined || beginningOf(Number(pid)) === beginning
  return { pid: Number(pid), living: isAlive(Number(pid)) && same }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Creates a file with its content at once: nobody ever sees it empty. False when it exists. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

const pause = (milliseconds: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/**
 * Removes a lock whose holder is gone. One process at a time does it: two that both saw the dead holder would else remove
 * the lock that the first of them had just taken.
 */
function removeStale(path: string, mark: string): void {
  const gate = `${path}.takeover`
  if (!createWhole(gate, mark)) {
    if (holderOf(gate)?.living !== true) rmSync(gate, { force: true })
    pause(20)
    return
  }
  try {
    if (holderOf(path)?.living !== true) rmSync(path, { force: true })
  } finally {
    rmSync(gate, { force: true })
  }
}

/**
 * Takes a folder for this process alone. Two embedded databases on one folder corrupt it, and nothing below us refuses the second.
 * A lock whose process is gone (a kill, a power cut) is taken over.
 * @returns what gives the folder back
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'maillage.lock')
  const mark = `${process.pid} ${beginningOf(process.pid)}`.trim()
  while (!createWhole(path, mark)) {
    const holder = holderOf(path)
    if (holder?.living) throw new FolderInUse(folder, holder.pid)
    removeStale(path, mark)
  }
  return () => {
    if (contentOf(path) === mark) rmSync(path, { force: true })
  }
}
