import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingColumns } from './layout.ts'
import { contractsLayout, hoursLayout, LAYOUTS, peopleLayout } from './layouts.ts'
import { neverRead, recogniseColumns, titleRow } from './recognise-columns.ts'

test('our own models are recognised whole, column for column', () => {
  for (const layout of Object.values(LAYOUTS)) {
    const names = Object.keys(layout)
    const titles = Object.values(layout).map(({ label }) => label)
    assert.deepEqual(recogniseColumns(layout, titles), Object.fromEntries(names.map((name, at) => [name, at])))
  }
})

test('the export of a payroll tool for people, in capitals, without accents, in any order', () => {
  const titles = [
    'MATRICULE',
    'CIVILITE',
    'NOM',
    'NOM DE NAISSANCE',
    'PRENOM',
    'DATE NAISS.',
    'N° SÉCURITÉ SOCIALE',
    'TEL PORTABLE',
    'CP',
    'VILLE',
  ]
  assert.deepEqual(recogniseColumns(peopleLayout, titles), {
    sex: 1,
    usageName: 2,
    birthName: 3,
    givenNames: 4,
    birthDate: 5,
    phone: 7,
    postcode: 8,
    town: 9,
  })
})

test('one « Nom » alone is the birth name; one cell may hold both names', () => {
  assert.deepEqual(recogniseColumns(peopleLayout, ['Nom', 'Prénom', 'Né(e) le']), { birthName: 0, givenNames: 1, birthDate: 2 })
  const mapping = recogniseColumns(hoursLayout, ['Salarié', 'Période', 'Nb heures'])
  assert.deepEqual(mapping, { fullName: 0, month: 1, paid: 2 })
  assert.deepEqual(missingColumns(hoursLayout, mapping), [])
})

test('hours paid and hours worked are told apart, whatever their order', () => {
  const found = recogniseColumns(hoursLayout, ['Nom', 'Prénom', 'Hrs travaillées', 'Hrs payées', 'Heures accompagnement', 'Mois'])
  assert.deepEqual([found.worked, found.paid, found.accompaniment, found.month], [2, 3, 4, 5])
})

test('the contracts of a temp-work tool', () => {
  const found = recogniseColumns(contractsLayout, [
    'Nom intérimaire',
    'Prénom intérimaire',
    'Nature contrat',
    'Date début',
    'Date fin',
    'Horaire hebdo',
    'Qualification',
    'Chantier',
  ])
  assert.deepEqual(found, { birthName: 0, givenNames: 1, type: 2, firstDay: 3, lastDay: 4, weeklyHours: 5, post: 6, worksite: 7 })
})

test('what was chosen before comes first, « laissée de côté » included', () => {
  const titles = ['Nom', 'Prénom', 'Base', 'Heures']
  const remembered = { base: 'paid', heures: '' }
  assert.deepEqual(recogniseColumns(hoursLayout, titles, remembered), { birthName: 0, givenNames: 1, paid: 2 })
  assert.deepEqual(missingColumns(hoursLayout, recogniseColumns(hoursLayout, titles, remembered)), ['month'])
})

test('a number of social security, a bank account, a salary or an illness is never read, whatever was chosen', () => {
  for (const title of ['NIR', 'N.I.R.', 'N° SS', 'Numéro INSEE', 'IBAN', 'Salaire brut', 'RQTH', 'Arrêt maladie', 'Titre de séjour'])
    assert.ok(neverRead(title), title)
  for (const title of ['Nom', 'Heures', 'Code postal', 'Commune']) assert.equal(neverRead(title), undefined, title)
  assert.deepEqual(recogniseColumns(peopleLayout, ['NIR'], { nir: 'phone' }), {})
})

test('the line of titles is found under the name of the tool and the period', () => {
  const rows = [
    ['PAIE EXPERT v12'],
    ['Période : 07/2026', '', ''],
    [],
    ['Nom', 'Prénom', 'Mois', 'Heures payées'],
    ['Benali', 'Nadia', '07/2026', '100'],
  ]
  assert.equal(titleRow(hoursLayout, rows), 3)
  assert.equal(titleRow(hoursLayout, [['a'], ['b']]), 0)
})
