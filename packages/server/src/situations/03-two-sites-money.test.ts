// « ACI with two sites, one in the neighbouring département: … territory … of the agreement for money. » FIELD §7.3
import assert from 'node:assert/strict'
import { anAnnex } from '../modules/agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../modules/employment/fixtures.ts'
import { tell } from '../modules/financing/fixtures.ts'
import { aWorksite } from '../modules/organisations/fixtures.ts'
import { databaseTest } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

databaseTest(
  'hours of both sites are paid by the annex of the Aude, and its State reads the money; that of the other site reads none',
  async (world) => {
    const { siae, officer, officerElsewhere } = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      const [near, far] = [await aWorksite(tx, team.siae), await aWorksite(tx, team.siae, { name: 'Chantier de Perpignan' })]
      await anAnnex(tx, team.siae)
      await aMonth(tx, team.siae, '2025-01', 'sent', [
        { counted: 91_000, worksite: near },
        { counted: 91_000, worksite: far },
      ])
      return { ...team, far }
    })
    await world.look(
      "update month_total set worksite_territory_id = 'departement-66' where worksite_id in (select id from worksite where name like '%Perpignan')",
    )
    await tell(world, 'employment/month-validated', siae)
    const path = `/structures/${siae.id}/aide-au-poste?annee=2025`
    assert.match(
      (await (await openBrowser(world, officer.accountId)).get(path)).text,
      /janvier 2025 : ouvrir les heures Validé 1 820,00 h 1,000 1,000 23 921,00 € 23 921,00 € 0,00 €/,
    )
    assert.deepEqual(await world.look('select territory_id, amount from payment_statement'), [
      { territory_id: 'departement-11', amount: 2_392_100 },
    ])
    const elsewhere = await openBrowser(world, officerElsewhere.accountId)
    for (const each of [path, `/conventions/${siae.id}`]) assert.equal((await elsewhere.get(each)).status, 404)
    assert.doesNotMatch((await elsewhere.get('/conventions')).text, /Lauragais/)
  },
)
