import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../command/context.ts'
import type { Tx } from '../database/database.ts'
import { committedTest, TEST_DAY, type World } from '../testing/database-test.ts'
import { sealAudit, sealBatch } from './seal-audit.ts'
import { auditSentences, verifyAudit } from './verify-audit.ts'

const context = contextOfNobody(day(TEST_DAY))
const asJob = <T>({ database }: World, work: (tx: Tx) => Promise<T>) => database.transaction({ role: 'maillage_job', context }, work)
const state = (world: World, known?: Parameters<typeof verifyAudit>[1]) => asJob(world, (tx) => verifyAudit(tx, known))

async function write(world: World, at: string, tx?: Tx): Promise<string> {
  const id = randomUUID()
  const line = (open: Tx) =>
    sql`insert into audit (id, recorded_at, role, screen, command, outcome, subjects, fields, request_id)
      values (${id}, ${at}, 'director', 'tests', 'tests/write', 'done', '{"siae":"a"}', '{name}', ${randomUUID()})`.execute(open)
  await (tx ? line(tx) : asJob(world, line))
  return id
}

/** Three lines of three days, one seal a day. */
async function threeDays(world: World): Promise<readonly string[]> {
  const ids: string[] = []
  for (const at of ['2026-11-18T10:00:00Z', '2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z']) {
    ids.push(await write(world, at))
    await sealAudit.run(world)
  }
  return ids
}

/** As a superuser who also silences the triggers: what the roles and the triggers forbid is not what the seals are for. */
async function tamper(world: World, statement: string): Promise<void> {
  const held = await world.database.source.connect('a superuser')
  try {
    await held.execute(
      `reset role; set session_replication_role = replica; set search_path = maillage; ${statement}; reset session_replication_role`,
    )
  } finally {
    await held.execute('reset search_path')
    held.release()
  }
}

committedTest('neither a request nor a job changes a seal or a line of the audit', async (world) => {
  await threeDays(world)
  for (const role of ['maillage_app', 'maillage_job'] as const) {
    for (const attempt of [
      'delete from audit',
      "update audit set role = 'x'",
      'delete from audit_seal',
      "update audit_seal_line set hash = ''",
    ]) {
      await assert.rejects(
        world.database.transaction({ role, context }, (tx) => sql.raw(attempt).execute(tx)),
        /permission denied/,
      )
    }
  }
  await assert.rejects(world.look('delete from audit_seal'), /audit_seal never changes/)
  await assert.rejects(
    world.database.transaction({ role: 'maillage_app', context }, (tx) => sql`select from audit_seal`.execute(tx)),
    /permission denied/,
  )
})

committedTest('what is sealed once is sealed, what comes later waits for the next seal', async (world) => {
  assert.deepEqual(
    auditSentences(await state(world)),
    ['0 ligne, 0 scellé, chaîne intacte.'].map((each) => each.replaceAll(/(\d) /g, '$1\u00a0')),
  )
  await threeDays(world)
  await sealAudit.run(world)
  await write(world, '2026-11-21T10:00:00Z')
  const found = await state(world)
  assert.deepEqual([found.lines, found.seals, found.waiting, found.fault], [4, 3, 1, null])
  const [counts, waits, head] = auditSentences(found).map((each) => each.replaceAll('\u00a0', ' '))
  assert.equal(counts, '4 lignes, 3 scellés, chaîne intacte.')
  assert.equal(waits, '1 ligne attend le prochain scellé.')
  assert.match(head ?? '', /: 3:[0-9a-f]{64}$/)
})

committedTest('a seal stopped between two batches leaves nothing behind', async (world) => {
  for (let step = 0; step < 5; step++) await write(world, `2026-11-1${step}T10:00:00Z`)
  assert.equal(await asJob(world, (tx) => sealBatch(tx, '2026-11-20T00:00:00Z', 2)), 2)
  await sealAudit.run(world)
  const { lines, seals, waiting, fault } = await state(world)
  assert.deepEqual([lines, seals, waiting, fault], [5, 2, 0, null])
})

