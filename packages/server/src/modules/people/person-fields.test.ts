import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personFields } from './person-fields.ts'

const GOOD = {
  unitId: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb',
  birthName: 'Le Goff',
  givenNames: 'Jean-François',
  birthPrecision: 'day',
  birthDate: '1990-05-03',
  state: 'confirmed',
}
const said = (more: object) => {
  const parsed = personFields.safeParse({ ...GOOD, ...more })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
}

test('what is ordinary passes: other alphabets, apostrophes, boxes left empty', () => {
  for (const more of [
    { birthName: 'بن علي' },
    { birthName: 'D’Almeida' },
    { birthName: 'O' },
    { usageName: '', sex: '', phone: '', email: '', communeCode: '' },
  ])
    assert.deepEqual(said(more), [])
})

test('a name of two hundred characters, of figures, or with an invisible character is turned back by a sentence', () => {
  assert.match(said({ birthName: 'a'.repeat(200) })[0] ?? '', /^birthName: C’est trop long/)
  assert.match(said({ birthName: '1234' })[0] ?? '', /aucune lettre/)
  assert.match(said({ givenNames: 'Na\u0000dia' })[0] ?? '', /caractère invisible/)
  assert.match(said({ usageName: 'Rou\u202ex' })[0] ?? '', /caractère invisible/)
  assert.match(said({ birthName: '   ' })[0] ?? '', /Saisissez le nom de naissance/)
})

test('a phone, an address and a date that are none are turned back by a sentence', () => {
  assert.match(said({ phone: 'chez sa sœur' })[0] ?? '', /numéro de téléphone/)
  assert.match(said({ email: 'nadia@' })[0] ?? '', /adresse e-mail complète/)
  assert.match(said({ birthDate: '1990-02-31' })[0] ?? '', /Saisissez la date de naissance/)
  assert.match(said({ communeCode: 'Narbonne' })[0] ?? '', /dans la liste/)
})
