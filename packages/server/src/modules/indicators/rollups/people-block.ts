import type { Relation } from '@maillage/rules/statistics'
import { AGE_BANDS, type AgeBand, COUNTED_CRITERIA, HEALTH_CRITERIA } from '../model.ts'
import type { Residents } from '../queries/residents-in-year.ts'
import { type Block, type Draft, draft, keyOf, type Scope, scopeRelations } from './draft.ts'

/** Somebody in a structure in a year, as the last month there says. */
export interface PersonInYear {
  readonly personId: string
  readonly siaeId: string
  readonly sex: 'F' | 'M' | null
  readonly ageBand: AgeBand | null
  readonly criteria: readonly string[] | null
  readonly homeId: string | null
  readonly forgotten: boolean
  /** Months of presence, `2026-03-01`. */
  readonly months: readonly string[]
}

const FAMILIES: readonly { readonly values: readonly string[]; readonly of: (person: PersonInYear) => string }[] = [
  { values: ['sex:F', 'sex:M', 'sex:unknown'], of: ({ sex }) => `sex:${sex ?? 'unknown'}` },
  { values: [...AGE_BANDS.map((band) => `age:${band}`), 'age:unknown'], of: ({ ageBand }) => `age:${ageBand ?? 'unknown'}` },
  ...COUNTED_CRITERIA.map((code) => ({
    values: [`${code}:yes`, `${code}:no`, `${code}:unknown`],
    of: ({ criteria, forgotten }: PersonInYear) =>
      `${code}:${criteria === null || (forgotten && HEALTH_CRITERIA.includes(code)) ? 'unknown' : criteria.includes(code) ? 'yes' : 'no'}`,
  })),
]
const DIMENSIONS = FAMILIES.flatMap(({ values }) => values)

/** How many different people, in all and by structure. A territory is read again for each trait: everybody is met once each time, not once a structure. */
function distinct(found: readonly PersonInYear[]): { readonly people: number; readonly bySiae: ReadonlyMap<string, number> } {
  const people = new Set<string>()
  const bySiae = new Map<string, Set<string>>()
  for (const { personId, siaeId } of found) {
    people.add(personId)
    const here = bySiae.get(siaeId)
    if (here) here.add(personId)
    else bySiae.set(siaeId, new Set([personId]))
  }
  return { people: people.size, bySiae: new Map([...bySiae].map(([siaeId, { size }]) => [siaeId, size])) }
}

function ofScope(scope: Scope, people: readonly PersonInYear[], withProfiles: boolean): Draft[] {
  const ids = new Set(scope.members.map(({ id }) => id))
  const inside = people.filter(({ siaeId }) => ids.has(siaeId))
  const present = new Set(inside.map(({ siaeId }) => siaeId))
  const counted = (found: readonly PersonInYear[], tells = true) => {
    const { people: numerator, bySiae } = distinct(found)
    return {
      numerator,
      // A structure where nobody was says nothing; one where somebody was, and nobody of that profile, does.
      contributions: scope.members.flatMap(({ id }) => {
        const here = bySiae.get(id) ?? 0
        return present.has(id) ? [{ unit: id, amount: here, people: tells ? here : 0 }] : []
      }),
    }
  }
  // Once a person, whatever the number of structures: the profile is the one of the first met.
  const once = withProfiles ? [...new Map(inside.map((each) => [each.personId, each])).values()] : []
  const months = [...new Set(inside.flatMap((each) => each.months))].toSorted()
  return [
    draft(scope, 'people', 'all', counted(inside)),
    ...(scope.siaeId === null && scope.kind !== 'all'
      ? []
      : months.map((month) =>
          draft(scope, 'people', 'month', { month, ...counted(inside.filter((each) => each.months.includes(month))) }),
        )),
    ...(withProfiles
      ? FAMILIES.flatMap(({ values, of }) => {
          const sorted = Map.groupBy(once, of)
          return values.map((value) => {
            const unknown = `${value.split(':')[0]}:unknown`
            const known = once.length - (sorted.get(unknown)?.length ?? 0)
            return draft(scope, 'profiles', value, {
              // What is not known of somebody is no trait of theirs: it may be said of one person.
              ...counted(sorted.get(value) ?? [], value !== unknown),
              denominator: known,
              // Nobody's trait is known: that is not a zero.
              ...(known === 0 && value !== unknown ? { numerator: null, denominator: null, state: 'not-declared' as const } : {}),
              needs: value === unknown ? [] : [keyOf(scope, 'profiles', unknown)],
            })
          })
        })
      : []),
  ]
}

