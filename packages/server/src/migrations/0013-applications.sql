-- Candidatures: somebody proposes a person to a structure, the structure answers.

create table application (
  id uuid primary key,
  person_id uuid not null references person,
  receiver_siae_id uuid not null,
  receiver_organisation_id uuid not null references organisation,
  sender_kind text not null constraint application_sender_kind_known check (sender_kind in ('authorised-prescriber', 'referrer', 'siae', 'person')),
  state text not null constraint application_state_known
    check (state in ('new', 'processing', 'postponed', 'prior-to-hire', 'accepted', 'refused', 'cancelled', 'obsolete', 'pool')),
  message text not null constraint application_message_reasonable check (length(message) <= 2000),
  wanted_post text constraint application_wanted_post_reasonable check (length(wanted_post) <= 120),
  sent_on date not null,
  promised_on date not null,
  last_moved_on date not null,
  processed_at timestamptz,
  refusal_reason text,
  answer text constraint application_answer_reasonable check (length(answer) <= 2000),
  archived_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint application_processed_when_answered check ((state in ('accepted', 'refused', 'cancelled', 'obsolete')) = (processed_at is not null)),
  constraint application_refused_with_reason check (state <> 'refused' or refusal_reason is not null),
  constraint application_to_a_structure_of_its_carrier foreign key (receiver_siae_id, receiver_organisation_id) references siae (id, organisation_id),
  constraint application_with_its_person unique (id, person_id)
);
comment on table application is 'V6. Purpose: to propose the person; controller: sender, then receiver for its answer; clock: last move; put away after the days of the law, then two years. Read by the units of application_party; who sends is apart, because some services betray the person.';
create index application_by_person on application (person_id);
create index application_by_receiver on application (receiver_siae_id, state, sent_on);
create index application_by_carrier on application (receiver_siae_id, receiver_organisation_id);
create index application_by_organisation on application (receiver_organisation_id);
create index application_quiet on application (last_moved_on) where archived_on is null;

create table application_party (
  application_id uuid not null references application,
  unit_id uuid not null references unit,
  side text not null constraint application_party_side_known check (side in ('sender', 'receiver')),
  primary key (application_id, unit_id, side)
);
comment on table application_party is 'V6. Which units see an application: those of one side never read the rows of the other.';
create index application_party_by_unit on application_party (unit_id, side);

create table application_sender (
  application_id uuid primary key references application,
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  account_id uuid not null references account,
  display_name text not null,
  sensitivity text not null constraint application_sender_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  constraint application_sender_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id)
);
comment on table application_sender is 'V6, and to the receiver only when the service betrays nothing of the person.';
create index application_sender_by_organisation on application_sender (organisation_id);
create index application_sender_by_unit on application_sender (unit_id, organisation_id);
create index application_sender_by_account on application_sender (account_id);

create table application_transition (
  id uuid primary key,
  application_id uuid not null references application,
  transition text not null,
  from_state text not null,
  to_state text not null,
  actor text not null constraint application_transition_actor_known check (actor in ('sender', 'receiver', 'clock', 'support')),
  reason text,
  answer text,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
comment on table application_transition is 'V6, insert only. Each passage from a state to another, and what was said.';
create index application_transition_by_application on application_transition (application_id, recorded_at);

do $$
declare
  name text;
begin
  foreach name in array array['application', 'application_party', 'application_sender', 'application_transition'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to maillage_loader', name);
  end loop;
end
$$;
-- By the roles that propose and receive: neither the technical supervisor nor the payroll officer of a team (FIELD §2).
create policy application_parties on application for select to maillage_app using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[]) and id = any (array(
  select application_party.application_id from application_party
  where application_party.unit_id = any ((select current_setting('maillage.units', true))::uuid[]))));
create policy application_party_own on application_party for select to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[]) and unit_id = any ((select current_setting('maillage.units', true))::uuid[]));
create policy application_sender_own on application_sender for select to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[]) and unit_id = any ((select current_setting('maillage.units', true))::uuid[]));
create policy application_sender_ordinary on application_sender for select to maillage_app using (
  sensitivity = 'ordinary' and application_id = any (array(
    select application_party.application_id from application_party
    where application_party.unit_id = any ((select current_setting('maillage.units', true))::uuid[]))));
create policy application_transition_parties on application_transition for select to maillage_app using (application_id = any (array(
  select application_party.application_id from application_party
  where application_party.unit_id = any ((select current_setting('maillage.units', true))::uuid[]))));
-- Whose hand wrote them is told by application_sender, which is masked when it must be.
grant select on application_party, application_sender to maillage_app;
grant select (id, person_id, receiver_siae_id, receiver_organisation_id, sender_kind, state, message, wanted_post, sent_on, promised_on, last_moved_on,
  processed_at, refusal_reason, answer, archived_on, recorded_at, version) on application to maillage_app;
grant select (id, application_id, transition, from_state, to_state, actor, reason, answer, happened_on, recorded_at) on application_transition to maillage_app;

create policy application_answer on application for update to maillage_app using (
  receiver_organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator}'::text[]));
grant update (state, last_moved_on, processed_at, refusal_reason, answer, archived_on, version) on application to maillage_app;
-- Each side signs its own passages, with its own name.
create policy application_transition_write on application_transition for insert to maillage_app with check (
  recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and (application_id, actor) in (
    select application_party.application_id, application_party.side from application_party
    where application_party.unit_id = any ((select current_setting('maillage.units', true))::uuid[])));
grant insert on application_transition to maillage_app;

