-- The people: one row each for the whole platform, seen by those who need to know, for as long as they need to.

create table person (
  id uuid primary key,
  owner_org_id uuid not null references organisation,
  state text not null constraint person_state_known check (state in ('provisional', 'confirmed', 'merged')),
  merged_into uuid references person,
  birth_date date,
  birth_precision text not null constraint person_birth_precision_known check (birth_precision in ('day', 'month', 'year', 'unknown')),
  birth_commune_id text references territory,
  birth_country text,
  sex text constraint person_sex_known check (sex in ('F', 'M')),
  death_date date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint person_birth_as_precise_as_said check ((birth_precision = 'unknown') = (birth_date is null)),
  constraint person_merged_somewhere check ((state = 'merged') = (merged_into is not null)),
  constraint person_not_merged_into_itself check (merged_into <> id)
);
comment on table person is 'V3(shared, referent, employment, payment, request, control, audit). Identity. Purpose: the pathway; controller: the organisation of the unit that holds it, each for its own follow-up; clock: end of the last stay or application; two years, then archived.';
create index person_by_birth on person (birth_date);
create index person_by_owner on person (owner_org_id);
create index person_by_merge on person (merged_into);
create index person_by_birth_commune on person (birth_commune_id);

create table person_access (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  account_id uuid references account,
  circle text not null constraint person_access_circle_known
    check (circle in ('shared', 'referent', 'author', 'employment', 'payment', 'request', 'control', 'audit', 'self')),
  source text not null constraint person_access_source_known
    check (source in ('created', 'attached', 'application', 'hire', 'referent', 'deputy', 'request', 'control', 'audit', 'reason', 'merge')),
  source_id uuid,
  reason text,
  starts_on date not null,
  -- A date and never null, so that the policies compare without « or »: 2999-12-31 is « no end yet ».
  ends_on date not null default '2999-12-31',
  granted_at timestamptz not null,
  granted_by uuid,
  constraint person_access_period_ordered check (starts_on <= ends_on),
  constraint person_access_reasoned check (source <> 'reason' or reason is not null)
);
comment on table person_access is 'V2. Purpose: to show the person who may read; kept three years after the end. Every right on a person: which unit, which circle, why, from when to when. Written by definer functions only.';
create index person_access_by_unit on person_access (unit_id, circle, person_id);
create index person_access_by_person on person_access (person_id, unit_id);
create index person_access_by_account on person_access (account_id);

-- The words by which a policy says « of my organisation », in some of its roles when they are given. For the functions below, and for what is added to them.
create function of_mine(roles text[] default null) returns text
language sql immutable set search_path = maillage, pg_temp as $$
  select 'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)'
    || case when roles is null then '' else format(' and (select current_setting(''maillage.hat_role'', true)) = any (%L::text[])', roles) end
$$;
-- How a table says which circles read it. Used by migrations; nobody may run it afterwards.
create function read_by_circles(table_name text, circles text[], more text default 'true') returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($policy$
    create policy %I on %I for select to maillage_app using (
      person_id = any (array(
        select person_access.person_id from person_access
        where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
          and person_access.circle = any (%L::text[])
          and person_access.starts_on <= (select current_setting('maillage.today', true))::date
          and person_access.ends_on >= (select current_setting('maillage.today', true))::date))
      and %s)$policy$, table_name || '_circles', table_name, circles, more);
  execute format('grant select on %I to maillage_app', table_name);
  execute format('grant select, insert, update, delete on %I to maillage_loader', table_name);
end
$$;
-- How a table says which circles may add rows to it.
create function write_by_circles(table_name text, circles text[], more text default 'true') returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format($policy$
    create policy %I on %I for insert to maillage_app with check (
      person_id = any (array(
        select person_access.person_id from person_access
        where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
          and person_access.circle = any (%L::text[])
          and person_access.starts_on <= (select current_setting('maillage.today', true))::date
          and person_access.ends_on >= (select current_setting('maillage.today', true))::date))
      and %s)$policy$, table_name || '_write', table_name, circles, more);
  execute format('grant insert on %I to maillage_app', table_name);
