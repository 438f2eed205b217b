import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { embeddedTemplate, testServerUrl } from '../testing/test-source.ts'
import { openEmbedded } from './embedded.ts'

const options = { skip: testServerUrl() !== undefined }
const open = async () => openEmbedded({ folder: null, dump: new Uint8Array(readFileSync(await embeddedTemplate())) })

test('a database that dies says so to everybody who waits, and to those who come after', options, async () => {
  const source = await open()
  const held = await source.connect('a page')
  const waiting = assert.rejects(held.query('select pg_sleep(30)'), /embedded database has stopped/)
  await source.kill()
  await waiting
  await assert.rejects(held.query('select 1'), /embedded database has stopped/)
  held.release()
  await assert.rejects((async () => (await source.connect('another')).query('select 1'))(), /embedded database has stopped/)
  await source.end()
})

test('an error keeps the code and constraint that the platform reads, and the connection lives on', options, async () => {
  const source = await open()
  const held = await source.connect()
  await assert.rejects(held.query("insert into maillage.deployment (purpose) values ('trial')"), {
    code: '23514',
    constraint: 'deployment_purpose_known',
  })
  assert.deepEqual((await held.query('select 1::int8 as one')).rows, [{ one: 1 }])
  held.release()
  await source.end()
})

test('stopping twice is stopping once', options, async () => {
  const source = await open()
  await Promise.all([source.end(), source.end()])
})
