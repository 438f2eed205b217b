import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FILE_TITLES, readAnnexFile } from './annex-file.ts'

const TITLES = 'SIRET;Type;Aide;Numéro;Début;Fin;Signature;Postes;Heures d’un ETP;Montant;Part du Département;Total cofinancé'
const LINE = '732 829 320 00074;aci;Milieu pénitentiaire;"A;1";01/01/2026;31/12/2026;10/4/2026;7,43;1 820;"1 200,50";;'
const READ = {
  siret: '73282932000074',
  kind: 'ACI',
  measure: 'prison',
  number: 'A;1',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  signedOn: '2026-04-10',
  posts: '7,43',
  hoursOfOneFte: '1 820',
  amount: '1 200,50',
  cofinancingDepartement: '',
  cofinancingTotal: '',
}

test('a file is read with or without its mark, with Windows lines, in any order of columns, from a spreadsheet too', () => {
  assert.equal(FILE_TITLES.join(';'), TITLES)
  for (const written of [`${TITLES}\n${LINE}`, `\uFEFF${TITLES}\r\n${LINE}\r\n\r\n`])
    assert.deepEqual(readAnnexFile(written), { lines: [{ rank: 2, cells: READ }] })
  const turned = readAnnexFile('Postes\tFin\tDébut\tSignée le\tType\tSIRET\n7,43\t31/12/2026\t01/01/2026\t10/04/2026\tACI\t73282932000074')
  assert.deepEqual(turned.lines[0]?.cells.posts, '7,43')
  assert.deepEqual(turned.lines[0]?.cells.measure, 'common')
})

test('a quoted cell may hold quotes and lines; an empty line is passed over and keeps the ranks', () => {
  const { lines } = readAnnexFile(`${TITLES}\n\n${LINE.replace('"A;1"', '"A ""bis""\n1"')}`)
  assert.deepEqual(
    lines.map(({ rank, cells }) => [rank, cells.number]),
    [[3, 'A "bis"\n1']],
  )
})

test('nothing, no titles, titles alone or too many lines say what to do', () => {
  assert.match(readAnnexFile(' \n').fault ?? '', /Collez les lignes/)
  assert.match(readAnnexFile(LINE).fault ?? '', /Il manque «\u00a0SIRET\u00a0»/)
  assert.match(readAnnexFile('SIRET;Type;Début;Fin;Postes').fault ?? '', /Il manque «\u00a0Signature\u00a0»/)
  assert.match(readAnnexFile(TITLES).fault ?? '', /que ses titres/)
  assert.match(readAnnexFile([TITLES, ...Array(301).fill(LINE)].join('\n')).fault ?? '', /301 lignes, pour 300 au plus/)
})

test('what is no date stays as written, for the sentence that says so', () => {
  assert.equal(readAnnexFile(`${TITLES}\n${LINE.replace('01/01/2026', 'janvier')}`).lines[0]?.cells.firstDay, 'janvier')
})
