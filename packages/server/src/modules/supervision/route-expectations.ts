import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aStay } from '../employment/fixtures.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aReferent, aUnit } from '../people/fixtures.ts'
import { aMessage, anAttendance, aSighting, aSkill } from './fixtures.ts'

// Each member notes and reads the attendance of their own structures.
const ONE_PRESS = 'each press says what is true now: said twice, it is written once'
const mine: RouteExpectation = { role: 'technical_supervisor', anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' }
const corrected = {
  role: 'payroll_officer',
  with: { id: 'attendance' },
  anonymous: 'sign-in',
  foreign: 'not-found',
  former: 'not-found',
} as const

const held = (thing: string, own: RouteExpectation['own'], role = 'counsellor'): RouteExpectation => ({
  role,
  with: { id: thing },
  anonymous: 'sign-in',
  own,
  foreign: 'not-found',
  former: 'not-found',
})

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const stay = await aStay(tx, { person, siae, unit })
    const attendance = await anAttendance(tx, { stay, person, organisation, site: null, by: own }, { day: '2026-11-18' })
    await aSighting(tx, { person, organisation, by: own, skill: await aSkill(tx, siae) })
    // Whoever asks wrote one word, and follows the person: each page meets the role that its line says.
    await aReferent(tx, { organisation, unit, person, ...own })
    const message = await aMessage(tx, { person, organisation, by: own })
    return { attendance: attendance.id, person: person.id, siae: siae.id, message: message.id }
  },
  routes: {
    'GET /equipe-du-jour': mine,
    'POST /equipe-du-jour': { ...mine, sentTwice: ONE_PRESS, own: 'form-again', foreign: 'not-found' },
    'GET /presences': mine,
    'GET /presences.csv': { ...mine, foreign: 'not-found' },
    'GET /presences/feuille': mine,
    'GET /presences/:id/corriger': { ...corrected, own: 'shown' },
    'POST /presences/:id/corriger': { ...corrected, own: 'form-again' },
    'GET /personnes/:id/contraintes': held('person', 'shown', 'technical_supervisor'),
    'POST /personnes/:id/contraintes': held('person', 'form-again'),
    'GET /personnes/:id/mots': held('person', 'shown', 'technical_supervisor'),
    'POST /personnes/:id/mots': held('person', 'form-again', 'technical_supervisor'),
    'GET /mots/:id': held('message', 'shown'),
    'POST /mots/:id': held('message', 'next-page'),
    'GET /mots/:id/retirer': held('message', 'shown', 'technical_supervisor'),
    'POST /mots/:id/retirer': held('message', 'next-page', 'technical_supervisor'),
    'GET /personnes/:id/competence-vue': held('person', 'shown', 'technical_supervisor'),
    'POST /personnes/:id/competence-vue': { ...held('person', 'form-again', 'technical_supervisor'), sentTwice: ONE_PRESS },
    'GET /personnes/:id/competences': held('person', 'shown', 'technical_supervisor'),
    'GET /personnes/:id/competences/certificat': held('person', 'shown'),
    'GET /personnes/:id/competences/certificat.pdf': held('person', 'shown'),
    'GET /structures/:id/competences': held('siae', 'shown', 'technical_supervisor'),
    'POST /structures/:id/competences': { ...held('siae', 'form-again', 'director'), sentTwice: 'a skill leaves the list once' },
    'GET /structures/:id/competences/ajouter': held('siae', 'shown', 'director'),
    'POST /structures/:id/competences/ajouter': held('siae', 'form-again', 'director'),
    'GET /structures/:id/competences/metier': held('siae', 'shown', 'director'),
    'POST /structures/:id/competences/metier': held('siae', 'form-again', 'director'),
  },
}
