import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { databaseTest } from '../testing/database-test.ts'
import { readAssets } from './serve-assets.ts'

test('the version changes with the content of a file, and with its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'))
  try {
    mkdirSync(join(folder, 'fonts'))
    writeFileSync(join(folder, 'style.css'), 'a')
    writeFileSync(join(folder, 'fonts', 'regular.woff2'), 'b')
    const { version, files } = readAssets(folder)
    assert.deepEqual([...files].sort(), ['fonts/regular.woff2', 'style.css'])
    assert.equal(readAssets(folder).version, version)
    writeFileSync(join(folder, 'fonts', 'regular.woff2'), 'c')
    const changed = readAssets(folder).version
    assert.notEqual(changed, version)
    rmSync(join(folder, 'style.css'))
    writeFileSync(join(folder, 'other.css'), 'a')
    assert.notEqual(readAssets(folder).version, changed)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

databaseTest('a page asks for its style under the version of its content, which a browser may keep a year', async (world) => {
  const server = await world.server()
  const { body } = await server.inject({ url: '/' })
  const [, href = ''] = body.match(/<link rel="stylesheet" href="([^"]+)"/) ?? []
  assert.match(href, /^\/assets\/[0-9a-f]{16}\/style\.css$/)
  const style = await server.inject({ url: href })
  assert.equal(style.statusCode, 200)
  assert.equal(style.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.ok(!body.includes('"/assets/style.css"'))
})

databaseTest(
  'the address of another version leads to the present one and is not kept; a file that does not exist is not found',
  async (world) => {
    const server = await world.server()
    for (const before of ['/assets/style.css', '/assets/0123456789abcdef/style.css']) {
      const answer = await server.inject({ url: before })
      assert.equal(answer.statusCode, 302)
      assert.match(String(answer.headers.location), /^\/assets\/[0-9a-f]{16}\/style\.css$/)
      assert.equal(answer.headers['cache-control'], 'no-store')
    }
    for (const nothing of ['/assets/', '/assets/0123456789abcdef/', '/assets/nothing.css', '/assets/0123456789abcdef/fonts'])
      assert.equal((await server.inject({ url: nothing })).statusCode, 404, nothing)
  },
)
