-- Names found as people say them, and groupings that are drawn or published for a time.

-- « Escale » finds L'Escale, « Mans » finds Le Mans: the name without its article.
alter table territory add column bare_key text collate "C"
  generated always as (regexp_replace(name_key, '^(l|le|la|les|los) ', '')) stored;
create index territory_by_bare_name on territory (kind, bare_key);

-- Who drew or published a grouping, as its readers are told; and, when it was drawn here, the organisation that may close it.
alter table territory add column origin text;
alter table territory add column organisation_id uuid references organisation;
create index territory_by_organisation on territory (organisation_id);
alter table territory add constraint territory_drawn_name_once exclude using gist
  (kind with =, name_key with =, daterange(first_day, last_day, '[]') with &&) where (organisation_id is not null);

drop policy territory_draw on territory;
drop policy territory_membership_draw on territory_membership;
create policy territory_draw on territory for insert to maillage_app
  with check (kind in ('bassin', 'perimeter')
    and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{authority_officer,funder_officer,observatory_officer}'::text[]));
create policy territory_close on territory for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{authority_officer,funder_officer,observatory_officer}'::text[]));
create policy territory_membership_draw on territory_membership for insert to maillage_app
  with check (exists (
    select from territory as drawn
    where drawn.id = group_id and drawn.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid))
    and (select current_setting('maillage.hat_role', true)) = any ('{authority_officer,funder_officer,observatory_officer}'::text[]));
grant update (last_day) on territory to maillage_app;
