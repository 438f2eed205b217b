import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contractsLayout, hoursLayout, peopleLayout } from './layouts.ts'
import { readLines } from './read-lines.ts'
import { recogniseColumns } from './recognise-columns.ts'

const TITLES = ['Nom', 'Prénom', 'Date de naissance', 'Type', 'Début', 'Fin', 'Heures semaine']
const read = (...rows: string[][]) => readLines(contractsLayout, recogniseColumns(contractsLayout, TITLES), rows, 2)

test('a line says its values; what is empty is null', () => {
  const { lines } = read(['Benali', 'Nadia', '03/05/1990', 'CDDI', '05/01/2026', '', '26'])
  assert.deepEqual(lines[0]?.faults, [])
  const { birthName, type, lastDay, weeklyHours, worksite } = lines[0]?.values ?? {}
  assert.deepEqual([birthName, type, lastDay, weeklyHours, worksite], ['Benali', 'CDDI', null, 2600, null])
})

test('each cell refused is one sentence that names its line and its column, every one of them', () => {
  const { lines } = read(['Benali', '', '31/02/1990', 'CDD', 'lundi', '', 'plein'])
  assert.deepEqual(
    lines[0]?.faults.map(({ column }) => column),
    ['birthDate', 'type', 'firstDay', 'weeklyHours', 'givenNames'],
  )
  assert.match(lines[0]?.faults[0]?.text ?? '', /^Ligne 2, colonne « Date de naissance » : « 31\/02\/1990 » n’existe pas : .+\.$/)
  assert.match(lines[0]?.faults[4]?.text ?? '', /^Ligne 2, colonne « Prénoms » : il n’y a rien\. Complétez\.$/)
})

test('empty lines keep the ranks; the example of the model and the totals are left aside and said', () => {
  const { lines, examples, feet } = read(
    ['EXEMPLE (à remplacer)', 'Nadia', '03/05/1990', 'CDDI', '05/01/2026', '', '26'],
    ['', '', ''],
    ['Garcia', 'Léa', '', 'CDDI', '05/01/2026', '', ''],
    ['Total général', '', '', '', '', '', '26'],
  )
  assert.deepEqual([lines.map(({ rank }) => rank), examples, feet], [[4], [2], [5]])
})

test('a full name stands for the two parts of a name', () => {
  const mapping = recogniseColumns(hoursLayout, ['Salarié', 'Mois', 'Heures'])
  const { lines } = readLines(hoursLayout, mapping, [['BENALI Nadia', '07/2026', '100']], 2)
  assert.deepEqual(lines[0]?.faults, [])
})

test('no value is made up for a column that the file does not have', () => {
  const { lines } = readLines(peopleLayout, recogniseColumns(peopleLayout, ['Nom', 'Prénom']), [['Benali', 'Nadia']], 2)
  assert.deepEqual(
    lines[0]?.faults.map(({ column }) => column),
    ['birthDate'],
  )
})
