-- The act that joins everything: an application, an eligibility, a right, a stay and its contract.

create table hire (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  application_id uuid,
  diagnosis_id uuid,
  pass_id uuid,
  stay_id uuid not null,
  contract_id uuid not null,
  -- What the hire did to the right of the person; null when it was recorded as a fact, which asks for no right.
  pass_act text constraint hire_pass_act_known check (pass_act in ('issue', 'reuse', 'bring-forward')),
  hired_on date not null,
  state text not null constraint hire_state_known check (state in ('declared', 'cancelled')),
  cancelled_at timestamptz,
  request_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  -- Everything that a hire joins is of one person, and its work of one employer.
  constraint hire_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint hire_of_application foreign key (application_id, person_id) references application (id, person_id),
  constraint hire_of_diagnosis foreign key (diagnosis_id, person_id) references diagnosis (id, person_id),
  constraint hire_of_pass foreign key (pass_id, person_id) references pass (id, person_id),
  constraint hire_of_stay foreign key (stay_id, person_id, organisation_id) references siae_stay (id, person_id, organisation_id),
  constraint hire_of_contract foreign key (contract_id, person_id, organisation_id) references contract (id, person_id, organisation_id),
  constraint hire_act_on_a_pass check (pass_act is null or pass_id is not null),
  constraint hire_cancelled_with_its_time check ((state = 'cancelled') = (cancelled_at is not null))
);
comment on table hire is 'V2 and V3(employment). One per acceptance; cancelling keeps the row.';
create unique index hire_once_per_application on hire (application_id) where state = 'declared';
create index hire_by_person on hire (person_id);
create index hire_by_organisation on hire (organisation_id);
create index hire_by_siae on hire (siae_id, organisation_id, hired_on);
create index hire_by_application on hire (application_id, person_id);
create index hire_by_diagnosis on hire (diagnosis_id, person_id);
create index hire_by_pass on hire (pass_id, person_id);
create index hire_by_stay on hire (stay_id, person_id, organisation_id);
create index hire_by_contract on hire (contract_id, person_id, organisation_id);
select read_by_circles('hire', '{control,audit}');
select read_by_employer('hire');
select write_by_circles('hire', '{employment}', of_mine('{counsellor,director,assignment_coordinator}'));
create policy hire_carrier on hire for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator}'::text[]));
grant update (hired_on, state, cancelled_at, version) on hire to maillage_app;

-- Does another hire, of any structure, rest on this right? Answers yes or no to a holder of the person.
create function pass_serves_another_hire(pass_id uuid, hire_id uuid) returns boolean
language sql stable security definer set search_path = maillage, pg_temp as $$
  select exists (
    select from hire
    where hire.pass_id = pass_serves_another_hire.pass_id and hire.id <> pass_serves_another_hire.hire_id and hire.state = 'declared'
      and asker_holds(hire.person_id, '{shared,employment}'))
$$;
revoke all on function pass_serves_another_hire from public;
grant execute on function pass_serves_another_hire to maillage_app;

-- The right that a hire opened is opened by a hire: looked at when the transaction ends, since the contract is written under it before the hire.
create function hire_behind_access() returns trigger
language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  if not exists (
    select from hire
    join unit on unit.siae_id = hire.siae_id
    join siae_stay as stay on stay.id = hire.stay_id and stay.siae_id = hire.siae_id and stay.cancelled_at is null
    where hire.id = new.source_id and hire.person_id = new.person_id and hire.state = 'declared' and unit.id = new.unit_id)
  then
    raise exception 'no hire opens this right' using errcode = 'foreign_key_violation', constraint = 'person_access_of_its_hire';
  end if;
  return null;
end
$$;
revoke all on function hire_behind_access from public;
create constraint trigger person_access_of_its_hire after insert on person_access deferrable initially deferred
  for each row when (new.source = 'hire' and new.granted_by is not null) execute function hire_behind_access();

-- What a hire opened ends with it, whoever cancels the hire or its stay and by whatever way: a right of today ends tonight.
create function access_ends_with_work() returns trigger
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  last_day date := coalesce(nullif(current_setting('maillage.today', true), '')::date, new.cancelled_at::date);
  hires uuid[] := case tg_table_name when 'hire' then array[new.id] else array(select hire.id from hire where hire.stay_id = new.id) end;
begin
  update person_access set ends_on = greatest(person_access.starts_on, last_day)
  where person_access.person_id = new.person_id and person_access.source = 'hire' and person_access.source_id = any (hires)
    and person_access.ends_on > last_day;
  return null;
end
$$;
revoke all on function access_ends_with_work from public;
create trigger hire_ends_its_access after update of state on hire
  for each row when (old.state = 'declared' and new.state = 'cancelled') execute function access_ends_with_work();
create trigger siae_stay_ends_its_access after update of cancelled_at on siae_stay
  for each row when (old.cancelled_at is null and new.cancelled_at is not null) execute function access_ends_with_work();
-- A team added to a structure reads the work of those who work there, from its first day: just what it would have got had it stood there on the day of
-- each hire, since a hire opens to every team of the structure. No more than that: what shares people out between teams (who answered the application,
-- who follows, who is named) is not given, so no counsellor finds the files of the others in a team made today. What a succession opened here counts
-- as the hire it continues. Nothing of a stay that ended or was cancelled. The row of the act is the event: without it, no right.
create function open_running_hires(event_id uuid, opened_at timestamptz) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  added record;
  opened integer;
begin
  select unit.id, unit.siae_id, unit.last_day, unit.recorded_by,
    greatest(unit.first_day, nullif(current_setting('maillage.today', true), '')::date) as first_day
  into added
  from event join unit on unit.id = (event.ids ->> 'unit')::uuid and unit.organisation_id = event.subject_id
  where event.id = open_running_hires.event_id and event.type = 'organisations/unit-added';
  if not found then
    raise exception 'no team added opens this right' using errcode = 'insufficient_privilege';
  end if;
  with hired as (
    -- Held until the end: a hire cancelled at this instant waits, then ends what is opened here with the rest.
    select hire.person_id, hire.id
    from hire join siae_stay as stay on stay.id = hire.stay_id
    where hire.siae_id = added.siae_id and hire.state = 'declared' and stay.cancelled_at is null
      and coalesce(stay.exit_day, '2999-12-31') >= added.first_day and coalesce(added.last_day, '2999-12-31') >= added.first_day
    for share of hire, stay
  ),
  owed as (
    select hired.person_id, 'hire' as source, hired.id as source_id from hired
    union
    select held.person_id, held.source, held.source_id
    from siae_stay as stay join person_access as held on held.person_id = stay.person_id
    join unit as sibling on sibling.id = held.unit_id and sibling.siae_id = stay.siae_id
    where stay.siae_id = added.siae_id and stay.cancelled_at is null
      and coalesce(stay.exit_day, '2999-12-31') >= added.first_day and coalesce(added.last_day, '2999-12-31') >= added.first_day
      and held.source = 'succession' and held.circle = 'employment' and held.ends_on >= added.first_day
  )
  insert into person_access (id, person_id, unit_id, circle, source, source_id, starts_on, granted_at, granted_by)
  select gen_random_uuid(), owed.person_id, added.id, 'employment', owed.source, owed.source_id, added.first_day, open_running_hires.opened_at,
    added.recorded_by
  from owed
  where not exists (
    select from person_access as known
    where known.person_id = owed.person_id and known.unit_id = added.id and known.circle = 'employment' and known.source_id = owed.source_id);
  get diagnostics opened = row_count;
  return opened;
end
$$;
revoke all on function open_running_hires from public;
grant execute on function open_running_hires to maillage_job;
