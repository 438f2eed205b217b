-- The work of a team as those who supervise it see it: who is there, day by day.

-- Who notes attendance: those who type the hours of the month, whoever supervises the team first (supervision/policy.ts, mayNoteAttendance).
create function noting_roles() returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select '{technical_supervisor,counsellor,director,assignment_coordinator,payroll_officer}'::text[]
$$;

create table attendance (
  id uuid primary key,
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  -- Null: in a structure that names no place of work.
  worksite_id uuid,
  day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint attendance_of_stay foreign key (stay_id, person_id, organisation_id) references siae_stay (id, person_id, organisation_id)
    on update cascade deferrable initially immediate,
  constraint attendance_worksite_of_its_employer foreign key (worksite_id, organisation_id) references worksite (id, organisation_id),
  constraint attendance_once unique nulls not distinct (stay_id, day, worksite_id),
  constraint attendance_with_its_person unique (id, person_id, organisation_id)
);
comment on table attendance is 'V2 and V3(employment, control, audit). Whether somebody was at work on a day, at a place; what was noted is in its versions. Purpose: to organise the day, pay, prove attendance; controller: the employer; erased with the person. Never a reason of absence.';
create index attendance_by_stay on attendance (stay_id, person_id, organisation_id);
create index attendance_by_person on attendance (person_id);
create index attendance_by_organisation on attendance (organisation_id, day);
create index attendance_by_worksite on attendance (worksite_id, organisation_id, day);
select read_by_circles('attendance', '{control,audit}');
select read_by_employer('attendance');
-- A day to come has not happened.
select write_by_circles('attendance', '{employment}', of_mine(noting_roles())
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and day <= (select current_setting('maillage.today', true))::date$$);

create table attendance_version (
  attendance_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  state text not null constraint attendance_version_state_known check (state in ('present', 'late', 'absent', 'withdrawn')),
  late_minutes integer constraint attendance_version_late_possible check (late_minutes between 1 and 600),
  -- Absent for half of the day only.
  half text constraint attendance_version_half_known check (half in ('morning', 'afternoon')),
  -- The legal day on which it was noted: until its end, a slip of the finger is put right without saying why.
  noted_on date not null,
  reason text constraint attendance_version_reason_short check (length(reason) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (attendance_id, version),
  constraint attendance_version_late_only check (late_minutes is null or state = 'late'),
  constraint attendance_version_half_only check (half is null or state = 'absent'),
  constraint attendance_version_superseded_after check (superseded_at >= recorded_at),
  constraint attendance_version_of_attendance foreign key (attendance_id, person_id, organisation_id)
    references attendance (id, person_id, organisation_id) on update cascade deferrable initially immediate
);
comment on table attendance_version is 'V2 and V3(employment, control, audit), as attendance. What was known of it, and when; corrected after the day by the direction or payroll only, with why.';
create unique index attendance_version_one_current on attendance_version (attendance_id) where superseded_at is null;
create index attendance_version_by_person on attendance_version (person_id);
create index attendance_version_by_attendance on attendance_version (attendance_id, person_id, organisation_id);
select read_by_circles('attendance_version', '{control,audit}');
select read_by_employer('attendance_version');
select write_by_circles('attendance_version', '{employment}', of_mine(noting_roles())
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and noted_on = (select current_setting('maillage.today', true))::date
    and superseded_at is null$$);
-- What was noted today gives way to what is noted today; after that, to a correction with its reason, by those who answer for pay.
do $$
declare
  held constant text := ' and superseded_at is null and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
      and person_access.circle = ''employment''
      and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
      and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
begin
  execute format('create policy attendance_version_same_day on attendance_version for update to maillage_app using (%s) with check (%s)',
    of_mine(noting_roles()) || held || ' and reason is null and noted_on = (select current_setting(''maillage.today'', true))::date',
    of_mine(noting_roles()) || ' and superseded_at is not null');
  execute format('create policy attendance_version_correct on attendance_version for update to maillage_app using (%s) with check (%s)',
    of_mine('{director,payroll_officer}') || held, of_mine('{director,payroll_officer}') || ' and superseded_at is not null');
end
$$;
grant update (superseded_at) on attendance_version to maillage_app;
revoke all on function noting_roles from public;
