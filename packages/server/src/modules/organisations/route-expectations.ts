import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aDelegation, aFunction, aMember, anOrganisation, aSiae, aSuccession, aUnit, aWorksite } from './fixtures.ts'

const register = (reason: string): RouteExpectation => ({
  public: reason,
  anonymous: 'shown',
  own: 'shown',
  foreign: 'shown',
  former: 'shown',
})
const steered = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
/** For whoever wears a hat: each reads their own organisation. */
const ofOneself = (meeting: RouteExpectation['own']): RouteExpectation => ({
  anonymous: 'sign-in',
  own: meeting,
  foreign: meeting,
  former: 'not-found',
})

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const colleague = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    await aFunction(tx, organisation, 'authority')
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    const ending = await aSiae(tx, body, { name: 'Ateliers de l’Aude' })
    return {
      succession: (await aSuccession(tx, ending, siae)).id,
      proposal: (await aSuccession(tx, await aSiae(tx, organisation, { name: 'La Remise de Bram' }), ending)).id,
      siae: siae.id,
      worksite: (await aWorksite(tx, siae)).id,
      organisation: organisation.id,
      body: body.id,
      unit: (await aUnit(tx, organisation)).id,
      colleague: colleague.accountId,
      hat: colleague.membershipId,
      delegation: (await aDelegation(tx, organisation, own.membershipId, colleague.membershipId)).id,
    }
  },
  routes: {
    'GET /structures': register('a person or a prescriber must be able to find a structure'),
    'GET /structures.csv': register('the register, as a file'),
    'GET /structures/:id': { ...register('a person or a prescriber must be able to find a structure'), with: { id: 'siae' } },
    'GET /structures/:id/sites/ajouter': { ...steered, with: { id: 'siae' }, own: 'shown' },
    'POST /structures/:id/sites/ajouter': { ...steered, with: { id: 'siae' }, own: 'form-again' },
    'GET /sites/:id/modifier': { ...steered, with: { id: 'worksite' }, own: 'shown' },
    'POST /sites/:id/modifier': { ...steered, with: { id: 'worksite' }, own: 'form-again' },
    'GET /sites/:id/fermer': { ...steered, with: { id: 'worksite' }, own: 'shown' },
    'POST /sites/:id/fermer': { ...steered, with: { id: 'worksite' }, own: 'form-again' },
    'GET /structures/:id/siret': { ...steered, with: { id: 'siae' }, own: 'shown' },
    'POST /structures/:id/siret': { ...steered, with: { id: 'siae' }, own: 'form-again' },
    'GET /structures/:id/fin': { ...steered, with: { id: 'siae' }, own: 'shown' },
    'POST /structures/:id/fin': { ...steered, with: { id: 'siae' }, own: 'form-again' },
    'GET /reprises/:id': { ...steered, with: { id: 'succession' }, own: 'shown' },
    'POST /reprises/:id': { ...steered, with: { id: 'succession' }, own: 'form-again' },
    'GET /reprises/:id/retirer': { ...steered, with: { id: 'proposal' }, own: 'shown' },
    'POST /reprises/:id/retirer': { ...steered, with: { id: 'proposal' }, own: 'next-page' },
    'GET /organisations/:id': { ...register('what an organisation does, and by which right it prescribes'), with: { id: 'organisation' } },
    'GET /prescripteurs': register('a structure checks who may prescribe'),
    'GET /prescripteurs.csv': register('the register, as a file'),
    'GET /organisations/:id/habiliter': { ...steered, with: { id: 'body' }, role: 'authority_officer', own: 'shown' },
    'POST /organisations/:id/habiliter': { ...steered, with: { id: 'body' }, role: 'authority_officer', own: 'form-again' },
    'GET /mon-organisation': ofOneself('shown'),
    'GET /membres/:id': { ...steered, with: { id: 'colleague' }, own: 'shown' },
    'GET /mon-organisation/membres/ajouter': ofOneself('shown'),
    'POST /mon-organisation/membres/ajouter': ofOneself('form-again'),
    'GET /membres/:id/casquettes/ajouter': { ...steered, with: { id: 'colleague' }, own: 'shown' },
    'POST /membres/:id/casquettes/ajouter': { ...steered, with: { id: 'colleague' }, own: 'form-again' },
    'GET /casquettes/:id/fin': { ...steered, with: { id: 'hat' }, own: 'shown' },
    'POST /casquettes/:id/fin': { ...steered, with: { id: 'hat' }, own: 'form-again' },
    'GET /casquettes/:id/equipes': { ...steered, with: { id: 'hat' }, own: 'shown' },
    'POST /casquettes/:id/equipes': { ...steered, with: { id: 'hat' }, own: 'form-again' },
    'POST /casquettes/:id/equipes/retirer': { ...steered, with: { id: 'hat' }, own: 'form-again' },
    'GET /mon-organisation/equipes/ajouter': ofOneself('shown'),
    'POST /mon-organisation/equipes/ajouter': ofOneself('form-again'),
    'GET /equipes/:id/modifier': { ...steered, with: { id: 'unit' }, own: 'shown' },
    'POST /equipes/:id/modifier': { ...steered, with: { id: 'unit' }, own: 'form-again' },
    'GET /equipes/:id/fermer': { ...steered, with: { id: 'unit' }, own: 'shown' },
    'POST /equipes/:id/fermer': { ...steered, with: { id: 'unit' }, own: 'form-again' },
    'GET /mon-organisation/suppleances/ajouter': ofOneself('shown'),
    'POST /mon-organisation/suppleances/ajouter': ofOneself('form-again'),
    'GET /suppleances/:id/fin': { ...steered, with: { id: 'delegation' }, own: 'shown' },
    'POST /suppleances/:id/fin': { ...steered, with: { id: 'delegation' }, own: 'next-page' },
  },
}
