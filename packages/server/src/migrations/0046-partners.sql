-- The partners of a territory: whom to send somebody to, by area and place. Shared by all who accompany; never a private person.

create table partner (
  id uuid primary key,
  departement_id text not null references territory,
  organisation_id uuid not null references organisation,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
comment on table partner is 'V1 for members of any organisation. A place that helps with an area of life; what is said of it stands in its versions. No personal data; kept, closed ones included.';
create index partner_by_departement on partner (departement_id);
create index partner_by_organisation on partner (organisation_id);

create table partner_version (
  partner_id uuid not null references partner,
  version integer not null,
  name text not null constraint partner_version_name_short check (length(name) between 1 and 120),
  name_key text collate "C" not null,
  does text not null constraint partner_version_does_short check (length(does) between 1 and 500),
  does_key text collate "C" not null,
  areas text[] not null constraint partner_version_areas_known check (cardinality(areas) > 0 and areas <@ array['illiteracy', 'health', 'housing',
    'access-to-rights', 'mobility', 'money', 'justice', 'family-constraints', 'job-search', 'career-plan', 'french', 'digital', 'childcare', 'parenting',
    'addiction', 'domestic-violence', 'soft-skills', 'training']),
  commune_id text not null references territory,
  serves_id text not null references territory,
  address text constraint partner_version_address_short check (length(address) between 1 and 240),
  phone text constraint partner_version_phone_short check (length(phone) between 2 and 20),
  conditions text constraint partner_version_conditions_short check (length(conditions) between 1 and 300),
  closed_on date,
  organisation_id uuid not null references organisation,
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  primary key (partner_id, version)
);
comment on table partner_version is 'V1 for members of any organisation. What is said of a partner, as it was written and corrected. No personal data: the line of a reception, never of somebody.';
create unique index partner_version_once on partner_version (partner_id) where superseded_at is null;
create index partner_version_by_commune on partner_version (commune_id);
create index partner_version_by_place on partner_version (serves_id);
create index partner_version_by_organisation on partner_version (organisation_id);

create table partner_remark (
  id uuid primary key,
  partner_id uuid not null references partner,
  kind text not null constraint partner_remark_kind_known check (kind in ('verified', 'mistake')),
  said text constraint partner_remark_said_short check (length(said) between 1 and 300),
  organisation_id uuid not null references organisation,
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint partner_remark_mistake_said check ((kind = 'mistake') = (said is not null))
);
comment on table partner_remark is 'V1 for members of any organisation. Somebody checked what is said of a partner, or found a mistake in it. No personal data.';
create index partner_remark_by_partner on partner_remark (partner_id, recorded_at);
create index partner_remark_by_organisation on partner_remark (organisation_id);

do $$
declare
  place text;
begin
  foreach place in array '{partner,partner_version,partner_remark}'::text[] loop
    execute format('alter table %I enable row level security', place);
    execute format('alter table %I force row level security', place);
    execute format('create policy %I on %I for select to maillage_app using ((select coalesce(current_setting(''maillage.hat_role'', true), '''')) <> '''')',
      place || '_members', place);
    execute format('create policy %I on %I for insert to maillage_app with check (recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and '
      || of_mine(accompanying_roles()) || ')', place || '_write', place);
    execute format('grant select, insert on %I to maillage_app', place);
    execute format('grant select, insert, update, delete on %I to maillage_loader', place);
  end loop;
end $$;
-- Corrected by whoever accompanies, of any organisation: the former version stays, and says who wrote it.
create policy partner_version_supersede on partner_version for update to maillage_app
  using (superseded_at is null and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[]))
  with check (superseded_at is not null);
grant update (superseded_at) on partner_version to maillage_app;

-- With whom a step was made. A partner whose mere name tells an illness or an offence is not named: the rule refuses it before it comes here.
alter table accompaniment_act add column partner_id uuid references partner,
  add constraint accompaniment_act_with_a_partner check (partner_id is null or kind = 'partner-step');
create index accompaniment_act_by_partner on accompaniment_act (partner_id);
