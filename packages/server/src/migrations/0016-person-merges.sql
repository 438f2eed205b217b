-- Two files of one person made one: what moved is written down, so that it can be undone.

create table person_merge_row (
  merge_id uuid not null references person_merge,
  table_name text not null,
  row_id uuid not null,
  primary key (merge_id, table_name, row_id)
);
comment on table person_merge_row is 'V9. Every row that a merge moved, by table.';
alter table person_merge_row enable row level security;
alter table person_merge_row force row level security;
grant select, insert, update, delete on person_merge_row to maillage_loader;

-- What the file that went was before, so that undoing gives it back.
alter table person_merge add column absorbed_state text constraint person_merge_absorbed_state_known check (absorbed_state in ('provisional', 'confirmed'));

-- What hangs on a row of a person follows it: the key of a child is (parent, person). A child of two parents is checked once both have moved.
do $$
declare
  child record;
begin
  for child in
    select conrelid::regclass as place, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'maillage'::regnamespace and confupdtype <> 'c' and cardinality(conkey) > 1
      and exists (select from pg_attribute where attrelid = conrelid and attnum = any (conkey) and attname = 'person_id')
  loop
    execute format('alter table %s drop constraint %I', child.place, child.conname);
    execute format('alter table %s add constraint %I %s on update cascade deferrable initially immediate', child.place, child.conname, child.definition);
  end loop;
end
$$;

-- The tables whose rows a merge moves: those that name the person by a key of their own. Names and corrections stay with the file that bore them, the
-- log says which file was read, rights and representatives are moved apart.
create function tables_of_people() returns setof text
language sql stable set search_path = maillage, pg_temp as $$
  select pg_class.relname::text
  from pg_constraint
  join pg_class on pg_class.oid = pg_constraint.conrelid
  join pg_attribute on pg_attribute.attrelid = pg_class.oid and pg_attribute.attnum = pg_constraint.conkey[1] and pg_attribute.attname = 'person_id'
  where pg_constraint.contype = 'f' and pg_constraint.confrelid = 'maillage.person'::regclass
    and pg_class.relname <> all ('{person_name,person_version,person_access,legal_representative,access_log}'::text[])
  order by 1
$$;

