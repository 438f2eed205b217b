import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aFunderOfficer, anAnnex } from '../../agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../../employment/fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await anAnnex(tx, team.siae, { number: 'ACI-11-25-001', posts: 200, cofinancing: { departement: 4, total: 10 } })
    await aMonth(tx, team.siae, '2025-01', 'sent', [{ counted: 182_000, heldBack: 1200 }])
    await aMonth(tx, team.siae, '2025-02', 'validated', [{ counted: 273_000 }])
    await aMonth(tx, team.siae, '2025-03', 'draft')
    return { ...team, funder: await aFunderOfficer(tx), path: `/structures/${team.siae.id}/aide-au-poste` }
  })

databaseTest(
  'a visitor signs in; another structure, another role, the State elsewhere and a former director find nothing',
  async (world) => {
    const { path, stranger, supervisor, counsellor, officerElsewhere, former } = await set(world)
    assert.match((await (await openBrowser(world)).get(`${path}?annee=2025`)).location ?? '', /^\/connexion/)
    for (const { accountId } of [stranger, supervisor, counsellor, officerElsewhere, former]) {
      const browser = await openBrowser(world, accountId)
      for (const each of [path, `${path}.csv`]) assert.equal((await browser.get(`${each}?annee=2025`)).status, 404)
    }
  },
)

databaseTest('in words first, then each figure with why; capped on the whole annex; undeclared months are no zeros', async (world) => {
  const { path, director } = await set(world)
  const page = await (await openBrowser(world, director.accountId)).get(`${path}?annee=2025`)
  assert.match(page.text, /L’annexe ouvre 2,00 ETP\. Les mois validés en réalisent 2,50, dont 2,00 comptés\./)
  assert.match(page.text, /L’aide estimée est de 47 842,00 €, 28 705,20 € de l’État et 19 136,80 € du Département/)
  assert.match(
    page.text,
    /janvier 2025 : ouvrir les heures Validé 1 820,00 h 12,00 h sans contrat, en attente 1,000 1,000 23 921,00 € 14 352,60 € 9 568,40 €/,
  )
  assert.match(page.text, /février 2025 : ouvrir les heures Validé 2 730,00 h 1,500 1,000/)
  assert.match(page.text, /mars 2025 : ouvrir les heures Brouillon – – –/)
  assert.match(page.text, /avril 2025 : ouvrir les heures Non déclaré – – –/)
  assert.match(page.text, /2,17 ETP de plus que prévu\. Non déclaré : mars 2025 à décembre 2025/)
  assert.equal(page.body.match(/Pourquoi ce chiffre/g)?.length, 6)
  assert.match(page.text, /0,50 ETP au-delà de l’annexe, non payés/)
  assert.match(page.text, /Acomptes et régularisations/)
  assert.doesNotMatch(page.text, /part modulée (estimée|prévue)/i)
})

databaseTest('the State and the Département read the same money, and a draft as nothing declared', async (world) => {
  const { path, officer, funder } = await set(world)
  for (const { accountId } of [officer, funder]) {
    const page = await (await openBrowser(world, accountId)).get(`${path}?annee=2025`)
    assert.match(page.text, /47 842,00 €/)
    assert.match(page.text, /mars 2025 Non déclaré/)
    assert.doesNotMatch(page.text, /Brouillon/)
  }
})

databaseTest('a year that no text prices has no amount; a projection is asked for, and stands apart', async (world) => {
  const { siae, path, director } = await set(world)
  await world.load(async (tx) => {
    await anAnnex(tx, siae, { first: '2026-01-01', last: '2026-12-31' })
    await aMonth(tx, siae, '2026-01', 'validated', [{ counted: 182_000 }])
  })
  const browser = await openBrowser(world, director.accountId)
  const page = await browser.get(path)
  assert.match(page.text, /Aide au poste 2026/)
  assert.match(page.text, /Le montant de l’aide n’est pas connu pour 2026/)
  assert.match(page.text, /janvier 2026 : ouvrir les heures Validé, montant inconnu 1 820,00 h 1,000 février/)
  assert.match(page.text, /0,17 ETP de plus que prévu/)
  assert.doesNotMatch(page.text, /24 203,00 €|23 921,00 €/)
  assert.match(page.body, /aide-au-poste\?annee=2026&amp;projection=oui/)
  const projected = await browser.get(`${path}?annee=2026&projection=oui`)
  assert.match(projected.text, /Projection, qui n’est pas une aide/)
  assert.match(projected.text, /Projection de l’aide 24 203,00 €/)
  assert.match(projected.text, /Validé, montant inconnu/)
})

databaseTest('a year without anything says so, and an address that is no year shows this one', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(`${path}?annee=2019`)).text, /Ni annexe ni heures validées en 2019/)
  await world.load((tx) => anAnnex(tx, siae, { first: '2024-01-01', last: '2024-12-31' }))
  const silent = await browser.get(`${path}?annee=2024`)
  assert.match(silent.text, /Aucun mois n’est encore validé.*ETP réalisés Non déclaré/)
  assert.doesNotMatch(silent.text.split('janvier 2025')[0] ?? '', /\b0,00/)
  assert.match(silent.text, /mai 2024 19 612,64 € – non déclaré : janvier 2024 à avril 2024/)
  for (const wrong of ['?annee=1e9', '?annee=20', '?annee[]=2025', ''])
    assert.match((await browser.get(`${path}${wrong}`)).text, /Aide au poste 2026/, wrong)
})

databaseTest('the file gives each month; a box without a figure is empty', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const { body } = await (await world.server()).inject({ url: `${path}.csv?annee=2025`, cookies: { maillage_session: browser.token() } })
  const lines = body.split('\r\n')
  assert.equal(lines.length, 14)
  assert.equal(
    lines[2],
    '2025-02;ACI-11-25-001;Aide de droit commun;Validé;2730,00;0,00;1,5000;1,0000;23921,00;23921,00;14352,60;9568,40;47842,00',
  )
  assert.equal(lines[4], '2025-04;ACI-11-25-001;Aide de droit commun;Non déclaré;;0,00;;;;;;;')
})

databaseTest('the page and its file take six statements at most, once it is known who asks', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  for (const each of [`${path}?annee=2025`, `${path}.csv?annee=2025`]) {
    const before = world.statements.length
    assert.equal((await browser.get(each)).status, 200)
    const sent = world.statements.slice(before).filter((text) => !/find_session|deployment_purpose/.test(text))
    assert.ok(sent.length <= 6, `${each}: ${sent.length}`)
  }
})

databaseTest('the menu stands where the breadcrumb comes from: the agreement, not the register of structures', async (world) => {
  const { path, director, officer } = await set(world)
  for (const [{ accountId }, entry] of [
    [director, 'Ma convention'],
    [officer, 'Conventions'],
  ] as const) {
    const { body } = await (await openBrowser(world, accountId)).get(`${path}?annee=2025`)
    const menu = /<nav class="m-nav".*?<\/nav>/s.exec(body)?.[0] ?? ''
    assert.deepEqual(new Set([...menu.matchAll(/aria-current="page">([^<]*)</g)].map(([, label]) => label)), new Set([entry]))
  }
})
