-- Files of payroll and temp-work tools, brought in again each month.

create table import_mapping (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  -- Null: people, who belong to the organisation before any structure.
  siae_id uuid,
  kind text not null constraint import_mapping_kind_known check (kind in ('people', 'contracts', 'hours')),
  -- Title of a column of the file, as it is searched → column of ours, or '' for one that is left aside.
  titles jsonb not null constraint import_mapping_titles_reasonable check (jsonb_typeof(titles) = 'object' and length(titles::text) <= 20000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint import_mapping_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint import_mapping_once unique nulls not distinct (organisation_id, siae_id, kind)
);
comment on table import_mapping is 'V2. Which column of a file is which of ours, as it was chosen the last time. Titles only, never what is under them.';
create index import_mapping_by_siae on import_mapping (siae_id, organisation_id);
select owned_by_organisation('import_mapping');
grant update (titles, recorded_at, recorded_by, version) on import_mapping to maillage_app;

-- A file of a person opened by mistake, taken back whole: by whoever opened it, within thirty days, while nothing else was written of the person and
-- nobody else opened it, for that they did is the person's to know. What rests on a person refers to it, so that the keys themselves say whether
-- anything does.
create function withdraw_new_person(person_id uuid) returns boolean
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('person:' || withdraw_new_person.person_id, 0));
  if not current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent}'::text[])
    or not asker_holds(withdraw_new_person.person_id, '{shared}')
    or not exists (
      select from person
      where person.id = withdraw_new_person.person_id and person.owner_org_id = organisation and person.state <> 'merged' and person.version = 1
        and person.recorded_by = asker and person.recorded_at > now() - interval '30 days')
    or exists (select from access_log where access_log.person_id = withdraw_new_person.person_id and access_log.account_id <> asker)
    or exists (select from person_access as held where held.person_id = withdraw_new_person.person_id and held.source <> 'created')
    or exists (select from person_name as name where name.person_id = withdraw_new_person.person_id and name.superseded_at is not null)
    or exists (select from contact_version as known where known.person_id = withdraw_new_person.person_id and known.version > 1)
  then
    return false;
  end if;
  begin
    update import_line set person_id = null where import_line.person_id = withdraw_new_person.person_id;
    delete from contact_version where contact_version.person_id = withdraw_new_person.person_id;
    delete from contact where contact.person_id = withdraw_new_person.person_id;
    delete from person_name where person_name.person_id = withdraw_new_person.person_id;
    delete from access_log where access_log.person_id = withdraw_new_person.person_id;
    delete from person_access where person_access.person_id = withdraw_new_person.person_id;
    delete from person where person.id = withdraw_new_person.person_id;
  exception when foreign_key_violation then
    return false;
  end;
  return true;
end
$$;
revoke all on function withdraw_new_person from public;
grant execute on function withdraw_new_person to maillage_app;
