import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'

/** How many of each the bench loads; the country has some 4,600 structures and 138,000 people present. */
export interface Scale {
  readonly structures: number
  readonly people: number
}

/** Figures and registers are read by département: the country has 101, of some 46 structures each. */
const DEPARTEMENTS = 101

/**
 * Structures over the départements, one team each, people spread over them (one team in two hundred holds 3,000), two names, a phone and a right each.
 * Generated inside the database, from ranks alone: the same rows at each run. No verdict is at stake: only volumes and access.
 */
export async function loadNationalPeople(source: ConnectionSource, { structures, people }: Scale): Promise<void> {
  const held = await source.connect('the bench')
  const id = (prefix: string, rank: string) => `(lpad('${prefix}', 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${rank}), 12, '0'))::uuid`
  const codeOf = (rank: string) => `lpad((${rank})::text, greatest(2, length((${rank})::text)), '0')`
  const statements = [
    `insert into maillage.territory (id, kind, code, name, name_key, time_zone, first_day, vintage)
      select kind || '-' || code, kind, code, name || ' ' || rank, lower(name) || ' ' || rank, time_zone, '1990-01-01', 'bench'
      from generate_series(1, ${DEPARTEMENTS}) as rank, ${codeOf('rank')} as departement, lateral (values
        ('departement', departement, 'Département', 'Europe/Paris'), ('commune', departement || '069', 'Commune', null)) as each (kind, code, name, time_zone)`,
    `insert into maillage.account (id, email, email_key, display_name, state, created_at)
      select ${id('acc', 'n')}, 'b' || n, 'b' || n, 'Banc ' || n, 'active', now() from generate_series(1, ${structures}) as n`,
    `insert into maillage.organisation (id, name, name_key, recorded_at)
      select ${id('0f9', 'n')}, 'Structure ' || n, 'structure ' || n, now() from generate_series(1, ${structures}) as n`,
    `insert into maillage.siae (id, organisation_id, kind, name, name_key, territory_id, commune_id, first_day, recorded_at)
      select ${id('51a', 'n')}, ${id('0f9', 'n')}, 'ACI', 'Structure ' || n, 'structure ' || n, 'departement-' || place, 'commune-' || place || '069', '2020-01-01', now()
      from generate_series(1, ${structures}) as n, ${codeOf(`1 + n % ${DEPARTEMENTS}`)} as place`,
    `insert into maillage.unit (id, organisation_id, siae_id, name, kind, first_day, recorded_at)
      select ${id('0e1', 'n')}, ${id('0f9', 'n')}, ${id('51a', 'n')}, 'Équipe', 'team', '2020-01-01', now() from generate_series(1, ${structures}) as n`,
    `insert into maillage.person (id, owner_org_id, state, birth_date, birth_precision, sex, recorded_at, recorded_by)
      select ${id('9e5', 'n')}, ${id('0f9', `1 + n % ${structures}`)}, 'confirmed', date '1960-01-01' + ((n::bigint * 7919) % 17000)::integer, 'day', 'F', now(), ${id('acc', '1')}
      from generate_series(1, ${people}) as n`,
    `insert into maillage.person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
      select gen_random_uuid(), ${id('9e5', 'n')}, ${id('0f9', `1 + n % ${structures}`)}, kind, initcap(word), word, now(), ${id('acc', '1')}
      from generate_series(1, ${people}) as n,
        lateral (values ('birth', 'nom' || translate((n::bigint * 48271 % 99991)::text, '0123456789', 'abcdefghij')),
          ('given', 'prenom' || translate((n::bigint * 69621 % 9973)::text, '0123456789', 'abcdefghij'))) as name(kind, word)`,
    `insert into maillage.person_access (id, person_id, unit_id, circle, source, starts_on, ends_on, granted_at)
      select gen_random_uuid(), ${id('9e5', 'n')}, ${id('0e1', `1 + n % ${structures}`)}, circle, 'created', '2024-01-01',
        case when n % 3 = 0 then date '2025-06-30' else date '2999-12-31' end, now()
      from generate_series(1, ${people}) as n, unnest(array['shared', 'employment']) as circle`,
    // One large team, at the bound that a session may hold.
    `insert into maillage.person_access (id, person_id, unit_id, circle, source, starts_on, granted_at)
      select gen_random_uuid(), ${id('9e5', 'n')}, ${id('0e1', '1')}, 'shared', 'attached', '2024-01-01', now()
      from generate_series(1, ${people}) as n where n % greatest(1, ${people} / 3000) = 0`,
    // Far from the first numbers, which the rights issued during a bench take.
    `with made as (
        insert into maillage.pass (id, person_id, number, issuer_mode, origin, first_day, recorded_at, recorded_by)
        select ${id('9a5', 'n')}, ${id('9e5', 'n')}, '00000' || (5000000 + n)::text, 'demonstration', 'hire', date '2024-01-01' + n % 700, now(), ${id('acc', '1')}
        from generate_series(1, ${people}) as n returning id, person_id, first_day)
      insert into maillage.pass_last_day (pass_id, person_id, version, first_day, last_day, recorded_at, recorded_by)
      select id, person_id, 1, first_day, first_day + 729, now(), ${id('acc', '1')} from made`,
    'vacuum analyze',
  ]
  try {
    // Coherent by construction: the checks of foreign keys would take most of the time.
    await held.execute('set session_replication_role = replica; set role maillage_owner')
    for (const statement of statements.slice(0, -1)) await held.execute(statement)
    await held.execute('reset role; reset session_replication_role')
    for (const statement of statements.slice(-1)) await held.execute(statement)
  } finally {
    held.release()
  }
}

/** The id of the nth account, organisation, structure, team or person of the bench. */
export const benchId = (what: 'account' | 'organisation' | 'siae' | 'unit' | 'person', rank: number): string =>
  `${{ account: 'acc', organisation: '0f9', siae: '51a', unit: '0e1', person: '9e5' }[what].padStart(8, '0')}-0000-7000-8000-${rank.toString(16).padStart(12, '0')}`

/** The département of the nth structure. */
export const departementOf = (rank: number): string => `departement-${String(1 + (rank % DEPARTEMENTS)).padStart(2, '0')}`
