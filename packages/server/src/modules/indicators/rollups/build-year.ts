import { type CalendarDate, dateOf, day, type Law } from '@maillage/kernel'
import type { Audience } from '@maillage/rules/statistics'
import type { Tx } from '../../../platform/database/database.ts'
import { CATALOGUE } from '../cards/catalogue.ts'
import type { CountedSiae } from '../cells/cell-value.ts'
import { siaesOfTerritory } from '../queries/counted-siaes.ts'
import { entries } from '../queries/entries.ts'
import { peopleInYear } from '../queries/people-in-year.ts'
import { type Residents, residentsInYear } from '../queries/residents-in-year.ts'
import { sentApplications } from '../queries/sent-applications.ts'
import { standingCells } from '../queries/standing-cells.ts'
import { territoryKind } from '../queries/territory-kind.ts'
import { applicationsBlock } from './applications-block.ts'
import type { StandingCell } from './cells-of.ts'
import { type Block, draft, type Scope, scopesOf } from './draft.ts'
import { exitsBlock } from './exits-block.ts'
import { fteBlock } from './fte-block.ts'
import { type PersonInYear, peopleBlock } from './people-block.ts'
import { type PublishedFigure, publish } from './publish.ts'
import { replaceRollups } from './replace-rollups.ts'
import { supervisionBlock } from './supervision-block.ts'
import { type WaitAt, waitsBlock } from './waits-block.ts'

interface Facts {
  readonly cells: readonly StandingCell[]
  readonly people: readonly PersonInYear[]
  readonly residents: Residents
  readonly entered: readonly WaitAt[]
  readonly answered: readonly WaitAt[]
}

/** The register is public: how many structures there are hides nothing. */
function structuresOf(scopes: readonly Scope[]): Block {
  return {
    counted: 'activity',
    drafts: scopes
      .filter(({ siaeId }) => siaeId === null)
      .map((scope) => draft(scope, 'structures', 'all', { numerator: scope.members.length })),
    relations: [],
  }
}

function blocksOf(scopes: readonly Scope[], { cells, people, residents, entered, answered }: Facts, audience: Audience): readonly Block[] {
  const everything = audience === 'authority' || audience === 'structure'
  return [
    structuresOf(scopes),
    // Profiles by structure are read by nobody but that structure: for the authority, those of the territory and of its kinds.
    ...(audience === 'authority'
      ? [
          {
            ...peopleBlock(
              scopes.filter(({ siaeId }) => siaeId === null),
              people,
              true,
            ),
            only: 'profiles' as const,
          },
          peopleBlock(scopes, people, false, residents),
        ]
      : [audience === 'structure' ? peopleBlock(scopes, people, false) : peopleBlock(scopes, people, true, residents)]),
    fteBlock(scopes, cells, everything),
    exitsBlock(scopes, cells),
    supervisionBlock(scopes, cells),
    applicationsBlock(scopes, cells),
    waitsBlock(scopes, 'entry-time', entered),
    waitsBlock(scopes, 'answer-time', answered),
  ]
}

/** The days each application has waited for its answer, or waited before it was withdrawn. */
const answersOf = (sent: Awaited<ReturnType<typeof sentApplications>>, today: CalendarDate): readonly WaitAt[] =>
  sent.map(({ siaeId, sentOn, answeredOn, withdrawnOn }, index) => ({
    siaeId,
    who: String(index),
    since: sentOn,
    days: Math.max(0, (answeredOn ?? withdrawnOn ?? today) - sentOn),
    happened: answeredOn !== null,
  }))

/** What the employer knows of everybody who works there. */
const KNOWN_BY_THE_EMPLOYER = /^(sex|age):/

/** Figures of a structure for itself: no threshold, but for the criteria of the diagnoses, which it need not know and which stay under that of the insiders. */
function ownFigures(law: Law, siae: CountedSiae, facts: Facts, year: number, on: CalendarDate): readonly PublishedFigure[] {
  const scopes: Scope[] = [{ siaeId: siae.id, organisationId: siae.organisationId, kind: siae.kind, members: [siae] }]
  const profiles = { ...peopleBlock(scopes, facts.people, true), only: 'profiles' as const }
  const read = (block: Block, audience: Audience) =>
    publish(law, block, { audience, year, on, rounded: false, hidden: new Set() }).map((figure) => ({
      ...figure,
      audience: 'structure' as const,
    }))
  return [
    ...blocksOf(scopes, facts, 'structure').flatMap((block) => read(block, 'structure')),
    ...read(profiles, 'structure').filter(({ dimension }) => KNOWN_BY_THE_EMPLOYER.test(dimension)),
    ...read(profiles, 'authority').filter(({ dimension }) => !KNOWN_BY_THE_EMPLOYER.test(dimension)),
  ]
}

/** Adding up a large département takes a second of the processor: pages are answered in between. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Adds up one year of a territory for each audience, from the narrowest to everybody, and replaces what was there. */
export async function buildYear(
  { tx, law, now, today }: { readonly tx: Tx; readonly law: Law; readonly now: Temporal.Instant; readonly today: CalendarDate },
  territoryId: string,
  year: number,
): Promise<void> {
  const siaes = await siaesOfTerritory(tx, territoryId, year)
  const kind = await territoryKind(tx, territoryId)
  const ids = siaes.map(({ id }) => id)
  const last = dateOf({ year, month: 12, day: 31 }) ?? today
  const days = { first: day(`${year}-01-01`), last: last < today ? last : today }
  const facts: Facts = {
    cells: await standingCells(tx, ids, year, CATALOGUE),
    people: await peopleInYear(tx, ids, year),
    residents: await residentsInYear(tx, territoryId, year),
    entered: await entries(tx, ids, { year, today }),
    answered: answersOf(await sentApplications(tx, { siaeIds: ids, ...days }), today),
  }
  const figures: PublishedFigure[] = []
  const hidden = new Set<string>()
  const official = kind === 'departement'
  // Who reads a wider audience's figures reads their own too: what is hidden to the narrower stays hidden to the wider.
  for (const audience of official ? (['authority', 'insiders', 'public'] as const) : (['insiders'] as const)) {
    const scopes = scopesOf(siaes, audience === 'authority')
    for (const block of blocksOf(scopes, facts, audience)) {
      figures.push(...publish(law, block, { audience, year, on: days.last, hidden, rounded: !official }))
      await turn()
    }
  }
  for (const siae of official ? siaes : []) {
    figures.push(...ownFigures(law, siae, facts, year, days.last))
    await turn()
  }
  await replaceRollups(tx, territoryId, year, figures, now)
}
