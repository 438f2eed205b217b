import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMonth, aStay } from '../../employment/fixtures.ts'
import { openSpace } from '../fixtures.ts'

/** A stay since 2026 with 91 hours in September, validated or not. */
const scene = (world: World, state: 'draft' | 'validated') =>
  world.load(async (tx) => {
    const here = await aCounsellorWithAPerson(tx)
    const stay = await aStay(tx, here)
    await aMonth(tx, here.siae, '2026-09', state, [])
    await sql`insert into hours (id, stay_id, person_id, organisation_id, siae_id, month, measure, recorded_at, recorded_by)
      values (gen_random_uuid(), ${stay.id}, ${here.person.id}, ${here.organisation.id}, ${here.siae.id}, '2026-09-01', 'common', now(), ${here.person.id})`.execute(
      tx,
    )
    await sql`insert into hours_version (hours_id, person_id, organisation_id, version, worked, paid, recorded_at, recorded_by)
      select id, person_id, organisation_id, 1, 9100, 10100, now(), person_id from hours`.execute(tx)
    return here
  })

databaseTest('the sheet tells the hours that the employer checked, by month and by week, and nothing of the file', async (world) => {
  const { person } = await scene(world, 'validated')
  const space = await openSpace(world, person)
  const { text } = await space.get('/mon-espace/attestation')
  assert.match(text, /Septembre 2026 91 h, soit 21 h 14 par semaine en moyenne/i)
  assert.match(text, /Contrats en cours/)
  const pdf = await space.get('/mon-espace/attestation.pdf')
  assert.equal(pdf.status, 200)
})

databaseTest('a month that the employer did not check is not in it', async (world) => {
  const { person } = await scene(world, 'draft')
  const { text } = await (await openSpace(world, person)).get('/mon-espace/attestation')
  assert.match(text, /Aucun mois vérifié depuis six mois/)
  assert.doesNotMatch(text, /91 h/)
})
