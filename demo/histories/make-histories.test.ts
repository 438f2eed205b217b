import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addYears, day, daysIn, daysOf, includes, month, monthOf } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import type { History } from './history.ts'
import { makeHistories, type Territory } from './make-histories.ts'

const TODAY = day('2026-11-21')
const SPAN = { from: month('2025-01'), today: TODAY }
const TERRITORY: Territory = {
  places: [
    { kind: 'ACI', name: 'Jardins', carrier: 'Association', worksites: ['Nord', 'Sud'], declaredThrough: month('2026-10') },
    { kind: 'EI', name: 'Menuiserie', carrier: 'Association', worksites: ['Atelier'], declaredThrough: month('2026-09') },
    { kind: 'AI', name: 'Services', carrier: 'Entraide', worksites: [], declaredThrough: month('2026-10') },
    { kind: 'ETTI', name: 'Intérim', carrier: 'Intérim', worksites: ['Agence'], declaredThrough: month('2026-10') },
  ],
  senders: [
    { organisation: 'Mission locale', agency: 'Accueil', kind: 'ML' },
    { organisation: 'SPIP', agency: 'Accueil', kind: 'SPIP' },
  ],
  homes: { '11069': 3, '11262': 1 },
}
const made = [...makeHistories(nationalLaw, TERRITORY, SPAN)]
const stays = made.flatMap((history) => history.stays.map((stay) => ({ history, stay })))
/** A sentence about each history. */
function all(sentence: string, holds: (history: History) => void): void {
  test(sentence, () => {
    for (const history of made) holds(history)
  })
}

test('the same day gives the same people', () => {
  assert.deepEqual([...makeHistories(nationalLaw, TERRITORY, SPAN)], made)
  assert.equal(new Set(made.map(({ key }) => key)).size, made.length)
})

test('every kind of structure has people who work, have left and were never hired', () => {
  for (const { name } of TERRITORY.places) {
    const here = stays.filter(({ stay }) => stay.place.name === name)
    assert.ok(here.some(({ stay }) => stay.exit === null) && here.some(({ stay }) => stay.exit !== null), name)
    assert.ok(made.some(({ stays: none, applications }) => none.length === 0 && applications[0]?.place.name === name))
  }
})

all('nobody works on a day without a right, nor after the last day of it', ({ pass, stays: mine }) => {
  for (const { entry, exit, contracts } of mine) {
    assert.ok(pass && entry === pass.first)
    assert.ok((exit?.on ?? entry) <= pass.last)
    for (const { first, last } of contracts) assert.ok(entry <= first && first <= last && last <= pass.last)
  }
})

all('a right lasts 730 days, or two years when it began before 28 February 2024, and the days it was suspended', ({ pass }) => {
  if (!pass) return
  const initial = pass.first < day('2024-02-28') ? addYears(pass.first, 2) - pass.first : 730
  assert.equal(daysIn(pass), initial + (pass.suspension ? daysIn(pass.suspension) : 0))
})

all('contracts of a stay follow each other without a gap, and the first is signed the day of entry', ({ stays: mine }) => {
  for (const { entry, contracts } of mine)
    contracts.forEach((contract, index) => {
      assert.equal(contract.first, index === 0 ? entry : (contracts[index - 1]?.last ?? 0) + 1)
    })
})

all('hours are of months of the stay, declared by the structure, out of a suspension', ({ stays: mine, pass }) => {
  for (const { entry, exit, months, place } of mine)
    for (const { month: of, paid, worked } of months) {
      assert.ok(monthOf(entry) <= of && of <= monthOf(exit?.on ?? TODAY) && SPAN.from <= of && of <= place.declaredThrough)
      assert.ok(worked <= paid && paid <= daysIn(daysOf(of)) * 1000)
      assert.ok(!pass?.suspension || !includes(daysOf(of), pass.suspension.first))
    }
})

all('an application is answered after it was sent, before the hire and never in the future', ({ applications, stays: mine }) => {
  for (const { sentOn, movedOn, state } of applications) {
    assert.ok(sentOn <= movedOn && movedOn <= TODAY)
    if (state === 'accepted') assert.ok(mine.some(({ entry }) => movedOn <= entry))
  }
})
