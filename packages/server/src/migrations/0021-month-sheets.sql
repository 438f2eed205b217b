-- The month of a structure: hours of each person, then their totals when the structure validates them. Outside, only totals are read.

-- Rows of one organisation, written by it too.
create function owned_by_organisation(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  mine constant text := of_mine();
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy %I on %I for select to maillage_app using (%s)', table_name || '_mine', table_name, mine);
  execute format('create policy %I on %I for insert to maillage_app with check (%s)', table_name || '_write', table_name, mine);
  execute format('create policy %I on %I for update to maillage_app using (%s)', table_name || '_change', table_name, mine);
  execute format('create policy %I on %I for select to maillage_job using (true)', table_name || '_job', table_name);
  execute format('grant select, insert on %I to maillage_app', table_name);
  execute format('grant select on %I to maillage_job', table_name);
  execute format('grant select, insert, update, delete on %I to maillage_loader', table_name);
end
$$;
revoke all on function owned_by_organisation from public;

create table month_sheet (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  month date not null constraint month_sheet_month_first_day check (extract(day from month) = 1),
  state text not null constraint month_sheet_state_known check (state in ('draft', 'validated', 'sent', 'reopened')),
  -- How many times the month was validated: the totals of each are kept.
  validations integer not null default 0,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint month_sheet_of_its_siae foreign key (siae_id, organisation_id, territory_id) references siae (id, organisation_id, territory_id),
  constraint month_sheet_once unique (siae_id, month),
  constraint month_sheet_with_its_siae unique (id, siae_id, organisation_id, territory_id),
  constraint month_sheet_with_its_organisation unique (id, organisation_id)
);
comment on table month_sheet is 'V2; V5(authority, funder) once validated. The month of a structure: brouillon, validé, transmis, débloqué.';
create index month_sheet_by_siae on month_sheet (siae_id, organisation_id, territory_id);
create index month_sheet_by_organisation on month_sheet (organisation_id, month);
create index month_sheet_by_territory on month_sheet (territory_id, month);
select read_by_territory('month_sheet', 'validations > 0 and state <> ''draft''');
create policy month_sheet_write on month_sheet for insert to maillage_app
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and state = 'draft' and validations = 0
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer,technical_supervisor}'::text[]));
-- Whoever types hours opens the month as a draft; only who answers for it before the funders moves it.
create policy month_sheet_change on month_sheet for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,payroll_officer}'::text[]));
grant insert, update (state, validations, version) on month_sheet to maillage_app;
-- The clock sends what was validated.
create policy month_sheet_clock on month_sheet for update to maillage_job using (state = 'validated');
grant update (state, version) on month_sheet to maillage_job;

create table month_sheet_act (
  id uuid primary key,
  sheet_id uuid not null,
  organisation_id uuid not null references organisation,
  transition text not null constraint month_sheet_act_known check (transition in ('validate', 'take-back', 'send', 'reopen')),
  by text not null constraint month_sheet_act_by_known check (by in ('structure', 'clock', 'payment-agency', 'authority')),
  reason text constraint month_sheet_act_reason_reasonable check (length(reason) <= 500),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint month_sheet_act_of_sheet foreign key (sheet_id, organisation_id) references month_sheet (id, organisation_id)
);
comment on table month_sheet_act is 'V2, insert only. Who moved a month from a state to another, when and why.';
create index month_sheet_act_by_sheet on month_sheet_act (sheet_id, organisation_id, recorded_at);
create index month_sheet_act_by_organisation on month_sheet_act (organisation_id);
select owned_by_organisation('month_sheet_act');
alter policy month_sheet_act_write on month_sheet_act
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,payroll_officer}'::text[])
    and by <> 'clock' and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy month_sheet_act_clock on month_sheet_act for insert to maillage_job with check (by = 'clock');
grant insert on month_sheet_act to maillage_job;

alter table siae_stay add constraint siae_stay_with_its_siae unique (id, person_id, organisation_id, siae_id);

