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
  'application', 'siae_stay', 'contract', 'contract_version', 'hire', 'exit', 'exit_version', 'exit_reason', 'accompaniment_act', 'shared_step',
  'barrier', 'barrier_version', 'strength', 'goal', 'goal_version', 'pathway_action', 'pathway_action_version',
  'attendance', 'attendance_version', 'work_constraint', 'skill_sighting', 'counsellor_message', 'availability', 'assignment', 'immersion', 'after_exit_answer', 'after_exit_opposition',
  'tripartite_meeting', 'review', 'review_answer']) as name;
-- Which skill a sighting is about.
create policy skill_self on skill for select to maillage_app using (id = any (array(
  select skill_sighting.skill_id from skill_sighting
  where skill_sighting.person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid))));
-- As the hours of a month: once the structure answers for them.
select read_by_self('time_statement', 'validated_at is not null');
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
  organisation_id uuid, organisation_name text, follower text, role text, circle text, source text, reason text, starts_on date, ends_on date
)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select organisation.id, organisation.name,
    case when held.account_id is not null then (
      select max(membership.display_name) from membership
      where membership.account_id = held.account_id and membership.organisation_id = unit.organisation_id) end,
    (select max(referent.role) from referent where referent.id = held.source_id),
    held.circle, held.source, held.reason, held.starts_on, held.ends_on
  from person_access as held
  join unit on unit.id = held.unit_id
  join organisation on organisation.id = unit.organisation_id
  where held.person_id = nullif(current_setting('maillage.subject_person', true), '')::uuid
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

-- What the person agrees to share of their health or of justice, with an organisation that follows them today; what they take back is closed at once.
create policy sharing_agreement_give on sharing_agreement for insert to maillage_app with check (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
  and recorded_by = person_id and given_on = (select current_setting('maillage.today', true))::date and withdrawn_on is null
  and organisation_id in (
    select own.organisation_id from own_access() as own
    where own.starts_on <= (select current_setting('maillage.today', true))::date
      and own.ends_on >= (select current_setting('maillage.today', true))::date));
create policy sharing_agreement_take_back on sharing_agreement for update to maillage_app
  using (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and withdrawn_on is null)
  with check (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid)
    and withdrawn_on = (select current_setting('maillage.today', true))::date);

-- The uses that a person may oppose, each listed only if opposing it changes something.
create table opposition (
  id uuid primary key,
  person_id uuid not null references person,
  opposed_use text not null constraint opposition_use_known check (opposed_use = any (array['messages', 'shared-steps'])),
  opposed_on date not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint opposition_period_ordered check (withdrawn_on is null or opposed_on <= withdrawn_on)
);
comment on table opposition is 'V8 and V3(shared, referent). Purpose: what the person refuses of the optional uses (RGPD 21); controller: whoever operates the platform; erased when the person is forgotten.';
create index opposition_by_person on opposition (person_id);
create unique index opposition_one_standing on opposition (person_id, opposed_use) where withdrawn_on is null;
select read_by_circles('opposition', '{shared,referent}');
select read_by_self('opposition');
create policy opposition_say on opposition for insert to maillage_app with check (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and recorded_by = person_id and withdrawn_on is null);
create policy opposition_lift on opposition for update to maillage_app
  using (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and withdrawn_on is null)
  with check (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and withdrawn_on is not null);
grant insert, update (withdrawn_on) on opposition to maillage_app;
-- Whoever writes a message to somebody need not know: one that the person refused never leaves.
create function message_opposed() returns trigger language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  if exists (
    select from opposition
    where opposition.person_id = new.person_id and opposition.opposed_use = 'messages' and opposition.withdrawn_on is null)
  then
    new.withdrawn_at := new.queued_at;
  end if;
  return new;
end
$$;
revoke all on function message_opposed from public;
create trigger mail_opposed before insert on mail for each row when (new.person_id is not null) execute function message_opposed();
-- A step shared before is read no more by anybody who follows the person; whoever wrote it keeps the action itself.
create policy shared_step_opposed on shared_step as restrictive for select to maillage_app using (
  person_id <> all (array(
    select opposition.person_id from opposition where opposition.opposed_use = 'shared-steps' and opposition.withdrawn_on is null)));

-- What a person asks of an organisation about what it keeps of them: a copy of everything (RGPD 15) or a correction (RGPD 16). Made in their space, or
-- received by letter and written down; answered within the month (RGPD 12.3).
create table access_request (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  kind text not null constraint access_request_kind_known check (kind in ('access', 'correction')),
  way text not null constraint access_request_way_known check (way in ('space', 'letter')),
  said text constraint access_request_said_reasonable check (length(said) between 1 and 1000),
  received_on date not null,
  due_on date not null,
  state text not null default 'waiting' constraint access_request_state_known check (state in ('waiting', 'done', 'refused')),
  answer text constraint access_request_answer_reasonable check (length(answer) between 1 and 2000),
  answered_on date,
  answered_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint access_request_answered check ((state = 'waiting') = (answered_on is null) and (state = 'waiting') = (answered_by is null)),
  constraint access_request_refused_why check (state <> 'refused' or answer is not null),
  constraint access_request_correction_said check (kind <> 'correction' or said is not null),
  constraint access_request_due_after check (due_on > received_on)
);
comment on table access_request is 'V8, and V3(shared, referent, employment) of the organisation asked, by its director and those who keep files. Purpose: the rights of the person (RGPD 15, 16); controller: the organisation asked; texts erased when the person is forgotten.';
create index access_request_by_person on access_request (person_id);
create index access_request_by_organisation on access_request (organisation_id, state, due_on);
create unique index access_request_one_waiting on access_request (person_id, organisation_id, kind) where state = 'waiting';
select read_by_circles('access_request', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'));
select read_by_self('access_request');
select write_by_circles('access_request', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}')
  || $$ and way = 'letter' and state = 'waiting' and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)$$);
