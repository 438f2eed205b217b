import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Read } from './read-cell.ts'
import { isEmptyCell } from './read-cell.ts'
import { readContractType, readEmail, readMeasure, readName, readPhone, readSex, readText } from './read-words.ts'

const said = (read: Read<unknown>) => ('value' in read ? read.value : `? ${read.why}`)

for (const [typed, type] of [
  ['CDDI', 'CDDI'],
  ['CDD d’insertion', 'CDDI'],
  ['Contrat à durée déterminée d’insertion', 'CDDI'],
  ['cdd insertion', 'CDDI'],
  ['CDDU', 'CDDU'],
  ['CDD d’usage (CDDU)', 'CDDU'],
  ['CDI', 'CDI'],
  ['CDI Inclusion', 'CDI_INCLUSION'],
  ['Contrat de travail temporaire', 'CTT'],
  ['Intérim', 'CTT'],
  ['Contrat d’apprentissage', 'APPRENTICESHIP'],
  ['Contrat pro', 'PROFESSIONAL_TRAINING'],
  ['Autre', 'OTHER'],
] as const)
  test(`« ${typed} » is ${type}`, () => assert.equal(said(readContractType(typed)), type))

test('« CDD » alone is asked again', () => {
  assert.match(String(said(readContractType('CDD'))), /ne dit pas quel CDD/)
  assert.match(String(said(readContractType('stage'))), /n’est pas un type de contrat connu/)
})

for (const [typed, sex] of [
  ['Mme', 'F'],
  ['Madame', 'F'],
  ['F', 'F'],
  ['2', 'F'],
  ['M.', 'M'],
  ['Monsieur', 'M'],
  ['H', 'M'],
] as const)
  test(`« ${typed} » is ${sex}`, () => assert.equal(said(readSex(typed)), sex))

test('a telephone finds its first zero again, and a wrong one is refused', () => {
  assert.equal(said(readPhone('639980000')), '06 39 98 00 00')
  assert.equal(said(readPhone('06.39.98.00.00')), '06.39.98.00.00')
  assert.equal(said(readPhone('+33 6 39 98 00 00')), '+33 6 39 98 00 00')
  assert.match(String(said(readPhone('voir mairie'))), /n’est pas un numéro de téléphone/)
})

test('an e-mail is whole, a name has a letter, a text is not endless, the aid is one of three', () => {
  assert.equal(said(readEmail('nadia@exemple.fr')), 'nadia@exemple.fr')
  assert.match(String(said(readEmail('nadia@exemple'))), /n’est pas une adresse e-mail complète/)
  assert.equal(said(readName('  O’Brien \u200b ')), 'O’Brien')
  assert.match(String(said(readName('12'))), /n’est pas un nom/)
  assert.match(String(said(readText(3)('abcd'))), /plus de 3 caractères/)
  assert.equal(said(readMeasure('Milieu pénitentiaire')), 'prison')
  assert.match(String(said(readMeasure('zzz'))), /Contrat passerelle/)
})

test('payroll tools write nothing in many ways', () => {
  for (const typed of ['', ' ', '-', '--', 'N/A', '#N/A', 'néant', 'NULL']) assert.ok(isEmptyCell(typed), typed)
  for (const typed of ['0', 'x', '-1']) assert.ok(!isEmptyCell(typed), typed)
})