create table hours (
  id uuid primary key,
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  siae_id uuid not null references siae,
  month date not null constraint hours_month_first_day check (extract(day from month) = 1),
  worksite_id uuid,
  measure text not null constraint hours_measure_known check (measure in ('common', 'prison', 'bridge')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint hours_of_stay foreign key (stay_id, person_id, organisation_id, siae_id) references siae_stay (id, person_id, organisation_id, siae_id)
    on update cascade deferrable initially immediate,
  constraint hours_worksite_of_its_employer foreign key (worksite_id, organisation_id) references worksite (id, organisation_id),
  constraint hours_once unique nulls not distinct (stay_id, month, worksite_id, measure),
  constraint hours_with_its_person unique (id, person_id, organisation_id)
);
comment on table hours is 'V2 and V3(employment, payment, control, audit). Hours of one stay, month, place of work and measure of annex; how many is in its versions. Purpose: pay, aid; kept for figures, nobody''s once the person is forgotten.';
create index hours_by_stay on hours (stay_id, person_id, organisation_id, siae_id);
create index hours_by_person on hours (person_id);
create index hours_by_siae on hours (siae_id, month);
create index hours_by_organisation on hours (organisation_id);
create index hours_by_worksite on hours (worksite_id, organisation_id);
select read_by_circles('hours', '{payment,control,audit}');
select read_by_employer('hours');
select write_by_circles('hours', '{employment}', 'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)');
create policy hours_job on hours for select to maillage_job using (true);
grant select on hours to maillage_job;

create table hours_version (
  hours_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  -- Hundredths of an hour; null: not known, which is not zero.
  paid integer constraint hours_version_paid_possible check (paid between 0 and 74400),
  worked integer constraint hours_version_worked_possible check (worked between 0 and 74400),
  accompaniment integer constraint hours_version_accompaniment_possible check (accompaniment between 0 and 74400),
  clause integer constraint hours_version_clause_possible check (clause between 0 and 74400),
  market text constraint hours_version_market_reasonable check (length(market) <= 120),
  lot text constraint hours_version_lot_reasonable check (length(lot) <= 120),
  clause_kind text constraint hours_version_clause_kind_reasonable check (length(clause_kind) <= 60),
  cancelled boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reason text constraint hours_version_reason_reasonable check (length(reason) <= 500),
  primary key (hours_id, version),
  constraint hours_version_of_hours foreign key (hours_id, person_id, organisation_id) references hours (id, person_id, organisation_id)
    on update cascade deferrable initially immediate
);
comment on table hours_version is 'V2 and V3(employment, payment, control, audit). What was known of these hours, and when. In hundredths of an hour.';
create unique index hours_version_one_current on hours_version (hours_id) where superseded_at is null;
create index hours_version_by_person on hours_version (person_id);
create index hours_version_by_hours on hours_version (hours_id, person_id, organisation_id);
select read_by_circles('hours_version', '{payment,control,audit}');
select read_by_employer('hours_version');
select write_by_circles('hours_version', '{employment}', 'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)');
select superseded_by_employer('hours_version', '{counsellor,director,assignment_coordinator,payroll_officer,technical_supervisor}');
create policy hours_version_job on hours_version for select to maillage_job using (true);
grant select on hours_version to maillage_job;

create table month_total (
  id uuid primary key,
  sheet_id uuid not null,
  validation integer not null,
  organisation_id uuid not null,
  siae_id uuid not null,
  -- The département of the agreement, for money; that of the place of work, for observation.
  territory_id text not null references territory,
  worksite_id uuid,
  worksite_territory_id text not null references territory,
  month date not null,
  measure text not null constraint month_total_measure_known check (measure in ('common', 'prison', 'bridge')),
  -- Below 100: hours of an inclusion contract after its first year.
  percent integer not null default 100 constraint month_total_percent_possible check (percent between 0 and 100),
  people integer not null,
  -- Hundredths of an hour that the aid counts, for this kind of structure on that month; those of contracts not settled are apart.
  counted bigint not null,
  paid bigint not null,
  worked bigint not null,
  -- Hours kept and not paid until what is wrong is settled (without a contract).
  held_back bigint not null default 0,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  -- The month went back to draft: nothing of it is read outside.
  withdrawn_at timestamptz,
  constraint month_total_of_sheet foreign key (sheet_id, siae_id, organisation_id, territory_id)
    references month_sheet (id, siae_id, organisation_id, territory_id),
  constraint month_total_worksite_of_its_employer foreign key (worksite_id, organisation_id) references worksite (id, organisation_id),
  constraint month_total_superseded_after check (superseded_at >= recorded_at),
  constraint month_total_once unique nulls not distinct (sheet_id, validation, worksite_id, measure, percent)
);
comment on table month_total is 'V2; V5(authority, funder) unless withdrawn. Totals of a validated month, never a person; each validation keeps its own.';
create index month_total_by_sheet on month_total (sheet_id, siae_id, organisation_id, territory_id);
create index month_total_by_siae on month_total (siae_id, month) where superseded_at is null;
create index month_total_by_organisation on month_total (organisation_id);
create index month_total_by_territory on month_total (territory_id, month);
create index month_total_by_place on month_total (worksite_territory_id, month);
create index month_total_by_worksite on month_total (worksite_id, organisation_id);
create unique index month_total_one_current on month_total (sheet_id, worksite_id, measure, percent) nulls not distinct where superseded_at is null;
select read_by_territory('month_total', 'withdrawn_at is null');
create policy month_total_write on month_total for insert to maillage_app
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{director,payroll_officer}'::text[]));
create policy month_total_change on month_total for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and superseded_at is null
    and (select current_setting('maillage.hat_role', true)) = any ('{director,payroll_officer}'::text[]))
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
grant insert, update (superseded_at, withdrawn_at) on month_total to maillage_app;

