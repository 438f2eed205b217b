-- What holds a person back, what they can lean on: a diagnosis that moves, version after version.

-- How what is known of an accompaniment is read and written: by the referents of the organisation that wrote it; what is ordinary or social also by
-- whoever wrote it, referent or not, while their team follows the person. Health and justice are written, as they are read, by referents alone.
-- One policy each, no « or ». Used by migrations; nobody may run it afterwards.
create function kept_by_referents(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  mine text := of_mine(accompanying_roles());
  by_me text := 'recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)';
  telling_little text := 'sensitivity = any (''{ordinary,social}''::text[])';
  held text := $held$person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = %L
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date))$held$;
begin
  perform read_by_circles(table_name, '{referent}', mine);
  execute format('create policy %I on %I for select to maillage_app using (%s and %s and %s and ' || format(held, 'shared') || ')',
    table_name || '_author', table_name, mine, by_me, telling_little);
  perform write_by_circles(table_name, '{shared,referent}', mine || ' and ' || by_me || ' and ' || telling_little);
  execute format('create policy %I on %I for insert to maillage_app with check (%s and %s and ' || format(held, 'referent') || ')',
    table_name || '_write_personal', table_name, mine, by_me);
end
$$;
-- The version that was read is closed before the next one is written: nothing else of it ever changes.
create function superseded_by_followers(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format('create policy %I on %I for update to maillage_app using (%s and superseded_at is null) with check (%s and superseded_at is not null)',
    table_name || '_supersede', table_name, of_mine(accompanying_roles()), of_mine(accompanying_roles()));
  execute format('alter table %I add constraint %I check (superseded_at >= recorded_at)', table_name, table_name || '_superseded_after');
  execute format('grant update (superseded_at) on %I to maillage_app', table_name);
end
$$;
revoke all on function kept_by_referents, superseded_by_followers from public;

create table barrier (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  area text not null constraint barrier_area_known check (area in (
    'illiteracy', 'health', 'housing', 'access-to-rights', 'mobility', 'money', 'justice', 'family-constraints', 'job-search', 'career-plan', 'french',
    'digital', 'childcare', 'parenting', 'addiction', 'domestic-violence', 'soft-skills', 'training')),
  sensitivity text not null constraint barrier_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint barrier_as_sensitive_as_its_area check (case
    when area in ('health', 'addiction') then sensitivity = 'health'
    when area in ('justice', 'domestic-violence') then sensitivity = 'justice'
    else sensitivity in ('ordinary', 'social') end),
  constraint barrier_with_its_person unique (id, person_id, organisation_id, sensitivity)
);
comment on table barrier is 'V3(referent) of the organisation that noted it, and whoever noted it while their team follows the person; health and justice V3(referent) only. An area of life where a person is held back from work. Purpose: accompaniment; erased when the person is forgotten.';
create index barrier_by_person on barrier (person_id);
create index barrier_by_organisation on barrier (organisation_id);
select kept_by_referents('barrier');

create table barrier_version (
  barrier_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  sensitivity text not null,
  state text not null constraint barrier_version_state_known check (state in ('identified', 'in-progress', 'lifted', 'withdrawn')),
  weight text not null constraint barrier_version_weight_known check (weight in ('slight', 'serious', 'blocking')),
  evidence text constraint barrier_version_evidence_known check (evidence in ('said', 'seen-at-work', 'partner', 'document')),
  since date,
  -- What it changes for the work, never an illness nor an offence; of health and justice, sealed by the application for this row.
  consequence text,
  tried text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (barrier_id, version),
  constraint barrier_version_texts_short check (sensitivity in ('health', 'justice')
    or coalesce(length(consequence) between 1 and 500, true) and coalesce(length(tried) between 1 and 500, true)),
  constraint barrier_version_personal_sealed check (sensitivity in ('ordinary', 'social')
    or coalesce(consequence ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$', true) and coalesce(tried ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$', true)),
  constraint barrier_version_of_barrier foreign key (barrier_id, person_id, organisation_id, sensitivity)
    references barrier (id, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate
);
comment on table barrier_version is 'V3(referent), as barrier. What was known of it, from when to when; texts of health and justice sealed; erased when the person is forgotten.';
create unique index barrier_version_one_current on barrier_version (barrier_id) where superseded_at is null;
create index barrier_version_by_barrier on barrier_version (barrier_id, person_id, organisation_id, sensitivity);
create index barrier_version_by_person on barrier_version (person_id);
create index barrier_version_by_key on barrier_version ((split_part(consequence, '.', 1)))
  where consequence is not null and sensitivity in ('health', 'justice');
create index barrier_version_by_key_of_tried on barrier_version ((split_part(tried, '.', 1)))
  where tried is not null and sensitivity in ('health', 'justice');
select kept_by_referents('barrier_version');
select superseded_by_followers('barrier_version');

create table strength (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  sensitivity text not null default 'ordinary' constraint strength_is_ordinary check (sensitivity = 'ordinary'),
  words text constraint strength_words_short check (length(words) between 1 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz
);
comment on table strength is 'V3(referent), as barrier. What a person can lean on, in a sentence; erased when the person is forgotten.';
create index strength_by_person on strength (person_id);
create index strength_by_organisation on strength (organisation_id);
select kept_by_referents('strength');
create policy strength_withdraw on strength for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[]) and withdrawn_at is null)
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant update (withdrawn_at) on strength to maillage_app;

create table goal (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  -- What it answers; null: what the person wants, whatever holds them back.
  barrier_id uuid,
  sensitivity text not null constraint goal_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint goal_of_barrier foreign key (barrier_id, person_id, organisation_id, sensitivity)
    references barrier (id, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate,
  constraint goal_with_its_person unique (id, person_id, organisation_id, sensitivity)
);
comment on table goal is 'V3(referent), as barrier. What a person aims at; as sensitive as the barrier it answers. Purpose: accompaniment; erased when the person is forgotten.';
create index goal_by_person on goal (person_id);
create index goal_by_organisation on goal (organisation_id);
create index goal_by_barrier on goal (barrier_id, person_id, organisation_id, sensitivity);
select kept_by_referents('goal');

create table goal_version (
  goal_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  sensitivity text not null,
  -- In the person's words; of health and justice, sealed by the application for this row.
  words text not null,
  stage text constraint goal_version_stage_known check (stage in ('project', 'skills', 'employers', 'exit')),
  state text not null constraint goal_version_state_known check (state in ('open', 'reached', 'dropped')),
  closed_on date,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (goal_id, version),
  constraint goal_version_closed_on_a_day check ((state = 'open') = (closed_on is null)),
  constraint goal_version_texts_short check (sensitivity in ('health', 'justice')
    or length(words) between 1 and 300 and coalesce(length(reason) between 1 and 300, true)),
  constraint goal_version_personal_sealed check (sensitivity in ('ordinary', 'social')
    or words ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$' and coalesce(reason ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$', true)),
  constraint goal_version_of_goal foreign key (goal_id, person_id, organisation_id, sensitivity)
    references goal (id, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate
);
comment on table goal_version is 'V3(referent), as goal. What was known of it, from when to when; texts of health and justice sealed.';
create unique index goal_version_one_current on goal_version (goal_id) where superseded_at is null;
create index goal_version_by_goal on goal_version (goal_id, person_id, organisation_id, sensitivity);
create index goal_version_by_person on goal_version (person_id);
create index goal_version_by_key on goal_version ((split_part(words, '.', 1))) where words is not null and sensitivity in ('health', 'justice');
select kept_by_referents('goal_version');
select superseded_by_followers('goal_version');

create table pathway_action (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  goal_id uuid,
  sensitivity text not null constraint pathway_action_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint pathway_action_of_goal foreign key (goal_id, person_id, organisation_id, sensitivity)
    references goal (id, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate,
  constraint pathway_action_with_its_person unique (id, person_id, organisation_id, sensitivity),
  constraint pathway_action_of_person unique (id, person_id, organisation_id)
);
comment on table pathway_action is 'V3(referent), as goal. What somebody is to do for a goal. Purpose: accompaniment; erased when the person is forgotten.';
create index pathway_action_by_person on pathway_action (person_id);
create index pathway_action_by_organisation on pathway_action (organisation_id);
create index pathway_action_by_goal on pathway_action (goal_id, person_id, organisation_id, sensitivity);
select kept_by_referents('pathway_action');

create table pathway_action_version (
  action_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  sensitivity text not null,
  words text not null,
  doer text not null constraint pathway_action_version_doer_known check (doer in ('person', 'counsellor', 'partner')),
  due_on date,
  state text not null constraint pathway_action_version_state_known check (state in ('planned', 'done', 'dropped')),
  closed_on date,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (action_id, version),
  constraint pathway_action_version_closed_on_a_day check ((state = 'planned') = (closed_on is null)),
  constraint pathway_action_version_texts_short check (sensitivity in ('health', 'justice')
    or length(words) between 1 and 300 and coalesce(length(reason) between 1 and 300, true)),
  constraint pathway_action_version_personal_sealed check (sensitivity in ('ordinary', 'social')
    or words ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$' and coalesce(reason ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$', true)),
  constraint pathway_action_version_with_its_person unique (action_id, version, person_id, organisation_id, sensitivity),
  constraint pathway_action_version_of_action foreign key (action_id, person_id, organisation_id, sensitivity)
    references pathway_action (id, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate
);
comment on table pathway_action_version is 'V3(referent), as pathway_action. What was known of it, from when to when; texts of health and justice sealed.';
create unique index pathway_action_version_one_current on pathway_action_version (action_id) where superseded_at is null;
create index pathway_action_version_by_action on pathway_action_version (action_id, person_id, organisation_id, sensitivity);
create index pathway_action_version_by_person on pathway_action_version (person_id);
create index pathway_action_version_by_key on pathway_action_version ((split_part(words, '.', 1)))
  where words is not null and sensitivity in ('health', 'justice');
select kept_by_referents('pathway_action_version');
select superseded_by_followers('pathway_action_version');

-- An action that everybody who follows the person may read, because the person agreed: a row of its own, which tells neither who wrote it nor where.
create table shared_step (
  action_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  sensitivity text not null constraint shared_step_tells_little check (sensitivity in ('ordinary', 'social')),
  words text not null constraint shared_step_words_short check (length(words) between 1 and 300),
  doer text not null constraint shared_step_doer_known check (doer in ('person', 'counsellor', 'partner')),
  due_on date,
  state text not null constraint shared_step_state_known check (state in ('planned', 'done', 'dropped')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (action_id, version),
  constraint shared_step_of_version foreign key (action_id, version, person_id, organisation_id, sensitivity)
    references pathway_action_version (action_id, version, person_id, organisation_id, sensitivity) on update cascade deferrable initially immediate
);
comment on table shared_step is 'V3(shared, referent), by those who accompany. A step that the person agreed to share with whoever follows them; never who wrote it, nor for which organisation. Erased when the person is forgotten.';
create unique index shared_step_one_current on shared_step (action_id) where superseded_at is null;
create index shared_step_by_version on shared_step (action_id, version, person_id, organisation_id, sensitivity);
create index shared_step_by_person on shared_step (person_id);
select read_by_circles('shared_step', '{shared,referent}',
  '(select current_setting(''maillage.hat_role'', true)) = any (''{counsellor,director,prescriber,ft_adviser,referent}''::text[])');
revoke select on shared_step from maillage_app;
grant select (action_id, version, person_id, words, doer, due_on, state, superseded_at) on shared_step to maillage_app;
select write_by_circles('shared_step', '{shared,referent}',
  of_mine(accompanying_roles()) || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)');
select superseded_by_followers('shared_step');

-- The action that an act advances, when somebody says so.
alter table accompaniment_act add column action_id uuid;
alter table accompaniment_act add constraint accompaniment_act_of_action foreign key (action_id, person_id, organisation_id)
  references pathway_action (id, person_id, organisation_id) on update cascade deferrable initially immediate;
create index accompaniment_act_by_action on accompaniment_act (action_id, person_id, organisation_id);
