-- The keeping of what is recorded: the audit sealed so that its past cannot be rewritten unseen.

-- Which transaction wrote the line: the sealing takes only what every running transaction has already passed.
alter table audit add column transaction_id xid8 not null default pg_current_xact_id();

create table audit_seal (
  number bigint primary key constraint audit_seal_from_one check (number >= 1),
  lines integer not null constraint audit_seal_not_empty check (lines > 0),
  -- The latest hour among the lines sealed so far: a line much older that nothing sealed was added afterwards.
  until timestamptz not null,
  hash bytea not null constraint audit_seal_hash_whole check (length(hash) = 32),
  sealed_at timestamptz not null
);
comment on table audit_seal is 'V9, insert only. One batch of audit lines closed for ever: its hash covers its lines and the hash before it.';
create table audit_seal_line (
  audit_id uuid primary key,
  seal_number bigint not null references audit_seal,
  hash bytea not null constraint audit_seal_line_hash_whole check (length(hash) = 32)
);
comment on table audit_seal_line is 'V9, insert only. What each sealed line was. No key to audit: a line that is removed must be missed.';
create index audit_seal_line_by_seal on audit_seal_line (seal_number);

create trigger audit_seal_never_changes before update or delete or truncate on audit_seal for each statement execute function refuse_change();
create trigger audit_seal_line_never_changes before update or delete or truncate on audit_seal_line for each statement execute function refuse_change();

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
alter table audit_seal_line enable row level security;
alter table audit_seal_line force row level security;
create policy audit_seal_job on audit_seal for select to maillage_job using (true);
create policy audit_seal_add on audit_seal for insert to maillage_job with check (true);
create policy audit_seal_line_job on audit_seal_line for select to maillage_job using (true);
create policy audit_seal_line_add on audit_seal_line for insert to maillage_job with check (true);
create policy audit_sealed on audit for select to maillage_job using (true);
grant select, insert on audit_seal, audit_seal_line to maillage_job;
grant select on audit to maillage_job;

-- Retention: what is no longer needed is erased or made nobody's, after an administrator has said so. How long is a dated figure of the law
-- (rules/parameters/retention); here is what that touches.

alter table person add column forgotten_at timestamptz;
grant select (forgotten_at) on person to maillage_app, maillage_job;
alter table account add column forgotten_at timestamptz;

create table legal_hold (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  reason text not null constraint legal_hold_reasonable check (length(reason) between 1 and 500),
  first_day date not null,
  last_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint legal_hold_period_ordered check (first_day <= last_day)
);
comment on table legal_hold is 'V9, administrators. Nothing of the people of this organisation is erased while a control or a lawsuit needs it.';
create index legal_hold_by_organisation on legal_hold (organisation_id);

create table retention_order (
  id uuid primary key,
  rule text not null,
  -- What had its last day on this one or before.
  cutoff date not null,
  counted integer not null constraint retention_order_for_something check (counted > 0),
  law_version text not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  withdrawn_at timestamptz,
  done_at timestamptz,
  -- Grows as the nights go: one that is cut short goes on the next, after the last person it looked at.
  done_count integer not null default 0,
  reached uuid,
  -- No rule is shorter than thirty days; days of UTC may be one behind that of the asker.
  constraint retention_order_of_the_past check (cutoff <= (confirmed_at at time zone 'UTC')::date - 29),
  constraint retention_order_ends_once check (withdrawn_at is null or done_at is null)
);
comment on table retention_order is 'V9, administrators. What one of them confirmed, what the night then did: counts, never who.';
create unique index retention_order_one_waiting on retention_order (rule) where withdrawn_at is null and done_at is null;

alter table legal_hold enable row level security;
alter table legal_hold force row level security;
alter table retention_order enable row level security;
alter table retention_order force row level security;
do $$
declare
  name text;
  administers text := $administers$exists (select from account
    where account.id = (select nullif(current_setting('maillage.account', true), '')::uuid) and account.administrator and account.state = 'active')$administers$;
