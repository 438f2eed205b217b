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

-- Under which conditions somebody can work, without why: « disponible avant 15 h 30 », « pas de port de charge ».
create table work_constraint (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  sentence text not null constraint work_constraint_sentence_short check (length(sentence) between 1 and 200),
  said_by text not null constraint work_constraint_said_by_known check (said_by in ('person', 'structure', 'partner')),
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint work_constraint_period_ordered check (last_day is null or first_day <= last_day),
  constraint work_constraint_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
comment on table work_constraint is 'V2 and V3(employment). The consequence an employer may know, never an illness nor an offence. Purpose: to organise the work; controller: the employer; erased with the person.';
create index work_constraint_by_person on work_constraint (person_id, organisation_id);
create index work_constraint_by_organisation on work_constraint (organisation_id);
select read_by_circles('work_constraint', '{employment}', of_mine());
select write_by_circles('work_constraint', '{employment}', of_mine('{counsellor,director}')
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and cancelled_at is null$$);

-- What a trade is made of, as a structure describes it: tasks, aptitudes, knowledge, ways of working.
create table skill (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  trade text not null constraint skill_trade_short check (length(trade) between 1 and 80),
  kind text not null constraint skill_kind_known check (kind in ('task', 'aptitude', 'knowledge', 'behaviour')),
  label text not null constraint skill_label_short check (length(label) between 1 and 120),
  label_key text collate "C" not null,
  retired_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint skill_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint skill_with_its_organisation unique (id, organisation_id),
  constraint skill_once unique (siae_id, trade, label_key)
);
comment on table skill is 'V2. The list of skills of a structure, by trade; never a person. Kept with the structure.';
create index skill_by_siae on skill (siae_id, organisation_id);
create index skill_by_organisation on skill (organisation_id);
alter table skill enable row level security;
alter table skill force row level security;
do $$
begin
  execute format('create policy skill_mine on skill for select to maillage_app using (%s)', of_mine());
  execute format('create policy skill_write on skill for insert to maillage_app with check (%s)', of_mine('{director,counsellor}')
    || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)');
  execute format('create policy skill_change on skill for update to maillage_app using (%1$s) with check (%1$s)', of_mine('{director,counsellor}'));
end
$$;
grant select, insert, update (retired_on) on skill to maillage_app;
grant select, insert, update, delete on skill to maillage_loader;

-- A skill seen at work: dated, by whom, how far.
create table skill_sighting (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  skill_id uuid not null,
  level text not null constraint skill_sighting_level_known check (level in ('once', 'helped', 'alone', 'shows')),
  seen_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint skill_sighting_of_a_skill foreign key (skill_id, organisation_id) references skill (id, organisation_id),
  constraint skill_sighting_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
comment on table skill_sighting is 'V2 and V3(employment). What somebody was seen doing at work, how far, by whom. Purpose: certificate of skills; controller: the employer; erased with the person.';
create index skill_sighting_by_person on skill_sighting (person_id, organisation_id);
create index skill_sighting_by_skill on skill_sighting (skill_id, organisation_id);
create index skill_sighting_by_organisation on skill_sighting (organisation_id);
select read_by_circles('skill_sighting', '{employment}', of_mine());
select write_by_circles('skill_sighting', '{employment}', of_mine('{technical_supervisor,counsellor,director}')
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and cancelled_at is null
    and seen_on <= (select current_setting('maillage.today', true))::date$$);

-- Taken back once: a constraint by who may write one, a skill by who saw it.
do $$
declare
  me constant text := '(select nullif(current_setting(''maillage.account'', true), '''')::uuid)';
  held constant text := ' and cancelled_at is null and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
      and person_access.circle = ''employment''
      and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
      and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
begin
  execute format('create policy work_constraint_take_back on work_constraint for update to maillage_app using (%s) with check (%s)',
    of_mine('{counsellor,director}') || held, of_mine('{counsellor,director}') || ' and cancelled_by = ' || me);
  execute format('create policy skill_sighting_take_back on skill_sighting for update to maillage_app using (%s) with check (%s)',
    of_mine() || held || ' and recorded_by = ' || me, of_mine() || ' and cancelled_by = ' || me);
end
$$;
grant update (cancelled_at, cancelled_by) on work_constraint, skill_sighting to maillage_app;
-- A word about somebody, left by who sees them work for who follows them in the same structure. Read once: by then, whoever wrote it can trust that it is.
create table counsellor_message (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  words text not null constraint counsellor_message_words_short check (length(words) between 1 and 300),
  written_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  read_on date,
  read_at timestamptz,
  read_by uuid,
  answer text constraint counsellor_message_answer_short check (length(answer) between 1 and 300),
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint counsellor_message_read_by_somebody check (num_nulls(read_on, read_at, read_by) in (0, 3)),
  constraint counsellor_message_answered_once_read check (answer is null or read_at is not null),
  constraint counsellor_message_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null)),
  constraint counsellor_message_cancelled_unread check (cancelled_at is null or read_at is null)
);
comment on table counsellor_message is 'V3(referent) of the structure, whoever wrote it while their team sees the person work, and V8. What was seen or asked at work, and the answer. Purpose: accompaniment; controller: the employer; erased with the person.';
create index counsellor_message_by_person on counsellor_message (person_id, written_on);
create index counsellor_message_by_organisation on counsellor_message (organisation_id);
create index counsellor_message_unread on counsellor_message (person_id) where read_at is null and cancelled_at is null;
select read_by_circles('counsellor_message', '{referent}', of_mine('{counsellor,director}'));
select write_by_circles('counsellor_message', '{employment}', of_mine('{technical_supervisor,assignment_coordinator}')
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and read_at is null and cancelled_at is null
    and written_on = (select current_setting('maillage.today', true))::date$$);
do $$
declare
  me constant text := '(select nullif(current_setting(''maillage.account'', true), '''')::uuid)';
  mine constant text := of_mine('{technical_supervisor,assignment_coordinator}') || ' and recorded_by = ' || me || ' and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
      and person_access.circle = ''employment''
      and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
      and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
  followed constant text := of_mine('{counsellor,director}') || ' and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
      and person_access.circle = ''referent''
      and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
      and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
begin
  execute format('create policy counsellor_message_author on counsellor_message for select to maillage_app using (%s)', mine);
  -- Taken back by its author while nobody has read it; read once, by a referent.
  execute format('create policy counsellor_message_take_back on counsellor_message for update to maillage_app using (%s) with check (%s)',
    mine || ' and read_at is null and cancelled_at is null', mine || ' and read_at is null and cancelled_by = ' || me);
  execute format('create policy counsellor_message_read on counsellor_message for update to maillage_app using (%s) with check (%s)',
    followed || ' and read_at is null and cancelled_at is null', followed || ' and cancelled_at is null and read_by = ' || me
      || ' and read_on = (select current_setting(''maillage.today'', true))::date');
end
$$;
grant update (read_on, read_at, read_by, answer, cancelled_at, cancelled_by) on counsellor_message to maillage_app;
revoke all on function noting_roles from public;
