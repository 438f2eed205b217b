-- The right of the person, apart from its number: the State issues the number, the platform keeps the days and why.

create table pass (
  id uuid primary key,
  person_id uuid not null references person,
  number text constraint pass_number_once unique,
  issuer_mode text not null constraint pass_issuer_known check (issuer_mode in ('external', 'demonstration')),
  origin text not null constraint pass_origin_known check (origin in ('hire', 'certificate', 'legacy')),
  first_day date not null,
  cancelled_at timestamptz,
  diagnosis_id uuid references diagnosis,
  external_first_day date,
  external_last_day date,
  confronted_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- A demonstration can never print what could be taken for a State document.
  constraint pass_number_of_its_issuer check (number is null or (number ~ '^99999[0-9]{7}$') = (issuer_mode = 'external')),
  constraint pass_demonstration_number check (number is null or issuer_mode = 'external' or number ~ '^00000[0-9]{7}$'),
  constraint pass_with_its_person unique (id, person_id)
);
comment on table pass is 'V3(shared, employment, referent, request, control). The right as issued; what happened since are acts.';
create index pass_by_person on pass (person_id);
create index pass_by_diagnosis on pass (diagnosis_id);
select read_by_circles('pass', '{shared,employment,referent,request,control}');
select write_by_circles('pass', '{shared,referent}');
create policy pass_holders_change on pass for update to maillage_app using (person_id = any (array(
  select person_access.person_id from person_access
  where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and person_access.circle in ('shared', 'employment', 'referent')
    and person_access.starts_on <= (select current_setting('maillage.today', true))::date
    and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (number, cancelled_at, external_first_day, external_last_day, confronted_on) on pass to maillage_app;

create sequence pass_demonstration_rank;
grant usage on sequence pass_demonstration_rank to maillage_app, maillage_loader;
grant update on sequence pass_demonstration_rank to maillage_loader;

create table pass_move (
  id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  first_day date not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint pass_move_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate
);
comment on table pass_move is 'V3(shared, employment, referent, request, control). The start moved before it had begun; the last one stands.';
create index pass_move_by_pass on pass_move (pass_id, person_id);
create index pass_move_by_person on pass_move (person_id);
select read_by_circles('pass_move', '{shared,employment,referent,request,control}');
select write_by_circles('pass_move', '{shared,employment,referent}');

create table suspension (
  id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  siae_id uuid references siae,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint suspension_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate,
  constraint suspension_with_its_person unique (id, person_id),
  constraint suspension_with_its_pass unique (id, pass_id)
);
comment on table suspension is 'V3(shared, employment, referent, request, control). Its days are in its versions, its reason apart.';
create index suspension_by_pass on suspension (pass_id, person_id);
create index suspension_by_person on suspension (person_id);
create index suspension_by_siae on suspension (siae_id);
select read_by_circles('suspension', '{shared,employment,referent,request,control}');
select write_by_circles('suspension', '{shared,employment,referent}');

create table suspension_version (
  suspension_id uuid not null,
  person_id uuid not null,
  pass_id uuid not null,
  version integer not null,
  first_day date not null,
  last_day date,
  cancelled boolean not null default false,
  cause text not null constraint suspension_version_cause_known check (cause in ('declared', 'corrected', 'hire', 'return', 'cancelled')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (suspension_id, version),
  constraint suspension_version_of_suspension foreign key (suspension_id, person_id) references suspension (id, person_id) on update cascade deferrable initially immediate,
  -- The days that never overlap are those of one right: a version cannot name another one.
  constraint suspension_version_of_the_same_pass foreign key (suspension_id, pass_id) references suspension (id, pass_id),
  constraint suspension_version_period_ordered check (last_day is null or first_day <= last_day),
  constraint suspension_never_twice exclude using gist (pass_id with =, daterange(first_day, last_day, '[]') with &&)
    where (superseded_at is null and not cancelled)
);
comment on table suspension_version is 'V3(shared, employment, referent, request, control). What was known of a suspension, and when.';
create unique index suspension_version_one_current on suspension_version (suspension_id) where superseded_at is null;
create index suspension_version_by_person on suspension_version (person_id);
create index suspension_version_by_suspension on suspension_version (suspension_id, person_id);
create index suspension_version_by_pass on suspension_version (suspension_id, pass_id);
select read_by_circles('suspension_version', '{shared,employment,referent,request,control}');
select write_by_circles('suspension_version', '{shared,employment,referent}');
create policy suspension_version_supersede on suspension_version for update to maillage_app using (person_id = any (array(
  select person_access.person_id from person_access
  where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and person_access.circle in ('shared', 'employment', 'referent')
    and person_access.starts_on <= (select current_setting('maillage.today', true))::date
    and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (superseded_at) on suspension_version to maillage_app;

create table prolongation (
  id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  first_day date not null,
  last_day date,
  request_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint prolongation_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate,
  constraint prolongation_period_ordered check (last_day is null or first_day <= last_day),
  constraint prolongation_never_twice exclude using gist (pass_id with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table prolongation is 'V3(shared, employment, referent, request, control). Days added after the last one; its reason apart.';
create index prolongation_by_pass on prolongation (pass_id, person_id);
create index prolongation_by_person on prolongation (person_id);
select read_by_circles('prolongation', '{shared,employment,referent,request,control}');
select write_by_circles('prolongation', '{shared,employment,referent,request}');

create table prolongation_request (
  id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  siae_id uuid not null references siae,
  asking_unit_id uuid not null references unit,
  deciding_unit_id uuid references unit,
  first_day date not null,
  last_day date,
  state text not null constraint prolongation_request_state_known check (state in ('waiting', 'granted', 'refused', 'withdrawn')),
  asked_on date not null,
  decided_on date,
  grounds text constraint prolongation_request_grounds_reasonable check (length(grounds) <= 4000),
  siae_notified_on date,
  person_notified_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint prolongation_request_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate,
  constraint prolongation_request_with_its_person unique (id, person_id),
  constraint prolongation_request_decided check ((state in ('granted', 'refused')) = (decided_on is not null)),
  -- A refusal is reasoned in writing (R5132-1-8).
  constraint prolongation_refused_with_grounds check (
    state <> 'refused' or (grounds is not null and siae_notified_on is not null and person_notified_on is not null))
);
comment on table prolongation_request is 'V6 and V3(referent). Asked by a structure, decided by a prescriber: which one may betray the person, so only the two of them and the referents read it.';
create unique index prolongation_request_one_waiting on prolongation_request (pass_id) where state = 'waiting';
create index prolongation_request_by_pass on prolongation_request (pass_id, person_id);
create index prolongation_request_by_person on prolongation_request (person_id);
create index prolongation_request_by_siae on prolongation_request (siae_id);
create index prolongation_request_by_asking_unit on prolongation_request (asking_unit_id);
create index prolongation_request_by_deciding_unit on prolongation_request (deciding_unit_id);
select read_by_circles('prolongation_request', '{referent}');
-- By the roles that ask and answer: not by everybody who works in the team.
create policy prolongation_request_asked on prolongation_request for select to maillage_app
  using (asking_unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[]));
create policy prolongation_request_to_decide on prolongation_request for select to maillage_app
  using (deciding_unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and (select current_setting('maillage.hat_role', true)) = any ('{prescriber,ft_adviser,referent,director}'::text[]));
select write_by_circles('prolongation_request', '{shared,employment,referent}', 'asking_unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])');
create policy prolongation_request_withdraw on prolongation_request for update to maillage_app
  using (asking_unit_id = any ((select current_setting('maillage.units', true))::uuid[]) and state = 'waiting')
  with check (state = 'withdrawn');
create policy prolongation_request_decide on prolongation_request for update to maillage_app
  using (deciding_unit_id = any ((select current_setting('maillage.units', true))::uuid[]) and state = 'waiting')
  with check (state in ('granted', 'refused'));
grant update (state, decided_on, grounds, siae_notified_on, person_notified_on) on prolongation_request to maillage_app;
alter table prolongation add constraint prolongation_of_request
  foreign key (request_id, person_id) references prolongation_request (id, person_id) on update cascade deferrable initially immediate;
create index prolongation_by_request on prolongation (request_id, person_id);
-- One request is granted once, whoever presses twice.
create unique index prolongation_once_per_request on prolongation (request_id) where request_id is not null;

create table pass_closure (
  id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  last_day date not null,
  reason text not null constraint pass_closure_reason_known
    check (reason in ('after-long-suspension', 'at-the-request-of-the-person', 'by-decision-of-the-authority')),
  notified_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint pass_closure_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate,
  constraint pass_closure_once unique (pass_id)
);
comment on table pass_closure is 'V3(shared, employment, referent, request, control). The right ends earlier than it would have.';
create index pass_closure_by_pass on pass_closure (pass_id, person_id);
create index pass_closure_by_person on pass_closure (person_id);
select read_by_circles('pass_closure', '{shared,employment,referent,request,control}');
select write_by_circles('pass_closure', '{shared,employment,referent}');

create table pass_reason (
  act_id uuid primary key,
  pass_id uuid not null,
  person_id uuid not null,
  act text not null constraint pass_reason_act_known check (act in ('suspension', 'prolongation', 'request')),
  reason text not null,
  explanation text constraint pass_reason_reasonable check (length(explanation) <= 2000),
  -- Dates of a title, a training or a contract that the ground stands on.
  facts jsonb not null default '{}',
  sensitivity text not null constraint pass_reason_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  -- Who wrote it: its own referents read it whatever it says.
  organisation_id uuid references organisation default (nullif(current_setting('maillage.organisation', true), '')::uuid),
  constraint pass_reason_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate
);
comment on table pass_reason is 'V3(referent, control), health and justice by agreement or by who wrote it; V3(request) for what is asked; V3(shared, employment) when ordinary. Why a right was suspended or prolonged: may be an illness, a sentence, a disability.';
create index pass_reason_by_pass on pass_reason (pass_id, person_id);
create index pass_reason_by_person on pass_reason (person_id);
create index pass_reason_by_organisation on pass_reason (organisation_id);
select read_by_referents('pass_reason', '{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}');
create policy pass_reason_own on pass_reason for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = 'referent'
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
-- Who decides reads the ground of what is asked, not the illness or the sentence of another year.
create policy pass_reason_asked on pass_reason for select to maillage_app using (
  act_id = any (array(
    select prolongation_request.id from prolongation_request
    where prolongation_request.deciding_unit_id = any ((select current_setting('maillage.units', true))::uuid[])))
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = 'request'
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
create policy pass_reason_ordinary on pass_reason for select to maillage_app using (
  sensitivity = 'ordinary' and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'employment', 'request')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
select write_by_circles('pass_reason', '{shared,employment,referent,request}',
  'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)');

create table pass_last_day (
  pass_id uuid not null,
  person_id uuid not null,
  version integer not null,
  first_day date not null,
  last_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (pass_id, version),
  constraint pass_last_day_of_pass foreign key (pass_id, person_id) references pass (id, person_id) on update cascade deferrable initially immediate,
  constraint pass_last_day_period_ordered check (first_day <= last_day),
  -- One right in force per person, whatever two structures do at the same second.
  constraint pass_one_right_at_a_time exclude using gist (person_id with =, daterange(first_day, last_day, '[]') with &&)
    where (superseded_at is null)
);
comment on table pass_last_day is 'V3(shared, employment, referent, request, control). The last day, computed by the rules from the acts, with its history. Never by trigger.';
create unique index pass_last_day_one_current on pass_last_day (pass_id) where superseded_at is null;
create index pass_last_day_by_person on pass_last_day (person_id);
create index pass_last_day_by_pass on pass_last_day (pass_id, person_id);
create index pass_last_day_ending on pass_last_day (last_day) where superseded_at is null;
select read_by_circles('pass_last_day', '{shared,employment,referent,request,control}');
select write_by_circles('pass_last_day', '{shared,employment,referent,request}');
create policy pass_last_day_supersede on pass_last_day for update to maillage_app using (person_id = any (array(
  select person_access.person_id from person_access
  where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and person_access.circle in ('shared', 'employment', 'referent', 'request')
    and person_access.starts_on <= (select current_setting('maillage.today', true))::date
    and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
grant update (superseded_at) on pass_last_day to maillage_app;

-- Each night the last day stored is compared with the one the rules find again. No reason is needed for that, so none is read.
do $$
declare
  name text;
begin
  foreach name in array array['pass', 'pass_move', 'suspension_version', 'prolongation', 'pass_closure', 'pass_last_day'] loop
    execute format('create policy %I on %I for select to maillage_job using (true)', name || '_job', name);
    execute format('grant select on %I to maillage_job', name);
  end loop;
end
$$;

-- Who issues is a fact written when a deployment is filled.
grant select, insert, update on issuer to maillage_loader;
