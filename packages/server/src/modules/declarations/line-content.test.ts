import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { invariant } from '@maillage/kernel'
import { ConfigurationFault } from '../../platform/configuration/settings.ts'
import { checkSealed } from '../../platform/keys/check-sealed.ts'
import { readKeyRing } from '../../platform/keys/key-ring.ts'
import { doAs, readAs, refusalsIn } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { correctLine } from './commands/correct-line.ts'
import { aGridRead, JULY } from './fixtures.ts'
import { linesOf } from './store.ts'

const SECRETS = { former: randomBytes(32).toString('base64'), later: randomBytes(32).toString('base64') }
const ringOf = (...names: readonly (keyof typeof SECRETS)[]) => {
  const ring = readKeyRing(names.map((name) => `${name}:${SECRETS[name]}`).join(','))
  invariant(ring, 'it is a key ring')
  return ring
}
const under = (world: World, ...names: readonly (keyof typeof SECRETS)[]): World => ({
  ...world,
  runtime: { ...world.runtime, keys: ringOf(...names) },
})

databaseTest(
  'nothing that a grid says is in what the database keeps: neither its cells, nor what was corrected, nor why it is refused',
  async (world) => {
    const { accountId, now, runId } = await aGridRead(world, JULY)
    const lineId = (await now()).lines[0]?.id ?? ''
    const corrections = { workplace: 'MARQUE-LIEU', paid: 'MARQUE-HEURES' }
    assert.deepEqual(refusalsIn(await doAs(world, accountId, correctLine, { runId, lineId, version: 1, corrections })), [])
    assert.match(JSON.stringify((await now()).lines), /MARQUE-SANTE.*MARQUE-LIEU|MARQUE-LIEU.*MARQUE-SANTE/s)
    const rows = await world.look('select line::text as kept from import_line as line union all select run::text from import_run as run')
    assert.equal(rows.length, 5)
    for (const { kept } of rows) {
      assert.doesNotMatch(String(kept), /MARQUE|Sans nouvelles|jardin/i)
      for (const sealed of String(kept).match(/[\w-]{60,}/g) ?? [])
        assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /MARQUE/)
    }
  },
)

databaseTest('what was sealed for a line opens on no other', async (world) => {
  const { accountId, runId } = await aGridRead(world, JULY)
  await world.look(`update import_line set content = (select other.content from import_line as other where other.line = 1) where line = 2`)
  await assert.rejects(
    readAs(world, accountId, (ctx) => linesOf(ctx, runId)),
    /opens with a key/,
  )
})

databaseTest('a new first key seals from now on, and what the former one sealed still opens', async (world) => {
  const { accountId, runId } = await aGridRead(under(world, 'former'), JULY)
  const after = under(world, 'later', 'former')
  const lines = await readAs(after, accountId, (ctx) => linesOf(ctx, runId))
  const [line] = lines.filter(({ state }) => state === 'understood')
  assert.ok(line)
  assert.deepEqual(refusalsIn(await doAs(after, accountId, correctLine, { runId, lineId: line.id, version: 1, aside: true })), [])
  const keys = await world.look(`select split_part(content, '.', 1) as name, count(*)::integer from import_line group by 1 order by 1`)
  assert.deepEqual(keys, [
    { name: 'former', count: 3 },
    { name: 'later', count: 1 },
  ])
  await checkSealed(world.database, after.runtime.keys)
})

databaseTest('a server that lacks a key that sealed something does not start, and says which', async (world) => {
  await checkSealed(world.database, ringOf('later'))
  await aGridRead(under(world, 'former'), JULY)
  await assert.rejects(checkSealed(world.database, ringOf('later')), (fault) => {
    assert.ok(fault instanceof ConfigurationFault)
    assert.match(fault.message, /«\u00a0former\u00a0»\. Remettez-la dans MAILLAGE_KEYS/)
    return true
  })
  const impostor = readKeyRing(`former:${SECRETS.later}`)
  assert.ok(impostor)
  await assert.rejects(checkSealed(world.database, impostor), ConfigurationFault)
  await world.look('update import_line set content = null')
  await checkSealed(world.database, ringOf('later'))
})

databaseTest('a text that nobody sealed does not enter the table', async (world) => {
  await aGridRead(world, JULY)
  await assert.rejects(world.look(`update import_line set content = '["MARQUE"]'`), /import_line_content_sealed/)
})
