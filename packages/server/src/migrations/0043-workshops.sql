-- A workshop: one fact told once, which writes an act for each of those who were there.

create table workshop (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  theme text not null constraint workshop_theme_short check (length(theme) between 1 and 100),
  theme_key text collate "C" not null,
  mission text not null constraint workshop_mission_known
    check (mission in ('welcome', 'support', 'pathway', 'workshops', 'employers', 'partnership', 'training', 'watch')),
  happened_on date not null,
  minutes integer constraint workshop_minutes_possible check (minutes between 1 and 600),
  purpose text constraint workshop_purpose_short check (length(purpose) between 1 and 300),
  next_step text constraint workshop_next_step_short check (length(next_step) between 1 and 500),
  next_on date constraint workshop_next_after check (next_on >= happened_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint workshop_next_said check (next_on is null or next_step is not null),
  constraint workshop_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null)),
  constraint workshop_of_its_author unique (id, organisation_id, recorded_by)
);
comment on table workshop is 'V2, whoever recorded it, and in its organisation those who read the act of somebody who was there. What was done in a group; names nobody. Purpose: accompaniment; its words are erased with those of the last person who was there.';
create index workshop_by_organisation on workshop (organisation_id, happened_on);

-- Who was there is told by the acts alone, each read by those of its person: nobody reads through the workshop who else came.
alter table accompaniment_act add column workshop_id uuid,
  add constraint accompaniment_act_of_a_workshop check (workshop_id is null or kind = 'workshop'),
  -- An act joins a workshop of its own author and of no other.
  add constraint accompaniment_act_workshop_of_its_author
    foreign key (workshop_id, organisation_id, recorded_by) references workshop (id, organisation_id, recorded_by);
create index accompaniment_act_by_workshop on accompaniment_act (workshop_id, organisation_id, recorded_by);
-- Two files ticked at one workshop are two people, until an administrator says otherwise: they do not become one by force.
create unique index accompaniment_act_once_a_workshop on accompaniment_act (workshop_id, person_id) where cancelled_at is null;

alter table workshop enable row level security;
alter table workshop force row level security;
do $$ begin
  execute 'create policy workshop_author on workshop for select to maillage_app using ('
    || 'recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and ' || of_mine(accompanying_roles()) || ')';
  -- Through the acts that row security shows: those of the people whom one follows as a referent.
  execute 'create policy workshop_of_my_people on workshop for select to maillage_app using ('
    || of_mine(accompanying_roles()) || ' and exists (select from accompaniment_act as act where act.workshop_id = workshop.id and act.cancelled_at is null))';
  execute 'create policy workshop_write on workshop for insert to maillage_app with check ('
    || 'recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and cancelled_at is null and ' || of_mine(accompanying_roles()) || ')';
end $$;
grant select, insert on workshop to maillage_app;
grant select, insert, update, delete on workshop to maillage_loader;

-- Taken back whole, the acts of people whom one does not follow any more included. False when it is not the asker's, or was taken back already.
create function take_back_workshop(workshop_id uuid, taken_at timestamptz) returns boolean
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
begin
  update workshop set cancelled_at = taken_at, cancelled_by = asker
  where workshop.id = take_back_workshop.workshop_id and workshop.recorded_by = asker and workshop.cancelled_at is null
    and workshop.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any (accompanying_roles());
  if not found then
    return false;
  end if;
  update accompaniment_act as act set cancelled_at = taken_at, cancelled_by = asker
  where act.workshop_id = take_back_workshop.workshop_id and act.cancelled_at is null;
  return true;
end
$$;
revoke all on function take_back_workshop from public;
grant execute on function take_back_workshop to maillage_app;
