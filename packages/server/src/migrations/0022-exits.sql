-- The life of contracts, then the end of a stay: when, why, and what the person goes to. Neither the end of a contract nor that of the PASS IAE.

-- The contract that this one renews, of the same stay.
alter table contract add column renews uuid;
alter table contract add constraint contract_in_its_stay unique (id, stay_id);
alter table contract add constraint contract_renews_another check (renews <> id);
alter table contract add constraint contract_renews_in_its_stay foreign key (renews, stay_id) references contract (id, stay_id);
create index contract_by_renewed on contract (renews, stay_id);

-- The day from which these terms hold; null: from the first day. Those of the version before held until then.
alter table contract_version add column effect_on date;

create table exit (
  id uuid primary key,
  stay_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  siae_id uuid not null references siae,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint exit_of_stay foreign key (stay_id, person_id, organisation_id, siae_id) references siae_stay (id, person_id, organisation_id, siae_id)
    on update cascade deferrable initially immediate,
  -- One per stay: what was wrong is a version, never a second exit.
  constraint exit_once unique (stay_id),
  constraint exit_with_its_person unique (id, person_id, organisation_id)
);
comment on table exit is 'V2, by its employer, and V3(control, audit). The end of a stay; what is known of it is in its versions. Purpose: accompaniment, results; kept for figures, nobody''s once the person is forgotten.';
create index exit_by_stay on exit (stay_id, person_id, organisation_id, siae_id);
create index exit_by_person on exit (person_id);
create index exit_by_organisation on exit (organisation_id);
create index exit_by_siae on exit (siae_id);
select read_by_circles('exit', '{control,audit}');
select read_by_employer('exit');
select write_by_circles('exit', '{employment}', of_mine(employing_roles()));
create policy exit_job on exit for select to maillage_job using (true);
grant select on exit to maillage_job;

create table exit_version (
  exit_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  exit_on date not null,
  -- Days of the contract or assignment found, for a reason classed by its length; last null: open-ended.
  found_first date,
  found_last date,
  -- The version that gave the reason: one that is kept is not written again, and may be kept by whoever is not shown it.
  reason_version integer not null constraint exit_version_reason_known check (reason_version between 1 and version),
  cancelled boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (exit_id, version),
  constraint exit_version_found_ordered check (found_last is null or found_first <= found_last),
  constraint exit_version_with_its_person unique (exit_id, version, person_id, organisation_id),
  constraint exit_version_of_exit foreign key (exit_id, person_id, organisation_id) references exit (id, person_id, organisation_id)
    on update cascade deferrable initially immediate
);
comment on table exit_version is 'V2, by its employer, and V3(control, audit). Day of the exit and days of what was found; the reason, and why it changed, are rows of their own.';
create unique index exit_version_one_current on exit_version (exit_id) where superseded_at is null;
create index exit_version_by_person on exit_version (person_id);
create index exit_version_by_exit on exit_version (exit_id, person_id, organisation_id);
select read_by_circles('exit_version', '{control,audit}');
select read_by_employer('exit_version');
select write_by_circles('exit_version', '{employment}', of_mine(employing_roles()));
select superseded_by_employer('exit_version');
create policy exit_version_job on exit_version for select to maillage_job using (true);
grant select on exit_version to maillage_job;

create table exit_change (
  exit_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  reason text not null constraint exit_change_reasonable check (length(reason) between 1 and 500),
  primary key (exit_id, version),
  constraint exit_change_of_version foreign key (exit_id, version, person_id, organisation_id)
    references exit_version (exit_id, version, person_id, organisation_id)
    on update cascade deferrable initially immediate
);
comment on table exit_change is 'V2, by its employer but for technical supervisors. Why what was said of an exit changed, as it was typed: a text may tell more than it should.';
create index exit_change_by_version on exit_change (exit_id, version, person_id, organisation_id);
create index exit_change_by_person on exit_change (person_id);
select read_by_circles('exit_change', '{employment}', of_mine(employing_roles()));
select write_by_circles('exit_change', '{employment}', of_mine(employing_roles()));

create table exit_reason (
  exit_id uuid not null,
  version integer not null,
  person_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  sensitivity text not null constraint exit_reason_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (exit_id, version),
  constraint exit_reason_as_sensitive_as_it_is check (sensitivity =
    case reason when 'death' then 'social' when 'long-illness' then 'health' when 'maternity' then 'health' when 'detention' then 'justice' else 'ordinary' end),
  constraint exit_reason_of_version foreign key (exit_id, version, person_id, organisation_id)
    references exit_version (exit_id, version, person_id, organisation_id)
    on update cascade deferrable initially immediate
);
comment on table exit_reason is 'V2, and of it V3(referent); ordinary reasons also V3(shared, employment), and outside V3(control, audit). Why the stay ended, by the dated nomenclature: another structure or a prescriber reads the day, never the reason.';
create index exit_reason_by_version on exit_reason (exit_id, version, person_id, organisation_id);
create index exit_reason_by_person on exit_reason (person_id);
select read_by_circles('exit_reason', '{referent}', of_mine());
create policy exit_reason_ordinary on exit_reason for select to maillage_app using (
  sensitivity = 'ordinary'
  and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) <> 'technical_supervisor'
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = any ('{shared,employment}'::text[])
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
create policy exit_reason_mission on exit_reason for select to maillage_app using (
  sensitivity = 'ordinary'
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = any ('{control,audit}'::text[])
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
select write_by_circles('exit_reason', '{employment}', of_mine(employing_roles()));
create policy exit_reason_job on exit_reason for select to maillage_job using (true);
grant select on exit_reason to maillage_job;

-- The exits that stand: the stay holds their day. Whoever is not shown a reason reads none. Hours by month, null where one line has none.
create view stay_exit with (security_invoker = true) as
select exit.id, exit.stay_id, exit.person_id, exit.organisation_id, exit.siae_id, known.version, known.exit_on, known.found_first, known.found_last,
  why.reason, why.sensitivity, stay.kind, stay.entry_day, stay.unit_id, coalesce((
    select jsonb_agg(jsonb_build_object('month', each.month, 'paid', each.paid, 'worked', each.worked) order by each.month)
    from (
      select hours.month, case when bool_and(count.paid is not null) then sum(count.paid) end as paid,
        case when bool_and(count.worked is not null) then sum(count.worked) end as worked
      from hours join hours_version as count on count.hours_id = hours.id and count.superseded_at is null and not count.cancelled
      where hours.stay_id = exit.stay_id group by hours.month) as each), '[]') as months
from exit
join exit_version as known on known.exit_id = exit.id and known.superseded_at is null and not known.cancelled
join siae_stay as stay on stay.id = exit.stay_id and stay.cancelled_at is null and stay.exit_day = known.exit_on
left join exit_reason as why on why.exit_id = exit.id and why.version = known.reason_version;
comment on view stay_exit is 'As exit, exit_version, exit_reason, siae_stay and hours.';
grant select on stay_exit to maillage_app, maillage_job;