end
$$;
-- How a table whose rows say their sensitivity is read by the referents of today: what is ordinary or social by all of them; health and justice
-- only where the person agreed to share that with the reader's organisation; everything by a control while it lasts. One policy each, no « or ».
create function read_by_referents(table_name text, roles text[]) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  held text := $held$person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = %L
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date))$held$;
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy %I on %I for select to maillage_app using (sensitivity = any (''{ordinary,social}''::text[])
    and (select current_setting(''maillage.hat_role'', true)) = any (%L::text[]) and ' || format(held, 'referent') || ')', table_name || '_referent', table_name, roles);
  execute format($policy$
    create policy %I on %I for select to maillage_app using (
      (person_id, sensitivity) in (
        select sharing_agreement.person_id, sharing_agreement.subject from sharing_agreement
        where sharing_agreement.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
          and sharing_agreement.given_on <= (select current_setting('maillage.today', true))::date
          and coalesce(sharing_agreement.withdrawn_on, '2999-12-31') > (select current_setting('maillage.today', true))::date)
      and (select current_setting('maillage.hat_role', true)) = any (%L::text[]) and $policy$ || format(held, 'referent') || ')', table_name || '_agreed', table_name, roles);
  execute format('create policy %I on %I for select to maillage_app using (' || format(held, 'control') || ')', table_name || '_control', table_name);
  execute format('grant select on %I to maillage_app', table_name);
  execute format('grant select, insert, update, delete on %I to maillage_loader', table_name);
end
$$;
revoke all on function of_mine, read_by_circles, write_by_circles, read_by_referents from public;

-- Which circles a role can wear, whatever is granted to its unit. An officer meets people only for a payment, a request or a mission; networks,
-- bodies, observatories and those who administer an organisation never do. A role that is not here reads nobody.
create function circles_of_role(role text) returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select case
    when circles_of_role.role in ('counsellor', 'director', 'assignment_coordinator', 'prescriber', 'ft_adviser', 'referent')
      then '{shared,referent,author,employment,payment,request,control,audit}'::text[]
    when circles_of_role.role = 'payroll_officer' then '{shared,employment,payment}'::text[]
    when circles_of_role.role = 'technical_supervisor' then '{shared,employment}'::text[]
    when circles_of_role.role in ('authority_officer', 'funder_officer') then '{payment,request,control,audit}'::text[]
    else '{}'::text[]
  end
$$;

alter table person_access enable row level security;
alter table person_access force row level security;
-- Mine, and those of my unit that name nobody else: a referent's row is the referent's.
create policy person_access_mine on person_access for select to maillage_app using (
  unit_id = any ((select current_setting('maillage.units', true))::uuid[])
  and circle = any ((select circles_of_role(current_setting('maillage.hat_role', true)))::text[])
  and coalesce(account_id, (select nullif(current_setting('maillage.account', true), '')::uuid))
    = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select on person_access to maillage_app;
-- What the clock ends: the right of a structure whose application was put away. Nothing else is for the jobs to read or change.
create policy person_access_put_away on person_access for select to maillage_job using (source = 'application');
create policy person_access_end on person_access for update to maillage_job using (source = 'application') with check (source = 'application');
grant select (person_id, source, source_id, starts_on, ends_on), update (ends_on) on person_access to maillage_job;
grant select, insert, update, delete on person_access to maillage_loader;

alter table person enable row level security;
alter table person force row level security;
create policy person_circles on person for select to maillage_app using (
  id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = any ('{shared,referent,employment,payment,request,control,audit}'::text[])
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
-- Who opened the file is not for the other holders: it may betray a follow-up that is a secret.
grant select (id, state, merged_into, birth_date, birth_precision, birth_commune_id, birth_country, sex, death_date, recorded_at, version) on person to maillage_app;
grant select, insert, update, delete on person to maillage_loader;

create table person_name (
  id uuid primary key,
  person_id uuid not null references person,
  owner_org_id uuid not null references organisation,
  kind text not null constraint person_name_kind_known check (kind in ('birth', 'usage', 'given', 'former')),
  value text not null constraint person_name_not_blank check (value <> ''),
  value_key text collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  constraint person_name_reasonable check (length(value) <= 120)
);
comment on table person_name is 'V3(shared, referent, employment, payment, request, control, audit). Names as a set; a former name is known to the holder only and never on a new document.';
create index person_name_by_person on person_name (person_id);
create index person_name_by_key on person_name (value_key) where superseded_at is null;
create index person_name_by_owner on person_name (owner_org_id);
create unique index person_name_one_current on person_name (person_id, kind) where superseded_at is null and kind <> 'former';
select read_by_circles('person_name', '{shared,referent,employment,payment,request,control,audit}',
  $$case when kind = 'former' or superseded_at is not null
    then owner_org_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) else true end$$);
revoke select on person_name from maillage_app;
grant select (id, person_id, kind, value, value_key, recorded_at, superseded_at) on person_name to maillage_app;

create table contact (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null constraint contact_kind_known check (kind in ('phone', 'email', 'address')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint contact_with_its_person unique (id, person_id)
);
comment on table contact is 'V3(shared, referent, employment), by the roles that keep files only. A way to reach the person. Purpose: the pathway; controller: the organisation that wrote it; clock and duration as person.';
create index contact_by_person on contact (person_id);
select read_by_circles('contact', '{shared,referent,employment}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);

create table contact_version (
  contact_id uuid not null,
  person_id uuid not null,
  version integer not null,
  value text not null constraint contact_version_reasonable check (length(value) <= 240),
  commune_id text references territory,
  -- False when somebody else may read or answer: nothing personal is then ever sent there.
  safe boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reason text,
  primary key (contact_id, version),
  constraint contact_version_of_its_person foreign key (contact_id, person_id) references contact (id, person_id)
);
comment on table contact_version is 'V3(shared, referent, employment), as contact. What was known of it, and when.';
create unique index contact_version_one_current on contact_version (contact_id) where superseded_at is null;
create index contact_version_by_person on contact_version (person_id);
create index contact_version_by_contact on contact_version (contact_id, person_id);
create index contact_version_by_commune on contact_version (commune_id);
select read_by_circles('contact_version', '{shared,referent,employment}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);

create table legal_representative (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  relation text not null,
  phone text,
  until date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  constraint legal_representative_reasonable check (length(name) <= 120 and length(relation) <= 120 and length(phone) <= 40)
);
comment on table legal_representative is 'V3(shared, referent, employment), as contact. Of a minor, until the age of eighteen.';
create index legal_representative_by_person on legal_representative (person_id);
create unique index legal_representative_one_current on legal_representative (person_id) where superseded_at is null;
select read_by_circles('legal_representative', '{shared,referent,employment}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);

create table referent (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  membership_id uuid not null,
  role text not null constraint referent_role_known check (role in ('siae', 'rsa', 'plie', 'prescriber', 'france_travail')),
  -- A deputy reads what the referent reads, for a time that always ends.
  deputy boolean not null default false,
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- The three of one organisation: a member of another one never becomes a referent by a forged id.
  constraint referent_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint referent_member_of_its_organisation foreign key (membership_id, organisation_id) references membership (id, organisation_id),
  constraint referent_period_ordered check (last_day is null or first_day <= last_day),
  constraint referent_deputy_for_a_time check (not deputy or last_day is not null),
  constraint referent_once exclude using gist (person_id with =, membership_id with =, role with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table referent is 'V3(shared, referent) and V2. Who follows the person, for the reader''s organisation: that another one does may be a secret.';
create index referent_by_person on referent (person_id);
create index referent_by_membership on referent (membership_id, organisation_id);
create index referent_by_unit on referent (unit_id, organisation_id);
create index referent_by_organisation on referent (organisation_id);
select read_by_circles('referent', '{shared,referent}',
  of_mine());

create table sharing_agreement (
  id uuid primary key,
  person_id uuid not null references person,
  subject text not null constraint sharing_agreement_subject_known check (subject in ('health', 'justice', 'social', 'attendance')),
  organisation_id uuid not null references organisation,
  given_on date not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint sharing_agreement_period_ordered check (withdrawn_on is null or given_on <= withdrawn_on)
);
comment on table sharing_agreement is 'V3(shared, referent) and V2. What the person agreed to share, with whom; optional and revocable.';
create index sharing_agreement_by_person on sharing_agreement (person_id);
create index sharing_agreement_by_organisation on sharing_agreement (organisation_id);
select read_by_circles('sharing_agreement', '{shared,referent}',
  of_mine());

create table attachment_request (
  id uuid primary key,
  person_id uuid not null references person,
  provisional_id uuid references person,
  unit_id uuid not null,
  organisation_id uuid not null references organisation,
  requested_by uuid not null references account,
  way text not null constraint attachment_request_way_known check (way in ('paper', 'holder')),
  code_hash text constraint attachment_request_code_once unique,
  state text not null constraint attachment_request_state_known check (state in ('waiting', 'accepted', 'refused', 'expired')),
  requested_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  refusal text constraint attachment_request_refusal_known check (refusal in ('not-agreed', 'other-person')),
  constraint attachment_request_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint attachment_request_answered check ((state = 'waiting') = (answered_at is null)),
  constraint attachment_request_refused_why check ((state = 'refused') = (refusal is not null)),
  constraint attachment_request_paper_has_code check ((way = 'paper') = (code_hash is not null))
);
comment on table attachment_request is 'V6. Asked by one unit, answered by the person (a code on paper) or the holder. The asker never learns who holds the file.';
-- One question at a time about one person from one team.
create unique index attachment_request_once on attachment_request (person_id, unit_id) where state = 'waiting';
create index attachment_request_by_person on attachment_request (person_id);
create index attachment_request_by_provisional on attachment_request (provisional_id);
create index attachment_request_by_unit on attachment_request (unit_id, organisation_id);
create index attachment_request_by_organisation on attachment_request (organisation_id);
create index attachment_request_by_requester on attachment_request (requested_by);
alter table attachment_request enable row level security;
alter table attachment_request force row level security;
create policy attachment_request_asker on attachment_request for select to maillage_app
  using (unit_id = any ((select current_setting('maillage.units', true))::uuid[]));
grant select (id, provisional_id, unit_id, organisation_id, requested_by, way, state, requested_at, answered_at, refusal) on attachment_request to maillage_app;
grant select, insert, update, delete on attachment_request to maillage_loader;

create table access_log (
  person_id uuid not null references person,
  account_id uuid not null references account,
  hour timestamptz not null,
  organisation_id uuid not null references organisation,
  circle text not null,
  source text not null,
  primary key (person_id, account_id, organisation_id, hour)
);
comment on table access_log is 'V8 and V2. Who looked at a file: one line per account, organisation, person and hour, with the reason of the right. Kept three years.';
create index access_log_by_organisation on access_log (organisation_id, hour);
create index access_log_by_account on access_log (account_id);
alter table access_log enable row level security;
alter table access_log force row level security;
create policy access_log_mine on access_log for select to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
create policy access_log_write on access_log for insert to maillage_app
  with check (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant select, insert on access_log to maillage_app;
grant select, insert, update, delete on access_log to maillage_loader;

create table person_merge (
  id uuid primary key,
  kept_id uuid not null references person,
  absorbed_id uuid not null references person,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  undone_at timestamptz,
  constraint person_merge_two_files check (kept_id <> absorbed_id),
  constraint person_merge_by_two_people check (confirmed_by is null or confirmed_by <> proposed_by)
);
comment on table person_merge is 'V9. Two files of one person made one, by two people, reversible.';
create index person_merge_by_kept on person_merge (kept_id);
create index person_merge_by_absorbed on person_merge (absorbed_id);
alter table person_merge enable row level security;
alter table person_merge force row level security;
grant select, insert, update, delete on person_merge to maillage_loader;

-- Whether a unit of the asker holds the person in one of these circles today. Asked inside the functions below only.
create function asker_holds(person_id uuid, circles text[]) returns boolean
language sql stable set search_path = maillage, pg_temp as $$
  select exists (
    select from person_access as held
    where held.person_id = asker_holds.person_id
      and held.unit_id = any (nullif(current_setting('maillage.units', true), '')::uuid[])
      and coalesce(held.account_id, nullif(current_setting('maillage.account', true), '')::uuid) = nullif(current_setting('maillage.account', true), '')::uuid
      and held.circle = any (asker_holds.circles)
      and held.circle = any (circles_of_role(current_setting('maillage.hat_role', true)))
      and held.starts_on <= current_setting('maillage.today', true)::date
      and held.ends_on >= current_setting('maillage.today', true)::date)
$$;

-- The confirmed files of an identity typed in full that the asker does not hold. Twins differ by their first given name. A first of January
-- is often a day that nobody knew: all the given names must then agree.
create function matching_people(family_key text, given_key text, birth_date date) returns setof uuid
language sql stable set search_path = maillage, pg_temp as $$
  select distinct person.id
  from person
  join person_name as family on family.person_id = person.id and family.kind in ('birth', 'usage', 'former')
  join person_name as given on given.person_id = person.id and given.kind = 'given'
  where person.birth_date = matching_people.birth_date
    and person.birth_precision = 'day'
    and person.state = 'confirmed'
    and family.value_key = matching_people.family_key
    and case when to_char(person.birth_date, 'MMDD') = '0101' then given.value_key = matching_people.given_key
      else split_part(given.value_key, ' ', 1) = split_part(matching_people.given_key, ' ', 1) end
    and not asker_holds(person.id, '{shared,referent,employment}')
$$;
revoke all on function asker_holds, matching_people from public;

-- Does this platform know the person? Answers none, one or several, never who or where. Counted: twenty a day and account.
create function match_person(family_key text, given_key text, birth_date date) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  found integer;
begin
  if asker is null then
    raise exception 'nobody asks' using errcode = 'insufficient_privilege';
  end if;
  if not take_rate('match-person', asker::text, 20, 86400) then
    return 'too-many';
  end if;
  select count(*) into found from matching_people(match_person.family_key, match_person.given_key, match_person.birth_date);
  return case when found = 0 then 'none' when found = 1 then 'one' else 'several' end;
end
$$;

-- The person and the first right on it, together: whoever writes a file can read it, and nobody else.
create function create_person(
  person_id uuid, unit_id uuid, state text, birth_date date, birth_precision text, birth_commune_id text, birth_country text, sex text
) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
begin
  if asker is null or organisation is null or not create_person.unit_id = any (current_setting('maillage.units', true)::uuid[])
    or not current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
  then
    raise exception 'not your unit' using errcode = 'insufficient_privilege';
  end if;
  if create_person.state not in ('provisional', 'confirmed') then
    raise exception 'a new file is provisional or confirmed' using errcode = 'check_violation';
  end if;
  insert into person (id, owner_org_id, state, birth_date, birth_precision, birth_commune_id, birth_country, sex, recorded_at, recorded_by)
  values (create_person.person_id, organisation, create_person.state, create_person.birth_date, create_person.birth_precision,
    create_person.birth_commune_id, create_person.birth_country, create_person.sex, now(), asker);
  insert into person_access (id, person_id, unit_id, circle, source, starts_on, granted_at, granted_by)
  values (gen_random_uuid(), create_person.person_id, create_person.unit_id, 'shared', 'created',
    current_setting('maillage.today', true)::date, now(), asker);
end
$$;

-- The name that the person bears from now on; the one before is kept, for the organisation that had written it.
create function replace_name(name_id uuid, person_id uuid, kind text, value text, value_key text) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
begin
  if asker is null or organisation is null or not asker_holds(replace_name.person_id, '{shared,referent}')
    or not current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    or exists (select from person where person.id = replace_name.person_id and person.death_date is not null)
  then
    raise exception 'only a holder who keeps files renames, and nobody after a death' using errcode = 'insufficient_privilege';
  end if;
  if replace_name.kind not in ('birth', 'usage', 'given') then
    raise exception 'this kind of name is not replaced' using errcode = 'check_violation';
  end if;
  update person_name set superseded_at = now()
  where person_name.person_id = replace_name.person_id and person_name.kind = replace_name.kind and person_name.superseded_at is null;
  if replace_name.value <> '' then
    insert into person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
    values (replace_name.name_id, replace_name.person_id, organisation, replace_name.kind, replace_name.value, replace_name.value_key, now(), asker);
  end if;
end
$$;

-- A right on a person, given by somebody who holds the person, for an act that the platform has written down: without the row of the act, no right.
create function grant_access(
  access_id uuid, person_id uuid, unit_id uuid, account_id uuid, circle text, source text, source_id uuid, starts_on date, ends_on date
) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
begin
  if asker is null or not asker_holds(grant_access.person_id, '{shared,referent}') then
    raise exception 'only a holder gives access' using errcode = 'insufficient_privilege';
  end if;
  if not (
    -- The employer opens its own teams, for a hire of this person; the hire is written with its contract, after this, so what is asked here is the
    -- application that it answers, and at the end of the transaction the hire itself (0015). What an application opens is opened by send_application.
    (grant_access.source = 'hire' and grant_access.circle in ('shared', 'employment') and grant_access.source_id is not null
      and grant_access.account_id is null
      and exists (
        select from unit join application on application.receiver_siae_id = unit.siae_id
        where unit.id = grant_access.unit_id and unit.organisation_id = organisation and application.receiver_organisation_id = organisation
          and application.person_id = grant_access.person_id and application.state = 'accepted'))
    -- An entry that came from payroll answers no application: what is asked here is the stay that runs, which the asker has just written down.
    or (grant_access.source = 'hire' and grant_access.circle = 'employment' and grant_access.source_id is not null
      and grant_access.account_id is null
      and exists (
        select from unit join siae_stay as stay on stay.siae_id = unit.siae_id
        where unit.id = grant_access.unit_id and unit.organisation_id = organisation and stay.organisation_id = organisation
          and stay.person_id = grant_access.person_id and stay.cancelled_at is null and stay.recorded_by = asker
          and stay.entry_day <= grant_access.starts_on
          and coalesce(stay.exit_day, '2999-12-31') >= current_setting('maillage.today', true)::date))
    -- A referent or a deputy as written down, no earlier, no later, nobody else.
    or (grant_access.source in ('referent', 'deputy') and grant_access.circle = 'referent' and exists (
        select from referent
        join membership on membership.id = referent.membership_id
        where referent.id = grant_access.source_id and referent.person_id = grant_access.person_id and referent.organisation_id = organisation
          and referent.unit_id = grant_access.unit_id and referent.deputy = (grant_access.source = 'deputy')
          and membership.account_id = grant_access.account_id
          and membership.first_day <= grant_access.starts_on
          and (membership.last_day is null or membership.last_day >= grant_access.starts_on)
          and grant_access.starts_on >= referent.first_day
          and coalesce(grant_access.ends_on, '2999-12-31') <= coalesce(referent.last_day, '2999-12-31')))
    -- The team asked to decide, while the request waits for it.
    or (grant_access.source = 'request' and grant_access.circle = 'request' and exists (
        select from prolongation_request as asked
        where asked.id = grant_access.source_id and asked.person_id = grant_access.person_id
          and asked.deciding_unit_id = grant_access.unit_id and asked.state = 'waiting')))
  then
    raise exception 'this source opens no such circle' using errcode = 'insufficient_privilege';
  end if;
  if grant_access.source = 'hire' then
    set constraints person_access_of_its_hire deferred;
  end if;
  insert into person_access (id, person_id, unit_id, account_id, circle, source, source_id, starts_on, ends_on, granted_at, granted_by)
  values (grant_access.access_id, grant_access.person_id, grant_access.unit_id, grant_access.account_id, grant_access.circle, grant_access.source,
    grant_access.source_id, grant_access.starts_on, coalesce(grant_access.ends_on, '2999-12-31'), now(), asker);
end
$$;

-- Ends the rights that a source opened. A right of today ends tonight; one that begins later never begins; what was read before stays written.
-- Those who end it are those whose act it was: the organisation whose unit holds the right, or the party of the request that opened it elsewhere.
create function end_access(person_id uuid, source_id uuid, ends_on date) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  last_day date := greatest(end_access.ends_on, current_setting('maillage.today', true)::date);
  ended integer;
begin
  if not asker_holds(end_access.person_id, '{shared,referent,employment,request}') then
    raise exception 'only a holder ends access' using errcode = 'insufficient_privilege';
  end if;
  update person_access set ends_on = greatest(person_access.starts_on, last_day)
  where person_access.person_id = end_access.person_id and person_access.source_id = end_access.source_id
    and person_access.ends_on > last_day
    and (exists (select from unit where unit.id = person_access.unit_id and unit.organisation_id = organisation)
      or (person_access.source = 'request' and exists (
        select from prolongation_request as asked
        where asked.id = end_access.source_id
          and (asked.asking_unit_id = any (current_setting('maillage.units', true)::uuid[])
            or asked.deciding_unit_id = any (current_setting('maillage.units', true)::uuid[])))));
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- Who may read a file, for whoever holds it. Of another organisation: that it is there, in which circle and until when, never its name, since
-- being followed somewhere may be a secret in itself.
create function access_of(person_id uuid) returns table (
  unit_id uuid, unit_name text, account_id uuid, mine boolean, structure boolean, circle text, source text, reason text, starts_on date, ends_on date
)
language sql stable security definer set search_path = maillage, pg_temp as $$
  with granted as (
    select held.*, unit.name as unit_name, unit.siae_id is not null as structure,
      unit.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid as mine
    from person_access as held join unit on unit.id = held.unit_id
    where held.person_id = access_of.person_id and held.circle <> 'author' and asker_holds(access_of.person_id, '{shared,referent,employment}')
  )
  select case when mine then granted.unit_id end, case when mine then granted.unit_name end, case when mine then granted.account_id end,
    granted.mine, granted.structure, granted.circle, case when mine then granted.source end, case when mine then granted.reason end,
    granted.starts_on, granted.ends_on
  from granted
  where mine or granted.ends_on >= current_setting('maillage.today', true)::date
$$;

-- Asks to share the file of a person of whom one knows the identity in full. The answer never says who holds it.
create function request_attachment(
  request_id uuid, unit_id uuid, provisional_id uuid, family_key text, given_key text, birth_date date, way text, code_hash text
) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  found uuid[];
begin
  if asker is null or not request_attachment.unit_id = any (current_setting('maillage.units', true)::uuid[])
    or not exists (
      select from person
      where person.id = request_attachment.provisional_id and person.state = 'provisional' and person.owner_org_id = organisation)
  then
    raise exception 'not your unit' using errcode = 'insufficient_privilege';
  end if;
  if not take_rate('request-attachment', asker::text, 20, 86400) then
    return 'too-many';
  end if;
  found := array(select matching_people(request_attachment.family_key, request_attachment.given_key, request_attachment.birth_date));
  if cardinality(found) <> 1 then
    return case cardinality(found) when 0 then 'none' else 'several' end;
  end if;
  -- A new slip of paper replaces the one that was lost.
  update attachment_request set state = 'expired', answered_at = now()
  where attachment_request.person_id = found[1] and attachment_request.unit_id = request_attachment.unit_id and attachment_request.state = 'waiting';
  insert into attachment_request (id, person_id, provisional_id, unit_id, organisation_id, requested_by, way, code_hash, state, requested_at)
  values (request_attachment.request_id, found[1], request_attachment.provisional_id, request_attachment.unit_id, organisation, asker,
    request_attachment.way, request_attachment.code_hash, 'waiting', now());
  return 'waiting';
end
$$;

-- The requests that wait for the asker as holder, thirty days at most. Those on paper appear only to whoever types their code.
create function waiting_attachments(code_hash text) returns table (
  request_id uuid, person_id uuid, organisation_name text, unit_name text, way text, requested_at timestamptz
)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select request.id, request.person_id, organisation.name, unit.name, request.way, request.requested_at
  from attachment_request as request
  join organisation on organisation.id = request.organisation_id
  join unit on unit.id = request.unit_id
  where request.state = 'waiting' and request.requested_at > now() - interval '30 days'
    and case when waiting_attachments.code_hash is null then request.way = 'holder' else request.code_hash = waiting_attachments.code_hash end
    and request.organisation_id <> nullif(current_setting('maillage.organisation', true), '')::uuid
    and asker_holds(request.person_id, '{shared,referent}')
  order by request.requested_at;
end
$$;

-- A code typed, counted: a wrong one cannot be tried a thousand times.
create function take_code_try() returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  select take_rate('attachment-code', nullif(current_setting('maillage.account', true), ''), 20, 86400)
$$;

-- The holder's answer. Accepted, the file opens to the unit that asked and its provisional record joins it; another person, the provisional
-- record becomes a file of its own.
create function answer_attachment(request_id uuid, answer text, code_hash text) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  request record;
begin
  select attachment_request.* into request from attachment_request
  join waiting_attachments(answer_attachment.code_hash) as waiting on waiting.request_id = attachment_request.id
  where attachment_request.id = answer_attachment.request_id
  for update of attachment_request;
  if request is null or request.requested_by = asker then
    return 'absent';
  end if;
  if answer_attachment.answer = 'accepted' then
    update attachment_request set state = 'accepted', answered_at = now(), answered_by = asker where id = request.id;
    insert into person_access (id, person_id, unit_id, circle, source, source_id, starts_on, granted_at, granted_by)
    values (gen_random_uuid(), request.person_id, request.unit_id, 'shared', 'attached', request.id, current_setting('maillage.today', true)::date, now(), asker);
    if request.provisional_id is not null then
      perform absorb_or_propose(request.person_id, request.provisional_id, request.requested_by, asker);
    end if;
  elsif answer_attachment.answer in ('not-agreed', 'other-person') then
    update attachment_request set state = 'refused', refusal = answer_attachment.answer, answered_at = now(), answered_by = asker where id = request.id;
    if answer_attachment.answer = 'other-person' then
      update person set state = 'confirmed', version = version + 1 where person.id = request.provisional_id and person.state = 'provisional';
    end if;
  else
    raise exception 'no such answer' using errcode = 'check_violation';
  end if;
  return 'done';
end
$$;

revoke all on function match_person, create_person, replace_name, grant_access, end_access, access_of, request_attachment, waiting_attachments,
  take_code_try, answer_attachment from public;
grant execute on function match_person, create_person, replace_name, grant_access, end_access, access_of, request_attachment, waiting_attachments,
  take_code_try, answer_attachment to maillage_app;

-- Whoever holds the person and keeps files writes its names and ways to be reached: neither the technical supervisor nor the payroll officer.
select write_by_circles('person_name', '{shared,referent}', $$owner_org_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);
select write_by_circles('contact', '{shared,referent}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);
select write_by_circles('contact_version', '{shared,referent}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);
select write_by_circles('legal_representative', '{shared,referent}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])$$);
select write_by_circles('referent', '{shared,referent}',
  of_mine());
select write_by_circles('sharing_agreement', '{shared,referent}',
  of_mine());
create policy contact_version_supersede on contact_version for update to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'referent')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (superseded_at) on contact_version to maillage_app;
create policy legal_representative_supersede on legal_representative for update to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'referent')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (superseded_at) on legal_representative to maillage_app;
create policy person_correct on person for update to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    and id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'referent')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (birth_date, birth_precision, birth_commune_id, birth_country, sex, death_date, version) on person to maillage_app;
-- Of a death, only that it was an error can still be written: the identity is closed, whichever page is open.
create function closed_by_death() returns trigger language plpgsql set search_path = maillage, pg_temp as $$
begin
  if new.death_date is not null
    or (new.birth_date, new.birth_precision, new.birth_commune_id, new.birth_country, new.sex)
      is distinct from (old.birth_date, old.birth_precision, old.birth_commune_id, old.birth_country, old.sex)
  then
    raise exception 'the file of somebody who died is closed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
revoke all on function closed_by_death from public;
create trigger person_closed_by_death before update on person for each row
  when (current_user = 'maillage_app' and old.death_date is not null) execute function closed_by_death();

create table person_version (
  person_id uuid not null references person,
  version integer not null,
  birth_date date,
  birth_precision text not null,
  birth_commune_id text references territory,
  birth_country text,
  sex text,
  death_date date,
  -- When it was corrected, and by whom.
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (person_id, version)
);
comment on table person_version is 'V9. What an identity was before each correction, by whoever made it: for the request of the person, or of the service that an error harmed. Purpose, clock and duration as person.';
create index person_version_by_birth_commune on person_version (birth_commune_id);
alter table person_version enable row level security;
alter table person_version force row level security;
grant select, insert, update, delete on person_version to maillage_loader;
create function keep_identity() returns trigger language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  insert into person_version (person_id, version, birth_date, birth_precision, birth_commune_id, birth_country, sex, death_date, recorded_at, recorded_by)
  values (old.id, old.version, old.birth_date, old.birth_precision, old.birth_commune_id, old.birth_country, old.sex, old.death_date, now(),
    nullif(current_setting('maillage.account', true), '')::uuid);
  return null;
end
$$;
revoke all on function keep_identity from public;
create trigger person_kept after update on person for each row when (current_user = 'maillage_app') execute function keep_identity();
create policy referent_end on referent for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant update (last_day) on referent to maillage_app;
create policy sharing_agreement_withdraw on sharing_agreement for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant update (withdrawn_on) on sharing_agreement to maillage_app;
