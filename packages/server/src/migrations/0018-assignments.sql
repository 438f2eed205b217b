-- Placements of an association intermédiaire or of a temporary-work structure: who asks for work, who goes there, what was done.

-- Who finds work for people and keeps the clients of the carrier (assignments/policy.ts, mayPlace).
create function placing_roles() returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select '{director,assignment_coordinator}'::text[]
$$;
-- Who meets clients, requests and missions at work: those who place, who accompany and who pay.
create function placement_readers() returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select '{counsellor,director,assignment_coordinator,payroll_officer}'::text[]
$$;

-- How a table of a carrier that names nobody it employs is read by some of its roles, and written by others.
create function kept_by_carrier(table_name text, readers text[], writers text[]) returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy %I on %I for select to maillage_app using (%s)', table_name || '_mine', table_name, of_mine(readers));
  execute format('create policy %I on %I for insert to maillage_app with check (%s)', table_name || '_write', table_name, of_mine(writers));
  execute format('create policy %I on %I for update to maillage_app using (%s) with check (%s)', table_name || '_change', table_name, of_mine(writers), of_mine(writers));
  execute format('grant select, insert on %I to maillage_app', table_name);
  execute format('grant select, insert, update, delete on %I to maillage_loader', table_name);
end
$$;

create table host_client (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  category text not null constraint host_client_category_known check (category in ('private-person', 'non-profit', 'public-body', 'company')),
  name text not null constraint host_client_name_reasonable check (length(name) between 1 and 120),
  name_key text collate "C" not null,
  commune_id text not null references territory,
  siret text constraint host_client_siret_shaped check (siret ~ '^\d{14}$'),
  -- What whoever sends somebody there must know: protective equipment, access, dangers of the place.
  safety text constraint host_client_safety_reasonable check (length(safety) between 1 and 500),
  -- The last day it was a client; null: it is one.
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  forgotten_at timestamptz,
  version integer not null default 1,
  constraint host_client_siret_of_a_body check (siret is null or category <> 'private-person'),
  constraint host_client_siret_once unique (organisation_id, siret),
  constraint host_client_with_its_organisation unique (id, organisation_id)
);
comment on table host_client is 'V2, those who place, accompany or pay. Who receives people placed: a household, an association, a public body, a company. Purpose: to find them work, and bill it; a household is forgotten three years after it was last heard of.';
create index host_client_by_organisation on host_client (organisation_id, name_key);
create index host_client_by_commune on host_client (commune_id);
select kept_by_carrier('host_client', placement_readers(), placing_roles());
grant update (category, name, name_key, commune_id, siret, safety, last_day, version) on host_client to maillage_app;

create table host_client_contact (
  client_id uuid primary key,
  organisation_id uuid not null references organisation,
  person_to_ask text constraint host_client_contact_name_reasonable check (length(person_to_ask) between 1 and 120),
  phone text constraint host_client_contact_phone_reasonable check (length(phone) between 1 and 30),
  email text constraint host_client_contact_email_reasonable check (length(email) between 3 and 254),
  address text constraint host_client_contact_address_reasonable check (length(address) between 1 and 240),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint host_client_contact_of_client foreign key (client_id, organisation_id) references host_client (id, organisation_id),
  constraint host_client_contact_says_something check (num_nonnulls(person_to_ask, phone, email, address) > 0)
);
comment on table host_client_contact is 'V2, those who place only. How to reach a client and where it is: never in a list. Purpose: to send somebody there; erased with the client when it is a household.';
create index host_client_contact_by_client on host_client_contact (client_id, organisation_id);
create index host_client_contact_by_organisation on host_client_contact (organisation_id);
select kept_by_carrier('host_client_contact', placing_roles(), placing_roles());
create policy host_client_contact_erase on host_client_contact for delete to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{director,assignment_coordinator}'::text[]));
grant update (person_to_ask, phone, email, address, recorded_at, recorded_by), delete on host_client_contact to maillage_app;

create table staffing_request (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  client_id uuid not null,
  work text not null constraint staffing_request_work_reasonable check (length(work) between 1 and 120),
  commune_id text not null references territory,
  first_day date not null,
  last_day date,
  -- Hundredths of an hour a week, for each person.
  weekly_hours integer constraint staffing_request_hours_possible check (weekly_hours between 1 and 6000),
  -- Days of the week, Monday being 1; none said: any.
  weekdays integer[] not null default '{}' constraint staffing_request_weekdays_known check (weekdays <@ '{1,2,3,4,5,6,7}'),
  schedule text constraint staffing_request_schedule_reasonable check (length(schedule) between 1 and 120),
  people integer not null default 1 constraint staffing_request_people_possible check (people between 1 and 50),
  needs_licence boolean not null default false,
  needs_vehicle boolean not null default false,
  state text not null default 'open' constraint staffing_request_state_known check (state in ('open', 'proposed', 'filled', 'dropped')),
  drop_reason text constraint staffing_request_reason_known
    check (drop_reason in ('nobody-free', 'client-gave-up', 'found-elsewhere', 'not-for-us', 'other')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint staffing_request_period_ordered check (last_day is null or first_day <= last_day),
  constraint staffing_request_dropped_says_why check ((state = 'dropped') = (drop_reason is not null)),
  constraint staffing_request_of_client foreign key (client_id, organisation_id) references host_client (id, organisation_id),
  constraint staffing_request_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint staffing_request_with_its_organisation unique (id, organisation_id)
);
comment on table staffing_request is 'V2, those who place, accompany or pay. Work that a client asks for: what, where, when, how many people. Purpose: to find them work; names nobody.';
create index staffing_request_by_client on staffing_request (client_id, organisation_id);
create index staffing_request_by_siae on staffing_request (siae_id, organisation_id, first_day);
create index staffing_request_by_organisation on staffing_request (organisation_id, state, first_day);
create index staffing_request_by_commune on staffing_request (commune_id);
select kept_by_carrier('staffing_request', placement_readers(), placing_roles());
grant update (work, commune_id, first_day, last_day, weekly_hours, weekdays, schedule, people, needs_licence, needs_vehicle, state, drop_reason, version)
  on staffing_request to maillage_app;

revoke all on function placing_roles, placement_readers, kept_by_carrier from public;