begin
  foreach name in array array['legal_hold', 'retention_order'] loop
    execute format('create policy %I on %I for select to maillage_app using (%s)', name || '_administrator', name, administers);
    execute format('grant select on %I to maillage_app', name);
  end loop;
  -- In one's own name, and not done yet. Nothing lifts a hold before its last day: what will lift one says who and why.
  execute format('create policy legal_hold_write on legal_hold for insert to maillage_app with check (%s
    and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid))', administers);
  execute format('create policy retention_order_write on retention_order for insert to maillage_app with check (%s
    and confirmed_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid))', administers);
  execute format('create policy retention_order_withdraw on retention_order for update to maillage_app using (%s and done_at is null)', administers);
end
$$;
grant insert on legal_hold to maillage_app;
grant insert (id, rule, cutoff, counted, law_version, confirmed_at, confirmed_by) on retention_order to maillage_app;
grant update (withdrawn_at) on retention_order to maillage_app;
create policy retention_order_job on retention_order for select to maillage_job using (true);
create policy retention_order_done on retention_order for update to maillage_job using (withdrawn_at is null) with check (true);
grant select, update (done_at) on retention_order to maillage_job;

-- The organisations of which nothing is erased today.
create function organisations_on_hold() returns setof uuid language sql stable set search_path = maillage, pg_temp as $$
  select legal_hold.organisation_id from legal_hold
  where legal_hold.first_day <= current_setting('maillage.today', true)::date and legal_hold.last_day >= current_setting('maillage.today', true)::date
$$;

-- The people of whom nothing is erased today: an organisation that employed, received, proposed, diagnosed or followed them is held, a control or an
-- audit reads them, the State has their right to decide, or they wait for the copy that they asked for.
create function people_on_hold() returns setof uuid
language sql stable set search_path = maillage, pg_temp as $$
  with held as (select organisations_on_hold() as organisation_id)
  select person_access.person_id from person_access
  where person_access.circle in ('control', 'audit') and person_access.ends_on >= current_setting('maillage.today', true)::date
  union select access_request.person_id from access_request where access_request.kind = 'access' and access_request.state = 'waiting'
  union select siae_stay.person_id from siae_stay where siae_stay.organisation_id in (select organisation_id from held)
  union select application.person_id from application where application.receiver_organisation_id in (select organisation_id from held)
  union select referent.person_id from referent where referent.organisation_id in (select organisation_id from held)
  union select person.id from person where person.owner_org_id in (select organisation_id from held)
  union select diagnosis_author.person_id from diagnosis_author where diagnosis_author.organisation_id in (select organisation_id from held)
  union select application.person_id from application join application_sender on application_sender.application_id = application.id
  where application_sender.organisation_id in (select organisation_id from held)
  -- A right granted on a word that was not worth it, until decided.
  union select pass.person_id from pass join anomaly on anomaly.subject_id = pass.id
  where anomaly.rule = 'pass-iae/prescriber-not-authorised' and anomaly.resolved_at is null
$$;

-- The people of whom nothing was written and nothing ran after a day. Every table that records something of a person is asked, those to come too;
-- then what has days of its own: a stay, a contract, a right, a referent, an application. So many of them, in order, those on hold aside, when it is
-- asked: a night that erases reads each file once.
create index person_not_forgotten on person (id) where forgotten_at is null and state <> 'merged';
create function quiet_people(cutoff date, after uuid default null, at_most integer default null) returns setof uuid
language plpgsql stable set search_path = maillage, pg_temp as $$
declare
  silent text;
begin
  select string_agg(format('and not exists (select from %I as said where said.person_id = person.id and said.recorded_at >= $1 + 1)', relname), ' ')
  into silent
  from pg_class
  join pg_attribute as who on who.attrelid = pg_class.oid and who.attname = 'person_id'
  join pg_attribute as said on said.attrelid = pg_class.oid and said.attname = 'recorded_at'
  where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p');
  return query execute 'select person.id from person
    where person.forgotten_at is null and person.state <> ''merged'' and person.recorded_at < $1 + 1
      and not exists (select from siae_stay where siae_stay.person_id = person.id and siae_stay.cancelled_at is null
        and coalesce(siae_stay.exit_day, ''infinity'') > $1)
      and not exists (select from contract_version where contract_version.person_id = person.id and contract_version.superseded_at is null
        and not contract_version.cancelled and contract_version.last_day > $1)
      and not exists (select from pass_last_day where pass_last_day.person_id = person.id and pass_last_day.superseded_at is null
        and pass_last_day.last_day > $1)
      and not exists (select from referent where referent.person_id = person.id and coalesce(referent.last_day, ''infinity'') > $1)
      and not exists (select from attachment_request where attachment_request.person_id = person.id and attachment_request.requested_at >= $1 + 1)
      and not exists (select from application where application.person_id = person.id and application.last_moved_on > $1) ' || silent
    || case when after is null then '' else ' and person.id > $2' end
    || case when at_most is null then '' else ' and person.id not in (select people_on_hold()) order by person.id limit $3' end
  using cutoff, after, at_most;