create table staff_post (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  siae_id uuid not null,
  role text not null constraint staff_post_role_known
    check (role in ('technical_supervisor', 'counsellor', 'director', 'administrative', 'assignment_coordinator', 'other')),
  label text not null constraint staff_post_label_reasonable check (length(label) between 1 and 120),
  -- Hundredths of a full-time equivalent.
  fte integer not null constraint staff_post_fte_possible check (fte between 1 and 10000),
  first_day date not null,
  last_day date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint staff_post_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint staff_post_period_ordered check (last_day is null or first_day <= last_day)
);
comment on table staff_post is 'V2. Permanent staff by function and full-time equivalent: posts, never the people who hold them.';
create index staff_post_by_siae on staff_post (siae_id, organisation_id, first_day);
create index staff_post_by_organisation on staff_post (organisation_id);
select owned_by_organisation('staff_post');
grant update (last_day, version) on staff_post to maillage_app;

create policy siae_stay_job on siae_stay for select to maillage_job using (true);
create policy contract_job on contract for select to maillage_job using (true);
create policy contract_version_job on contract_version for select to maillage_job using (true);
grant select on siae_stay, contract, contract_version to maillage_job;

-- Every line of the month of a structure, without a name: a validator answers for people of teams that they do not read too, and a total that left
-- somebody out would be false. Only for who validates the months of its carrier.
create function month_lines(siae_id uuid, month date) returns table (
  stay_id uuid, person_id uuid, hours_id uuid, worksite_id uuid, measure text, paid integer, worked integer, contracts jsonb)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select stay.id, stay.person_id, typed.hours_id, typed.worksite_id, typed.measure, typed.paid, typed.worked, covering.contracts
  from siae_stay as stay
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('type', signed.type, 'first', signed.first_day, 'last', least(signed.last_day, stay.exit_day))), '[]') as contracts
    from contract
    join contract_version as signed on signed.contract_id = contract.id and signed.superseded_at is null and not signed.cancelled
    where contract.stay_id = stay.id and signed.first_day < month_lines.month + interval '1 month'
      and coalesce(least(signed.last_day, stay.exit_day), '2999-12-31') >= greatest(month_lines.month, signed.first_day)) as covering
  left join lateral (
    select hours.id as hours_id, hours.worksite_id, hours.measure, known.paid, known.worked
    from hours
    join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
    where hours.stay_id = stay.id and hours.month = month_lines.month) as typed on true
  where stay.siae_id = month_lines.siae_id and stay.cancelled_at is null
    and (typed.hours_id is not null or covering.contracts <> '[]')
    and stay.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{director,payroll_officer}'::text[])
  order by stay.id, typed.hours_id
$$;
revoke all on function month_lines from public;
grant execute on function month_lines to maillage_app;
