-- What an organisation changes by itself: its teams, its members, its deputies, the numbers of its structures.

alter table unit add column version integer not null default 1;
-- Two teams of one structure with one name could not be told apart in any list.
alter table unit add constraint unit_name_once exclude using gist (
  organisation_id with =,
  (coalesce(siae_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
  (lower(name)) with =,
  daterange(first_day, last_day, '[]') with &&);
grant update (version) on unit to maillage_app;

-- A delegation that began is ended by its last day; one that has not begun is withdrawn, and stays in the history.
alter table delegation add constraint delegation_once exclude using gist (
  from_membership_id with =,
  to_membership_id with =,
  daterange(first_day, last_day, '[]') with &&) where (withdrawn_at is null);
grant update (withdrawn_at) on delegation to maillage_app;

-- The carrier records the new number of its structure; the one before is ended, never erased.
create policy siae_siret_add on siae_siret for insert to maillage_app with check (exists (
  select from siae
  where siae.id = siae_siret.siae_id
    and siae.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[])));
create policy siae_siret_end on siae_siret for update to maillage_app using (exists (
  select from siae
  where siae.id = siae_siret.siae_id
    and siae.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[])));
grant insert, update (last_day) on siae_siret to maillage_app;

-- The préfet authorises where he is the authority, on that day: functions and territories of an actor are two lists, so the pair is read here.
create policy authorisation_decide on authorisation for insert to maillage_app with check (
  basis = 'prefect'
  and (select current_setting('maillage.hat_role', true)) = 'authority_officer'
  and exists (
    select from organisation_function as mine
    cross join organisation_function as theirs
    where mine.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
      and mine.function = 'authority'
      and mine.first_day <= (select current_setting('maillage.today', true)::date)
      and (mine.last_day is null or mine.last_day >= (select current_setting('maillage.today', true)::date))
      and theirs.organisation_id = authorisation.organisation_id
      and theirs.function = 'prescriber'
      and theirs.first_day <= (select current_setting('maillage.today', true)::date)
      and (theirs.last_day is null or theirs.last_day >= (select current_setting('maillage.today', true)::date))
      and mine.territory_id in (select departements_of(theirs.territory_id))));

-- The account behind an address typed whole, to make it a member: its id or nothing, never its name nor where else it works.
-- Only for who steers an organisation; the page counts the questions before it asks.
create function account_with_address(email_key text) returns uuid
language sql stable security definer set search_path = maillage, pg_temp as $$
  select account.id from account where account.email_key = account_with_address.email_key and account.state = 'active'
    and current_setting('maillage.hat_role', true) in ('director', 'organisation_administrator')
$$;
revoke all on function account_with_address from public;
grant execute on function account_with_address to maillage_app;
