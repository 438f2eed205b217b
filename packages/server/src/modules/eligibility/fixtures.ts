import type { PrescriberKind } from '@maillage/rules/eligibility'
import type { Tx } from '../../platform/database/database.ts'
import { anAuthorisation, anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'

/** A counsellor of an ACI whose team holds Nadia Benali, on a small map. */
export async function aCounsellorWithAPerson(tx: Tx, { birthDate = '1990-05-03', map = true }: { birthDate?: string; map?: boolean } = {}) {
  if (map) await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation)
  const unit = await aUnit(tx, organisation, siae)
  const member = await aMemberIn(tx, organisation, unit, 'counsellor')
  const person = await aPerson(tx, { organisation, unit, birthDate })
  return { organisation, siae, unit, member, person, unitId: unit.id, personId: person.id }
}

/** An adviser of a prescriber of some kind; `kind` null: of an organisation that may only refer people. */
export async function anAdviser(tx: Tx, kind: PrescriberKind | null = 'ML', name = 'Mission locale de l’Aude') {
  const organisation = await anOrganisation(tx, { name, functions: ['prescriber'] })
  if (kind) await anAuthorisation(tx, organisation, { kind })
  const unit = await aUnit(tx, organisation, null, `Agence ${name}`)
  return { organisation, unit, unitId: unit.id, member: await aMemberIn(tx, organisation, unit, 'prescriber') }
}

/** The same, whose team shares a person. */
export async function anAdviserOf(tx: Tx, person: { readonly id: string }, kind: PrescriberKind | null = 'ML', name?: string) {
  const made = await anAdviser(tx, kind, name)
  await givesAccess(tx, person, made.unit)
  return made
}

/** Who may not see a person, whatever they ask: of another organisation, a former member, a colleague whose team does not hold the person. */
export async function theOutsiders(tx: Tx, here: Awaited<ReturnType<typeof aCounsellorWithAPerson>>) {
  const elsewhere = await anOrganisation(tx, { name: 'Ailleurs' })
  const theirs = await aUnit(tx, elsewhere, null, 'Équipe d’ailleurs')
  const otherTeam = await aUnit(tx, here.organisation, null, 'Autre équipe')
  return {
    stranger: { unitId: theirs.id, ...(await aMemberIn(tx, elsewhere, theirs, 'counsellor')) },
    former: { unitId: here.unitId, ...(await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' })) },
    colleague: { unitId: otherTeam.id, ...(await aMemberIn(tx, here.organisation, otherTeam, 'counsellor')) },
  }
}