end
$$;

-- The rights of teams whose organisation has left somebody alone since a day end tonight; answers where to go on, null at the end. An employer's
-- right stands on its stay; the others on the last thing that the organisation wrote of the person, answered, or still follows. Nobody is left
-- without a team: the sole holder, or the last come, keeps the file until it is forgotten, for nobody else could answer when the person comes back.
create function end_access_left_alone(cutoff date, after uuid, at_most integer) returns uuid
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  today date := current_setting('maillage.today', true)::date;
  acts text;
  last_seen uuid;
begin
  select string_agg(format('union all select from %I as said where said.person_id = held.person_id
    and said.organisation_id = held.organisation_id and said.recorded_at >= $1 + 1', pg_class.relname), ' ')
  into acts
  from pg_class
  join pg_attribute as who on who.attrelid = pg_class.oid and who.attname = 'person_id'
  join pg_attribute as whose on whose.attrelid = pg_class.oid and whose.attname = 'organisation_id'
  join pg_attribute as said on said.attrelid = pg_class.oid and said.attname = 'recorded_at'
  where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p');
  -- Named « held »: asked again of the others who hold the person.
  acts := 'exists (
    select from siae_stay as stay where stay.person_id = held.person_id and stay.organisation_id = held.organisation_id
      and stay.cancelled_at is null and coalesce(stay.exit_day, ''infinity'') > $1
    union all select from referent where referent.person_id = held.person_id and referent.organisation_id = held.organisation_id
      and referent.role <> ''siae'' and coalesce(referent.last_day, ''infinity'') > $1
    union all select from application where application.person_id = held.person_id and application.last_moved_on > $1
      and (application.receiver_organisation_id = held.organisation_id or exists (
        select from application_sender as sender where sender.application_id = application.id and sender.organisation_id = held.organisation_id))
    union all select from diagnosis join diagnosis_author as author on author.diagnosis_id = diagnosis.id
      where diagnosis.person_id = held.person_id and author.organisation_id = held.organisation_id and diagnosis.made_on > $1
    union all select from attachment_request as asked where asked.person_id = held.person_id and asked.organisation_id = held.organisation_id
      and asked.requested_at >= $1 + 1
    union all select from contact_version as said join membership on membership.account_id = said.recorded_by
      where said.person_id = held.person_id and membership.organisation_id = held.organisation_id and said.recorded_at >= $1 + 1
    union all select from person_name as said where said.person_id = held.person_id and said.owner_org_id = held.organisation_id
      and said.recorded_at >= $1 + 1 ' || acts || ')';
  execute '
    with held as materialized (
      select given.id, given.person_id, given.source, given.source_id, given.starts_on, unit.organisation_id, unit.siae_id
      from person_access as given join unit on unit.id = given.unit_id
      where given.id > $3 and given.starts_on <= $1 and given.ends_on > $2
        and given.circle = any (''{shared,employment,referent}'')
        and (given.source = any (''{created,attached,application,hire,succession,merge}'')
          or exists (select from referent where referent.id = given.source_id and referent.role = ''siae''))
      order by given.id limit $4),
    ended as (
      update person_access set ends_on = $2 from held
      where person_access.id = held.id
        and case when held.source = any (''{hire,succession}'') then not exists (
            select from siae_stay as stay
            where stay.person_id = held.person_id and stay.organisation_id = held.organisation_id
              and stay.siae_id = coalesce(held.siae_id, stay.siae_id)
              and stay.cancelled_at is null and coalesce(stay.exit_day, ''infinity'') > $1)
          else not ' || acts || ' end
        and exists (
          select from (
            select another.id, another.person_id, another.starts_on, unit.organisation_id
            from person_access as another join unit on unit.id = another.unit_id
            where another.person_id = held.person_id and another.circle = any (''{shared,referent}'') and another.ends_on > $2
              and unit.organisation_id <> held.organisation_id) as other
          where (other.starts_on, other.id) > (held.starts_on, held.id) or ' || replace(acts, 'held.', 'other.') || ')
      returning held.source_id),
    unnamed as (
      update referent set last_day = greatest(referent.first_day, $2) from ended
      where referent.id = ended.source_id and referent.role = ''siae'' and coalesce(referent.last_day, ''infinity'') > $2)
    select (array_agg(id order by id desc))[1] from held'
  into last_seen using end_access_left_alone.cutoff, today, end_access_left_alone.after, at_most;
  return last_seen;
end
$$;
revoke all on function end_access_left_alone from public;
grant execute on function end_access_left_alone to maillage_job;

-- When a message stopped to wait: it left, was withdrawn, or was given up after ten tries; null while it waits.
create function mail_ended(mail) returns timestamptz language sql immutable set search_path = maillage, pg_temp as $$
  select coalesce($1.sent_at, $1.withdrawn_at, case when $1.attempts >= 10 then $1.queued_at end)
$$;
-- The files that nothing younger was produced from.
create function old_files(cutoff date) returns table (id uuid, organisation_id uuid, run boolean)
language sql stable set search_path = maillage, pg_temp as $$
  select produced_file.id, produced_file.organisation_id, false from produced_file where produced_file.recorded_at < old_files.cutoff + 1
  union all
  select import_run.id, import_run.organisation_id, true from import_run
  where import_run.recorded_at < old_files.cutoff + 1
    and not exists (select from produced_file where produced_file.run_id = import_run.id and produced_file.recorded_at >= old_files.cutoff + 1)
$$;
-- The numbers that no pay of their carrier needs any more: its last stay with the person ended by then, or there was none.
create function old_nirs(cutoff date) returns table (id uuid, organisation_id uuid)
language sql stable set search_path = maillage, pg_temp as $$
  select nir.id, nir.organisation_id from nir
  where nir.recorded_at < old_nirs.cutoff + 1 and not exists (
    select from siae_stay as stay where stay.person_id = nir.person_id and stay.organisation_id = nir.organisation_id and stay.cancelled_at is null
      and coalesce(stay.exit_day, 'infinity') > old_nirs.cutoff)
$$;
-- The households that nobody worked for, nor asked for anybody, after a day.
create function old_households(cutoff date) returns table (id uuid, organisation_id uuid)
language sql stable set search_path = maillage, pg_temp as $$
  select client.id, client.organisation_id from host_client as client
  where client.category = 'private-person' and client.forgotten_at is null and client.recorded_at < old_households.cutoff + 1
    and not exists (select from staffing_request as asked where asked.client_id = client.id
      and (asked.recorded_at >= old_households.cutoff + 1 or coalesce(asked.last_day, asked.first_day) > old_households.cutoff))
    and not exists (select from assignment where assignment.client_id = client.id and assignment.cancelled_at is null
      and coalesce(assignment.last_day, 'infinity') > old_households.cutoff)
$$;
revoke all on function mail_ended, organisations_on_hold, old_files, old_nirs, old_households from public;

-- What a rule would touch, had everything its last day on the cutoff or before; and what is kept by a hold.
create function retention_due(rule text, cutoff date) returns table (due bigint, held bigint)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
begin
  if not (asker_administers() or current_setting('role') = 'maillage_job') then
    raise exception 'administrators and jobs only' using errcode = 'insufficient_privilege';
  end if;
  case retention_due.rule
    when 'person' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from quiet_people(retention_due.cutoff) as quiet left join people_on_hold() as known on known = quiet;
    when 'application-text' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from application left join people_on_hold() as known on known = application.person_id
      where application.last_moved_on <= retention_due.cutoff
        and (application.message <> '' or application.answer is not null or application.wanted_post is not null);
    when 'person-access' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from person_access left join people_on_hold() as known on known = person_access.person_id
      where person_access.ends_on <= retention_due.cutoff;
    when 'access-log' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from access_log left join people_on_hold() as known on known = access_log.person_id
      where access_log.hour < retention_due.cutoff + 1;
    when 'mail' then
      return query select count(*), 0::bigint from mail where mail_ended(mail) < retention_due.cutoff + 1;
    when 'request-outcome' then
      return query select count(*), 0::bigint from request_outcome where request_outcome.recorded_at < retention_due.cutoff + 1;
    when 'account' then
      return query select count(*), 0::bigint from account
      where account.forgotten_at is null and not account.administrator and account.created_at < retention_due.cutoff + 1
        and not exists (select from membership where membership.account_id = account.id and coalesce(membership.last_day, 'infinity') > retention_due.cutoff);
    when 'file-trace' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from old_files(retention_due.cutoff) as file left join organisations_on_hold() as known on known = file.organisation_id;
    when 'nir' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from old_nirs(retention_due.cutoff) as number left join organisations_on_hold() as known on known = number.organisation_id;
    when 'private-client' then
      return query select count(*) filter (where known is null), count(*) filter (where known is not null)
      from old_households(retention_due.cutoff) as client left join organisations_on_hold() as known on known = client.organisation_id;
  end case;
end
$$;
revoke all on function people_on_hold, quiet_people, retention_due from public;
grant execute on function retention_due to maillage_app, maillage_job;

-- Makes a file nobody's. What figures count stays: stays, contracts, hours, exits, days of rights, ordinary and social criteria, sex, and a birth moved
-- to the first day of a month so that the age on every first day of a month is what it was. What says who, where, why, in whose words, goes; so do
-- health, justice, the number of the State, and the service that proposed the person. Figures say health unknown; an exit without its reason is left
-- out of rates, as those for the reasons that go are.
create function forget_person(person_id uuid) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  files uuid[];
  proposed uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('person:' || forget_person.person_id, 0));
  -- The files that joined this one still bear their names.
  files := array(
    with recursive file as (
      select forget_person.person_id as id union select person.id from person join file on person.merged_into = file.id)
    select id from file);
  proposed := array(select application.id from application where application.person_id = any (files));
  delete from contact_version as gone where gone.person_id = any (files);
  delete from contact as gone where gone.person_id = any (files);
  delete from legal_representative as gone where gone.person_id = any (files);
  delete from nir as gone where gone.person_id = any (files);
  delete from person_name as gone where gone.person_id = any (files);
  delete from person_version as gone where gone.person_id = any (files);
  delete from working_note as gone where gone.person_id = any (files);
  delete from sharing_agreement as gone where gone.person_id = any (files);
  delete from space_session as gone where gone.key_id in (select known.id from space_key as known where known.person_id = any (files));
  delete from space_key as gone where gone.person_id = any (files);
  delete from opposition as gone where gone.person_id = any (files);
  delete from access_request as gone where gone.person_id = any (files);
  delete from attachment_request as gone where gone.person_id = any (files) or gone.provisional_id = any (files);
  delete from referent as gone where gone.person_id = any (files);
  delete from person_access as gone where gone.person_id = any (files);
  delete from access_log as gone where gone.person_id = any (files);
  delete from mail as gone where gone.person_id = any (files);
  delete from diagnosis_reason as gone where gone.person_id = any (files);
  delete from diagnosis_author as gone where gone.person_id = any (files);
  update person_month as kept set forgotten = true, criteria = array(
      select code from unnest(kept.criteria) as code
      where code not in (select said.code from criterion as said where said.person_id = any (files) and said.sensitivity in ('health', 'justice')))
    where kept.person_id = any (files) and kept.criteria is not null;
  update person_month as kept set home_id = null where kept.person_id = any (files) and kept.home_id is not null;
  delete from criterion as gone where gone.person_id = any (files) and gone.sensitivity in ('health', 'justice');
  update criterion as kept set evidence_kind = null, evidence_first = null, evidence_last = null, registration = null where kept.person_id = any (files);
  delete from pass_reason as gone where gone.person_id = any (files);
  update prolongation_request as kept set deciding_unit_id = null,
      grounds = case when kept.grounds is not null then 'Effacé' end where kept.person_id = any (files);
  delete from anomaly as gone where gone.subject_id in (
    select id from pass where pass.person_id = any (files) union all select id from contract where contract.person_id = any (files)
    union all select id from hire where hire.person_id = any (files) union all select id from hours where hours.person_id = any (files)
    union all select id from exit where exit.person_id = any (files)
    union all select id from immersion where immersion.person_id = any (files)
    union all select id from siae_stay where siae_stay.person_id = any (files));
  update pass as kept set number = null, external_first_day = null, external_last_day = null, confronted_on = null where kept.person_id = any (files);
  delete from application_sender as gone where gone.application_id = any (proposed);
  -- The side that proposed is a service; the one that received is the structure that counts it.
  delete from application_party as gone where gone.application_id = any (proposed) and gone.side = 'sender';
  update application as kept set message = '', answer = null, wanted_post = null where kept.id = any (proposed);
  update tripartite_meeting as kept set participants = '[]', agreed = null where kept.person_id = any (files);
  update accompaniment_act as kept set purpose = null, next_step = null, next_on = null, next_at = null, partner_id = null where kept.person_id = any (files);
  delete from strength as gone where gone.person_id = any (files);
  delete from review_answer as gone where gone.person_id = any (files);
  delete from review as gone where gone.person_id = any (files);
  delete from shared_step as gone where gone.person_id = any (files);
  update accompaniment_act as kept set action_id = null where kept.person_id = any (files) and kept.action_id is not null;
  delete from pathway_action_version as gone where gone.person_id = any (files);
  delete from pathway_action as gone where gone.person_id = any (files);
  delete from goal_version as gone where gone.person_id = any (files);
  delete from goal as gone where gone.person_id = any (files);
  delete from barrier_version as gone where gone.person_id = any (files);
  delete from barrier as gone where gone.person_id = any (files);
  update immersion as kept set host_name = null, host_siret = null, host_place = null, tutor = null, tasks = null, schedule = null, learnt = null
    where kept.person_id = any (files);
  -- The words of a workshop go with those of the last person who was there.
  update workshop as kept set purpose = null, next_step = null, next_on = null
  where kept.id in (select act.workshop_id from accompaniment_act as act where act.person_id = any (files))
    and not exists (select from accompaniment_act as act where act.workshop_id = kept.id and act.purpose is not null);
  delete from availability as gone where gone.person_id = any (files);
  update assignment as kept set work = 'Effacé', schedule = null, end_reason = null where kept.person_id = any (files);
  update application_transition as kept set answer = null where kept.application_id = any (proposed);
  update contract_version as kept set reason = null, post = null where kept.person_id = any (files);
  update hours_version as kept set reason = null where kept.person_id = any (files);
  delete from counsellor_message as gone where gone.person_id = any (files);
  delete from work_constraint as gone where gone.person_id = any (files);
  delete from skill_sighting as gone where gone.person_id = any (files);
  delete from attendance_version as gone where gone.person_id = any (files);
  delete from attendance as gone where gone.person_id = any (files);
  delete from exit_change as gone where gone.person_id = any (files);
  delete from after_exit_link as gone where gone.person_id = any (files);
  delete from after_exit_opposition as gone where gone.person_id = any (files);
  delete from exit_reason as gone where gone.person_id = any (files) and gone.sensitivity <> 'ordinary';
  update import_line as kept set content = null where kept.person_id = any (files);
  update person set
    birth_date = case when birth_precision = 'day' then (date_trunc('month', birth_date - 1) + interval '1 month')::date else birth_date end,
    birth_precision = case when birth_precision = 'day' then 'month' else birth_precision end,
    birth_commune_id = null, birth_country = null, death_date = null, forgotten_at = now(), version = version + 1
  where id = any (files);
