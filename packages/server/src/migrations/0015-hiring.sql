-- The act that joins everything: an application, an eligibility, a right, a stay and its contract.

create table hire (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  siae_id uuid not null references siae,
  application_id uuid references application,
  diagnosis_id uuid references diagnosis,
  pass_id uuid references pass,
  stay_id uuid not null references siae_stay,
  contract_id uuid not null references contract,
  -- What the hire did to the right of the person; null when it was recorded as a fact, which asks for no right.
  pass_act text constraint hire_pass_act_known check (pass_act in ('issue', 'reuse', 'bring-forward')),
  hired_on date not null,
  state text not null constraint hire_state_known check (state in ('declared', 'cancelled')),
  cancelled_at timestamptz,
  request_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint hire_act_on_a_pass check (pass_act is null or pass_id is not null),
  constraint hire_cancelled_with_its_time check ((state = 'cancelled') = (cancelled_at is not null))
);
comment on table hire is 'V2 and V3(employment). One per acceptance; cancelling keeps the row.';
create unique index hire_once_per_application on hire (application_id) where state = 'declared';
create index hire_by_person on hire (person_id);
create index hire_by_organisation on hire (organisation_id);
create index hire_by_siae on hire (siae_id, hired_on);
create index hire_by_application on hire (application_id);
create index hire_by_diagnosis on hire (diagnosis_id);
create index hire_by_pass on hire (pass_id);
create index hire_by_stay on hire (stay_id);
create index hire_by_contract on hire (contract_id);
select read_by_circles('hire', '{control,audit}');
select read_by_employer('hire');
select write_by_circles('hire', '{employment}', 'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)');
create policy hire_carrier on hire for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
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
