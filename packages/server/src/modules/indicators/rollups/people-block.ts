import { AGE_BANDS, type AgeBand, COUNTED_CRITERIA } from '../model.ts'
import { type Block, type Draft, draft, keyOf, type Scope, scopeRelations } from './draft.ts'

/** Somebody in a structure in a year, as the last month there says. */
export interface PersonInYear {
  readonly personId: string
  readonly siaeId: string
  readonly sex: 'F' | 'M' | null
  readonly ageBand: AgeBand | null
  readonly criteria: readonly string[] | null
  /** Months of presence, `2026-03-01`. */
  readonly months: readonly string[]
}

const FAMILIES: readonly { readonly values: readonly string[]; readonly of: (person: PersonInYear) => string }[] = [
  { values: ['sex:F', 'sex:M', 'sex:unknown'], of: ({ sex }) => `sex:${sex ?? 'unknown'}` },
  { values: [...AGE_BANDS.map((band) => `age:${band}`), 'age:unknown'], of: ({ ageBand }) => `age:${ageBand ?? 'unknown'}` },
  ...COUNTED_CRITERIA.map((code) => ({
    values: [`${code}:yes`, `${code}:no`, `${code}:unknown`],
    of: ({ criteria }: PersonInYear) => `${code}:${criteria === null ? 'unknown' : criteria.includes(code) ? 'yes' : 'no'}`,
  })),
]
const DIMENSIONS = FAMILIES.flatMap(({ values }) => values)

function ofScope(scope: Scope, people: readonly PersonInYear[], withProfiles: boolean): Draft[] {
  const ids = new Set(scope.members.map(({ id }) => id))
  const inside = people.filter(({ siaeId }) => ids.has(siaeId))
  const distinct = (found: readonly PersonInYear[]) => new Set(found.map(({ personId }) => personId)).size
  const counted = (found: readonly PersonInYear[], tells = true) => ({
    numerator: distinct(found),
    contributions: scope.members.flatMap(({ id }) => {
      const here = distinct(found.filter(({ siaeId }) => siaeId === id))
      // A structure where nobody was says nothing; one where somebody was, and nobody of that profile, does.
      return inside.some(({ siaeId }) => siaeId === id) ? [{ unit: id, amount: here, people: tells ? here : 0 }] : []
    }),
  })
  // Once a person, whatever the number of structures: the profile is the one of the first met.
  const once = [...new Map(inside.map((each) => [`${each.personId}`, each])).values()]
  const months = [...new Set(inside.flatMap((each) => each.months))].toSorted()
  return [
    draft(scope, 'people', 'all', counted(inside)),
    ...(scope.siaeId === null && scope.kind !== 'all'
      ? []
      : months.map((month) =>
          draft(scope, 'people', 'month', { month, ...counted(inside.filter((each) => each.months.includes(month))) }),
        )),
    ...(withProfiles
      ? FAMILIES.flatMap(({ values, of }) =>
          values.map((value) => {
            const some = once.filter((each) => of(each) === value)
            const unknown = `${value.split(':')[0]}:unknown`
            const known = once.filter((each) => of(each) !== unknown).length
            return draft(scope, 'profiles', value, {
              // What is not known of somebody is no trait of theirs: it may be said of one person.
              ...counted(some, value !== unknown),
              denominator: known,
              // Nobody's trait is known: that is not a zero.
              ...(known === 0 && value !== unknown ? { numerator: null, denominator: null, state: 'not-declared' as const } : {}),
              needs: value === unknown ? [] : [keyOf(scope, 'profiles', unknown)],
            })
          }),
        )
      : []),
  ]
}

/** People in pathway, and their profiles: each person once in each scope. Profiles of one structure are its own, in a block apart. */
export function peopleBlock(scopes: readonly Scope[], people: readonly PersonInYear[], withProfiles: boolean): Block {
  return {
    counted: 'people',
    drafts: scopes.flatMap((scope) => ofScope(scope, people, withProfiles)),
    relations: [
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
