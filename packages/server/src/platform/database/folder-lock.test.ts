import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { FolderInUse, lockFolder } from './folder-lock.ts'

function withFolder(body: (folder: string, lock: string) => Promise<void> | void): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-lock-'))
    try {
      await body(folder, join(folder, 'maillage.lock'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const TAKER = `
  const { lockFolder } = await import(process.argv[1])
  try {
    lockFolder(process.argv[2])
    console.log('taken')
  } catch {
    console.log('refused')
  }
  setInterval(() => {}, 1000)`

/** Another process that tries to take the folder, says whether it did, and stays. */
const taker = (folder: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', TAKER, new URL('./folder-lock.ts', import.meta.url).href, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test(
  'the second is refused in French, with the process that holds the folder and what to do',
  withFolder((folder) => {
    const unlock = lockFolder(folder)
    assert.throws(
      () => lockFolder(folder),
      (error: unknown) =>
        error instanceof FolderInUse && new RegExp(`déjà utilisé par le processus ${process.pid}\\. Arrêtez-le`).test(error.message),
    )
    unlock()
    lockFolder(folder)()
  }),
)

test(
  'nobody else may read the folder',
  withFolder((folder, lock) => {
    const unlock = lockFolder(join(folder, 'inner'))
    assert.equal(statSync(join(folder, 'inner')).mode & 0o077, 0)
    assert.equal(statSync(join(folder, 'inner', 'maillage.lock')).mode & 0o077, 0)
    unlock()
    assert.ok(!existsSync(lock))
  }),
)

test(
  'the lock of a process that is gone is taken over',
  withFolder((folder, lock) => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    for (const stale of [String(pid), '', 'not a number', '0', '-1']) {
      writeFileSync(lock, stale)
      const unlock = lockFolder(folder)
      assert.equal(readFileSync(lock, 'utf8').split(' ')[0], String(process.pid), `after « ${stale} »`)
      unlock()
    }
  }),
)

test(
  'a living process that was given the number of the dead one does not hold the folder',
  withFolder((folder, lock) => {
    // After a restart of the machine, or of a container, the same number is often somebody else, or ourselves.
    const unlock = lockFolder(folder)
    const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ')
    unlock()
    if (start === '') return
    writeFileSync(lock, `${pid} ${Number(start) - 1}`)
    lockFolder(folder)()
  }),
)

test(
  'giving the folder back does not take it from the one who has it now',
  withFolder((folder, lock) => {
    const unlock = lockFolder(folder)
    writeFileSync(lock, '1 1')
    unlock()
    assert.equal(readFileSync(lock, 'utf8'), '1 1')
  }),
)

test(
  'of several who find a stale lock at the same instant, one takes it',
  withFolder(async (folder, lock) => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(lock, String(pid))
    const takers = Array.from({ length: 6 }, () => taker(folder))
    const answers = await Promise.all(
      takers.map(async ({ stdout }) => {
        const [said] = (await once(stdout, 'data')) as [Buffer]
        return said.toString().trim()
      }),
    )
    // Each one stays until all have answered: a folder given back would be taken again, and rightly.
    for (const each of takers) each.kill()
    assert.deepEqual(answers.sort(), ['refused', 'refused', 'refused', 'refused', 'refused', 'taken'])
  }),
)
