import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPass } from '../pass-iae/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { aMonth, aStaffPost, aStay } from './fixtures.ts'

const held = (own: RouteExpectation['own']): RouteExpectation => ({
  role: 'counsellor',
  with: { id: 'pass' },
  anonymous: 'sign-in',
  own,
  foreign: 'not-found',
  former: 'not-found',
})

const contract = (own: RouteExpectation['own']): RouteExpectation => ({ ...held(own), with: { id: 'contract' } })
const staff = (own: RouteExpectation['own']): RouteExpectation => ({ ...held(own), role: 'director', with: { id: 'siae', poste: 'post' } })

const nir = (own: RouteExpectation['own']): RouteExpectation => ({ ...held(own), role: 'payroll_officer', with: { id: 'person' } })

const month = (own: RouteExpectation['own'], which: string, role = 'director'): RouteExpectation => ({
  role,
  with: { siaeId: 'siae', mois: which },
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
    await aMonth(tx, siae, '2026-07', 'validated', [{ counted: 10_000 }])
    await aMonth(tx, siae, '2026-06', 'sent', [{ counted: 10_000 }])
    const { contractId } = await aStay(tx, { person, siae, unit })
    const post = await aStaffPost(tx, siae)
    return {
      pass: (await aPass(tx, person)).id,
      contract: contractId,
      person: person.id,
      post: post.id,
      siae: siae.id,
      validated: '2026-07',
      sent: '2026-06',
      draft: '2026-08',
    }
  },
  routes: {
    'GET /pass/:id/suspendre': held('shown'),
    'POST /pass/:id/suspendre': held('form-again'),
    // Each member opens the contracts of their own structures.
    'GET /contrats': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    'GET /contrats.csv': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    'GET /contrats/:id': contract('shown'),
    'GET /contrats/:id/renouveler': contract('shown'),
    'POST /contrats/:id/renouveler': contract('form-again'),
    'GET /contrats/:id/avenant': contract('shown'),
    'POST /contrats/:id/avenant': contract('form-again'),
    'GET /contrats/:id/rompre': contract('shown'),
    'POST /contrats/:id/rompre': contract('form-again'),
    'GET /contrats/:id/signature': contract('shown'),
    'POST /contrats/:id/signature': contract('form-again'),
    // Each payroll reads the numbers of its own organisation.
    'GET /contrats/numeros-securite-sociale': {
      role: 'payroll_officer',
      anonymous: 'sign-in',
      own: 'shown',
      foreign: 'shown',
      former: 'not-found',
    },
    'GET /personnes/:id/numero-securite-sociale': nir('shown'),
    'POST /personnes/:id/numero-securite-sociale': nir('form-again'),
    'GET /structures/:id/encadrement': staff('shown'),
    'POST /structures/:id/encadrement': staff('form-again'),
    'GET /structures/:id/encadrement/:poste/finir': staff('shown'),
    'POST /structures/:id/encadrement/:poste/finir': staff('form-again'),
    // Each member opens the months of their own structures.
    'GET /heures': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    // Each officer reads the delays of their own territory.
    'GET /heures/retards': { role: 'authority_officer', anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    'GET /heures/:siaeId/:mois': month('shown', 'draft', 'counsellor'),
    // An empty form changes no line.
    'POST /heures/:siaeId/:mois': month('next-page', 'draft', 'technical_supervisor'),
    'GET /heures/:siaeId/:mois/valider': month('shown', 'draft'),
    'POST /heures/:siaeId/:mois/valider': month('form-again', 'draft'),
    'GET /heures/:siaeId/:mois/transmettre': month('shown', 'validated'),
    'POST /heures/:siaeId/:mois/transmettre': month('next-page', 'validated'),
    'GET /heures/:siaeId/:mois/reprendre': month('shown', 'validated'),
    'POST /heures/:siaeId/:mois/reprendre': month('next-page', 'validated'),
    'GET /heures/:siaeId/:mois/debloquer': month('shown', 'sent'),
    'POST /heures/:siaeId/:mois/debloquer': month('form-again', 'sent'),
    'GET /heures/:siaeId/:mois/releve': month('shown', 'draft', 'counsellor'),
    'GET /heures/:siaeId/:mois/historique': month('shown', 'sent', 'counsellor'),
    'GET /heures/:siaeId/:mois/heures.csv': month('shown', 'draft', 'counsellor'),
  },
}
