-- What the State and a structure agreed: the agreement, its financial annexes, what amended them since, the posts they open.

-- Structures of the territories where the reader's organisation holds one of these functions, wearing one of these roles: never a person.
-- A funder of a commune or a PLIE pays for some people there: the money of a département is for the État and for who funds a département or a région.
create function read_by_territory(table_name text, more text default 'true', to_funders text default 'true') returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($policy$
    create policy %I on %I for select to maillage_app using (
      territory_id = any (array(
        select departements_of(mine.territory_id) from organisation_function as mine
        where mine.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
          and ((mine.function, (select current_setting('maillage.hat_role', true)))
              in (('authority', 'authority_officer'), ('authority', 'observatory_officer'))
            or (mine.function, (select current_setting('maillage.hat_role', true))) = ('funder', 'funder_officer') and %s
              and exists (select from territory as funded where funded.id = mine.territory_id and funded.kind in ('departement', 'region')))
          and mine.first_day <= (select current_setting('maillage.today', true)::date)
          and (mine.last_day is null or mine.last_day >= (select current_setting('maillage.today', true)::date))))
      and %s)$policy$, table_name || '_territory', table_name, to_funders, more);
  execute format($policy$
    create policy %I on %I for select to maillage_app
      using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid))$policy$, table_name || '_mine', table_name);
  execute format('create policy %I on %I for select to maillage_job using (true)', table_name || '_job', table_name);
  execute format('grant select on %I to maillage_app, maillage_job', table_name);
  execute format('grant select, insert, update, delete on %I to maillage_loader', table_name);
end
$$;

