import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { committedTest } from '../../packages/server/src/platform/testing/database-test.ts'
import { departementOf } from '../cast/load-pathways.ts'
import { STRUCTURES, sharesOfTheCountry } from './country.ts'
import { loadCountry } from './load-country.ts'

test('every structure of the country has its département, overseas included', () => {
  const shares = sharesOfTheCountry()
  const total = shares.reduce((sum, { structures }) => sum + Object.values(structures).reduce((whole, number) => whole + number, 0), 0)
  assert.equal(total, STRUCTURES)
  for (const code of ['2A', '11', '974']) assert.ok(shares.find((each) => each.code === code))
})

test('every place of the country is in the département that its code names, and none where another law is', () => {
  for (const { code, communes } of sharesOfTheCountry()) {
    assert.ok(code < '98', code)
    for (const each of communes) assert.equal(departementOf(each.code), `departement-${code}`)
  }
})

committedTest(
  'a part of the country is filled as the Aude is: people, rights, months and annexes, each in its département',
  async (world) => {
    const done: string[] = []
    await loadCountry(world.database.source, {
      today: day('2026-11-21'),
      share: 0.05,
      departements: ['34', '974'],
      onDepartement: ({ name }) => done.push(name),
    })
    assert.deepEqual(done, ['Hérault', 'La Réunion'])
    const [found] = await world.look(`select count(*)::integer as siae, count(distinct territory_id)::integer as departements,
      (select count(*)::integer from pass) as rights, (select count(distinct number)::integer from pass) as numbers,
      (select count(*)::integer from month_total where territory_id = 'departement-974') as totals,
      (select count(*)::integer from financial_annex) as annexes
    from siae`)
    assert.ok(found)
    assert.equal(found['departements'], 2)
    assert.equal(found['rights'], found['numbers'], 'no number is given twice')
    for (const what of ['siae', 'rights', 'totals', 'annexes']) assert.ok(Number(found[what]) > 0, what)
    const [next] = await world.look("select nextval('pass_demonstration_rank')::integer as rank")
    assert.ok(Number(next?.['rank']) > Number(found['rights']))
  },
)
