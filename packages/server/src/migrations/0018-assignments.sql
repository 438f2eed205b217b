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

create table availability (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  -- Hundredths of an hour a week that the person would like; null: not said.
  weekly_hours integer constraint availability_hours_possible check (weekly_hours between 1 and 6000),
  weekdays integer[] not null default '{}' constraint availability_weekdays_known check (weekdays <@ '{1,2,3,4,5,6,7}'),
  -- « Avant 15 h 30 » : what follows from a life, never why.
  schedule text constraint availability_schedule_reasonable check (length(schedule) between 1 and 120),
  licence boolean,
  vehicle boolean,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
comment on table availability is 'V2 and V3(employment). When somebody can work, how much, with what: the last row said stands. Purpose: to find work; never a medical reason; erased with the person.';
create index availability_by_person on availability (person_id, recorded_at);
create index availability_by_organisation on availability (organisation_id);
alter table availability enable row level security;
alter table availability force row level security;
select read_by_employer('availability');
select write_by_circles('availability', '{employment}', of_mine(placement_readers()));
grant select on availability to maillage_app;
grant select, insert, update, delete on availability to maillage_loader;

create table placement_waiver (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  first_day date not null,
  last_day date not null,
  reference text not null constraint placement_waiver_reference_reasonable check (length(reference) between 1 and 120),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint placement_waiver_period_ordered check (first_day <= last_day),
  constraint placement_waiver_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id)
);
comment on table placement_waiver is 'V2, those who place, accompany or pay. The préfet waives the hours with companies of an association intermédiaire, for a time (D5132-18-1). Names nobody.';
create index placement_waiver_by_siae on placement_waiver (siae_id, organisation_id);
create index placement_waiver_by_organisation on placement_waiver (organisation_id);
select kept_by_carrier('placement_waiver', placement_readers(), placing_roles());

create table assignment (
  id uuid primary key,
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  client_id uuid not null,
  request_id uuid,
  work text not null constraint assignment_work_reasonable check (length(work) between 1 and 120),
  commune_id text not null references territory,
  first_day date not null,
  last_day date,
  -- The last day first agreed: another one than the last day, the mission was extended or ended before.
  agreed_last_day date,
  weekly_hours integer constraint assignment_hours_possible check (weekly_hours between 1 and 6000),
  weekdays integer[] not null default '{}' constraint assignment_weekdays_known check (weekdays <@ '{1,2,3,4,5,6,7}'),
  schedule text constraint assignment_schedule_reasonable check (length(schedule) between 1 and 120),
  -- The placement agreement, with the client; the contract of mission, given to the person.
  agreement_signed_on date,
  contract_given_on date,
  end_reason text constraint assignment_end_reason_known
    check (end_reason in ('work-done', 'client-stopped', 'person-stopped', 'hired-by-client', 'other')),
  cancelled_at timestamptz,
  cancelled_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint assignment_period_ordered check (last_day is null or first_day <= last_day),
  constraint assignment_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null)),
  constraint assignment_of_stay foreign key (stay_id, person_id, organisation_id) references siae_stay (id, person_id, organisation_id)
    on update cascade deferrable initially immediate,
  constraint assignment_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint assignment_with_client foreign key (client_id, organisation_id) references host_client (id, organisation_id),
  constraint assignment_of_request foreign key (request_id, organisation_id) references staffing_request (id, organisation_id),
  constraint assignment_with_its_person unique (id, person_id, organisation_id)
);
comment on table assignment is 'V2 and V3(employment, control, audit). Somebody works for a client, from a day to another. Purpose: work, pay; days and hours kept for figures, nobody''s once the person is forgotten.';
create index assignment_by_stay on assignment (stay_id, person_id, organisation_id);
create index assignment_by_person on assignment (person_id);
create index assignment_by_siae on assignment (siae_id, organisation_id, first_day);
create index assignment_by_client on assignment (client_id, organisation_id);
create index assignment_by_request on assignment (request_id, organisation_id);
create index assignment_by_organisation on assignment (organisation_id, first_day);
create index assignment_by_commune on assignment (commune_id);
select read_by_circles('assignment', '{control,audit}');
select read_by_employer('assignment');
select write_by_circles('assignment', '{employment}', of_mine(placing_roles()));
create policy assignment_change on assignment for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,assignment_coordinator}'::text[]));
grant update (last_day, agreement_signed_on, contract_given_on, end_reason, cancelled_at, cancelled_by, version) on assignment to maillage_app;

create table time_statement (
  id uuid primary key,
  assignment_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  first_day date not null,
  last_day date not null,
  -- Hundredths of an hour of each day, from the first.
  day_hours integer[] not null constraint time_statement_hours_possible check (0 <= all (day_hours) and 2400 >= all (day_hours)),
  signed_on date,
  validated_at timestamptz,
  validated_by uuid,
  cancelled_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint time_statement_period_ordered check (first_day <= last_day and last_day - first_day <= 30),
  constraint time_statement_each_day check (cardinality(day_hours) = last_day - first_day + 1),
  constraint time_statement_validated_by_somebody check ((validated_at is null) = (validated_by is null)),
  constraint time_statement_of_assignment foreign key (assignment_id, person_id, organisation_id) references assignment (id, person_id, organisation_id)
    on update cascade deferrable initially immediate,
  constraint time_statement_once exclude using gist (assignment_id with =, daterange(first_day, last_day, '[]') with &&) where (cancelled_at is null)
);
comment on table time_statement is 'V2 and V3(employment, control, audit). The hours of a mission, day by day, that the client signs; validated, they are those of the month. Purpose: pay, control; nobody''s once the person is forgotten.';
create index time_statement_by_assignment on time_statement (assignment_id, person_id, organisation_id);
create index time_statement_by_person on time_statement (person_id, first_day);
create index time_statement_by_organisation on time_statement (organisation_id, first_day);
select read_by_circles('time_statement', '{control,audit}');
select read_by_employer('time_statement');
select write_by_circles('time_statement', '{employment}', of_mine('{director,assignment_coordinator,payroll_officer}'));
create policy time_statement_change on time_statement for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,assignment_coordinator,payroll_officer}'::text[]));
grant update (day_hours, signed_on, validated_at, validated_by, cancelled_at, version) on time_statement to maillage_app;

revoke all on function placing_roles, placement_readers, kept_by_carrier from public;
