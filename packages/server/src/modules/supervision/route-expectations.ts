import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aStay } from '../employment/fixtures.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { anAttendance } from './fixtures.ts'

// Each member notes and reads the attendance of their own structures.
const mine: RouteExpectation = { role: 'technical_supervisor', anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' }
const corrected = {
  role: 'payroll_officer',
  with: { id: 'attendance' },
  anonymous: 'sign-in',
  foreign: 'not-found',
  former: 'not-found',
} as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const stay = await aStay(tx, { person, siae, unit })
    const attendance = await anAttendance(tx, { stay, person, organisation, site: null, by: own }, { day: '2026-11-18' })
    return { attendance: attendance.id }
  },
  routes: {
    'GET /equipe-du-jour': mine,
    'POST /equipe-du-jour': { ...mine, own: 'form-again', foreign: 'not-found' },
    'GET /presences': mine,
    'GET /presences.csv': { ...mine, foreign: 'not-found' },
    'GET /presences/feuille': mine,
    'GET /presences/:id/corriger': { ...corrected, own: 'shown' },
    'POST /presences/:id/corriger': { ...corrected, own: 'form-again' },
  },
}