-- Makes one file of two. Called by the functions that checked two people agree.
create function absorb_person(merge_id uuid, kept uuid, absorbed uuid, proposer uuid, confirmer uuid) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  place text;
begin
  perform pg_advisory_xact_lock(hashtextextended('person:' || least(kept, absorbed), 0));
  perform pg_advisory_xact_lock(hashtextextended('person:' || greatest(kept, absorbed), 0));
  insert into person_merge (id, kept_id, absorbed_id, proposed_by, proposed_at, confirmed_by, confirmed_at, absorbed_state)
  values (absorb_person.merge_id, kept, absorbed, proposer, now(), confirmer, now(), (select state from person where id = absorbed))
  on conflict (id) do update set confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at, absorbed_state = excluded.absorbed_state;
  set constraints all deferred;
  -- Each file had its representative: that of the kept one stands.
  with moved as (
    update legal_representative as named set person_id = kept
    where named.person_id = absorbed and (named.superseded_at is not null
      or not exists (select from legal_representative as known where known.person_id = kept and known.superseded_at is null))
    returning named.id)
  insert into person_merge_row (merge_id, table_name, row_id) select absorb_person.merge_id, 'legal_representative', id from moved;
  -- A right that the kept file already gives to the same team stays where it is.
  with moved as (
    update person_access as given set person_id = kept
    where given.person_id = absorbed and not exists (
      select from person_access as known
      where known.person_id = kept and known.unit_id = given.unit_id and known.circle = given.circle
        and known.account_id is not distinct from given.account_id and known.starts_on <= given.starts_on and known.ends_on >= given.ends_on)
    returning given.id)
  insert into person_merge_row (merge_id, table_name, row_id) select absorb_person.merge_id, 'person_access', id from moved;
  for place in select tables_of_people() loop
    execute format(
      'with moved as (update %I set person_id = $2 where person_id = $3 returning id)
       insert into person_merge_row (merge_id, table_name, row_id) select $1, %L, id from moved', place, place)
    using absorb_person.merge_id, kept, absorbed;
  end loop;
  -- The names of the file that goes are still typed by those who knew them.
  with written as (
    insert into person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
    select gen_random_uuid(), kept, name.owner_org_id, 'former', name.value, name.value_key, now(), confirmer
    from person_name as name
    where name.person_id = absorbed and name.superseded_at is null and name.kind in ('birth', 'usage')
      and not exists (select from person_name as known where known.person_id = kept and known.value_key = name.value_key)
    returning id)
  insert into person_merge_row (merge_id, table_name, row_id) select absorb_person.merge_id, 'person_name', id from written;
  update person set state = 'merged', merged_into = kept, version = version + 1 where id = absorbed;
  set constraints all immediate;
end
$$;

-- Two files whose facts contradict each other (two PASS on the same days) are not one by force: an administrator decides.
create function absorb_or_propose(kept uuid, absorbed uuid, proposer uuid, confirmer uuid) returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  perform absorb_person(gen_random_uuid(), kept, absorbed, proposer, confirmer);
exception when integrity_constraint_violation then
  insert into person_merge (id, kept_id, absorbed_id, proposed_by, proposed_at) values (gen_random_uuid(), kept, absorbed, proposer, now());
end
$$;
revoke all on function tables_of_people, absorb_person, absorb_or_propose from public;

-- Whoever holds both files may say that they are one person's; an administrator may say so of any two.
create function propose_merge(merge_id uuid, kept uuid, absorbed uuid) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
begin
  if asker is null or not (asker_administers() or (asker_holds(kept, '{shared,referent}') and asker_holds(absorbed, '{shared,referent}'))) then
    return 'absent';
  end if;
  if (select count(*) from person where id in (kept, absorbed) and state <> 'merged') <> 2 then
    return 'absent';
  end if;
  if exists (
    select from person_merge
    where confirmed_at is null and undone_at is null and least(kept_id, absorbed_id) = least(kept, absorbed)
      and greatest(kept_id, absorbed_id) = greatest(kept, absorbed))
  then
    return 'already';
  end if;
  insert into person_merge (id, kept_id, absorbed_id, proposed_by, proposed_at) values (merge_id, kept, absorbed, asker, now());
  return 'done';
end
$$;

-- The merges to decide and those done for thirty days, with the identity of both files: for administrators, who see nothing else of people.
create function merges_to_decide() returns table (
  merge_id uuid, proposed_by_me boolean, proposed_at timestamptz, confirmed_at timestamptz, kept jsonb, absorbed jsonb
)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
#variable_conflict use_column
begin
  -- Every home page asks: whoever administers nothing is answered before anything is read.
  if not asker_administers() then
    return;
  end if;
  return query
  -- Not materialized: read by key for each merge, never for every person of the platform.
  with identity as not materialized (
    select person.id, jsonb_build_object(
      'id', person.id, 'state', person.state, 'sex', person.sex, 'birthDate', person.birth_date, 'birthPrecision', person.birth_precision,
      'recordedAt', person.recorded_at, 'organisation', organisation.name,
      'birthName', (select value from person_name where person_id = person.id and kind = 'birth' and superseded_at is null),
      'usageName', (select value from person_name where person_id = person.id and kind = 'usage' and superseded_at is null),
      'givenNames', (select value from person_name where person_id = person.id and kind = 'given' and superseded_at is null)) as card
    from person join organisation on organisation.id = person.owner_org_id
  )
  select person_merge.id, person_merge.proposed_by = nullif(current_setting('maillage.account', true), '')::uuid, person_merge.proposed_at,
    person_merge.confirmed_at, kept.card, absorbed.card
  from person_merge
  join identity as kept on kept.id = person_merge.kept_id
  join identity as absorbed on absorbed.id = person_merge.absorbed_id
  where person_merge.undone_at is null
    and (person_merge.confirmed_at is null or person_merge.confirmed_at > now() - interval '30 days')
  order by person_merge.confirmed_at nulls first, person_merge.proposed_at;
end
$$;

create function confirm_merge(merge_id uuid) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  proposed record;
begin
  select * into proposed from person_merge where id = merge_id and confirmed_at is null and undone_at is null for update;
  if proposed is null or not asker_administers() then
    return 'absent';
  end if;
  if proposed.proposed_by = asker then
    return 'second-person';
  end if;
  if (select count(*) from person where id in (proposed.kept_id, proposed.absorbed_id) and state <> 'merged') <> 2 then
    return 'absent';
  end if;
  perform absorb_person(merge_id, proposed.kept_id, proposed.absorbed_id, proposed.proposed_by, asker);
  return 'done';
exception when integrity_constraint_violation then
  return 'impossible';
end
$$;

-- A proposal is set aside; a merge is undone: each row goes back where it was.
create function undo_merge(merge_id uuid) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  merged record;
  place text;
begin
  select * into merged from person_merge where id = merge_id and undone_at is null for update;
  if merged is null or not asker_administers() then
    return 'absent';
  end if;
  if merged.confirmed_at is not null then
    if exists (select from person where id = merged.kept_id and state = 'merged') then
      return 'merged-again';
    end if;
    set constraints all deferred;
    for place in select distinct table_name from person_merge_row where person_merge_row.merge_id = undo_merge.merge_id and table_name <> 'person_name' loop
      execute format(
        'update %I set person_id = $2 where id in (select row_id from person_merge_row where merge_id = $1 and table_name = %L) and person_id = $3',
        place, place)
      using undo_merge.merge_id, merged.absorbed_id, merged.kept_id;
    end loop;
    delete from person_name where id in (
      select row_id from person_merge_row where person_merge_row.merge_id = undo_merge.merge_id and table_name = 'person_name');
    update person set state = merged.absorbed_state, merged_into = null, version = version + 1 where id = merged.absorbed_id;
    set constraints all immediate;
  end if;
  update person_merge set undone_at = now() where id = merge_id;
  return 'done';
end
$$;
revoke all on function propose_merge, merges_to_decide, confirm_merge, undo_merge from public;
grant execute on function propose_merge, merges_to_decide, confirm_merge, undo_merge to maillage_app;

-- Where a file went when it joined another, for whoever holds that one: an address kept in a bookmark still leads somewhere.
create function merged_file(person_id uuid) returns uuid
language sql stable security definer set search_path = maillage, pg_temp as $$
  select person.merged_into from person
  where person.id = merged_file.person_id and asker_holds(person.merged_into, '{shared,referent,employment}')
$$;
revoke all on function merged_file from public;
grant execute on function merged_file to maillage_app;
