-- Immersions (PMSMP): some days in another place of work, for one object, during a stay.

create table immersion (
  id uuid primary key,
  person_id uuid not null,
  stay_id uuid not null,
  organisation_id uuid not null,
  -- Who, where and what are null once the person is forgotten.
  host_name text constraint immersion_host_name_short check (length(host_name) between 1 and 120),
  host_kind text not null constraint immersion_host_kind_known check (host_kind in ('company', 'non-profit', 'public-body', 'siae')),
  host_siret text constraint immersion_host_siret_shaped check (host_siret ~ '^\d{14}$'),
  host_place text constraint immersion_host_place_short check (length(host_place) between 1 and 200),
  -- Who welcomes the person there: named on the agreement, and nowhere else.
  tutor text constraint immersion_tutor_short check (length(tutor) between 1 and 120),
  object text not null constraint immersion_object_known check (object in ('discover-a-trade', 'confirm-a-project', 'begin-a-recruitment')),
  tasks text constraint immersion_tasks_short check (length(tasks) between 1 and 500),
  schedule text constraint immersion_schedule_short check (length(schedule) between 1 and 300),
  prescribed_by text not null constraint immersion_prescriber_known
    check (prescribed_by in ('structure', 'france-travail', 'mission-locale', 'cap-emploi', 'departement', 'other')),
  first_day date not null,
  last_day date not null,
  renews uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- What became of it, said once it is over.
  ended_on date,
  outcome text constraint immersion_outcome_known check (outcome in ('reached', 'partly', 'not-reached', 'stopped')),
  hired boolean,
  learnt text constraint immersion_learnt_short check (length(learnt) between 1 and 1000),
  concluded_at timestamptz,
  concluded_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint immersion_period_ordered check (first_day <= last_day),
  constraint immersion_ended_within check (ended_on between first_day and last_day),
  constraint immersion_concluded_whole check (num_nonnulls(ended_on, outcome, hired, concluded_at, concluded_by) in (0, 5)),
  constraint immersion_learnt_once_over check (learnt is null or ended_on is not null),
  constraint immersion_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null)),
  constraint immersion_of_stay foreign key (stay_id, person_id, organisation_id) references siae_stay (id, person_id, organisation_id)
    on update cascade deferrable initially immediate,
  constraint immersion_with_its_stay unique (id, stay_id),
  constraint immersion_renews_of_its_stay foreign key (renews, stay_id) references immersion (id, stay_id)
);
comment on table immersion is 'V2 and V3(employment). Days of a stay spent in another place of work, for one object. Purpose: the agreement and what the law limits; what was learnt and the tutor are erased when the person is forgotten.';
create index immersion_by_person on immersion (person_id, first_day);
create index immersion_by_stay on immersion (stay_id, person_id, organisation_id);
create index immersion_by_organisation on immersion (organisation_id, first_day);
create index immersion_by_renewed on immersion (renews, stay_id);
select read_by_circles('immersion', '{employment}', of_mine());
select write_by_circles('immersion', '{employment}', of_mine(employing_roles()) || ' and concluded_at is null and cancelled_at is null');
create policy immersion_move_on on immersion for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[])
    and cancelled_at is null)
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant update (ended_on, outcome, hired, learnt, concluded_at, concluded_by, cancelled_at, cancelled_by) on immersion to maillage_app;