end
$$;

-- Does at most so many of what an administrator confirmed, and says how many: nothing without an order that still stands, nor after the last day that
-- the law of the night lets go, whatever was confirmed. What was written or held since the confirmation is left alone.
create function apply_retention(order_id uuid, at_most integer, latest date) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asked record;
  touched integer := 0;
  quiet uuid;
  old record;
begin
  select * into asked from retention_order
  where retention_order.id = apply_retention.order_id and retention_order.withdrawn_at is null and retention_order.done_at is null
  for update;
  if asked is null then
    return 0;
  end if;
  asked.cutoff := least(asked.cutoff, apply_retention.latest);
  case asked.rule
    when 'person' then
      for quiet in
        select quiet_people(asked.cutoff, asked.reached, at_most)
      loop
        perform forget_person(quiet);
        asked.reached := quiet;
        touched := touched + 1;
      end loop;
    when 'application-text' then
      with chosen as (
        select application.id from application
        where application.last_moved_on <= asked.cutoff
          and (application.message <> '' or application.answer is not null or application.wanted_post is not null)
          and application.person_id not in (select people_on_hold())
        limit at_most),
      said as (
        update application_transition as kept set answer = null where kept.application_id in (select id from chosen) and kept.answer is not null),
      emptied as (
        update application as kept set message = '', answer = null, wanted_post = null where kept.id in (select id from chosen) returning 1)
      select count(*) into touched from emptied;
    when 'person-access' then
      delete from person_access where person_access.id in (
        select gone.id from person_access as gone
        where gone.ends_on <= asked.cutoff and gone.person_id not in (select people_on_hold()) limit at_most);
      get diagnostics touched = row_count;
    when 'access-log' then
      delete from access_log where access_log.ctid in (
        select gone.ctid from access_log as gone
        where gone.hour < asked.cutoff + 1 and gone.person_id not in (select people_on_hold()) limit at_most);
      get diagnostics touched = row_count;
    when 'mail' then
      delete from mail where mail.id in (
        select gone.id from mail as gone where mail_ended(gone) < asked.cutoff + 1 limit at_most);
      get diagnostics touched = row_count;
    when 'request-outcome' then
      delete from request_outcome where request_outcome.ctid in (
        select gone.ctid from request_outcome as gone where gone.recorded_at < asked.cutoff + 1 limit at_most);
      get diagnostics touched = row_count;
    when 'account' then
      for quiet in
        select account.id from account
        where account.forgotten_at is null and not account.administrator and account.created_at < asked.cutoff + 1
          and not exists (select from membership where membership.account_id = account.id and coalesce(membership.last_day, 'infinity') > asked.cutoff)
        order by 1 limit at_most
      loop
        delete from session where session.account_id = quiet;
        delete from credential where credential.account_id = quiet;
        delete from persona where persona.account_id = quiet;
        update membership set display_name = 'Ancien membre' where membership.account_id = quiet;
        update application_sender set display_name = 'Ancien membre' where application_sender.account_id = quiet;
        update account set email = quiet || '@efface.invalid', email_key = quiet || '@efface.invalid', display_name = 'Ancien membre',
          state = 'closed', forgotten_at = now()
        where account.id = quiet;
        touched := touched + 1;
      end loop;
    when 'file-trace' then
      for old in
        select file.id, file.run from old_files(asked.cutoff) as file
        where file.organisation_id not in (select organisations_on_hold()) order by file.run limit at_most
      loop
        delete from import_line where old.run and import_line.run_id = old.id;
        delete from import_run where old.run and import_run.id = old.id;
        delete from produced_file where not old.run and produced_file.id = old.id;
        touched := touched + 1;
      end loop;
    when 'nir' then
      delete from nir where nir.id in (
        select number.id from old_nirs(asked.cutoff) as number where number.organisation_id not in (select organisations_on_hold()) limit at_most);
      get diagnostics touched = row_count;
    when 'private-client' then
      with chosen as (
        select client.id from old_households(asked.cutoff) as client
        where client.organisation_id not in (select organisations_on_hold()) limit at_most),
      unreachable as (delete from host_client_contact where host_client_contact.client_id in (select id from chosen)),
      emptied as (
        update host_client as kept set name = 'Particulier', name_key = 'particulier', safety = null, forgotten_at = now(),
          last_day = coalesce(kept.last_day, current_setting('maillage.today', true)::date)
        where kept.id in (select id from chosen) returning 1)
      select count(*) into touched from emptied;
  end case;
  update retention_order set done_count = done_count + touched, reached = asked.reached where retention_order.id = asked.id;
  return touched;
end
$$;
revoke all on function forget_person, apply_retention from public;
grant execute on function apply_retention to maillage_job;

-- An administrator has what was given up tried again, from the first attempt; answers whether there was something to try.
create function retry_delivery(event_id uuid, handler text, at_least integer) returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  update delivery set attempts = 0, next_attempt_at = now()
  where delivery.event_id = retry_delivery.event_id and delivery.handler = retry_delivery.handler
    and delivery.delivered_at is null and delivery.attempts >= retry_delivery.at_least and asker_administers()
  returning true
$$;
revoke all on function retry_delivery from public;
grant execute on function retry_delivery to maillage_app;
