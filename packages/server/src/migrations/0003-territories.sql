-- Where things are. Territories overlap: a commune belongs to a département, an EPCI, a bassin and any perimeter drawn for a need.

create table territory (
  id text primary key,
  kind text not null constraint territory_kind_known check (kind in ('region', 'departement', 'epci', 'commune', 'bassin', 'perimeter')),
  code text not null,
  name text not null,
  name_key text collate "C" not null,
  time_zone text,
  first_day date not null,
  last_day date,
  vintage text not null,
  recorded_by uuid,
  constraint territory_period_ordered check (last_day is null or first_day <= last_day),
  constraint territory_departement_has_time_zone check (kind <> 'departement' or time_zone is not null),
  constraint territory_code_once unique (kind, code)
);
comment on table territory is 'V0. Régions, départements with their legal time zone, EPCI, communes, bassins, perimeters.';
create index territory_by_name on territory (kind, name_key);

create table territory_membership (
  member_id text not null references territory,
  group_id text not null references territory,
  first_day date not null,
  last_day date,
  vintage text not null,
  primary key (member_id, group_id, first_day),
  constraint territory_membership_period_ordered check (last_day is null or first_day <= last_day),
  constraint territory_membership_not_itself check (member_id <> group_id)
);
comment on table territory_membership is 'V0. Dated: a commune changes EPCI, a bassin is redrawn.';
create index territory_membership_by_group on territory_membership (group_id, member_id);

create table postal_code (
  code text not null,
  territory_id text not null references territory,
  primary key (code, territory_id)
);
comment on table postal_code is 'V0. A code covers several communes and a commune has several codes.';
create index postal_code_by_territory on postal_code (territory_id);

create table population (
  territory_id text not null references territory,
  vintage text not null,
  inhabitants integer not null constraint population_not_negative check (inhabitants >= 0),
  primary key (territory_id, vintage)
);
comment on table population is 'V0. Legal population of a territory, by vintage.';

alter table territory enable row level security;
alter table territory force row level security;
alter table territory_membership enable row level security;
alter table territory_membership force row level security;
alter table postal_code enable row level security;
alter table postal_code force row level security;
alter table population enable row level security;
alter table population force row level security;

create policy territory_read on territory for select to maillage_app, maillage_job, maillage_public using (true);
create policy territory_membership_read on territory_membership for select to maillage_app, maillage_job, maillage_public using (true);
create policy postal_code_read on postal_code for select to maillage_app, maillage_job, maillage_public using (true);
create policy population_read on population for select to maillage_app, maillage_job, maillage_public using (true);
grant select on territory, territory_membership, postal_code, population to maillage_app, maillage_job, maillage_public;
grant select, insert, update, delete on territory, territory_membership, postal_code, population to maillage_loader;

-- A bassin or a perimeter is drawn by its author; the official map comes with the imports of the publisher.
create policy territory_draw on territory for insert to maillage_app
  with check (kind in ('bassin', 'perimeter') and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy territory_membership_draw on territory_membership for insert to maillage_app
  with check (exists (
    select from territory as drawn
    where drawn.id = group_id and drawn.kind in ('bassin', 'perimeter')
      and drawn.recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)));
grant insert on territory, territory_membership to maillage_app;

-- The départements where a function reaches: its own, the one around its commune, those its communes are in, those of its région.
create function departements_of(territory_id text) returns setof text
language sql stable set search_path = maillage, pg_temp as $$
  select departement.id from territory as departement
  where departement.kind = 'departement' and departement.last_day is null and (
    departement.id = departements_of.territory_id
    or exists (
      select from territory_membership as around
      where around.member_id = departements_of.territory_id and around.group_id = departement.id and around.last_day is null)
    or exists (
      select from territory_membership as below
      where below.member_id = departement.id and below.group_id = departements_of.territory_id and below.last_day is null)
    or departement.id in (
      select place.group_id
      from territory_membership as held join territory_membership as place on place.member_id = held.member_id and place.last_day is null
      where held.group_id = departements_of.territory_id and held.last_day is null))
$$;
