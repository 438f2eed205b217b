-- What is done with a person by those who accompany them.

-- Who accompanies: the roles that write acts, and read those of the people of whom they are a named referent.
create function accompanying_roles() returns text[] language sql immutable set search_path = maillage, pg_temp as $$
  select '{counsellor,director,prescriber,ft_adviser,referent}'::text[]
$$;

create table accompaniment_act (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  kind text not null constraint accompaniment_act_kind_known
    check (kind in ('interview', 'call', 'workshop', 'visit', 'tripartite-meeting', 'partner-step')),
  mission text not null constraint accompaniment_act_mission_known
    check (mission in ('welcome', 'support', 'pathway', 'workshops', 'employers', 'partnership', 'training', 'watch')),
  happened_on date not null,
  minutes integer constraint accompaniment_act_minutes_possible check (minutes between 1 and 600),
  purpose text constraint accompaniment_act_purpose_short check (length(purpose) between 1 and 500),
  next_step text constraint accompaniment_act_next_step_short check (length(next_step) between 1 and 500),
  next_on date constraint accompaniment_act_next_after check (next_on >= happened_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint accompaniment_act_next_said check (next_on is null or next_step is not null),
  constraint accompaniment_act_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
comment on table accompaniment_act is 'V3(referent) of the organisation that did it, and whoever recorded it while their team follows the person. An interview, a call, a workshop: what for, what next. Purpose: accompaniment; texts erased when the person is forgotten. Never counted by counsellor.';
create index accompaniment_act_by_person on accompaniment_act (person_id, happened_on);
create index accompaniment_act_by_organisation on accompaniment_act (organisation_id);
-- Inside one organisation: who follows somebody elsewhere may itself be a secret (a probation service, a shelter).
select read_by_circles('accompaniment_act', '{referent}', of_mine(accompanying_roles()));
-- Who is no referent notes what they did, and reads that again: nothing of what others did.
create policy accompaniment_act_author on accompaniment_act for select to maillage_app using (
  recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[])
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = 'shared'
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
select write_by_circles('accompaniment_act', '{shared,referent}',
  of_mine(accompanying_roles()) || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and cancelled_at is null');
-- Taken back by whoever recorded it, once.
create policy accompaniment_act_take_back on accompaniment_act for update to maillage_app
  using (recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and cancelled_at is null)
  with check (cancelled_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant update (cancelled_at, cancelled_by) on accompaniment_act to maillage_app;
revoke all on function accompanying_roles from public;
