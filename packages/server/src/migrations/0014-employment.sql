-- Stays and contracts: the hinge on which hours, exits and money will turn.

-- Who writes the work of a person in the carrier that employs: those who hire, accompany or pay (employment/policy.ts, mayEmploy).
create function employing_roles() returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select '{counsellor,director,assignment_coordinator,payroll_officer}'::text[]
$$;

-- An employer reads what it employs, and nothing of another structure with the same person; a mission (payment, control, audit) reads them all.
create function read_by_employer(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format($policy$
    create policy %I on %I for select to maillage_app using (
      organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
      and person_id = any (array(
        select person_access.person_id from person_access
        where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
          and person_access.circle = 'employment'
          and person_access.starts_on <= (select current_setting('maillage.today', true))::date
          and person_access.ends_on >= (select current_setting('maillage.today', true))::date)))$policy$, table_name || '_employer', table_name);
end
$$;
-- A version gives way to the next, once: by whoever may write the one of a person whom they employ, never with another moment than one after it was known.
create function superseded_by_employer(table_name text, roles text[] default employing_roles()) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  mine constant text := of_mine(roles) || '
    and person_id = any (array(
      select person_access.person_id from person_access
      where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
        and person_access.circle = ''employment''
        and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
        and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
begin
  execute format('create policy %I on %I for update to maillage_app using (%s and superseded_at is null) with check (%s and superseded_at is not null)',
    table_name || '_supersede', table_name, mine, mine);
  execute format('alter table %I add constraint %I check (superseded_at >= recorded_at)', table_name, table_name || '_superseded_after');
  execute format('grant update (superseded_at) on %I to maillage_app', table_name);
end
$$;
revoke all on function employing_roles, read_by_employer, superseded_by_employer from public;

create table siae_stay (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  unit_id uuid not null,
  kind text not null constraint siae_stay_kind_known check (kind in ('EI', 'ACI', 'AI', 'ETTI', 'EITI')),
  entry_day date not null,
  exit_day date,
  cancelled_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint siae_stay_period_ordered check (exit_day is null or entry_day <= exit_day),
  constraint siae_stay_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint siae_stay_unit_of_its_employer foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint siae_stay_with_its_person unique (id, person_id),
  constraint siae_stay_with_its_employer unique (id, person_id, organisation_id),
  constraint siae_stay_once_at_a_time exclude using gist
    (person_id with =, siae_id with =, kind with =, daterange(entry_day, exit_day, '[]') with &&) where (cancelled_at is null)
);
comment on table siae_stay is 'V2 and V3(employment, payment, control, audit). From the entry of a person in a structure to the exit; several at once in several structures.';
create index siae_stay_by_person on siae_stay (person_id);
create index siae_stay_by_siae on siae_stay (siae_id, organisation_id, entry_day);
create index siae_stay_by_organisation on siae_stay (organisation_id);
create index siae_stay_by_unit on siae_stay (unit_id, organisation_id);
select read_by_circles('siae_stay', '{payment,control,audit}');
select read_by_employer('siae_stay');
select write_by_circles('siae_stay', '{shared,employment}', of_mine(employing_roles()));
create policy siae_stay_carrier on siae_stay for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[]));
grant update (entry_day, exit_day, cancelled_at) on siae_stay to maillage_app;

create table contract (
  id uuid primary key,
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- In a stay of the same employer: an id of another one's stay opens nothing there.
  constraint contract_of_stay foreign key (stay_id, person_id, organisation_id) references siae_stay (id, person_id, organisation_id),
  constraint contract_with_its_person unique (id, person_id),
  constraint contract_with_its_employer unique (id, person_id, organisation_id)
);
comment on table contract is 'V2 and V3(employment, payment, control, audit). What it says is in its versions.';
create index contract_by_stay on contract (stay_id, person_id, organisation_id);
create index contract_by_person on contract (person_id);
create index contract_by_organisation on contract (organisation_id);
select read_by_circles('contract', '{payment,control,audit}');
select read_by_employer('contract');
select write_by_circles('contract', '{employment}', of_mine(employing_roles()));

create table contract_version (
  contract_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  type text not null constraint contract_version_type_known
    check (type in ('CDDI', 'CDDU', 'CTT', 'CDI', 'CDI_INCLUSION', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'EITI', 'OTHER')),
  first_day date not null,
  last_day date,
  weekly_hours integer constraint contract_version_weekly_hours_possible check (weekly_hours between 0 and 6000),
  signed_on date,
  worksite_id uuid,
  post text,
  market text,
  lot text,
  clause_kind text,
  cancelled boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reason text,
  primary key (contract_id, version),
  constraint contract_version_period_ordered check (last_day is null or first_day <= last_day),
  constraint contract_version_worksite_of_its_employer foreign key (worksite_id, organisation_id) references worksite (id, organisation_id),
  constraint contract_version_of_contract foreign key (contract_id, person_id, organisation_id) references contract (id, person_id, organisation_id)
);
comment on table contract_version is 'V2 and V3(employment, payment, control, audit). Weekly hours in hundredths. What was known of a contract, and when.';
create unique index contract_version_one_current on contract_version (contract_id) where superseded_at is null;
create index contract_version_by_person on contract_version (person_id);
create index contract_version_by_contract on contract_version (contract_id, person_id, organisation_id);
create index contract_version_by_worksite on contract_version (worksite_id, organisation_id);
select read_by_circles('contract_version', '{payment,control,audit}');
select read_by_employer('contract_version');
select write_by_circles('contract_version', '{employment}', of_mine(employing_roles()));
select superseded_by_employer('contract_version');

-- What an employer may know of the others: that a contract runs, its weekly hours, whom to call. Never the file.
create function contracts_elsewhere(person_id uuid) returns table (siae_name text, weekly_hours integer, counsellor text)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
declare
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
begin
  if not asker_holds(contracts_elsewhere.person_id, '{employment}') then
    return;
  end if;
  return query
    select siae.name, version.weekly_hours, (
      select string_agg(distinct membership.display_name, ', ')
      from referent join membership on membership.id = referent.membership_id
      where referent.person_id = contracts_elsewhere.person_id and referent.organisation_id = stay.organisation_id and referent.role = 'siae'
        and referent.first_day <= today and (referent.last_day is null or referent.last_day >= today))
    from siae_stay as stay
    join siae on siae.id = stay.siae_id
    join contract on contract.stay_id = stay.id
    join contract_version as version on version.contract_id = contract.id and version.superseded_at is null and not version.cancelled
    where stay.person_id = contracts_elsewhere.person_id and stay.organisation_id <> organisation and stay.cancelled_at is null
      and (stay.exit_day is null or stay.exit_day >= today) and (version.last_day is null or version.last_day >= today)
    order by siae.name;
end
$$;
revoke all on function contracts_elsewhere from public;
grant execute on function contracts_elsewhere to maillage_app;

-- Which stays, but one structure's, run during these days: the structure and its counsellor, never the file. For whoever asks to suspend a right, and
-- who therefore looks at the days of that right: nobody reads the whole working life of a person by asking about a century.
create function running_stays(person_id uuid, besides_siae uuid, first_day date, last_day date) returns table (label text, entry_day date)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
begin
  if not asker_holds(running_stays.person_id, '{shared,referent,employment}')
    or not exists (
      select from pass_last_day as days
      where days.person_id = running_stays.person_id and days.superseded_at is null
        and days.first_day <= running_stays.first_day and days.last_day >= running_stays.first_day)
    or running_stays.first_day < current_setting('maillage.today', true)::date - 366
  then
    return;
  end if;
  return query
    select concat_ws(', ', siae.name, (
        select string_agg(distinct membership.display_name, ', ')
        from referent join membership on membership.id = referent.membership_id
        where referent.person_id = running_stays.person_id and referent.organisation_id = stay.organisation_id and referent.role = 'siae'
          and referent.first_day <= running_stays.first_day
          and (referent.last_day is null or referent.last_day >= running_stays.first_day))), stay.entry_day
    from siae_stay as stay join siae on siae.id = stay.siae_id
    where stay.person_id = running_stays.person_id and stay.siae_id <> running_stays.besides_siae and stay.cancelled_at is null
      and stay.entry_day <= coalesce(running_stays.last_day, '2999-12-31')
      and (stay.exit_day is null or stay.exit_day >= running_stays.first_day)
      and exists (
        select from contract join contract_version as version on version.contract_id = contract.id
        where contract.stay_id = stay.id and version.superseded_at is null and not version.cancelled
          and version.first_day <= coalesce(running_stays.last_day, '2999-12-31')
          and (version.last_day is null or version.last_day >= running_stays.first_day))
    order by siae.name;
end
$$;
revoke all on function running_stays from public;
grant execute on function running_stays to maillage_app;

-- The number of somebody in the national register, or why the carrier has none: for its payroll alone (décret 2019-341), sealed by the application.
-- Each carrier keeps its own, and nothing compares them from one to another. Replaced rather than kept in versions: a wrong number is somebody else's.
create table nir (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  number text constraint nir_number_sealed check (number ~ '^[a-z0-9-]{1,32}\.[A-Za-z0-9_-]{38,}$'),
  -- Equal for equal numbers, and says nothing of them without the key.
  mark text constraint nir_mark_keyed check (mark ~ '^[a-z0-9-]{1,32}\.[A-Za-z0-9_-]{43}$'),
  missing text constraint nir_missing_known check (missing in ('none', 'provisional', 'belongs-to-other', 'not-given')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint nir_or_reason check (num_nonnulls(number, missing) = 1 and num_nonnulls(mark, missing) = 1),
  constraint nir_of_one_person unique (organisation_id, mark)
);
comment on table nir is 'V2 and V3(employment), payroll only. Purpose: to pay and declare wages (décret 2019-341); controller: the carrier; erased two years after the exit.';
create index nir_by_person on nir (person_id, organisation_id);
create index nir_by_key on nir ((split_part(number, '.', 1))) where number is not null;
select read_by_circles('nir', '{employment}', of_mine('{payroll_officer}'));
select write_by_circles('nir', '{employment}', of_mine('{payroll_officer}') || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)$$);
-- What payroll may read, it may replace.
create policy nir_replace on nir for delete to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'payroll_officer');
grant delete on nir to maillage_app;
