-- Figures. What each structure did in each month (cells, whose past is kept), and what may be read of them (rollups, suppressed when they are built).

create table person_month (
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  siae_id uuid not null,
  month date not null constraint person_month_first_day check (extract(day from month) = 1),
  sex text constraint person_month_sex_known check (sex in ('F', 'M')),
  age_band text constraint person_month_age_known check (age_band in ('under-26', '26-49', '50-plus')),
  -- Criteria that the figures count; null: no diagnosis says it. Never justice.
  criteria text[],
  -- The commune where they lived, as it was known when the month ended; null: nobody said it.
  home_id text references territory,
  -- A person forgotten: what criteria of health they had is no longer known.
  forgotten boolean not null default false,
  primary key (stay_id, month),
  constraint person_month_of_stay foreign key (stay_id, person_id, organisation_id, siae_id)
    references siae_stay (id, person_id, organisation_id, siae_id) on update cascade deferrable initially immediate
);
comment on table person_month is 'V9. Who was in a structure in a month, and what the figures count of them: read by jobs only, so that people are counted once. Purpose: statistics; kept for years computed again, nobody''s once the person is forgotten.';
create index person_month_by_stay on person_month (stay_id, person_id, organisation_id, siae_id);
create index person_month_by_person on person_month (person_id);
create index person_month_by_siae on person_month (siae_id, month);
create index person_month_by_home on person_month (home_id, month);
alter table person_month enable row level security;
alter table person_month force row level security;
create policy person_month_job on person_month for all to maillage_job using (true) with check (true);
grant select, insert, delete on person_month to maillage_job;
-- Publics are counted where they live: the commune of an address and since when it is known, nothing else of it.
create policy contact_job on contact for select to maillage_job using (kind = 'address');
create policy contact_version_job on contact_version for select to maillage_job using (commune_id is not null);
grant select (id, person_id, kind) on contact to maillage_job;
grant select (contact_id, person_id, commune_id, recorded_at) on contact_version to maillage_job;

create table dirty_month (
  siae_id uuid not null references siae,
  month date not null constraint dirty_month_first_day check (extract(day from month) = 1),
  marked_at timestamptz not null,
  primary key (siae_id, month)
);
comment on table dirty_month is 'V9. Months of structures whose figures are to be computed again.';
alter table dirty_month enable row level security;
alter table dirty_month force row level security;
create policy dirty_month_job on dirty_month for all to maillage_job using (true) with check (true);
grant select, insert, update, delete on dirty_month to maillage_job;

create table dirty_year (
  territory_id text not null references territory,
  year integer not null,
  marked_at timestamptz not null,
  primary key (territory_id, year)
);
comment on table dirty_year is 'V9. Years of territories whose figures are to be added up again.';
alter table dirty_year enable row level security;
alter table dirty_year force row level security;
create policy dirty_year_job on dirty_year for all to maillage_job using (true) with check (true);
grant select, insert, update, delete on dirty_year to maillage_job;

create table cell (
  id uuid primary key,
  indicator text not null,
  version integer not null,
  siae_id uuid not null references siae,
  organisation_id uuid not null references organisation,
  territory_id text not null references territory,
  month date not null constraint cell_first_day check (extract(day from month) = 1),
  dimension text not null,
  state text not null constraint cell_state_known check (state in ('known', 'not-declared', 'too-early', 'not-applicable')),
  numerator bigint,
  denominator bigint,
  -- How many people are behind it, and how many it takes to be read outside a job.
  people integer not null default 0,
  least_people integer not null,
  law_version text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  constraint cell_known_has_a_value check ((state = 'known') = (numerator is not null)),
  constraint cell_denominator_of_a_numerator check (denominator is null or numerator is not null)
);
comment on table cell is 'V2; V5(authority, funder); never below the number of people it takes. One figure of one structure in one month; what it was before a correction stays, superseded.';
create unique index cell_one_current on cell (siae_id, month, indicator, version, dimension) where superseded_at is null;
create index cell_by_siae on cell (siae_id);
create index cell_by_organisation on cell (organisation_id);
create index cell_by_territory on cell (territory_id, month);
select read_by_territory('cell', '(people = 0 or people >= least_people)');
alter policy cell_mine on cell
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,counsellor,payroll_officer,assignment_coordinator,organisation_administrator}'::text[])
    and (people = 0 or people >= least_people));
