import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corrected, tableIn, tableOf, textOfTable } from './file-table.ts'
import { contractsLayout, hoursLayout, peopleLayout } from './layouts.ts'
import { readLines } from './read-lines.ts'
import { recogniseColumns } from './recognise-columns.ts'

const TITLES = ['Nom', 'Prénom', 'Date de naissance', 'Type', 'Début', 'Fin', 'Heures semaine', 'NIR']
const kept = (...rows: string[][]) => tableOf(recogniseColumns(contractsLayout, TITLES), rows, 2)
const read = (...rows: string[][]) => readLines(contractsLayout, kept(...rows).table)

test('a line says its values; what is empty is null', () => {
  const [line] = read(['Benali', 'Nadia', '03/05/1990', 'CDDI', '05/01/2026', '', '26'])
  assert.deepEqual(line?.faults, [])
  const { birthName, type, lastDay, weeklyHours, worksite } = line?.values ?? {}
  assert.deepEqual([birthName, type, lastDay, weeklyHours, worksite], ['Benali', 'CDDI', null, 2600, null])
})

test('each cell refused is one sentence that names its line and its column, every one of them', () => {
  const [line] = read(['Benali', '', '31/02/1990', 'CDD', 'lundi', '', 'plein'])
  assert.deepEqual(
    line?.faults.map(({ column }) => column),
    ['birthDate', 'type', 'firstDay', 'weeklyHours', 'givenNames'],
  )
  assert.match(line?.faults[0]?.text ?? '', /^Ligne 2, colonne « Date de naissance » : « 31\/02\/1990 » n’existe pas : .+\.$/)
  assert.match(line?.faults[4]?.text ?? '', /^Ligne 2, colonne « Prénoms » : il n’y a rien\. Complétez\.$/)
})

test('empty lines keep the ranks; the example of the model and the totals are left aside and said', () => {
  const { table, examples, feet } = kept(
    ['EXEMPLE (à remplacer)', 'Nadia', '03/05/1990', 'CDDI', '05/01/2026', '', '26'],
    ['', '', ''],
    ['Garcia', 'Léa', '', 'CDDI', '05/01/2026', '', ''],
    ['Total général', '', '', '', '', '', '26'],
  )
  assert.deepEqual([table.rows.map(({ rank }) => rank), examples, feet], [[4], [2], [5]])
})

test('a full name stands for the two parts of a name', () => {
  const mapping = recogniseColumns(hoursLayout, ['Salarié', 'Mois', 'Heures'])
  const [line] = readLines(hoursLayout, tableOf(mapping, [['BENALI Nadia', '07/2026', '100']], 2).table)
  assert.deepEqual(line?.faults, [])
})

test('no value is made up for a column that the file does not have', () => {
  const [line] = readLines(peopleLayout, tableOf(recogniseColumns(peopleLayout, ['Nom', 'Prénom']), [['Benali', 'Nadia']], 2).table)
  assert.deepEqual(
    line?.faults.map(({ column }) => column),
    ['birthDate'],
  )
})

test('what a page carries is the columns that have a place, and comes back the same; others do not travel', () => {
  const { table } = kept(['Benali', 'Nadia', '03/05/1990', 'CDDI', '05/01/2026', '', '26', '290051100000000'])
  assert.doesNotMatch(textOfTable(table), /290051100000000/)
  assert.deepEqual(tableIn(textOfTable(table), Object.keys(contractsLayout)), table)
  assert.deepEqual(tableIn('rank\tbirthName\t__proto__\tnir\n2\tBenali\tx\ty\nx\tGarcia', ['birthName']), {
    columns: ['birthName'],
    rows: [{ rank: 2, cells: ['Benali'] }],
  })
})

test('a correction on screen may fill a column that the file did not have', () => {
  const { table } = kept(['Benali', 'Nadia', '', 'CDD', '05/01/2026'])
  const again = corrected(
    table,
    new Map([
      ['2/type', 'CDDI'],
      ['2/worksite', 'Limoux'],
    ]),
  )
  const [line] = readLines(contractsLayout, again)
  assert.deepEqual([line?.faults, line?.values.type, line?.values.worksite], [[], 'CDDI', 'Limoux'])
})
