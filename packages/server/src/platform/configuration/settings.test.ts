import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { ConfigurationFault, readings, readSettings, settingNames } from './settings.ts'

const SECRET = randomBytes(32).toString('base64')

test('without any setting, the embedded demonstration on this machine only', () => {
  const settings = readSettings({})
  assert.equal(settings.host, '127.0.0.1')
  assert.equal(settings.databaseUrl, null)
  assert.equal(settings.keys, null)
  assert.equal(settings.trustProxy, false)
})

test('every fault is said at once, one French sentence a line, with what to write', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://x',
    PUBLIC_URL: 'exemple',
    LOG_LEVEL: 'tout',
    TRUST_PROXY: 'yes',
    MAILLAGE_KEYS: 'court',
  }
  assert.throws(
    () => readSettings(wrong),
    (error: unknown) => {
      assert.ok(error instanceof ConfigurationFault)
      const lines = error.message.split('\n')
      assert.equal(lines.length, Object.keys(wrong).length)
      for (const name of Object.keys(wrong))
        assert.ok(
          lines.some((line) => line.startsWith(name) && line.endsWith('.')),
          name,
        )
      return true
    },
  )
})

test('a secret is never printed, right or wrong', () => {
  const secrets = {
    DATABASE_URL: 'postgresql://maillage_web:tressecret@base/maillage',
    DATABASE_WORKER_URL: 'tressecret',
    DATABASE_ADMIN_URL: 'http://tressecret',
    SMTP_URL: 'smtp://moi:tressecret@poste',
    MAILLAGE_KEYS: `tressecret:${SECRET}`,
  }
  const printed = JSON.stringify(readings(secrets)) + JSON.stringify(readings({ ...secrets, MAILLAGE_KEYS: 'tressecret' }))
  assert.doesNotMatch(printed, /tressecret/)
  assert.ok(!printed.includes(SECRET))
  for (const name of Object.keys(secrets)) assert.equal(readings(secrets).find((each) => each.name === name)?.value, '••••')
})

test('a setting says where it comes from', () => {
  const [host, port] = ['HOST', 'PORT'].map((name) => readings({ PORT: '0' }).find((each) => each.name === name))
  assert.deepEqual([host?.origin, port?.origin, port?.value], ['défaut', 'environnement', '0'])
  assert.equal(new Set(settingNames).size, settingNames.length)
})
