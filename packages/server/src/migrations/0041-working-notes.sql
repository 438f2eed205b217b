-- What those who accompany note for themselves.

alter table accompaniment_act add constraint accompaniment_act_with_its_person unique (id, person_id);

create table working_note (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  -- Its only reader: whoever wrote it, or the referent to whom it was handed over.
  author_id uuid not null references account,
  act_id uuid,
  -- Sealed by the application, by a key that is not in the database, for this row. Replaced whole when it is corrected: nothing is kept of what it said.
  content text not null constraint working_note_sealed check (content ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$'),
  -- The last day on which it is read, told to its author.
  kept_until date not null,
  version integer not null default 1,
  -- It tells about somebody else: not given to the person who asks for a copy, who is told that it exists (RGPD, art. 15.4).
  kept_back boolean not null default false,
  -- When it was last written, and by whom.
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint working_note_about_act foreign key (act_id, person_id) references accompaniment_act (id, person_id)
    on update cascade deferrable initially immediate,
  constraint working_note_short_lived check (kept_until <= (recorded_at at time zone 'UTC')::date + 400)
);
comment on table working_note is 'V4: read by its author alone, under the hat that wrote it, while a team of theirs follows the person; never shared by the platform, and produced for an access request of the person. Purpose: accompaniment; clock: last writing; twelve months, or thirty days after the author left; erased with the person.';
create index working_note_by_person on working_note (person_id);
create index working_note_by_author on working_note (author_id, organisation_id);
create index working_note_by_organisation on working_note (organisation_id);
create index working_note_by_act on working_note (act_id, person_id);
create index working_note_by_end on working_note (kept_until);
create index working_note_by_key on working_note ((split_part(content, '.', 1)));
create function own_note() returns text language sql immutable set search_path = maillage, pg_temp as $$
  select of_mine(accompanying_roles()) || ' and author_id = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)
    and kept_until >= (select current_setting(''maillage.today'', true))::date'
$$;
select read_by_circles('working_note', '{shared,referent}', own_note());
select write_by_circles('working_note', '{shared,referent}',
  own_note() || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)');
do $$
declare
  mine text := own_note() || ' and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting(''maillage.units'', true))::uuid[])
      and person_access.circle = any (''{shared,referent}''::text[])
      and person_access.starts_on <= (select current_setting(''maillage.today'', true))::date
      and person_access.ends_on >= (select current_setting(''maillage.today'', true))::date))';
begin
  execute format('create policy working_note_correct on working_note for update to maillage_app using (%s)
    with check (%s and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid))', mine, mine);
  execute format('create policy working_note_delete on working_note for delete to maillage_app using (%s)', mine);
end
$$;
drop function own_note();
grant update (content, kept_until, version, kept_back, recorded_at, recorded_by), delete on working_note to maillage_app;
-- The author hands over their notes, of one person or of all, to a colleague who is the named referent of the same team: that colleague alone reads
-- them from then on. Answers how many.
create function hand_over_notes(heir_membership_id uuid, about_person_id uuid) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
  heir uuid;
  handed integer;
begin
  select membership.account_id into heir from membership
  where membership.id = hand_over_notes.heir_membership_id and membership.organisation_id = organisation and membership.account_id <> asker
    and membership.role = any (accompanying_roles())
    and membership.first_day <= today and coalesce(membership.last_day, today) >= today;
  if asker is null or heir is null or not current_setting('maillage.hat_role', true) = any (accompanying_roles()) then
    raise exception 'notes go from their author to a colleague who accompanies' using errcode = 'insufficient_privilege';
  end if;
  update working_note as note set author_id = heir
  where note.author_id = asker and note.organisation_id = organisation and note.kept_until >= today
    and (hand_over_notes.about_person_id is null or note.person_id = hand_over_notes.about_person_id)
    and asker_holds(note.person_id, '{shared,referent}')
    and exists (
      select from referent
      where referent.person_id = note.person_id and referent.membership_id = hand_over_notes.heir_membership_id and not referent.deputy
        and referent.unit_id = any (current_setting('maillage.units', true)::uuid[])
        and referent.first_day <= today and coalesce(referent.last_day, today) >= today);
  get diagnostics handed = row_count;
  return handed;
end
$$;
revoke all on function hand_over_notes from public;
grant execute on function hand_over_notes to maillage_app;

-- Erases at most so many notes whose day has passed, and those of authors who left on the cutoff or before and handed over nothing; a hold keeps them,
-- read by nobody. One day later than Paris says: it may still be that day in the Antilles.
create function erase_ended_notes(left_cutoff date, at_most integer) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  erased integer;
begin
  delete from working_note where working_note.id in (
    select note.id from working_note as note
    where (note.kept_until < current_setting('maillage.today', true)::date - 1
        or not exists (select from membership where membership.account_id = note.author_id and membership.organisation_id = note.organisation_id
          and coalesce(membership.last_day, 'infinity') > erase_ended_notes.left_cutoff))
      and note.person_id not in (select people_on_hold())
      and note.organisation_id not in (select organisations_on_hold())
    limit erase_ended_notes.at_most);
  get diagnostics erased = row_count;
  return erased;
