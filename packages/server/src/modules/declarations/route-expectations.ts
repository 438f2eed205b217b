import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aUnit } from '../people/fixtures.ts'
import { aRun } from './fixtures.ts'

const closed = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const month = (own: RouteExpectation['own']): RouteExpectation => ({ ...closed, with: { siaeId: 'siae', mois: 'month' }, own })
const run = (own: RouteExpectation['own'], id = 'read'): RouteExpectation => ({ ...closed, with: { id, ligne: 'line' }, own })

// A carrier elsewhere imports too, in its own structures.
const imports = (own: RouteExpectation['own']): RouteExpectation => ({
  role: 'counsellor',
  anonymous: 'sign-in',
  own,
  foreign: own,
  former: 'not-found',
})

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const read = await aRun(tx, { siae, unit, by: own.accountId })
    const recorded = await aRun(tx, { siae, unit, by: own.accountId, state: 'recorded' })
    return { siae: siae.id, month: '2026-07', read: read.id, line: read.lineId, recorded: recorded.id }
  },
  routes: {
    // Each member sees the imports of their own teams.
    'GET /imports': { ...closed, own: 'shown', foreign: 'shown' },
    'GET /heures/:siaeId/:mois/importer': month('shown'),
    'POST /heures/:siaeId/:mois/importer': month('form-again'),
    'GET /heures/:siaeId/:mois/coller': month('shown'),
    'POST /heures/:siaeId/:mois/coller': month('form-again'),
    'GET /heures/:siaeId/:mois/suivi': month('shown'),
    'GET /imports/:id': run('shown'),
    'GET /imports/:id/lignes/:ligne': run('shown'),
    'POST /imports/:id/lignes/:ligne': run('form-again'),
    'GET /imports/:id/confirmer': run('shown'),
    'POST /imports/:id/confirmer': run('form-again'),
    'GET /imports/:id/annuler': run('shown', 'recorded'),
    'POST /imports/:id/annuler': run('form-again', 'recorded'),
    'GET /imports/:id/abandonner': run('shown'),
    'POST /imports/:id/abandonner': run('form-again'),
    'GET /imports/:id/laisser': run('shown'),
    'POST /imports/:id/laisser': run('form-again'),
    'GET /imports/:id/relire': run('shown'),
    'POST /imports/:id/relire': run('form-again'),
    'GET /imports/:id/bilan': imports('not-found'),
    'POST /imports/:id/bilan': imports('not-found'),
    'GET /personnes/importer': imports('shown'),
    'POST /personnes/importer': imports('form-again'),
    'GET /personnes/importer/modele.csv': imports('shown'),
    'GET /personnes/importer/modele.xlsx': imports('shown'),
    'GET /contrats/importer': imports('shown'),
    'POST /contrats/importer': imports('form-again'),
    'GET /contrats/importer/modele.csv': imports('shown'),
    'GET /contrats/importer/modele.xlsx': imports('shown'),
    'GET /heures/importer': imports('shown'),
    'GET /heures/importer/modele.csv': imports('shown'),
    'GET /heures/importer/modele.xlsx': imports('shown'),
    'POST /heures/importer': imports('form-again'),
  },
}
