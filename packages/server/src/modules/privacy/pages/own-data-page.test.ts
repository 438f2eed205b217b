import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCandidate, aHire } from '../../hiring/fixtures.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { isNameless } from '../components/own-row.tsx'
import { openSpace } from '../fixtures.ts'
import { DATA_WORDS } from '../own-words.fr.ts'

databaseTest(
  'the file holds every table about the person, nothing of anybody else, no hand, no hash; the page says the same in French',
  async (world) => {
    const { person, other } = await world.load(async (tx) => {
      const candidate = await aCandidate(tx)
      await aHire(tx, candidate)
      await aPass(tx, candidate.person)
      const someone = { organisation: candidate.organisation, unit: candidate.unit, birthName: 'Sorel', phone: '06 39 98 00 09' }
      return { person: candidate.person, other: await aPerson(tx, someone) }
    })
    const space = await openSpace(world, person)
    const before = world.statements.length
    const file = await space.get('/mon-espace/donnees.json')
    assert.ok(world.statements.length - before <= 6)
    const data = JSON.parse(file.body) as Record<string, readonly Record<string, unknown>[]>
    for (const table of ['person', 'person_name', 'application', 'contract_version', 'pass', 'hire', 'siae_stay'])
      assert.ok(data[table]?.length, table)
    assert.doesNotMatch(file.body, new RegExp(`${other.id}|Sorel|06 39 98 00 09|_by"|_hash|argon2|account_id`, 'i'))
    assert.deepEqual(
      Object.keys(data).filter((table) => !DATA_WORDS[table]),
      [],
      'each has its French name in own-words.fr.ts',
    )
    const columns = await world.look('select distinct unnest(columns) as name from own_columns() order by 1')
    assert.deepEqual(columns.map(({ name }) => String(name)).filter(isNameless), [], 'each has its French name in column-words.fr.ts')
    const page = await space.get('/mon-espace/telecharger')
    assert.match(page.text, /Mes noms \(2 lignes\)/)
    assert.doesNotMatch(page.text, /Sorel/i)
  },
)