create policy access_request_ask on access_request for insert to maillage_app with check (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and recorded_by = person_id
  and way = 'space' and state = 'waiting' and organisation_id in (select own.organisation_id from own_access() as own));
create policy access_request_answer on access_request for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and state = 'waiting'
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[]))
  with check (state <> 'waiting' and answered_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant update (state, answer, answered_on, answered_by) on access_request to maillage_app;

-- While a copy is asked and not given, what would be in it is not erased.
create policy working_note_asked_for on working_note as restrictive for delete to maillage_app using (
  not exists (
    select from access_request as asked
    where asked.person_id = working_note.person_id and asked.organisation_id = working_note.organisation_id
      and asked.kind = 'access' and asked.state = 'waiting'));
-- The copy that an organisation gave holds the working notes of its members as they were that day, for sixty days: read in the space of the person, and
-- nowhere else. Those that tell about somebody else are not there.
create policy working_note_produced on working_note for select to maillage_app using (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and not kept_back
  and exists (
    select from access_request as given
    where given.person_id = working_note.person_id and given.organisation_id = working_note.organisation_id
      and given.kind = 'access' and given.state = 'done' and (working_note.recorded_at at time zone 'UTC')::date <= given.answered_on
      and given.answered_on > (select current_setting('maillage.today', true))::date - 60));
-- What goes with the answer of an organisation, without a word of it: how many notes of each author, how many of them kept back.
create function notes_to_produce(request_id uuid) returns table (author text, mine boolean, notes integer, kept_back integer)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select coalesce((
      select membership.display_name from membership
      where membership.account_id = note.author_id and membership.organisation_id = note.organisation_id
      order by membership.first_day desc limit 1), 'un ancien membre'),
    note.author_id = nullif(current_setting('maillage.account', true), '')::uuid, count(*)::integer, (count(*) filter (where note.kept_back))::integer
  from access_request as asked
  join working_note as note on note.person_id = asked.person_id and note.organisation_id = asked.organisation_id
  where asked.id = notes_to_produce.request_id and asked.kind = 'access' and asked.state = 'waiting'
    and asked.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    and asker_holds(asked.person_id, '{shared,referent,employment}')
  group by note.author_id, note.organisation_id
$$;
-- How many notes the person was not given, of one organisation.
create function own_notes_kept_back(organisation_id uuid) returns integer
language sql stable security definer set search_path = maillage, pg_temp as $$
  select count(*)::integer from working_note as note
  where note.person_id = nullif(current_setting('maillage.subject_person', true), '')::uuid
    and note.organisation_id = own_notes_kept_back.organisation_id and note.kept_back
$$;
revoke all on function notes_to_produce, own_notes_kept_back from public;
grant execute on function notes_to_produce, own_notes_kept_back to maillage_app;

-- How the person is reached is theirs to say.
create policy contact_own_write on contact for insert to maillage_app with check (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and recorded_by = person_id);
create policy contact_version_own_write on contact_version for insert to maillage_app with check (
  person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid) and recorded_by = person_id);
create policy contact_version_own_supersede on contact_version for update to maillage_app
  using (person_id = (select nullif(current_setting('maillage.subject_person', true), '')::uuid));

-- What a space gives to take away: each table that the person reads, with the columns that are theirs. A table that learns to be read by them joins by
-- itself. Whose hand wrote a row, the telephone of somebody else, who welcomed them elsewhere, are left out.
create function own_columns() returns table (table_name text, columns text[])
language sql stable set search_path = maillage, pg_temp as $$
  select pg_class.relname::text, array_agg(pg_attribute.attname::text order by pg_attribute.attnum)
  from pg_class join pg_attribute on pg_attribute.attrelid = pg_class.oid and pg_attribute.attnum > 0 and not pg_attribute.attisdropped
  where pg_class.relnamespace = 'maillage'::regnamespace
    and exists (select from pg_policy where polrelid = pg_class.oid and polname = pg_class.relname || '_self')
    and pg_class.relname <> all ('{account,session,request_outcome,month_sheet}'::text[])
    and has_column_privilege('maillage_app', pg_class.oid, pg_attribute.attname, 'select')
    and pg_attribute.attname !~ '(_by|_key|account_id|membership_id|unit_id|sender_unit_id)$'
    and (pg_class.relname, pg_attribute.attname) not in (('legal_representative', 'phone'), ('application_sender', 'display_name'), ('immersion', 'tutor'))
  group by pg_class.relname
$$;
revoke all on function own_columns from public;
grant execute on function own_columns to maillage_app;
