import { randomUUIDv7 } from 'node:crypto'
import type { Sensitivity } from '@maillage/kernel'
import type { ApplicationState } from '@maillage/rules/applications'
import type { Tx } from '../../platform/database/database.ts'
import { anAdviser } from '../eligibility/fixtures.ts'
import { anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import type { SenderKind } from './model.ts'
import { applicationsOf } from './tables.ts'

/** A structure with one team and its counsellor; `map` false when the map is already there. */
export async function aReceiver(tx: Tx, { name = 'Les Jardins du Lauragais', map = true }: { name?: string; map?: boolean } = {}) {
  if (map) await aSmallMap(tx)
  const organisation = await anOrganisation(tx, { name: `Association de « ${name} »` })
  const siae = await aSiae(tx, organisation, { name })
  const unit = await aUnit(tx, organisation, siae, `Équipe de « ${name} »`)
  return { organisation, siae, unit, member: await aMemberIn(tx, organisation, unit, 'counsellor') }
}

interface Sent {
  readonly person: { readonly id: string }
  readonly siae: { readonly id: string; readonly organisationId: string }
  readonly receiver: { readonly id: string }
  readonly sender: {
    readonly organisation: { readonly id: string }
    readonly unit: { readonly id: string }
    readonly member: { readonly accountId: string }
  }
  readonly senderKind?: SenderKind
  readonly sensitivity?: Sensitivity
  readonly senderName?: string
  readonly state?: ApplicationState
  readonly sentOn?: string
  readonly promisedOn?: string
  readonly lastMovedOn?: string
  readonly message?: string
}

/** An application as it was sent, with its two sides and the receiver's right to read the person. */
export async function anApplication(tx: Tx, sent: Sent): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const db = applicationsOf(tx)
  const { person, siae, receiver, sender, state = 'new', sentOn = '2026-11-10' } = sent
  const processed = ['accepted', 'refused', 'cancelled', 'obsolete'].includes(state)
  await db
    .insertInto('application')
    .values({
      id,
      person_id: person.id,
      receiver_siae_id: siae.id,
      receiver_organisation_id: siae.organisationId,
      sender_kind: sent.senderKind ?? 'authorised-prescriber',
      state,
      message: sent.message ?? 'Disponible tout de suite, permis B.',
      wanted_post: 'Ouvrier maraîcher',
      sent_on: sentOn,
      promised_on: sent.promisedOn ?? '2026-12-10',
      last_moved_on: sent.lastMovedOn ?? sentOn,
      processed_at: processed ? `${sentOn}T09:00:00Z` : null,
      refusal_reason: state === 'refused' ? 'no-recruitment' : null,
      answer: null,
      archived_on: null,
      recorded_at: `${sentOn}T09:00:00Z`,
      recorded_by: sender.member.accountId,
      version: 1,
    })
    .execute()
  await db
    .insertInto('application_sender')
    .values({
      application_id: id,
      organisation_id: sender.organisation.id,
      unit_id: sender.unit.id,
      account_id: sender.member.accountId,
      display_name: sent.senderName ?? 'Camille Roux, Mission locale de l’Aude',
      sensitivity: sent.sensitivity ?? 'ordinary',
    })
    .execute()
  await db
    .insertInto('application_party')
    .values([
      { application_id: id, unit_id: sender.unit.id, side: 'sender' },
      { application_id: id, unit_id: receiver.id, side: 'receiver' },
    ])
    .execute()
  await givesAccess(tx, person, receiver, { source: 'application', sourceId: id, startsOn: sentOn })
  return { id }
}

/** An adviser proposes Nadia Benali to a structure: everything that a test of answers supposes. */
export async function aProposal(tx: Tx, more: Partial<Omit<Sent, 'person' | 'siae' | 'receiver' | 'sender'>> = {}) {
  const structure = await aReceiver(tx)
  const sender = await anAdviser(tx)
  const person = await aPerson(tx, { organisation: sender.organisation, unit: sender.unit, phone: '06 39 98 00 00' })
  const application = await anApplication(tx, { person, siae: structure.siae, receiver: structure.unit, sender, ...more })
  return { ...structure, sender, person, application }
}
