import { addDays, day, isoDate, type Nir, nirTellsAnotherBirth } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Birth, type BirthPrecision, displayName, namesOf } from '../../people/index.ts'
import { mayKeepNirs } from '../policy.ts'
import type { NirRow } from '../tables.ts'
import { openNir } from './nirs-of.ts'

/** `unknown`: nothing was said. `check`: two numbers, or one that tells another birth than the file. */
export type NirState = 'unknown' | 'check' | 'missing' | 'recorded'

/** Somebody whom the organisation employs, and what payroll knows of their number; never the number. */
export interface NirLine {
  readonly personId: string
  readonly name: string
  readonly state: NirState
  readonly missing: NirRow['missing']
}

interface Row {
  person_id: string
  birth_name: string | null
  usage_name: string | null
  given_names: string | null
  birth_date: string | null
  birth_precision: BirthPrecision
  known: readonly Pick<NirRow, 'id' | 'number' | 'missing'>[]
}

/** What is wrong between the numbers of somebody and their file; null when nothing is. */
export function nirToCheck(numbers: readonly Nir[], birth: Birth): 'several' | 'another-birth' | null {
  if (numbers.length > 1) return 'several'
  return numbers.some((number) => nirTellsAnotherBirth(number, birth)) ? 'another-birth' : null
}

function lineOf(keys: ReadCtx['keys'], row: Row): NirLine {
  const known = row.known.map((each) => openNir(keys, each))
  const numbers = known.flatMap(({ number }) => (number === null ? [] : [number]))
  const wrong = nirToCheck(numbers, { date: row.birth_date === null ? null : day(row.birth_date), precision: row.birth_precision })
  const missing = numbers.length > 0 ? null : (known[0]?.missing ?? null)
  return {
    personId: row.person_id,
    name: displayName({ birthName: row.birth_name ?? '', usageName: row.usage_name, givenNames: row.given_names ?? '' }),
    state: wrong !== null ? 'check' : numbers.length > 0 ? 'recorded' : missing === null ? 'unknown' : 'missing',
    missing,
  }
}

/** Days after an exit when somebody is still in the list: the last wages are declared the month after. */
const AFTER_EXIT = 60

/** Everybody whom the organisation employs today or will, or who has just left, by name; one statement. Nothing for any other reader than payroll. */
export async function nirRegister({
  tx,
  actor,
  today,
  keys,
}: Pick<ReadCtx, 'tx' | 'actor' | 'today' | 'keys'>): Promise<readonly NirLine[]> {
  if (!actor?.hat || !mayKeepNirs(actor)) return []
  const { rows } = await sql<Row>`
    select person.id as person_id, person.birth_date, person.birth_precision, named.birth_name, named.usage_name, named.given_names,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', nir.id, 'number', nir.number, 'missing', nir.missing) order by nir.recorded_at, nir.id)
        from nir where nir.person_id = person.id), '[]') as known
    from person
    left join lateral (${namesOf(sql`person.id`)}) as named on true
    where person.id in (
      select stay.person_id from siae_stay as stay
      where stay.organisation_id = ${actor.hat.organisationId} and stay.cancelled_at is null and (stay.exit_day is null or stay.exit_day >= ${isoDate(addDays(today, -AFTER_EXIT))}))
    order by named.family_key nulls last, named.given_key, person.id`.execute(tx)
  return rows.map((row) => lineOf(keys, row))
}