/** How many of these people, and how many in each structure. */
function countedIn(people: readonly (readonly [personId: string, siaeIds: readonly string[]])[]) {
  const amounts = new Map<string, number>()
  for (const [, siaeIds] of people) for (const unit of siaeIds) amounts.set(unit, (amounts.get(unit) ?? 0) + 1)
  return { numerator: people.length, contributions: [...amounts].map(([unit, amount]) => ({ unit, amount, people: amount })) }
}

/**
 * The people counted where they live: those of the territory, in its structures or in others; then those of its structures who live elsewhere, whom the
 * difference with the people in pathway would give.
 */
function residence(scope: Scope, people: readonly PersonInYear[], residents: Residents): Draft[] {
  const ids = new Set(scope.members.map(({ id }) => id))
  const living = [...residents]
  const isHere = ([, siaeIds]: (typeof living)[number]) => siaeIds.some((id) => ids.has(id))
  const others = Map.groupBy(
    people.filter(({ personId, siaeId }) => ids.has(siaeId) && !residents.has(personId)),
    ({ personId }) => personId,
  )
  const from = [...others].map(
    ([personId, found]) =>
      [personId, found.map(({ siaeId }) => siaeId), found.some(({ homeId }) => homeId !== null) ? 'from-elsewhere' : 'unknown'] as const,
  )
  const of = (dimension: string, among: Parameters<typeof countedIn>[0]) => draft(scope, 'residents', dimension, countedIn(among))
  return [
    of('all', living),
    of('here', living.filter(isHere)),
    of(
      'elsewhere',
      living.filter((each) => !isHere(each)),
    ),
    ...(['from-elsewhere', 'unknown'] as const).map((dimension) =>
      of(
        dimension,
        from.filter(([, , home]) => home === dimension).map(([personId, siaeIds]) => [personId, siaeIds] as const),
      ),
    ),
  ]
}

const ofResidence = (scope: Scope): readonly Relation[] => {
  const at = (dimension: string) => keyOf(scope, 'residents', dimension)
  return [
    { total: at('all'), parts: [at('here'), at('elsewhere')] },
    { total: keyOf(scope, 'people', 'all'), parts: [at('here'), at('from-elsewhere'), at('unknown')] },
  ]
}

/**
 * People in pathway, and their profiles: each person once in each scope. Profiles of one structure are its own, in a block apart.
 * @param residents who lives in the territory, when it is asked: read with the people who work there, for each is found from the others
 */
export function peopleBlock(
  scopes: readonly Scope[],
  people: readonly PersonInYear[],
  withProfiles: boolean,
  residents?: Residents,
): Block {
  const whole = residents === undefined ? undefined : scopes.find(({ kind, siaeId }) => kind === 'all' && siaeId === null)
  return {
    counted: 'people',
    drafts: [
      ...scopes.flatMap((scope) => ofScope(scope, people, withProfiles)),
      ...(whole && residents ? residence(whole, people, residents) : []),
    ],
    relations: [
      ...(whole ? ofResidence(whole) : []),
      ...scopeRelations(scopes, [['people', 'all'], ...(withProfiles ? DIMENSIONS.map((value) => ['profiles', value] as const) : [])]),
      ...(withProfiles
        ? scopes.flatMap((scope) =>
            FAMILIES.map(({ values }) => ({
              total: keyOf(scope, 'people', 'all'),
              parts: values.map((value) => keyOf(scope, 'profiles', value)),
            })),
          )
        : []),
    ],
  }
}