-- When did somebody last propose this person to this structure, whoever it was? A day is left between two; only a holder may ask.
create function last_application_to(person_id uuid, siae_id uuid) returns timestamptz
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
begin
  if not asker_holds(last_application_to.person_id, '{shared,referent}') then
    raise exception 'only a holder asks' using errcode = 'insufficient_privilege';
  end if;
  return (select max(application.recorded_at) from application
    where application.person_id = last_application_to.person_id and application.receiver_siae_id = last_application_to.siae_id);
end
$$;

-- The teams of a structure receive an application: they read it, and whom it is about.
create function open_to_receiver(application_id uuid, person_id uuid, siae_id uuid, opened_at timestamptz) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
begin
  insert into application_party (application_id, unit_id, side)
  select open_to_receiver.application_id, unit.id, 'receiver' from unit
  where unit.siae_id = open_to_receiver.siae_id and unit.first_day <= today and (unit.last_day is null or unit.last_day >= today)
  on conflict do nothing;
  insert into person_access (id, person_id, unit_id, circle, source, source_id, starts_on, granted_at, granted_by)
  select gen_random_uuid(), open_to_receiver.person_id, unit.id, 'shared', 'application', open_to_receiver.application_id, today,
    open_to_receiver.opened_at, asker
  from unit where unit.siae_id = open_to_receiver.siae_id and unit.first_day <= today and (unit.last_day is null or unit.last_day >= today);
end
$$;

-- The application, its two sides and its sender, together with the receiver's right to read whom it is about.
create function send_application(
  application_id uuid, person_id uuid, siae_id uuid, sender_unit_id uuid, sender_kind text, sender_name text, sender_sensitivity text,
  message text, wanted_post text, sent_on date, promised_on date, sent_at timestamptz
) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
  receiver uuid;
begin
  if asker is null or organisation is null or not send_application.sender_unit_id = any (current_setting('maillage.units', true)::uuid[])
    or not exists (
      select from person_access as held
      where held.person_id = send_application.person_id and held.unit_id = send_application.sender_unit_id
        and held.circle in ('shared', 'referent') and held.starts_on <= today and held.ends_on >= today)
  then
    raise exception 'only a holder proposes a person' using errcode = 'insufficient_privilege';
  end if;
  select siae.organisation_id into strict receiver from siae where siae.id = send_application.siae_id;
  insert into application (id, person_id, receiver_siae_id, receiver_organisation_id, sender_kind, state, message, wanted_post, sent_on, promised_on,
    last_moved_on, recorded_at, recorded_by)
  values (send_application.application_id, send_application.person_id, send_application.siae_id, receiver, send_application.sender_kind, 'new',
    send_application.message, send_application.wanted_post, send_application.sent_on, send_application.promised_on, send_application.sent_on,
    send_application.sent_at, asker);
  insert into application_sender (application_id, organisation_id, unit_id, account_id, display_name, sensitivity)
  values (send_application.application_id, organisation, send_application.sender_unit_id, asker, send_application.sender_name, send_application.sender_sensitivity);
  insert into application_party (application_id, unit_id, side) values (send_application.application_id, send_application.sender_unit_id, 'sender');
  perform open_to_receiver(send_application.application_id, send_application.person_id, send_application.siae_id, send_application.sent_at);
end
$$;

-- To another structure of the same carrier: its teams come in, the first ones leave, and their right to read the person ends tonight.
create function transfer_application(application_id uuid, siae_id uuid, moved_at timestamptz) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
  about uuid;
begin
  select application.person_id into about
  from application
  join application_party as party on party.application_id = application.id and party.side = 'receiver'
  join siae as destination on destination.id = transfer_application.siae_id and destination.organisation_id = application.receiver_organisation_id
  where application.id = transfer_application.application_id and application.receiver_organisation_id = organisation
    and party.unit_id = any (current_setting('maillage.units', true)::uuid[])
  limit 1;
  if about is null then
    raise exception 'not yours to transfer' using errcode = 'insufficient_privilege';
  end if;
  delete from application_party where application_party.application_id = transfer_application.application_id and application_party.side = 'receiver';
  update person_access set ends_on = greatest(person_access.starts_on, today)
  where person_access.person_id = about and person_access.source_id = transfer_application.application_id and person_access.ends_on > today;
  update application set receiver_siae_id = transfer_application.siae_id where application.id = transfer_application.application_id;
  perform open_to_receiver(transfer_application.application_id, about, transfer_application.siae_id, transfer_application.moved_at);
end
$$;
-- Out of the drawer: the receiver takes up again an application that the clock had put away, and reads again whom it is about.
create function take_out_application(application_id uuid) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  if not exists (
    select from application join application_party as party on party.application_id = application.id and party.side = 'receiver'
    where application.id = take_out_application.application_id and application.archived_on is not null
      and application.receiver_organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
      and party.unit_id = any (current_setting('maillage.units', true)::uuid[])
      and current_setting('maillage.hat_role', true) in ('counsellor', 'director', 'assignment_coordinator'))
  then
    raise exception 'not yours to take out' using errcode = 'insufficient_privilege';
  end if;
  update person_access set ends_on = '2999-12-31'
  where person_access.source = 'application' and person_access.source_id = take_out_application.application_id
    and exists (
      select from application_party as party
      where party.application_id = take_out_application.application_id and party.side = 'receiver' and party.unit_id = person_access.unit_id);
end
$$;
revoke all on function last_application_to, open_to_receiver, send_application, transfer_application, take_out_application from public;
grant execute on function last_application_to, send_application, transfer_application, take_out_application to maillage_app;

-- What the clock and the events do: refuse what nobody answered, end what another hire made useless, put away what is old.
create policy application_job on application for all to maillage_job using (true);
grant select, update (state, last_moved_on, processed_at, refusal_reason, answer, archived_on, version) on application to maillage_job;
create policy application_transition_job on application_transition for insert to maillage_job with check (true);
grant insert on application_transition to maillage_job;
