import assert from 'node:assert/strict'
import { isoMonth } from '@maillage/kernel'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAmendment, anAnnex } from '../../agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../../employment/fixtures.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { tell } from '../fixtures.ts'
import { aidOf } from './aid-of.ts'

/*
 * The aid found again from the text, in SQL, without the rules: posts × months / 12; hours of the months, in their order, until the annual posts are used
 * up; each full-time equivalent at the price of the year; the Département's share of the whole. 23 921 euros for an ACI in 2025, 1 820 hours.
 */
const FROM_THE_TEXT = `
  with posts as (
    select sum(coalesce((
        select act.posts from annex_amendment as act
        where act.annex_id = annex.id and act.kind = 'posts' and act.effect_on <= months.month::date
        order by act.known_on desc limit 1), annex.posts)) as post_months,
      annex.siae_id, annex.cofinancing_departement, annex.cofinancing_total
    from financial_annex as annex, generate_series(annex.first_day::timestamp, annex.ends_on::timestamp, '1 month') as months(month)
    group by annex.id),
  entries as (
    select total.siae_id, total.month, total.percent, sum(total.counted)::numeric as hours
    from month_total as total where total.superseded_at is null and total.withdrawn_at is null
    group by 1, 2, 3),
  running as (
    select entries.*, posts.cofinancing_departement::numeric / posts.cofinancing_total as part, posts.post_months::numeric / 1200 * 182000 as most,
      sum(hours) over (order by month, percent desc) as until
    from entries join posts using (siae_id)),
  counted as (
    select month, part, (least(until, most) - least(until - hours, most)) * percent / 100 as hours from running),
  by_month as (
    select month, part, sum(hours) as hours from counted group by month, part),
  cumulated as (
    select month, round(sum(hours) over (order by month) / 182000 * 2392100) as amount, part from by_month),
  shared as (
    select month, amount, round(amount * part) as departement from cumulated)
  select to_char(month, 'YYYY-MM') as month,
    (amount - coalesce(lag(amount) over (order by month), 0))::integer as amount,
    (departement - coalesce(lag(departement) over (order by month), 0))::integer as by_departement
  from shared order by shared.month`

databaseTest(
  'the year of an ACI, several places of work, an amendment, a cofinancing, hours beyond the annex: the same to the cent, found again from the text',
  async (world) => {
    const { siae, director } = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      const [river, garden] = [await aWorksite(tx, team.siae), await aWorksite(tx, team.siae, { name: 'Jardin de Limoux' })]
      const annex = await anAnnex(tx, team.siae, { posts: 743, cofinancing: { departement: 7_111_133, total: 17_773_303 } })
      await anAmendment(tx, annex, { knownOn: '2025-05-12', effectOn: '2025-03-01', posts: 1017 })
      for (let month = 1; month <= 12; month++)
        await aMonth(tx, team.siae, `2025-${String(month).padStart(2, '0')}`, 'sent', [
          { counted: 71_313 + month * 4_217, worksite: river },
          { counted: 52_719 - month * 1_111, worksite: garden },
          { counted: month > 8 ? 31_337 : 0, percent: 70, worksite: garden },
          { counted: 999_999, superseded: '2027-06-01T00:00:00Z' },
        ])
      return team
    })
    const found = await readAs(world, director.accountId, (ctx) => aidOf(ctx, { siaeId: siae.id, year: 2025 }))
    const aid = found?.annexes[0]?.aid?.value
    assert.ok(aid && aid.state === 'computed')
    const recomputed = await world.look(FROM_THE_TEXT)
    assert.equal(recomputed.length, 12)
    assert.deepEqual(
      aid.months.map(({ month, amount, byDepartement }) => ({ month: isoMonth(month), amount, by_departement: byDepartement })),
      recomputed,
    )
    // The fixture does what its title says: some hours are beyond the annex, and every month has its share.
    assert.ok(aid.beyond.numerator > 0 && (recomputed.at(-1)?.['amount'] as number) < (recomputed[0]?.['amount'] as number))
    assert.ok(recomputed.slice(0, 9).every((line) => (line['by_departement'] as number) > 0))
    await tell(world, 'employment/month-validated', siae)
    assert.deepEqual(
      await world.look(
        "select to_char(month, 'YYYY-MM') as month, amount::integer, by_departement::integer from payment_statement order by payment_statement.month",
      ),
      recomputed,
    )
  },
)

databaseTest('a month that two annexes share is paid once; the measures have each their annex', async (world) => {
  const { siae, director } = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await anAnnex(tx, team.siae, { number: 'A', last: '2025-03-14' })
    await anAnnex(tx, team.siae, { number: 'B', first: '2025-03-15', last: '2025-12-31' })
    await anAnnex(tx, team.siae, { number: 'P', measure: 'prison' })
    for (const month of ['2025-03', '2025-04']) await aMonth(tx, team.siae, month, 'sent', [{ counted: 18_200 }])
    return team
  })
  const found = await readAs(world, director.accountId, (ctx) => aidOf(ctx, { siaeId: siae.id, year: 2025 }))
  assert.deepEqual(
    found?.annexes.map(({ recorded, worked }) => [recorded.number, worked.map(({ month }) => isoMonth(month))]),
    [
      ['A', ['2025-03']],
      ['P', []],
      ['B', ['2025-04']],
    ],
  )
})
