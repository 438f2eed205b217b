-- What an exit is read for by others than the State, what prepares it, and what becomes of the person after.

-- The rates that a structure agreed with a PLIE or another funder for a year, to be held beside what is done and what is expected.
create table agreed_exit_rate (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  year integer not null constraint agreed_exit_rate_year_possible check (year between 2008 and 2100),
  measure text not null constraint agreed_exit_rate_measure_known
    check (measure in ('employment', 'qualifying-training', 'business-survival', 'lasting-employment', 'access', 'abandonment')),
  percent integer not null constraint agreed_exit_rate_percent_possible check (percent between 0 and 100),
  -- The agreement that says it.
  document text not null constraint agreed_exit_rate_document_reasonable check (length(document) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  constraint agreed_exit_rate_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id)
);
comment on table agreed_exit_rate is 'V2, by those who read exits. Rates agreed for a year, and the agreement that says so; nobody is in it.';
create unique index agreed_exit_rate_one_current on agreed_exit_rate (siae_id, year, measure) where superseded_at is null;
create index agreed_exit_rate_by_siae on agreed_exit_rate (siae_id, organisation_id);
alter table agreed_exit_rate enable row level security;
alter table agreed_exit_rate force row level security;
create policy agreed_exit_rate_mine on agreed_exit_rate for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[]));
create policy agreed_exit_rate_write on agreed_exit_rate for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'director'
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and superseded_at is null);
create policy agreed_exit_rate_supersede on agreed_exit_rate for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'director' and superseded_at is null) with check (superseded_at is not null);
grant select, insert, update (superseded_at) on agreed_exit_rate to maillage_app;
grant select, insert, update, delete on agreed_exit_rate to maillage_loader;

-- The ends of insertion contracts of a structure that no other contract of the stay follows, with the exit when one is recorded: nobody is named. In an
-- association or a temporary work structure, the end of a mission is none: only that of the stay counts.
create function insertion_contract_ends(siae_id uuid, first_day date, last_day date)
returns table (ended_on date, kind text, entry_day date, exit_on date, reason text, found_first date, found_last date, months jsonb)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select ended.last_day, said.kind, said.entry_day, said.exit_on, case when said.sensitivity = 'ordinary' then said.reason end,
    said.found_first, said.found_last, said.months
  from siae_stay as stay
  join lateral (
    select least(max(coalesce(known.last_day, '2999-12-31')), stay.exit_day) as last_day
    from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    where contract.stay_id = stay.id) as ended on true
  left join stay_exit as said on said.stay_id = stay.id
  where stay.siae_id = insertion_contract_ends.siae_id and stay.cancelled_at is null
    and ended.last_day between insertion_contract_ends.first_day and insertion_contract_ends.last_day
    and (stay.exit_day is not null or stay.kind not in ('AI', 'ETTI'))
    and stay.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[])
$$;
revoke all on function insertion_contract_ends from public;
grant execute on function insertion_contract_ends to maillage_app;