end
$$;
revoke all on function erase_ended_notes from public;
grant execute on function erase_ended_notes to maillage_job;

-- A director's reading with a reason: one person, one legal day, in the reader's own name.
alter table person_access add column ground text constraint person_access_ground_known
  check (ground in ('referent-absent', 'safety', 'complaint', 'authority', 'case-review'));
alter table person_access add constraint person_access_reading_grounded check ((source = 'reason') = (ground is not null));
alter table person_access add constraint person_access_reading_of_one_day check (source <> 'reason' or starts_on = ends_on);

-- The director of a team that holds the person opens the accompaniment file to themselves, for the day that runs: nobody else, no other day. Counted:
-- ten a day and account, so that a reason is not given for a whole list.
create function read_with_reason(access_id uuid, person_id uuid, ground text, reason text) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  today date := current_setting('maillage.today', true)::date;
  team uuid;
begin
  select held.unit_id into team from person_access as held
  where held.person_id = read_with_reason.person_id and held.unit_id = any (nullif(current_setting('maillage.units', true), '')::uuid[])
    and held.circle in ('shared', 'employment') and held.account_id is null and held.starts_on <= today and held.ends_on >= today
  order by held.starts_on, held.unit_id limit 1;
  if asker is null or team is null or current_setting('maillage.hat_role', true) <> 'director' then
    raise exception 'only the director of a team that holds the person' using errcode = 'insufficient_privilege';
  end if;
  if not take_rate('read-with-reason', asker::text, 10, 86400) then
    return 'too-many';
  end if;
  insert into person_access (id, person_id, unit_id, account_id, circle, source, ground, reason, starts_on, ends_on, granted_at, granted_by)
  values (read_with_reason.access_id, read_with_reason.person_id, team, asker, 'referent', 'reason', read_with_reason.ground, read_with_reason.reason,
    today, today, now(), asker);
  return 'done';
end
$$;
revoke all on function read_with_reason from public;
grant execute on function read_with_reason to maillage_app;

-- Who may read a file, as before (0010), with the kind of reason of a reading. Its sentence is for whoever gave it and for the referents.
drop function access_of(uuid);
create function access_of(person_id uuid) returns table (
  unit_id uuid, unit_name text, account_id uuid, mine boolean, structure boolean, circle text, source text, ground text, reason text,
  starts_on date, ends_on date
)
language sql stable security definer set search_path = maillage, pg_temp as $$
  with granted as (
    select held.*, unit.name as unit_name, unit.siae_id is not null as structure,
      unit.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid as mine
    from person_access as held join unit on unit.id = held.unit_id
    where held.person_id = access_of.person_id and held.circle <> 'author' and asker_holds(access_of.person_id, '{shared,referent,employment}')
  )
  select case when mine then granted.unit_id end, case when mine then granted.unit_name end, case when mine then granted.account_id end,
    granted.mine, granted.structure, granted.circle, case when mine then granted.source end, case when mine then granted.ground end,
    case when mine and (granted.source <> 'reason' or granted.account_id = nullif(current_setting('maillage.account', true), '')::uuid
      or asker_holds(access_of.person_id, '{referent}')) then granted.reason end,
    granted.starts_on, granted.ends_on
  from granted
  where mine or granted.ends_on >= current_setting('maillage.today', true)::date
$$;
revoke all on function access_of from public;
grant execute on function access_of to maillage_app;

-- What a tripartite meeting holds beside the act that says it took place: who was there, and what was agreed.
create table tripartite_meeting (
  act_id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  -- Who was there, beside the person and the author: function and organisation, the name when it helps. Professionals only.
  participants jsonb not null constraint tripartite_meeting_participants_listed
    check (jsonb_typeof(participants) = 'array' and jsonb_array_length(participants) <= 8),
  agreed text constraint tripartite_meeting_agreed_short check (length(agreed) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint tripartite_meeting_of_act foreign key (act_id, person_id) references accompaniment_act (id, person_id)
    on update cascade deferrable initially immediate
);
comment on table tripartite_meeting is 'V3(referent) as the act it belongs to. Who met about a pathway, what was agreed. Purpose: accompaniment; clock and duration as the act; participants and texts erased when the person is forgotten.';
create index tripartite_meeting_by_act on tripartite_meeting (act_id, person_id);
create index tripartite_meeting_by_person on tripartite_meeting (person_id);
create index tripartite_meeting_by_organisation on tripartite_meeting (organisation_id);
select read_by_circles('tripartite_meeting', '{referent}', of_mine(accompanying_roles()));
select write_by_circles('tripartite_meeting', '{shared,referent}',
  of_mine(accompanying_roles()) || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)');
create policy tripartite_meeting_author on tripartite_meeting for select to maillage_app using (
  recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[])
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = 'shared'
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
