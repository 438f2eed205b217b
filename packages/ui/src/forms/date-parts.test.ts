import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { dateFieldValues, dateFromParts, readDateFields } from './date-parts.ts'

const birth = 'la date de naissance'
const sentence = (typed: [string, string, string], label = birth) => {
  const [d, month, year] = typed
  return dateFromParts({ day: d, month, year }, label)
}

test('a date is read from its three boxes, with spaces and leading zeros', () => {
  const typed = readDateFields({ 'birth-day': ' 07 ', 'birth-month': '3', 'birth-year': '1998', other: 'x' }, 'birth')
  assert.deepEqual(typed, { day: '07', month: '3', year: '1998' })
  assert.equal(dateFromParts(typed, birth), day('1998-03-07'))
})

test('three empty boxes are a missing date, not an error', () => {
  assert.equal(dateFromParts(readDateFields({}, 'birth'), birth), 'missing')
  assert.equal(dateFromParts(readDateFields({ 'birth-day': ['1', '2'] }, 'birth'), birth), 'missing')
})

test('the message names what is missing, with the right article, and the first box to fill', () => {
  assert.deepEqual(sentence(['', '3', '1998']), { error: 'Saisissez le jour de la date de naissance', box: 'day' })
  assert.deepEqual(sentence(['3', '', '']), { error: 'Saisissez le mois et l’année de la date de naissance', box: 'month' })
  assert.deepEqual(sentence(['3', '4', ''], 'le début du contrat'), { error: 'Saisissez l’année du début du contrat', box: 'year' })
  assert.deepEqual(sentence(['', '4', '2026'], 'l’entrée'), { error: 'Saisissez le jour de l’entrée', box: 'day' })
})

test('what is not a day of the calendar is turned back with the box to correct', () => {
  const box = (typed: [string, string, string]) => {
    const read = sentence(typed)
    return typeof read === 'object' ? read.box : read
  }
  assert.equal(box(['31', '2', '1998']), 'day')
  assert.equal(box(['29', '2', '2023']), 'day')
  assert.equal(box(['29', '2', '2024']), day('2024-02-29'))
  assert.equal(box(['32', '1', '1998']), 'day')
  assert.equal(box(['1', '13', '1998']), 'month')
  assert.equal(box(['1', 'mars', '1998']), 'month')
  assert.equal(box(['1', '3', '98']), 'year')
  assert.equal(box(['1', '3', '0998']), 'year')
})

test('a date shown again is read as the same date', () => {
  const date = day('2024-02-29')
  assert.equal(dateFromParts(readDateFields(dateFieldValues('end', date), 'end'), 'la fin'), date)
})
