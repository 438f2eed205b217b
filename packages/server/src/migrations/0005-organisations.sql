-- Who the actors are, what they do, where and since when. Rights come from functions × territory × date.

create table organisation (
  id uuid primary key,
  name text not null,
  name_key text collate "C" not null,
  siren text constraint organisation_siren_digits check (siren ~ '^[0-9]{9}$'),
  legal_form text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint organisation_siren_once unique (siren)
);
comment on table organisation is 'V0 card. A legal entity: the carrier of n SIAE, a prescriber, a funder, an authority.';
create index organisation_by_name on organisation (name_key);

create table organisation_function (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  function text not null constraint organisation_function_known
    check (function in ('operator', 'prescriber', 'funder', 'authority', 'referent', 'network', 'facilitator')),
  territory_id text not null references territory,
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint organisation_function_period_ordered check (last_day is null or first_day <= last_day),
  constraint organisation_function_once exclude using gist
    (organisation_id with =, function with =, territory_id with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table organisation_function is 'V0. What an organisation does, where, from when to when; several at once.';
create index organisation_function_by_territory on organisation_function (territory_id, function);

create table siae (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null constraint siae_kind_known check (kind in ('EI', 'ACI', 'AI', 'ETTI', 'EITI')),
  name text not null,
  name_key text collate "C" not null,
  territory_id text not null references territory,
  commune_id text not null references territory,
  first_day date not null,
  last_day date,
  successor_id uuid references siae,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint siae_period_ordered check (last_day is null or first_day <= last_day),
  constraint siae_with_its_carrier unique (id, organisation_id)
);
comment on table siae is 'V0 card. A structure of one kind, carried by one organisation; territory_id is the département of its agreement.';
create index siae_by_organisation on siae (organisation_id);
create index siae_by_territory on siae (territory_id, kind);
create index siae_by_name on siae (name_key);
create index siae_by_commune on siae (commune_id);
create index siae_by_successor on siae (successor_id);

create table siae_siret (
  siae_id uuid not null references siae,
  siret text not null constraint siae_siret_digits check (siret ~ '^[0-9]{14}$'),
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default (nullif(current_setting('maillage.account', true), '')::uuid),
  primary key (siae_id, first_day),
  constraint siae_siret_period_ordered check (last_day is null or first_day <= last_day),
  constraint siae_siret_one_at_a_time exclude using gist (siae_id with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table siae_siret is 'V0. Successive SIRET of a structure: it moves, it changes carrier, it stays itself.';
create index siae_siret_by_number on siae_siret (siret);

create table unit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  siae_id uuid,
  name text not null,
  kind text not null constraint unit_kind_known check (kind in ('team', 'agency')),
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint unit_period_ordered check (last_day is null or first_day <= last_day),
  constraint unit_of_its_carrier foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint unit_with_its_organisation unique (id, organisation_id)
);
comment on table unit is 'V0 name, V2 life. The team or agency that holds rights on people.';
create index unit_by_organisation on unit (organisation_id);
create index unit_by_siae on unit (siae_id, organisation_id);

create table worksite (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  name text not null,
  name_key text collate "C" not null,
  address text,
  commune_id text not null references territory,
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  constraint worksite_period_ordered check (last_day is null or first_day <= last_day),
  constraint worksite_with_its_organisation unique (id, organisation_id),
  constraint worksite_of_its_carrier foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint worksite_name_once exclude using gist
    (siae_id with =, name_key with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table worksite is 'V0 card, written by its carrier. Where people work: hours attach to it, it has no SIRET of its own.';
create index worksite_by_siae on worksite (siae_id, organisation_id);
create index worksite_by_commune on worksite (commune_id);

create table membership (
  id uuid primary key,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  display_name text not null,
  role text not null constraint membership_role_known check (role in (
    'counsellor', 'technical_supervisor', 'payroll_officer', 'director', 'assignment_coordinator',
    'prescriber', 'ft_adviser', 'referent', 'authority_officer', 'funder_officer', 'network_officer',
    'body_secretary', 'observatory_officer', 'organisation_administrator')),
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint membership_period_ordered check (last_day is null or first_day <= last_day),
  constraint membership_once exclude using gist
    (account_id with =, organisation_id with =, role with =, daterange(first_day, last_day, '[]') with &&),
  constraint membership_with_its_organisation unique (id, organisation_id)
);
comment on table membership is 'V2. One row per account, organisation and role: one hat. Purpose: rights of members; kept two years after the end.';
create index membership_by_account on membership (account_id);
create index membership_by_organisation on membership (organisation_id);
alter table session add constraint session_hat foreign key (membership_id) references membership;
create index session_by_membership on session (membership_id);

create table membership_unit (
  membership_id uuid not null,
  unit_id uuid not null,
  organisation_id uuid not null,
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default (nullif(current_setting('maillage.account', true), '')::uuid),
  primary key (membership_id, unit_id, first_day),
  constraint membership_unit_period_ordered check (last_day is null or first_day <= last_day),
  constraint membership_unit_member foreign key (membership_id, organisation_id) references membership (id, organisation_id),
  constraint membership_unit_unit foreign key (unit_id, organisation_id) references unit (id, organisation_id)
);
comment on table membership_unit is 'V2. The teams or agencies a member works in.';
create index membership_unit_by_member on membership_unit (membership_id, organisation_id);
create index membership_unit_by_unit on membership_unit (unit_id, organisation_id);

create table delegation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  from_membership_id uuid not null,
  to_membership_id uuid not null,
  reason text not null,
  first_day date not null,
  last_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  constraint delegation_period_ordered check (first_day <= last_day),
  constraint delegation_not_to_oneself check (from_membership_id <> to_membership_id),
  constraint delegation_from foreign key (from_membership_id, organisation_id) references membership (id, organisation_id),
  constraint delegation_to foreign key (to_membership_id, organisation_id) references membership (id, organisation_id)
);
comment on table delegation is 'V2. Who stands in for whom, for a time that always ends.';
create index delegation_by_organisation on delegation (organisation_id);
create index delegation_by_giver on delegation (from_membership_id, organisation_id);
create index delegation_by_receiver on delegation (to_membership_id, organisation_id);

create table authorisation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  prescriber_kind text not null,
  basis text not null constraint authorisation_basis_known check (basis in ('order', 'prefect')),
  reference text,
  decided_on date,
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- Found not to hold, from its first day or from a later one: the row keeps what had been decided, another one has the days that stand.
  cancelled_at timestamptz,
  constraint authorisation_period_ordered check (last_day is null or first_day <= last_day),
  -- Only bodies authorised by the préfet wait for a decision, and for five years at most; the others hold it by the ministerial order.
  constraint authorisation_by_prefect_dated check (
    basis <> 'prefect' or (decided_on is not null and reference is not null and last_day is not null and last_day < first_day + interval '5 years')),
  constraint authorisation_one_at_a_time exclude using gist (organisation_id with =, daterange(first_day, last_day, '[]') with &&)
    where (cancelled_at is null)
);
comment on table authorisation is 'V0. Which organisations may prescribe, by which right, from when to when; a cancelled one is shown to nobody.';
create index authorisation_by_organisation on authorisation (organisation_id);

do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'organisation_function', 'siae', 'siae_siret', 'unit', 'worksite', 'membership', 'membership_unit', 'delegation', 'authorisation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to maillage_loader', name);
  end loop;
  foreach name in array array['organisation', 'organisation_function', 'siae', 'siae_siret', 'unit', 'worksite', 'authorisation'] loop
    execute format('create policy %I on %I for select to maillage_app, maillage_job, maillage_public using (%s)', name || '_card', name,
      case name when 'authorisation' then 'cancelled_at is null' else 'true' end);
    execute format('grant select on %I to maillage_app, maillage_job, maillage_public', name);
  end loop;
  foreach name in array array['membership', 'membership_unit', 'delegation'] loop
    execute format('create policy %I on %I for select to maillage_app using (organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid))', name || '_mine', name);
    execute format('create policy %I on %I for select to maillage_job using (true)', name || '_job', name);
    execute format('grant select on %I to maillage_app, maillage_job', name);
  end loop;
  -- Only who steers, wearing that hat: whoever could join a team by themselves would read the people it follows.
  foreach name in array array['unit', 'worksite', 'membership', 'membership_unit'] loop
    execute format('create policy %I on %I for insert to maillage_app with check (organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid) and (select current_setting(''maillage.hat_role'', true)) = any (''{director,organisation_administrator}''::text[]))', name || '_add', name);
    execute format('create policy %I on %I for update to maillage_app using (organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid) and (select current_setting(''maillage.hat_role'', true)) = any (''{director,organisation_administrator}''::text[]))', name || '_change', name);
  end loop;
end
$$;
grant insert, update (name, last_day) on unit to maillage_app;
grant insert, update (name, name_key, address, commune_id, last_day, version) on worksite to maillage_app;
grant insert, update (last_day) on membership_unit, delegation to maillage_app;
grant insert, update (last_day) on membership to maillage_app;
-- One lends one's own hat and nobody else's; it is taken back by who lent it, or by who steers.
create policy delegation_give on delegation for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and from_membership_id = any (array(
    select membership.id from membership
    where membership.account_id = (select nullif(current_setting('maillage.account', true), '')::uuid))));
create policy delegation_take_back on delegation for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and from_membership_id = any (array(
    select membership.id from membership
    where membership.account_id = (select nullif(current_setting('maillage.account', true), '')::uuid))));
