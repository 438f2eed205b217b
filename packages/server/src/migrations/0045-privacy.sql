-- The person's own space: what concerns them, read by them, under their own eye; how they come in; what they decide there.

-- How a table says that the person reads the rows about them (V8). A second policy beside that of the circles: outside a space the setting is empty,
-- and the policy gives nothing. Used by migrations; nobody may run it afterwards.
create function read_by_self(table_name text, more text default 'true', key text default 'person_id') returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format('create policy %I on %I for select to maillage_app using (%I = (select nullif(current_setting(''maillage.subject_person'', true), '''')::uuid) and %s)',
    table_name || '_self', table_name, key, more);
end
$$;
revoke all on function read_by_self from public;

-- Not read by the person in their space: working notes, produced when they ask (access_request); the number of social security, sealed for payroll;
-- what an administrator or a job keeps. The phone of a legal representative is that of somebody else: no page shows it.
select read_by_self('person', key => 'id');
select read_by_self(name) from unnest(array[
  'person_name', 'contact', 'contact_version', 'legal_representative', 'referent', 'sharing_agreement',
  'diagnosis', 'diagnosis_author', 'criterion', 'diagnosis_reason',
  'pass', 'pass_move', 'suspension', 'suspension_version', 'prolongation', 'prolongation_request', 'pass_closure', 'pass_reason', 'pass_last_day',
  'application', 'siae_stay', 'contract', 'contract_version', 'hire', 'exit', 'exit_version', 'exit_reason', 'accompaniment_act']) as name;
create policy application_transition_self on application_transition for select to maillage_app using (application_id = any (array(
  select application.id from application
  where application.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid))));
create policy application_sender_self on application_sender for select to maillage_app using (application_id = any (array(
  select application.id from application
  where application.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid))));
-- Hours are told once the structure answers for them: before, they are a draft that changes every day.
create policy month_sheet_self on month_sheet for select to maillage_app using (
  state in ('validated', 'sent') and siae_id = any (array(
    select siae_stay.siae_id from siae_stay
    where siae_stay.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid))));
create policy hours_self on hours for select to maillage_app using (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
  and exists (
    select from month_sheet
    where month_sheet.siae_id = hours.siae_id and month_sheet.month = hours.month and month_sheet.state in ('validated', 'sent')));
create policy hours_version_self on hours_version for select to maillage_app using (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
  and hours_id = any (array(
    select hours.id from hours where hours.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid))));

-- What a person sent once is done once: their answers are kept under their own id.
create policy request_outcome_self on request_outcome for select to maillage_app
  using (account_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid));
create policy request_outcome_self_write on request_outcome for insert to maillage_app
  with check (account_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid));

-- A way in, given on paper by somebody who keeps the file: a code that opens once, then the code with a short secret that the person chose.
create table space_key (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  -- Of the organisation that gave it: the legal day of the space.
  time_zone text not null constraint space_key_time_zone_reasonable check (length(time_zone) <= 60),
  code_hash text not null constraint space_key_code_once unique,
  secret_hash text,
  -- Wrong secrets since the last right one.
  tries integer not null default 0,
  closed boolean generated always as (tries >= 5) stored,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint space_key_secret_after_use check (secret_hash is null or used_at is not null)
);
comment on table space_key is 'V3(shared, referent) of the organisation that gave it, and V8. Purpose: the way of the person into their own space; controller: the organisation that gave it; erased when the person is forgotten. Hashes only.';
create index space_key_by_person on space_key (person_id);
create index space_key_by_organisation on space_key (organisation_id);
select read_by_circles('space_key', '{shared,referent}', of_mine('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'));
select read_by_self('space_key');
revoke select on space_key from maillage_app;
grant select (id, person_id, organisation_id, closed, expires_at, used_at, revoked_at, recorded_at) on space_key to maillage_app;
select write_by_circles('space_key', '{shared,referent}', of_mine('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}')
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and secret_hash is null and used_at is null and revoked_at is null and tries = 0
    and not exists (select from person where person.id = space_key.person_id and person.death_date is not null)$$);
create policy space_key_revoke on space_key for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and revoked_at is null)
  with check (revoked_at is not null);
create policy space_key_own on space_key for update to maillage_app
  using (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and revoked_at is null)
  with check (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid));
grant update (revoked_at, secret_hash, expires_at) on space_key to maillage_app;

create table space_session (
  token_hash text primary key,
  key_id uuid not null references space_key,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table space_session is 'V9, own row. The cookie holds the token, the table its hash. Short: the telephone may be somebody else''s.';
create index space_session_by_key on space_session (key_id);
create index space_session_by_end on space_session (expires_at);
alter table space_session enable row level security;
alter table space_session force row level security;
grant select, insert, update, delete on space_session to maillage_loader;
-- Only the one of this browser, to leave at once.
create policy space_session_own on space_session for select to maillage_app
  using (token_hash = (select nullif(current_setting('maillage.session', true), '')));
create policy space_session_leave on space_session for delete to maillage_app
  using (token_hash = (select nullif(current_setting('maillage.session', true), '')));
grant select, delete on space_session to maillage_app;
create policy space_session_expired on space_session for select to maillage_job using (expires_at < now());
create policy space_session_prune on space_session for delete to maillage_job using (expires_at < now());
grant select (expires_at), delete on space_session to maillage_job;

-- The keys that may still open a space: neither taken back nor out of date, of somebody alive. Those of somebody forgotten are erased.
create function opening_keys() returns setof space_key
language sql stable set search_path = maillage, pg_temp as $$
  select space_key.* from space_key join person on person.id = space_key.person_id
  where space_key.revoked_at is null and space_key.expires_at > now() and space_key.tries < 5
    and person.death_date is null and person.state = 'confirmed'
$$;

-- What stands behind a code: the hash of the secret that must come with it, null the first time; no row for a code that opens nothing, whatever the
-- reason. Where a secret is asked, the try is counted before it is checked: two at once are two.
create function redeem_link(code_hash text) returns table (secret_hash text)
language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  return query
    update space_key as known set tries = known.tries + case when known.secret_hash is null then 0 else 1 end
    where known.id in (select opening.id from opening_keys() as opening where opening.code_hash = redeem_link.code_hash)
      and known.tries < 5 and (known.secret_hash is not null or known.used_at is null)
    returning known.secret_hash;
end
$$;

-- Opens the space behind a code whose secret was checked; without a secret, once. Answers whether it is open.
create function open_space(code_hash text, token_hash text, with_secret boolean, minutes integer) returns boolean
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  opened uuid;
begin
  update space_key as known set used_at = coalesce(known.used_at, now()), tries = 0
  where known.code_hash = open_space.code_hash and known.revoked_at is null and known.expires_at > now()
    and case when with_secret then known.secret_hash is not null else known.secret_hash is null and known.used_at is null end
    and exists (select from person where person.id = known.person_id and person.death_date is null and person.state = 'confirmed')
  returning known.id into opened;
  if opened is null then
    return false;
  end if;
  -- One at a time: a space left open on another telephone closes.
  delete from space_session where space_session.key_id = opened;
  insert into space_session (token_hash, key_id, created_at, expires_at)
  values (open_space.token_hash, opened, now(), now() + make_interval(mins => minutes));
  return true;
end
$$;

-- Whose space a browser has open. Asked at each page: a death, a key taken back, closes it at once.
create function find_space(token_hash text) returns jsonb
language plpgsql stable security definer set search_path = maillage, pg_temp set jit = off as $$ begin return (
  select jsonb_build_object('personId', known.person_id, 'keyId', known.id, 'timeZone', known.time_zone,
    'closesAt', to_char(open.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'hasSecret', known.secret_hash is not null)
  from space_session as open
  join space_key as known on known.id = open.key_id and known.revoked_at is null
  join person on person.id = known.person_id and person.death_date is null and person.state = 'confirmed'
  where open.token_hash = find_space.token_hash and open.expires_at > now()
); end $$;

-- Signing in elsewhere, or out, ends whichever session this browser had.
create or replace function end_session(token_hash text) returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  with left_space as (delete from space_session where space_session.token_hash = end_session.token_hash returning 1)
  delete from session where session.token_hash = end_session.token_hash returning true
$$;
revoke all on function opening_keys, redeem_link, open_space, find_space from public;
grant execute on function redeem_link, open_space, find_space to maillage_web;

-- Who may read the file of the person who asks: organisation, who follows them by name, why, from when to when. Everything but working notes, which
-- have no right of their own: the person knows who follows them.
create function own_access() returns table (
  organisation_name text, follower text, role text, circle text, source text, reason text, starts_on date, ends_on date
)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select organisation.name,
    case when held.account_id is not null then (
      select max(membership.display_name) from membership
      where membership.account_id = held.account_id and membership.organisation_id = unit.organisation_id) end,
    (select max(referent.role) from referent where referent.id = held.source_id),
    held.circle, held.source, held.reason, held.starts_on, held.ends_on
  from person_access as held
  join unit on unit.id = held.unit_id
  join organisation on organisation.id = unit.organisation_id
  where held.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
    and held.circle not in ('author', 'self')
$$;

-- Who looked at that file: by organisation and day, how many people, by which right.
create function own_readings(since date) returns table (organisation_name text, on_day date, circle text, source text, readers bigint)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select organisation.name, (log.hour at time zone 'Europe/Paris')::date, log.circle, log.source, count(distinct log.account_id)
  from access_log as log join organisation on organisation.id = log.organisation_id
  where log.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
    and log.hour >= own_readings.since
  group by 1, 2, 3, 4
$$;
revoke all on function own_access, own_readings from public;
grant execute on function own_access, own_readings to maillage_app;
