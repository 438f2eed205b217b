import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit } from '../people/fixtures.ts'
import { aBarrier, aGoal, aNote, anAct, anAction, aReview, aStrength, aWorkshop } from './fixtures.ts'
import { aPartner } from './fixtures-partners.ts'

const held = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found', role: 'counsellor' } as const
/** The lists and the form of whoever accompanies: each finds their own in them. */
const anybody = { anonymous: 'sign-in', foreign: 'shown', former: 'not-found', role: 'counsellor' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const unit = await aUnit(tx, organisation)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const of = { person, organisation, by: own }
    const heir = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { organisation, unit, person, ...heir })
    return {
      person: person.id,
      act: (await anAct(tx, of, { nextStep: 'Rappeler', nextOn: '2026-12-01' })).id,
      barrier: (await aBarrier(tx, of)).id,
      strength: (await aStrength(tx, of)).id,
      note: (await aNote(tx, of)).id,
      workshop: (await aWorkshop(tx, of, [person])).id,
      review: (await aReview(tx, of)).id,
      partner: (await aPartner(tx, of)).id,
      goal: (await aGoal(tx, of)).id,
      action: (await anAction(tx, of)).id,
    }
  },
  routes: {
    'GET /personnes/:id/actes': { ...held, with: { id: 'person' }, own: 'shown' },
    'GET /personnes/:id/actes/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/actes/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /actes/ajouter': { ...anybody, own: 'shown' },
    'GET /actes/:id/suite/reporter': { ...held, with: { id: 'act' }, own: 'shown' },
    'POST /actes/:id/suite/reporter': { ...held, with: { id: 'act' }, own: 'form-again' },
    'GET /actes/:id/rendez-vous.ics': { ...held, with: { id: 'act' }, own: 'shown' },
    'GET /actes/:id/suite/abandonner': { ...held, with: { id: 'act' }, own: 'shown' },
    'POST /actes/:id/suite/abandonner': { ...held, with: { id: 'act' }, own: 'form-again' },
    'GET /actes/:id/retirer': { ...held, with: { id: 'act' }, own: 'shown' },
    'POST /actes/:id/retirer': { ...held, with: { id: 'act' }, own: 'next-page' },
    'GET /personnes/:id/accompagnement': { ...held, with: { id: 'person' }, own: 'shown' },
    'GET /personnes/:id/freins/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/freins/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /freins/:id': { ...held, with: { id: 'barrier' }, own: 'shown' },
    'POST /freins/:id': { ...held, with: { id: 'barrier' }, own: 'form-again' },
    'GET /personnes/:id/forces/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/forces/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /personnes/:id/objectifs/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/objectifs/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /objectifs/:id': { ...held, with: { id: 'goal' }, own: 'shown' },
    'POST /objectifs/:id': { ...held, with: { id: 'goal' }, own: 'form-again' },
    'GET /personnes/:id/actions/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/actions/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /actions/:id': { ...held, with: { id: 'action' }, own: 'shown' },
    'POST /actions/:id': { ...held, with: { id: 'action' }, own: 'form-again' },
    'GET /forces/:id/retirer': { ...held, with: { id: 'strength' }, own: 'shown' },
    'POST /forces/:id/retirer': { ...held, with: { id: 'strength' }, own: 'next-page' },
    'GET /personnes/:id/bilans': { ...held, with: { id: 'person' }, own: 'shown' },
    'GET /personnes/:id/bilans/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/bilans/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /bilans/:id': { ...held, with: { id: 'review' }, own: 'shown' },
    'GET /bilans/:id/corriger': { ...held, with: { id: 'review' }, own: 'not-found' },
    'POST /bilans/:id/corriger': { ...held, with: { id: 'review' }, own: 'form-again' },
    'GET /bilans/:id/annuler': { ...held, with: { id: 'review' }, own: 'shown' },
    'POST /bilans/:id/annuler': { ...held, with: { id: 'review' }, own: 'next-page' },
    'GET /personnes/:id/actes/rencontre': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/actes/rencontre': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /personnes/:id/notes': { ...held, with: { id: 'person' }, own: 'shown' },
    'GET /personnes/:id/notes/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/notes/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /personnes/:id/notes/transmettre': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/notes/transmettre': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /notes/:id/corriger': { ...held, with: { id: 'note' }, own: 'shown' },
    'POST /notes/:id/corriger': { ...held, with: { id: 'note' }, own: 'form-again' },
    'GET /notes/:id/supprimer': { ...held, with: { id: 'note' }, own: 'shown' },
    'POST /notes/:id/supprimer': { ...held, with: { id: 'note' }, own: 'next-page' },
    'GET /notes': { anonymous: 'sign-in', foreign: 'shown', former: 'not-found', role: 'counsellor', own: 'shown' },
    'GET /notes/transmettre': { anonymous: 'sign-in', foreign: 'shown', former: 'not-found', role: 'counsellor', own: 'shown' },
    'POST /notes/transmettre': { anonymous: 'sign-in', foreign: 'form-again', former: 'not-found', role: 'counsellor', own: 'form-again' },
    'GET /partenaires': { ...anybody, own: 'shown' },
    'GET /partenaires.csv': { ...anybody, own: 'shown' },
    'GET /partenaires/ajouter': { ...anybody, own: 'shown' },
    'POST /partenaires/ajouter': { ...anybody, foreign: 'form-again', own: 'form-again' },
    'GET /partenaires/:id': { ...anybody, with: { id: 'partner' }, own: 'shown' },
    'POST /partenaires/:id/verifier': { ...anybody, with: { id: 'partner' }, foreign: 'next-page', own: 'next-page' },
    'GET /partenaires/:id/corriger': { ...anybody, with: { id: 'partner' }, own: 'shown' },
    'POST /partenaires/:id/corriger': { ...anybody, with: { id: 'partner' }, foreign: 'form-again', own: 'form-again' },
    'GET /partenaires/:id/signaler': { ...anybody, with: { id: 'partner' }, own: 'shown' },
    'POST /partenaires/:id/signaler': { ...anybody, with: { id: 'partner' }, foreign: 'form-again', own: 'form-again' },
    'GET /partenaires/:id/fermer': { ...anybody, with: { id: 'partner' }, own: 'shown' },
    'POST /partenaires/:id/fermer': { ...anybody, with: { id: 'partner' }, foreign: 'form-again', own: 'form-again' },
    'GET /ateliers': { ...anybody, own: 'shown' },
    'GET /ateliers.csv': { ...anybody, own: 'shown' },
    'GET /ateliers/ajouter': { ...anybody, own: 'shown' },
    'POST /ateliers/ajouter': { ...anybody, foreign: 'form-again', own: 'form-again' },
    'GET /ateliers/:id': { ...held, with: { id: 'workshop' }, own: 'shown' },
    'GET /ateliers/:id/ajouter': { ...held, with: { id: 'workshop' }, own: 'shown' },
    'POST /ateliers/:id/ajouter': { ...held, with: { id: 'workshop' }, own: 'form-again' },
    'GET /ateliers/:id/retirer': { ...held, with: { id: 'workshop' }, own: 'shown' },
    'POST /ateliers/:id/retirer': { ...held, with: { id: 'workshop' }, own: 'next-page' },
  },
}