create policy delegation_end on delegation for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[]));

grant insert on authorisation to maillage_app;

-- The account behind a session, every hat it may wear today and the one it wears. Today is the legal day where the hat's organisation acts.
create function find_session(token_hash text) returns jsonb
-- In plpgsql, whose plan is kept by the connection: it is asked at every page, and planning it took ten times longer than answering.
language plpgsql stable security definer set search_path = maillage, pg_temp set jit = off as $$ begin return (
  with known as (
    select session.account_id, session.membership_id, account.display_name, account.administrator
    from session join account on account.id = session.account_id
    where session.token_hash = find_session.token_hash and session.expires_at > now() and account.state = 'active'
  ),
  place as (
    select membership.id as membership_id, membership.role, membership.organisation_id, organisation.name as organisation_name,
      -- A CCAS acts in a commune and a DREETS in a région: the legal day is that of the département around them, or the first inside.
      coalesce((
        select departement.time_zone
        from organisation_function as acts join territory as departement on departement.id = acts.territory_id
        where acts.organisation_id = membership.organisation_id and departement.time_zone is not null
        order by acts.last_day desc nulls first, acts.first_day limit 1), (
        select departement.time_zone
        from organisation_function as acts join territory as departement on departement.id in (select departements_of(acts.territory_id))
        where acts.organisation_id = membership.organisation_id
        order by acts.last_day desc nulls first, acts.first_day, departement.id limit 1), 'Europe/Paris') as time_zone,
      worn.first_day, worn.last_day, worn.stands_in_for
    from known
    join (
      select account_id, id, first_day, last_day, null::text as stands_in_for from membership
      union all
      -- A deputy wears the hat of the absent member: from the later of three first days to the earlier of three last days.
      select deputy.account_id, absent.id, greatest(delegation.first_day, absent.first_day, deputy.first_day),
        least(delegation.last_day, absent.last_day, deputy.last_day), absent.display_name
      from delegation
      join membership as absent on absent.id = delegation.from_membership_id
      join membership as deputy on deputy.id = delegation.to_membership_id and deputy.account_id <> absent.account_id
      where delegation.withdrawn_at is null
    ) as worn on worn.account_id = known.account_id
    join membership on membership.id = worn.id
    join organisation on organisation.id = membership.organisation_id
  ),
  hat as (
    select place.*, (now() at time zone place.time_zone)::date as today from place
  )
  select jsonb_build_object(
    'accountId', known.account_id,
    'name', known.display_name,
    'administrator', known.administrator,
    'current', known.membership_id,
    'hats', coalesce((
      select jsonb_agg(jsonb_build_object(
        'membershipId', hat.membership_id, 'role', hat.role, 'organisationId', hat.organisation_id,
        'organisationName', hat.organisation_name, 'timeZone', hat.time_zone, 'standsInFor', hat.stands_in_for,
        'units', coalesce((
          select jsonb_agg(membership_unit.unit_id) from membership_unit
          -- A team that is closed opens nothing, whoever is still written in it.
          join unit on unit.id = membership_unit.unit_id and (unit.last_day is null or hat.today <= unit.last_day)
          where membership_unit.membership_id = hat.membership_id
            and membership_unit.first_day <= hat.today and (membership_unit.last_day is null or hat.today <= membership_unit.last_day)), '[]'),
        'functions', coalesce((
          select jsonb_agg(distinct acts.function) from organisation_function as acts
          where acts.organisation_id = hat.organisation_id
            and acts.first_day <= hat.today and (acts.last_day is null or hat.today <= acts.last_day)), '[]'),
        'territories', coalesce((
          select jsonb_agg(distinct acts.territory_id) from organisation_function as acts
          where acts.organisation_id = hat.organisation_id
            and acts.first_day <= hat.today and (acts.last_day is null or hat.today <= acts.last_day)), '[]'),
        -- Each function where it is held: two flat lists would make an authority of the Aude one of La Réunion too.
        'territoriesBy', coalesce((
          select jsonb_object_agg(held.function, held.places) from (
            select acts.function, jsonb_agg(distinct acts.territory_id) as places from organisation_function as acts
            where acts.organisation_id = hat.organisation_id
              and acts.first_day <= hat.today and (acts.last_day is null or hat.today <= acts.last_day)
            group by acts.function) as held), '{}')
      ) order by hat.stands_in_for nulls first, hat.organisation_name, hat.role)
      from hat where hat.first_day <= hat.today and (hat.last_day is null or hat.today <= hat.last_day)), '[]'))
  from known
); end $$;
revoke all on function find_session from public;
grant execute on function find_session to maillage_web;