const DEEDS = [
  [
    'altered',
    (ids: readonly string[]) => `update audit set fields = '{other}' where id = '${ids[1]}'`,
    /^La ligne .*19\/11\/2026.* modifiée .*n° 2/,
  ],
  [
    'given to somebody else',
    (ids: readonly string[]) => `update audit set account_id = gen_random_uuid() where id = '${ids[1]}'`,
    /modifiée .*n° 2/,
  ],
  [
    'moved by a second',
    (ids: readonly string[]) => `update audit set recorded_at = recorded_at + interval '1 second' where id = '${ids[1]}'`,
    /modifiée .*n° 2/,
  ],
  ['removed', (ids: readonly string[]) => `delete from audit where id = '${ids[1]}'`, /^La ligne .* supprimée \(scellé n° 2\)/],
  [
    'removed with its seal line',
    (ids: readonly string[]) => `delete from audit where id = '${ids[1]}'; delete from audit_seal_line where audit_id = '${ids[1]}'`,
    /^Le scellé n° 2 ne correspond plus/,
  ],
  [
    'removed with its whole seal',
    () => 'delete from audit_seal_line where seal_number = 2; delete from audit_seal where number = 2',
    /ajoutée|Le scellé n° 2 manque/,
  ],
  [
    'inserted in the past',
    () =>
      `insert into audit select gen_random_uuid(), recorded_at, account_id, acting_for, role, screen, 'tests/forged', outcome, refusals, subjects, fields, request_id from audit where recorded_at < '2026-11-19'`,
    /^La ligne .*18\/11\/2026 à 10 h 00.* ajoutée après coup/,
  ],
] as const

committedTest('a line altered, removed or inserted is found and named, and sealing again does not hide it', async (world) => {
  for (const [title, deed, sentence] of DEEDS) {
    await tamper(world, 'truncate audit, audit_seal, audit_seal_line')
    const ids = await threeDays(world)
    await tamper(world, deed(ids))
    const { fault } = await state(world)
    assert.match(fault ?? 'nothing found', sentence, title)
    if (title === 'altered' || title === 'removed') assert.match(fault ?? '', new RegExp(ids[1] ?? '-'))
    await write(world, '2026-11-21T10:00:00Z')
    await sealAudit.run(world)
    assert.equal((await state(world)).fault, fault, title)
  }
})

committedTest('of several, the first is named', async (world) => {
  const ids = await threeDays(world)
  await tamper(world, `update audit set role = 'x' where id in ('${ids[2]}', '${ids[0]}')`)
  assert.match((await state(world)).fault ?? '', new RegExp(`${ids[0]}.*n° 1`))
})

committedTest('a chain cut at its end, or made again, is not the one that was noted outside', async (world) => {
  await threeDays(world)
  const { head } = await state(world)
  assert.ok(head)
  assert.equal((await state(world, head)).fault, null)
  await tamper(
    world,
    "delete from audit where recorded_at > '2026-11-20'; delete from audit_seal_line where seal_number = 3; delete from audit_seal where number = 3",
  )
  assert.equal((await state(world)).fault, null)
  assert.match((await state(world, head)).fault ?? '', /^Le scellé n° 3 n’est plus celui qui avait été noté/)
})

committedTest(
  'a line written before others and committed after them is sealed in its turn, and never lost',
  async (world) => {
    const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = asJob(world, async (tx) => {
      await write(world, '2026-11-20T10:00:00Z', tx)
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    await write(world, '2026-11-20T10:00:01Z')
    await sealAudit.run(world)
    assert.equal((await state(world)).seals, 0, 'nothing is sealed over the head of a transaction that runs')
    mayCommit.resolve()
    await slow
    await sealAudit.run(world)
    const { lines, seals, waiting, fault } = await state(world)
    assert.deepEqual([lines, seals, waiting, fault], [2, 1, 0, null])
  },
  { only: 'postgresql' },
)

committedTest(
  'ten who write while three seal: every line is sealed once',
  async (world) => {
    const writers = Array.from({ length: 10 }, async () => {
      for (let step = 0; step < 10; step++) await write(world, '2026-11-20T10:00:00Z')
    })
    await Promise.all([...writers, sealAudit.run(world), sealAudit.run(world), sealAudit.run(world)])
    await sealAudit.run(world)
    const { lines, waiting, fault } = await state(world)
    assert.deepEqual([lines, waiting, fault], [100, 0, null])
  },
  { only: 'postgresql' },
)