create policy cell_write on cell for insert to maillage_job with check (true);
create policy cell_supersede on cell for update to maillage_job using (true);
grant insert, update (superseded_at) on cell to maillage_job;

create table rollup (
  id uuid primary key,
  indicator text not null,
  version integer not null,
  audience text not null constraint rollup_audience_known check (audience in ('public', 'insiders', 'authority', 'structure')),
  territory_id text not null references territory,
  siae_id uuid references siae,
  organisation_id uuid references organisation,
  kind text not null constraint rollup_kind_known check (kind in ('all', 'EI', 'ACI', 'AI', 'ETTI', 'EITI')),
  year integer not null,
  month date constraint rollup_first_day check (extract(day from month) = 1),
  dimension text not null,
  state text not null constraint rollup_state_known check (state in ('shown', 'too-few', 'too-early', 'not-declared', 'not-applicable')),
  hidden_by text constraint rollup_hidden_by_known check (hidden_by in ('too-few-people', 'too-few-structures', 'one-dominates', 'complement')),
  numerator bigint,
  denominator bigint,
  -- Days: the bounds of a median.
  low integer,
  high integer,
  structures integer,
  -- Reason → how many were left out.
  excluded jsonb not null default '{}',
  rounded boolean not null default false,
  built_at timestamptz not null,
  constraint rollup_once unique nulls not distinct (territory_id, year, audience, siae_id, kind, month, indicator, version, dimension),
  constraint rollup_hidden_says_nothing check (state = 'shown' or (numerator is null and denominator is null and low is null and high is null)),
  constraint rollup_hidden_says_why check ((state = 'too-few') = (hidden_by is not null)),
  constraint rollup_of_a_structure check ((siae_id is null) = (organisation_id is null) and (siae_id is null or audience in ('authority', 'structure')))
);
comment on table rollup is 'V2 (structure); V5(authority, funder) for their audience; members for theirs. Figures of a territory and year, suppressed with their complements when built: nothing of a person, nothing of a competitor.';
create index rollup_by_territory on rollup (territory_id, year);
create index rollup_by_siae on rollup (siae_id, year);
create index rollup_by_organisation on rollup (organisation_id);
select read_by_territory('rollup', 'audience = ''authority''');
alter policy rollup_mine on rollup
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and audience = 'structure'
    and (select current_setting('maillage.hat_role', true)) = any ('{director,counsellor,payroll_officer,assignment_coordinator,organisation_administrator}'::text[]));
create policy rollup_insiders on rollup for select to maillage_app
  using (audience = 'insiders' and (select nullif(current_setting('maillage.organisation', true), '')) is not null);
create policy rollup_write on rollup for insert to maillage_job with check (true);
create policy rollup_rebuild on rollup for delete to maillage_job using (true);
grant insert, delete on rollup to maillage_job;
grant select, insert, update, delete on person_month, dirty_month, dirty_year to maillage_loader;

-- What a job reads to count: the least columns, and no criterion of justice.
create policy person_counted on person for select to maillage_job using (state <> 'merged');
grant select (id, sex, birth_date, birth_precision, state) on person to maillage_job;
create policy diagnosis_counted on diagnosis for select to maillage_job using (true);
grant select (id, person_id, made_on, level_1_count, level_2_count) on diagnosis to maillage_job;
create policy criterion_counted on criterion for select to maillage_job using (sensitivity <> 'justice');
grant select (diagnosis_id, person_id, code, finding, sensitivity) on criterion to maillage_job;
create policy hire_counted on hire for select to maillage_job using (true);
grant select (id, person_id, organisation_id, siae_id, stay_id, hired_on, state) on hire to maillage_job;
create policy application_transition_counted on application_transition for select to maillage_job using (true);
grant select (id, application_id, transition, to_state, actor, happened_on, recorded_at) on application_transition to maillage_job;
create policy person_merge_counted on person_merge for select to maillage_job using (true);
grant select (id, kept_id, absorbed_id) on person_merge to maillage_job;
