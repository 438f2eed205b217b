-- What every slice stands on: what this deployment is, who did what, what happened, what was answered.

create table deployment (
  only_one boolean primary key default true constraint deployment_is_one check (only_one),
  purpose text not null constraint deployment_purpose_known check (purpose in ('demonstration', 'service')),
  created_at timestamptz not null default now()
);
comment on table deployment is 'V0. Written once when the database is created; nobody may change it.';

-- A demonstration never becomes a service, nor the other way round.
create function refuse_change() returns trigger language plpgsql set search_path = maillage, pg_temp as $$
begin
  raise exception '% never changes', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger deployment_never_changes before update or delete or truncate on deployment for each statement execute function refuse_change();

create table issuer (
  id uuid primary key,
  act text not null constraint issuer_act_known check (act in ('pass', 'annex', 'payment')),
  mode text not null constraint issuer_mode_known check (mode in ('external', 'demonstration')),
  first_day date not null,
  last_day date,
  constraint issuer_period_ordered check (last_day is null or first_day <= last_day),
  constraint issuer_one_at_a_time exclude using gist (act with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table issuer is 'V0. Who issues each official act, by date: this platform never pretends to be the State.';

create table law_parameter (
  id uuid primary key,
  key text not null,
  territory_id text,
  organisation_id uuid,
  first_day date not null,
  last_day date,
  stored jsonb not null,
  author text not null,
  legal_basis text not null,
  published date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint law_parameter_period_ordered check (last_day is null or first_day <= last_day),
  constraint law_parameter_for_somebody check (territory_id is not null or organisation_id is not null),
  -- Two figures for one day would make the law answer by chance.
  constraint law_parameter_one_at_a_time exclude using gist (
    key with =,
    (coalesce(territory_id, '')) with =,
    (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(first_day, last_day, '[]') with &&)
);
comment on table law_parameter is 'V0. Local decisions replacing derogable figures of the law.';
create index law_parameter_by_territory on law_parameter (territory_id);
create index law_parameter_by_organisation on law_parameter (organisation_id);

create table audit (
  id uuid primary key,
  recorded_at timestamptz not null,
  account_id uuid,
  acting_for uuid,
  role text not null,
  screen text not null,
  command text not null,
  outcome text not null constraint audit_outcome_known check (outcome in ('done', 'refused', 'failed')),
  refusals text[] not null default '{}',
  subjects jsonb not null default '{}',
  fields text[] not null default '{}',
  request_id uuid not null
);
comment on table audit is 'V9, insert only. Names of fields and ids, never values: erasing a person and keeping the trace must agree.';
create index audit_by_time on audit (recorded_at);

create table event (
  id uuid primary key,
  type text not null,
  version integer not null,
  subject_id uuid not null,
  ids jsonb not null,
  organisation_id uuid,
  territory_id text,
  occurred_on date not null,
  recorded_at timestamptz not null,
  -- The order in which things were said. Ids of one millisecond come in any order, and clocks of two machines differ.
  position bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  dispatched_at timestamptz
);
comment on table event is 'V9, insert only for requests. Ids only. Rows are marked, never followed by a cursor: commits do not come in the order of positions.';
create index event_waiting on event (position) where dispatched_at is null;
create index event_waiting_by_subject on event (subject_id, position) where dispatched_at is null;

create table delivery (
  event_id uuid not null references event,
  handler text not null,
  attempts integer not null default 0,
  delivered_at timestamptz,
  last_failure text,
  next_attempt_at timestamptz,
  primary key (event_id, handler)
);
comment on table delivery is 'V9. One row per event and handler: a handler first marks it, so a second delivery does nothing.';
create index delivery_waiting on delivery (next_attempt_at) where delivered_at is null;

create table request_outcome (
  account_id uuid not null,
  request_id uuid not null,
  command text not null,
  status text not null constraint request_outcome_status_known check (status in ('done', 'refused')),
  refusals jsonb not null default '[]',
  location text,
  recorded_at timestamptz not null,
  -- Of one account: an id seen by somebody else neither blocks them nor tells them anything.
  primary key (account_id, request_id)
);
comment on table request_outcome is 'V9, own rows. What a form already sent was answered: sending it twice does it once. No input is kept.';
create index request_outcome_by_time on request_outcome (recorded_at);

create table anomaly (
  id uuid primary key,
  rule text not null,
  source jsonb not null,
  subject_table text not null,
  subject_id uuid not null,
  organisation_id uuid,
  facts jsonb not null,
  solver text not null,
  since date not null,
  recorded_at timestamptz not null,
  resolved_at timestamptz,
  resolution text
);
comment on table anomaly is 'V2. A fact that the law says otherwise: which rule, on which text, who can solve it, since when.';
create index anomaly_by_subject on anomaly (subject_id);
create index anomaly_open on anomaly (organisation_id, since) where resolved_at is null;
create unique index anomaly_once on anomaly (rule, subject_id) where resolved_at is null;

create table calculation (
  id uuid primary key,
  rule text not null,
  rule_version integer not null,
  law_version text not null,
  at_day date not null,
  known_on date,
  inputs jsonb not null,
  value jsonb not null,
  steps jsonb not null,
  organisation_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid
);
comment on table calculation is 'V2, insert only. A result that others relied on; a correction makes a new one.';
create index calculation_by_organisation on calculation (organisation_id, recorded_at);

create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_failure text
);
comment on table mail is 'V9. The outbox: a message leaves after the transaction that wrote it.';
create index mail_waiting on mail (queued_at) where sent_at is null;

create table rate (
  bucket text not null,
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, key)
);
comment on table rate is 'V9. Counters of what a stranger may try; keys are hashes.';

-- One try more in this window? Counts it. Runs before there is an actor.
create function take_rate(bucket text, key text, at_most integer, seconds integer) returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  insert into rate as known (bucket, key, window_start, count)
  values (take_rate.bucket, take_rate.key, now(), 1)
  on conflict on constraint rate_pkey do update set
    window_start = case when known.window_start < now() - make_interval(secs => seconds) then now() else known.window_start end,
    count = case when known.window_start < now() - make_interval(secs => seconds) then 1 else known.count + 1 end
  returning count <= at_most
$$;
revoke all on function take_rate from public;
grant execute on function take_rate to maillage_web;

-- What this deployment is, before there is an actor.
create function deployment_purpose() returns text
language sql stable security definer set search_path = maillage, pg_temp as $$ select purpose from deployment $$;
revoke all on function deployment_purpose from public;
grant execute on function deployment_purpose to maillage_web, maillage_app, maillage_job, maillage_worker;

alter table deployment enable row level security;
alter table issuer enable row level security;
alter table law_parameter enable row level security;
alter table audit enable row level security;
alter table event enable row level security;
alter table delivery enable row level security;
alter table request_outcome enable row level security;
alter table anomaly enable row level security;
alter table calculation enable row level security;
alter table mail enable row level security;
alter table rate enable row level security;
alter table deployment force row level security;
alter table issuer force row level security;
alter table law_parameter force row level security;
alter table audit force row level security;
alter table event force row level security;
alter table delivery force row level security;
alter table request_outcome force row level security;
alter table anomaly force row level security;
alter table calculation force row level security;
alter table mail force row level security;
alter table rate force row level security;

create policy deployment_read on deployment for select to maillage_app, maillage_job, maillage_public using (true);
create policy issuer_read on issuer for select to maillage_app, maillage_job, maillage_public using (true);
create policy law_parameter_read on law_parameter for select to maillage_app, maillage_job, maillage_public using (true);
grant select on deployment, issuer, law_parameter to maillage_app, maillage_job, maillage_public;

create policy audit_insert on audit for insert to maillage_app, maillage_public
  with check (account_id is not distinct from (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy audit_insert_job on audit for insert to maillage_job with check (true);
-- Every column but those that the database says itself: the transaction of a line is what seals it, and orders an event.
grant insert (id, recorded_at, account_id, acting_for, role, screen, command, outcome, refusals, subjects, fields, request_id)
  on audit to maillage_app, maillage_job, maillage_public;
create policy event_insert on event for insert to maillage_app, maillage_job with check (true);
grant insert (id, type, version, subject_id, ids, organisation_id, territory_id, occurred_on, recorded_at) on event to maillage_app, maillage_job;
create policy event_dispatch on event for select to maillage_job using (true);
create policy event_mark on event for update to maillage_job using (true) with check (true);
grant select, update (dispatched_at) on event to maillage_job;
create policy delivery_job on delivery for all to maillage_job using (true) with check (true);
grant select, insert, update on delivery to maillage_job;

create policy request_outcome_own on request_outcome for select to maillage_app
  using (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy request_outcome_write on request_outcome for insert to maillage_app
  with check (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select, insert on request_outcome to maillage_app;

create policy anomaly_mine on anomaly for select to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
create policy anomaly_open_mine on anomaly for insert to maillage_app
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) or organisation_id is null);
create policy anomaly_resolve_mine on anomaly for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)) with check (true);
create policy anomaly_job on anomaly for all to maillage_job using (true) with check (true);
grant select, insert, update (resolved_at, resolution) on anomaly to maillage_app, maillage_job;

create policy calculation_mine on calculation for select to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
create policy calculation_insert on calculation for insert to maillage_app
  with check (recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy calculation_insert_job on calculation for insert to maillage_job with check (true);
create policy calculation_job on calculation for select to maillage_job using (true);
grant select, insert on calculation to maillage_app, maillage_job;

create policy mail_queue on mail for insert to maillage_app, maillage_job, maillage_public with check (true);
grant insert on mail to maillage_app, maillage_job, maillage_public;
create policy mail_send on mail for select to maillage_job using (true);
create policy mail_mark on mail for update to maillage_job using (true) with check (true);
grant select, update (sent_at, attempts, last_failure) on mail to maillage_job;
-- The page of sent messages exists in a demonstration only.
create policy mail_demonstration on mail for select to maillage_app, maillage_public using ((select deployment_purpose()) = 'demonstration');
grant select on mail to maillage_app, maillage_public;
grant execute on function deployment_purpose to maillage_public;

create policy rate_job on rate for delete to maillage_job using (true);
create policy rate_job_read on rate for select to maillage_job using (true);
grant select, delete on rate to maillage_job;