-- Written by the authority where it is one, on that day.
create function write_by_authority(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
declare
  here text := $here$
    territory_id = any (array(
      select departements_of(mine.territory_id) from organisation_function as mine
      where mine.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
        and mine.function = 'authority'
        and (select current_setting('maillage.hat_role', true)) = 'authority_officer'
        and mine.first_day <= (select current_setting('maillage.today', true)::date)
        and (mine.last_day is null or mine.last_day >= (select current_setting('maillage.today', true)::date))))$here$;
begin
  execute format('create policy %I on %I for insert to maillage_app with check (%s)', table_name || '_write', table_name, here);
  execute format('create policy %I on %I for update to maillage_app using (%s)', table_name || '_change', table_name, here);
  execute format('grant insert on %I to maillage_app', table_name);
end
$$;
revoke all on function read_by_territory, write_by_authority from public;

alter table siae add constraint siae_with_its_place unique (id, organisation_id, territory_id);

create table agreement (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  number text constraint agreement_number_reasonable check (length(number) between 1 and 60),
  first_day date not null,
  last_day date not null,
  signed_on date not null,
  origin text not null constraint agreement_origin_known check (origin in ('typed', 'imported', 'demonstration')),
  external_id text,
  cancelled_at timestamptz,
  cancelled_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint agreement_period_ordered check (first_day <= last_day),
  constraint agreement_cancelled_with_its_reason check ((cancelled_at is null) = (cancelled_reason is null)),
  constraint agreement_of_its_siae foreign key (siae_id, organisation_id, territory_id) references siae (id, organisation_id, territory_id),
  constraint agreement_with_its_siae unique (id, siae_id, organisation_id, territory_id),
  constraint agreement_one_at_a_time exclude using gist (siae_id with =, daterange(first_day, last_day, '[]') with &&) where (cancelled_at is null)
);
comment on table agreement is 'V2, V5(authority, funder). The convention IAE of a structure with the State, in the département that signs it.';
create index agreement_by_siae on agreement (siae_id, organisation_id, territory_id);
create index agreement_by_organisation on agreement (organisation_id);
create index agreement_by_territory on agreement (territory_id, first_day);
select read_by_territory('agreement');
select write_by_authority('agreement');
grant update (last_day, cancelled_at, cancelled_reason, version) on agreement to maillage_app;

create table financial_annex (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  measure text not null constraint financial_annex_measure_known check (measure in ('common', 'prison', 'bridge')),
  number text constraint financial_annex_number_reasonable check (length(number) between 1 and 60),
  first_day date not null,
  last_day date not null,
  -- The end as it is known now: an amendment may have brought it forward. Written with the amendment, and only then.
  ends_on date not null,
  -- Hundredths of a full-time post.
  posts integer not null constraint financial_annex_posts_possible check (posts between 0 and 1000000),
  -- The day it was signed: until then its months are « sans annexe ».
  known_on date not null,
  -- Hundredths of an hour of one full-time equivalent, when the annex says it.
  hours_of_one_fte integer constraint financial_annex_hours_possible check (hours_of_one_fte between 1 and 876000),
  -- Cents, as written on the annex.
  amount bigint constraint financial_annex_amount_possible check (amount >= 0),
  cofinancing_departement bigint,
  cofinancing_total bigint,
  origin text not null constraint financial_annex_origin_known check (origin in ('typed', 'imported', 'demonstration')),
  external_id text,
  cancelled_at timestamptz,
  cancelled_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version integer not null default 1,
  constraint financial_annex_period_ordered check (first_day <= last_day),
  constraint financial_annex_end_possible check (ends_on <= last_day and ends_on >= first_day - 1),
  constraint financial_annex_cofinancing_whole check (
    (cofinancing_departement is null) = (cofinancing_total is null) and cofinancing_departement >= 0 and cofinancing_total >= 0),
  constraint financial_annex_cancelled_with_its_reason check ((cancelled_at is null) = (cancelled_reason is null)),
  constraint financial_annex_of_agreement foreign key (agreement_id, siae_id, organisation_id, territory_id)
    references agreement (id, siae_id, organisation_id, territory_id),
  constraint financial_annex_with_its_siae unique (id, siae_id, organisation_id, territory_id),
  -- Empty when it was ended before its first day.
  constraint financial_annex_one_at_a_time exclude using gist
    (siae_id with =, measure with =, daterange(first_day, ends_on, '[]') with &&) where (cancelled_at is null and ends_on >= first_day)
);
comment on table financial_annex is 'V2, V5(authority, funder). As it was signed; what changed it since is in its amendments. One at a time per structure and measure.';
create index financial_annex_by_agreement on financial_annex (agreement_id, siae_id, organisation_id, territory_id);
create index financial_annex_by_siae on financial_annex (siae_id, first_day);
create index financial_annex_by_organisation on financial_annex (organisation_id);
create index financial_annex_by_territory on financial_annex (territory_id, first_day);
select read_by_territory('financial_annex');
select write_by_authority('financial_annex');
grant update (ends_on, cancelled_at, cancelled_reason, version) on financial_annex to maillage_app;

create table annex_amendment (
  id uuid primary key,
  annex_id uuid not null,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  number text constraint annex_amendment_number_reasonable check (length(number) between 1 and 60),
  kind text not null constraint annex_amendment_kind_known check (kind in ('posts', 'end')),
  -- When it became known (signed), which may stand after the day it acts from.
  known_on date not null,
  effect_on date,
  posts integer constraint annex_amendment_posts_possible check (posts between 0 and 1000000),
  last_day date,
  origin text not null constraint annex_amendment_origin_known check (origin in ('typed', 'imported', 'demonstration')),
  external_id text,
  cancelled_at timestamptz,
  cancelled_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint annex_amendment_says_what check (
    (kind = 'posts' and posts is not null and effect_on is not null and last_day is null)
    or (kind = 'end' and last_day is not null and posts is null and effect_on is null)),
  constraint annex_amendment_cancelled_with_its_reason check ((cancelled_at is null) = (cancelled_reason is null)),
  constraint annex_amendment_of_annex foreign key (annex_id, siae_id, organisation_id, territory_id)
    references financial_annex (id, siae_id, organisation_id, territory_id)
);
comment on table annex_amendment is 'V2, V5(authority, funder). What changed an annex: number of posts from a day, or its end. Effect and knowledge are two dates.';
create unique index annex_amendment_once on annex_amendment (annex_id, kind, effect_on, known_on) where cancelled_at is null and kind = 'posts';
create index annex_amendment_by_annex on annex_amendment (annex_id, siae_id, organisation_id, territory_id);
create index annex_amendment_by_organisation on annex_amendment (organisation_id);
create index annex_amendment_by_territory on annex_amendment (territory_id);
select read_by_territory('annex_amendment');
select write_by_authority('annex_amendment');
grant update (cancelled_at, cancelled_reason) on annex_amendment to maillage_app;

create table insertion_post (
  id uuid primary key,
  annex_id uuid not null,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  activity text not null constraint insertion_post_activity_reasonable check (length(activity) between 1 and 160),
  worksite_id uuid,
  posts integer not null constraint insertion_post_possible check (posts between 0 and 1000000),
  cancelled_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint insertion_post_worksite_of_its_employer foreign key (worksite_id, organisation_id) references worksite (id, organisation_id),
  constraint insertion_post_of_annex foreign key (annex_id, siae_id, organisation_id, territory_id)
    references financial_annex (id, siae_id, organisation_id, territory_id)
);
comment on table insertion_post is 'V2, V5(authority, funder). The posts of an annex by activity and place of work, in hundredths of a post; a breakdown, which money does not read.';
create index insertion_post_by_annex on insertion_post (annex_id, siae_id, organisation_id, territory_id);
create index insertion_post_by_organisation on insertion_post (organisation_id);
create index insertion_post_by_territory on insertion_post (territory_id);
create index insertion_post_by_worksite on insertion_post (worksite_id, organisation_id);
select read_by_territory('insertion_post');
select write_by_authority('insertion_post');
grant update (cancelled_at) on insertion_post to maillage_app;
