-- Files that structures send, line by line: what was read, understood, refused and why; then what was recorded of it. And files produced from facts.

create table import_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  siae_id uuid,
  kind text not null constraint import_run_kind_known check (kind in ('grid-g1', 'people', 'contracts', 'hours')),
  -- The month that the file is about, when it is about one.
  month date constraint import_run_month_first_day check (extract(day from month) = 1),
  -- Roles that may open it: a grid says more of a person than a list of hours.
  readers text[] not null,
  state text not null constraint import_run_state_known check (state in ('read', 'recorded', 'abandoned', 'expired', 'undone')),
  file_name text not null constraint import_run_file_name_reasonable check (length(file_name) between 1 and 200),
  file_kind text not null constraint import_run_file_kind_known check (file_kind in ('xlsx', 'ods', 'csv')),
  file_size integer not null constraint import_run_file_size_possible check (file_size between 1 and 5242880),
  fingerprint text not null constraint import_run_fingerprint_is_sha256 check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- What the reading needs besides the cells: sheets, merged cells, columns recognised, answers given. Gone with the content.
  layout jsonb,
  -- The cells are erased the day after.
  content_until date not null,
  erased_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  version integer not null default 1,
  constraint import_run_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint import_run_siae_of_its_organisation foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint import_run_grid_readers check (kind <> 'grid-g1' or readers <@ '{counsellor,director,assignment_coordinator}'::text[]),
  constraint import_run_content_ends check (content_until <= (recorded_at at time zone 'UTC')::date + 400),
  constraint import_run_with_its_organisation unique (id, organisation_id)
);
comment on table import_run is 'V2, by team and role. One file sent: its kind, its name, what became of it. Purpose: one entry of facts; clock: the import; content until the day it says, the rest five years.';
create index import_run_by_organisation on import_run (organisation_id, recorded_at);
create index import_run_by_unit on import_run (unit_id, organisation_id);
create index import_run_by_siae on import_run (siae_id, organisation_id);
create index import_run_by_end_of_content on import_run (content_until);

create table import_line (
  id uuid primary key,
  run_id uuid not null,
  organisation_id uuid not null,
  -- Counted from 0, as in the file.
  sheet smallint not null,
  line integer not null,
  state text not null constraint import_line_state_known check (state in ('understood', 'refused', 'set-aside', 'not-a-fact')),
  -- What the file says, cell by cell; what somebody corrected on the screen; what was understood; why what was not is not. A grid says difficulties of
  -- people in plain words: sealed by the application, by a key that is not in the database, for this row. Null once erased.
  content text constraint import_line_content_sealed check (content ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$'),
  person_id uuid references person,
  -- What was recorded of it, to take it back: ids, never values.
  recorded jsonb,
  constraint import_line_of_run foreign key (run_id, organisation_id) references import_run (id, organisation_id),
  constraint import_line_once unique (run_id, sheet, line),
  constraint import_line_with_its_run unique (id, run_id, organisation_id)
);
comment on table import_line is 'V2, by team and role, as its run; V4 for a grid: read by whoever sent it. One line of a file: what it says, what was understood, what was recorded. Content erased as its run says.';
create index import_line_by_run on import_line (run_id, organisation_id);
create index import_line_by_organisation on import_line (organisation_id);
create index import_line_by_person on import_line (person_id);
create index import_line_by_key on import_line ((split_part(content, '.', 1))) where content is not null;

create table produced_file (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  siae_id uuid not null,
  run_id uuid,
  kind text not null constraint produced_file_kind_known check (kind in ('grid-g1')),
  edition text not null constraint produced_file_edition_known check (edition in ('own', 'sent')),
  file_kind text not null constraint produced_file_file_kind_known check (file_kind in ('xlsx', 'ods', 'csv')),
  month date not null constraint produced_file_month_first_day check (extract(day from month) = 1),
  -- The facts it was made from: ids, never values.
  facts jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint produced_file_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint produced_file_siae_of_its_organisation foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint produced_file_of_run foreign key (run_id, organisation_id) references import_run (id, organisation_id)
);
comment on table produced_file is 'V2, by team, insert only. Which file was produced, in which edition, from which facts; the file itself is not kept. Five years.';
create index produced_file_by_organisation on produced_file (organisation_id, recorded_at);
create index produced_file_by_unit on produced_file (unit_id, organisation_id);
create index produced_file_by_siae on produced_file (siae_id, organisation_id);
create index produced_file_by_run on produced_file (run_id, organisation_id);

alter table import_run enable row level security;
alter table import_run force row level security;
alter table import_line enable row level security;
alter table import_line force row level security;
alter table produced_file enable row level security;
alter table produced_file force row level security;
grant select, insert, update, delete on import_run, import_line, produced_file to maillage_loader;

create policy import_run_team on import_run for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and unit_id = any ((select current_setting('maillage.units', true))::uuid[])
  and (select current_setting('maillage.hat_role', true)) = any (readers));
create policy import_run_write on import_run for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and unit_id = any ((select current_setting('maillage.units', true))::uuid[])
  and (select current_setting('maillage.hat_role', true)) = any (readers)
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy import_run_change on import_run for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and unit_id = any ((select current_setting('maillage.units', true))::uuid[])
  and (select current_setting('maillage.hat_role', true)) = any (readers));
grant select, insert, update (state, layout, content_until, decided_at, decided_by, version) on import_run to maillage_app;

-- Whoever opens a run opens its lines, but those of a grid: they say the difficulties of people, and whoever sent the file reads them alone.
create policy import_line_team on import_line for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and run_id = any (array(select import_run.id from import_run where import_run.kind <> 'grid-g1')));
create policy import_line_author on import_line for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and run_id = any (array(select import_run.id from import_run
    where import_run.recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid))));
-- Nobody writes over lines that they may not read.
create policy import_line_write on import_line for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and run_id = any (array(select import_run.id from import_run
    where import_run.kind <> 'grid-g1' or import_run.recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid))));
create policy import_line_change on import_line for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and run_id = any (array(select import_run.id from import_run
    where import_run.kind <> 'grid-g1' or import_run.recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid))));
grant select, insert, update (state, content, person_id, recorded) on import_line to maillage_app;

create policy produced_file_team on produced_file for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and unit_id = any ((select current_setting('maillage.units', true))::uuid[]));
create policy produced_file_write on produced_file for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and unit_id = any ((select current_setting('maillage.units', true))::uuid[])
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select, insert on produced_file to maillage_app;

-- The clock erases what has lasted long enough, and reads nothing of it.
create policy import_run_clock on import_run for select to maillage_job using (content_until < (select current_setting('maillage.today', true))::date);
create policy import_run_clock_change on import_run for update to maillage_job
  using (content_until < (select current_setting('maillage.today', true))::date and erased_at is null) with check (erased_at is not null);
grant select (id, state, content_until, erased_at, version), update (state, layout, erased_at, version) on import_run to maillage_job;
create policy import_line_clock on import_line for select to maillage_job using (run_id = any (array(select import_run.id from import_run)));
create policy import_line_clock_change on import_line for update to maillage_job using (run_id = any (array(select import_run.id from import_run)))
  with check (content is null);
grant select (id, run_id), update (content) on import_line to maillage_job;
