import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, parseSiren, parseSiret } from '@maillage/kernel'
import { PRESCRIBERS } from '@maillage/rules/eligibility'
import { brokenKeys } from '../../packages/server/src/platform/archive/broken-keys.ts'
import { asOwner } from '../../packages/server/src/platform/database/as-owner.ts'
import { committedTest } from '../../packages/server/src/platform/testing/database-test.ts'
import { openBrowser } from '../../packages/server/src/platform/testing/test-browser.ts'
import { loadDemonstration } from '../load.ts'
import { CARRIERS } from './carriers.ts'

const OPEN = "first_day <= date '2026-11-21' and (last_day is null or date '2026-11-21' <= last_day)"

committedTest(
  'the demonstration of the Aude is filled once, with the structures, people and doors it announces',
  async (world) => {
    await loadDemonstration(world.database.source, day('2026-11-21'))
    await loadDemonstration(world.database.source, day('2026-11-21'))
    assert.deepEqual(
      await asOwner(world.database.source, brokenKeys),
      [],
      'rows whose keys nobody looked up while they were written keep them',
    )

    const kinds = await world.look(`select kind, count(*)::integer as number from siae where ${OPEN} group by kind order by kind`)
    assert.deepEqual(Object.fromEntries(kinds.map(({ kind, number }) => [kind, number])), { ACI: 29, AI: 3, EI: 8, ETTI: 2 })
    const [ended] = await world.look('select successor_id from siae where last_day is not null')
    assert.ok(ended?.['successor_id'])

    const sirets = (await world.look('select siret from siae_siret')).map(({ siret }) => String(siret))
    assert.equal(new Set(sirets).size, 44)
    for (const siret of sirets) assert.equal(parseSiret(siret), siret)
    const sirens = (await world.look('select siren from organisation where siren is not null')).map(({ siren }) => String(siren))
    for (const siren of sirens) assert.match(parseSiren(siren) ?? '', /^99999/, 'an invented number looks invented')
    assert.deepEqual(
      (
        await world.look(
          "select name from organisation where siren is not null and name ~ '(DDETS|DREETS|France Travail|Département|Région)'",
        )
      ).map(({ name }) => name),
      [],
      'a real administration bears no invented number',
    )

    const [elsewhere] = await world.look("select count(*)::integer as number from worksite where commune_id like 'commune-66%'")
    assert.equal(elsewhere?.['number'], 1)
    const both = await world.look(
      "select organisation_id from siae where kind in ('ACI', 'EI') group by organisation_id having count(distinct kind) = 2",
    )
    assert.ok(both.length >= 2, 'a régie carries an ACI and an EI')
    const authorised = await world.look('select prescriber_kind, basis from authorisation')
    for (const { prescriber_kind, basis } of authorised) {
      const kind = String(prescriber_kind)
      assert.ok(kind in PRESCRIBERS, kind)
      assert.equal(basis === 'prefect', kind === 'OHPD')
    }
    const acts = await world.look(
      "select function from organisation_function join organisation on organisation.id = organisation_id where name = 'Département de l’Aude' order by function",
    )
    assert.deepEqual(
      acts.map((row) => row['function']),
      ['funder', 'prescriber', 'referent'],
    )
    assert.equal((await world.look("select from account where email not like '%@exemple.test'")).length, 0)
    assert.ok((await world.look("select from membership where last_day < date '2026-11-21'")).length >= 4)

    const personas = await world.look('select account_id, title from persona order by position')
    assert.equal(personas.length, 10)
    let hats = 0
    for (const { account_id, title } of personas) {
      const browser = await openBrowser(world)
      assert.equal((await browser.post('/demonstration', { account: String(account_id) })).location, '/', String(title))
      const home = await browser.get('/')
      assert.match(home.text, /Bonjour/, String(title))
      if (home.body.includes('action="/chapeau"')) hats++
    }
    assert.equal(hats, 1, 'one persona has two hats')
    // On PostgreSQL the same rows arrive by the test that moves them there, every key looked up.
  },
  { only: 'embedded' },
)

test('a structure that another continues names one of the demonstration', () => {
  const names = new Set(CARRIERS.flatMap(({ siae }) => siae.map(({ name }) => name)))
  for (const { successor } of CARRIERS.flatMap(({ siae }) => siae)) if (successor !== undefined) assert.ok(names.has(successor))
})
