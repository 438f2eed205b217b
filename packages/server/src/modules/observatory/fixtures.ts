import type { Tx } from '../../platform/database/database.ts'
import type { World } from '../../platform/testing/database-test.ts'
import { anAuthorityOfficer } from '../agreements/fixtures.ts'
import { aCountedSiae, type PlannedSiae } from '../indicators/fixtures.ts'
import { indicators } from '../indicators/index.ts'
import { aMember, anOrganisation } from '../organisations/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'

const EXITS = ['open-ended-contract', 'fixed-term-contract', 'qualifying-training', 'unemployed', 'unemployed', 'no-news'] as const
const PLAN: readonly PlannedSiae[] = [
  ...[1, 2, 3, 4].map((number): PlannedSiae => ({ name: `ACI numéro ${number}`, people: 14, hours: 900 + number, exits: EXITS })),
  ...[1, 2, 3].map((number): PlannedSiae => ({ name: `AI numéro ${number}`, kind: 'AI', people: 9, hours: 400 + number, posts: 400 })),
  ...[1, 2].map(
    (number): PlannedSiae => ({ name: `ETTI numéro ${number}`, kind: 'ETTI', people: 11, hours: 777, posts: 700, exits: EXITS }),
  ),
]

/** The Aude in small: four ACI, three AI and two ETTI, with who reads them from inside, from beside and from elsewhere. */
export async function anAudeInSmall(tx: Tx) {
  await aSmallMap(tx)
  const siaes: Awaited<ReturnType<typeof aCountedSiae>>[] = []
  for (const planned of PLAN) siaes.push(await aCountedSiae(tx, planned))
  const named = (name: string) => {
    const found = siaes.find((siae) => siae.name === name)
    if (!found) throw new Error(`no structure named ${name}`)
    return found
  }
  const [aci, etti, rival] = [named('ACI numéro 1'), named('ETTI numéro 1'), named('ETTI numéro 2')]
  const of = (siae: { readonly organisationId: string }) => ({ id: siae.organisationId })
  const prescriber = await anOrganisation(tx, { name: 'Mission locale', functions: ['prescriber'] })
  return {
    aci,
    etti,
    rival,
    director: await aMember(tx, of(etti), 'director'),
    rivalDirector: await aMember(tx, of(rival), 'director', { name: 'Dominique Faure' }),
    supervisor: await aMember(tx, of(etti), 'technical_supervisor', { name: 'Maxime Vidal' }),
    former: await aMember(tx, of(etti), 'director', { name: 'Claude Martin', lastDay: '2026-11-20' }),
    adviser: await aMember(tx, prescriber, 'prescriber', { name: 'Lou Petit' }),
    officer: await anAuthorityOfficer(tx),
    officerElsewhere: await anAuthorityOfficer(tx, { territory: 'departement-66', name: 'DDETS des Pyrénées-Orientales' }),
  }
}

/** Computes everything, as the jobs do. */
export async function computeFigures(world: World): Promise<void> {
  for (const name of ['indicators-mark-recent', 'indicators-recompute'])
    await indicators.jobs?.find((job) => job.name === name)?.run({ database: world.database, clock: world.clock })
}
