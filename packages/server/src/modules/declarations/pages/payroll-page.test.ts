import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { anImporter } from '../fixtures.ts'

const name = (at: number) => `Nom${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`

/** Each import: its titles, and a line about the person of a rank. */
const FILES = [
  ['/personnes/importer', 'Nom;Prénom;Date naiss.', (at: number) => `${name(at)};Ana;03/05/1990`],
  ['/contrats/importer', 'Nom;Prénom;Nature contrat;Date début;Date fin', (at: number) => `${name(at)};Ana;CDDI;01/10/2026;31/12/2026`],
  ['/heures/importer', 'Nom;Prénom;Période;Hrs payées;Date fin contrat', (at: number) => `${name(at)};Ana;07/2026;35;30/09/2026`],
] as const

for (const [path, titles, line] of FILES) {
  databaseTest(`${path}: each step takes six statements at most, for one line as for forty`, async (world) => {
    const team = await world.load(async (tx) => {
      const made = await aTeamAtWork(tx)
      for (let at = 0; at < 40; at++) await aWorkerNamed(tx, made, name(at))
      return made
    })
    const browser = await openBrowser(world, team.director.accountId)
    const place = path.startsWith('/personnes') ? { unitId: team.unit.id } : { siaeId: team.siae.id }
    const importer = anImporter(browser, path, place)
    const reads = async (step: () => Promise<{ readonly text: string }>, says: RegExp) => {
      const before = world.statements.length
      assert.match((await step()).text, says)
      return world.statements.slice(before).filter((statement) => !/find_session|deployment_purpose/.test(statement))
    }
    const file = (lines: number) => [titles, ...Array.from({ length: lines }, (_, at) => line(at))].join('\n')
    const first = await reads(() => browser.get(path), /Importer/)
    assert.ok(first.length <= 6, `${first.length} statements for the form`)
    for (const lines of [1, 40]) {
      const columns = await reads(() => importer.columns(file(lines)), /À quoi correspond chaque colonne/)
      assert.ok(columns.length <= 6, `${columns.length} statements for the columns`)
      const shown = await importer.review(file(lines))
      const review = await reads(() => importer.correct(shown), /à enregistrer|différentes?, /)
      assert.ok(review.length <= 6, `${review.length} statements for the review of ${lines}:\n${review.join('\n')}`)
    }
  })
}
