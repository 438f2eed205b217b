import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGroupings } from './read-groupings.ts'

const HEADINGS = { commune: 'CODGEO', code: 'ZE2020', name: 'LIBZE2020' }

test('the communes of one code make one grouping, whatever other columns the publisher adds', () => {
  const { groupings, faults } = readGroupings(
    'CODGEO;LIBGEO;ZE2020;LIBZE2020\n11069;Carcassonne;7605;Carcassonne\n11361;Saint-Papoul;7605;Carcassonne\n2A004;Ajaccio;9401;Ajaccio\n',
    HEADINGS,
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(groupings, [
    { code: '7605', name: 'Carcassonne', communes: ['11069', '11361'] },
    { code: '9401', name: 'Ajaccio', communes: ['2A004'] },
  ])
})

test('every fault is told with its line', () => {
  const { faults } = readGroupings('CODGEO;ZE2020;LIBZE2020\n1106;1;A\n11069;;A\n11069;1;\n11262;2;B\n11188;2;C\n', HEADINGS)
  assert.deepEqual(
    faults.map((fault) => fault.slice(0, 7)),
    ['Ligne 2', 'Ligne 3', 'Ligne 4', 'Ligne 6'],
  )
})

test('a heading that is missing, and a file without lines, are told', () => {
  assert.deepEqual(readGroupings('CODGEO;ZE2020\n11069;1', HEADINGS).faults, ['La première ligne n’a pas de colonne « LIBZE2020 ».'])
  assert.equal(readGroupings('CODGEO;ZE2020;LIBZE2020\n', HEADINGS).faults.length, 1)
  assert.equal(readGroupings('', HEADINGS).faults.length, 3)
})
