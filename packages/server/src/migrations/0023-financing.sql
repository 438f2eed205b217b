-- What the hours of a validated month are worth, each time it was said: later figures stand beside earlier ones, never in their place.

create table payment_statement (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  territory_id text not null references territory,
  annex_id uuid not null,
  month date not null constraint payment_statement_month_first_day check (extract(day from month) = 1),
  -- Cents of that month: our estimation, which the paying agency's statement is confronted with.
  amount bigint not null,
  by_state bigint not null,
  by_departement bigint not null,
  calculation_id uuid not null references calculation,
  -- What it replaces, and what made it change.
  previous_id uuid,
  cause text not null constraint payment_statement_cause_known check (cause in ('validated', 'corrected', 'annex', 'amendment', 'structure', 'law')),
  superseded_at timestamptz,
  recorded_at timestamptz not null,
  -- Null: the platform itself, when hours or an annex changed.
  recorded_by uuid,
  constraint payment_statement_shares check (by_state + by_departement = amount),
  constraint payment_statement_of_annex foreign key (annex_id, siae_id, organisation_id, territory_id)
    references financial_annex (id, siae_id, organisation_id, territory_id),
  constraint payment_statement_of_month unique (id, siae_id, month),
  constraint payment_statement_after_previous foreign key (previous_id, siae_id, month) references payment_statement (id, siae_id, month),
  constraint payment_statement_previous_once unique (previous_id)
);
comment on table payment_statement is 'V2, V5(authority; funder where it pays a share). Estimated aid of a month as it was said; a later one names the one before, and the difference is read between the two.';
create unique index payment_statement_one_current on payment_statement (annex_id, month) where superseded_at is null;
create index payment_statement_by_previous on payment_statement (previous_id, siae_id, month);
create index payment_statement_by_annex on payment_statement (annex_id, siae_id, organisation_id, territory_id);
create index payment_statement_by_organisation on payment_statement (organisation_id, month);
create index payment_statement_by_territory on payment_statement (territory_id, month);
create index payment_statement_by_calculation on payment_statement (calculation_id);
select read_by_territory('payment_statement', to_funders => 'by_departement > 0');
create policy payment_statement_write on payment_statement for insert to maillage_job with check (true);
create policy payment_statement_supersede on payment_statement for update to maillage_job using (true);
grant insert, update (superseded_at) on payment_statement to maillage_job;
