-- Who is eligible, by whose word and on which criteria. What betrays the person's life is in rows of its own.

create table diagnosis (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null constraint diagnosis_role_known check (role in ('prescriber', 'siae')),
  siae_id uuid references siae,
  made_on date not null,
  expires_on date not null,
  replaced_on date,
  verdict text not null constraint diagnosis_verdict_known check (verdict in ('granted', 'refused', 'undetermined')),
  carried_by text constraint diagnosis_carrier_known check (carried_by in ('prescriber', 'level-1', 'level-2')),
  level_1_count integer not null,
  level_2_count integer not null,
  law_version text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint diagnosis_of_its_author check ((role = 'siae') = (siae_id is not null)),
  constraint diagnosis_carried_when_granted check ((verdict = 'granted') = (carried_by is not null)),
  constraint diagnosis_with_its_person unique (id, person_id)
);
comment on table diagnosis is 'V3(shared, referent, request, control), never the technical supervisor nor the payroll officer. Purpose: the right to a pathway; controller: the author; clock: end of the right; two years, then archived. The verdict and how many criteria of each level: never which ones, never by which kind of service.';
create index diagnosis_by_person on diagnosis (person_id, made_on);
create index diagnosis_by_siae on diagnosis (siae_id);
-- Neither the technical supervisor nor the payroll officer of a team that shares the person: the SIAE is the employer (FIELD §2).
select read_by_circles('diagnosis', '{shared,referent,request,control}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent,authority_officer,funder_officer}'::text[])$$);
-- Whose hand wrote it is not for the other readers: the account of a masked service is the same on all its diagnoses.
revoke select on diagnosis from maillage_app;
grant select (id, person_id, role, siae_id, made_on, expires_on, replaced_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at)
  on diagnosis to maillage_app;
select write_by_circles('diagnosis', '{shared,referent}',
  $$(select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[])$$);
-- A prescription is replaced by a prescriber, a structure's diagnosis by its own carrier: two policies, so that neither holds an « or ».
create policy diagnosis_replace_prescribed on diagnosis for update to maillage_app
  using (siae_id is null and 'prescriber' = any ((select current_setting('maillage.functions', true))::text[])
    and (select current_setting('maillage.hat_role', true)) = any ('{prescriber,ft_adviser,referent,director}'::text[])
    and person_id = any (array(
      select person_access.person_id from person_access
      where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
        and person_access.circle = any ('{shared,referent}'::text[])
        and person_access.starts_on <= (select current_setting('maillage.today', true))::date
        and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
create policy diagnosis_replace_own on diagnosis for update to maillage_app
  using ((select current_setting('maillage.hat_role', true)) = any ('{counsellor,director}'::text[]) and siae_id = any (array(
    select siae.id from siae where siae.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid))));
grant update (replaced_on) on diagnosis to maillage_app;

create table diagnosis_author (
  diagnosis_id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  -- Who wrote it, and reads again what they wrote.
  account_id uuid references account default (nullif(current_setting('maillage.account', true), '')::uuid),
  prescriber_kind text,
  sensitivity text not null constraint diagnosis_author_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  constraint diagnosis_author_unit_of_its_organisation foreign key (unit_id, organisation_id) references unit (id, organisation_id),
  constraint diagnosis_author_of_diagnosis foreign key (diagnosis_id, person_id) references diagnosis (id, person_id) on update cascade deferrable initially immediate
);
comment on table diagnosis_author is 'V3(referent, control), health and justice by agreement; V3(shared) when the kind of service betrays nothing. Being followed by a SPIP or a CHRS is itself a secret.';
create index diagnosis_author_by_person on diagnosis_author (person_id);
create index diagnosis_author_by_diagnosis on diagnosis_author (diagnosis_id, person_id);
create index diagnosis_author_by_organisation on diagnosis_author (organisation_id);
create index diagnosis_author_by_unit on diagnosis_author (unit_id, organisation_id);
create index diagnosis_author_by_account on diagnosis_author (account_id);
select read_by_referents('diagnosis_author', '{counsellor,director,prescriber,ft_adviser,referent}');
create policy diagnosis_author_ordinary on diagnosis_author for select to maillage_app using (
  sensitivity = 'ordinary'
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,prescriber,ft_adviser,referent,authority_officer,funder_officer}'::text[])
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'request')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
create policy diagnosis_author_own on diagnosis_author for select to maillage_app
  using (unit_id = any ((select current_setting('maillage.units', true))::uuid[])
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[]));
select write_by_circles('diagnosis_author', '{shared,referent}',
  $$organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and account_id = (select nullif(current_setting('maillage.account', true), '')::uuid)$$);

-- The author reads again what they wrote, while their team follows the person: no right on what others wrote comes with it.
create function read_by_author(table_name text) returns void
language plpgsql set search_path = maillage, pg_temp as $$
begin
  execute format($policy$
    create policy %I on %I for select to maillage_app using (
      diagnosis_id = any (array(
        select diagnosis_author.diagnosis_id from diagnosis_author
        where diagnosis_author.account_id = (select nullif(current_setting('maillage.account', true), '')::uuid)))
      and person_id = any (array(
        select person_access.person_id from person_access
        where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
          and person_access.circle = any ('{shared,referent}'::text[])
          and person_access.starts_on <= (select current_setting('maillage.today', true))::date
          and person_access.ends_on >= (select current_setting('maillage.today', true))::date)))$policy$, table_name || '_author', table_name);
  perform write_by_circles(table_name, '{shared,referent}', $more$diagnosis_id = any (array(
    select diagnosis_author.diagnosis_id from diagnosis_author
    where diagnosis_author.account_id = (select nullif(current_setting('maillage.account', true), '')::uuid)))$more$);
end
$$;
revoke all on function read_by_author from public;

create table criterion (
  id uuid primary key,
  diagnosis_id uuid not null,
  person_id uuid not null,
  code text not null,
  -- Null when the texts of that day do not list it: what was ticked is a fact all the same.
  level integer constraint criterion_level_known check (level in (1, 2)),
  sensitivity text not null constraint criterion_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  evidence_kind text,
  evidence_first date,
  evidence_last date,
  -- Months or periods of registration, for the two criteria that count them.
  registration jsonb,
  finding text not null constraint criterion_finding_known check (finding in ('established', 'failed', 'undetermined')),
  constraint criterion_of_diagnosis foreign key (diagnosis_id, person_id) references diagnosis (id, person_id) on update cascade deferrable initially immediate,
  constraint criterion_once unique (diagnosis_id, code)
);
comment on table criterion is 'V3(referent, control) and its author; health and justice by agreement of the person. Purpose: proof of eligibility; clock: end of the right; kept until the control window closes. Which criteria were ticked, on which proof. Health and justice among them: RGPD articles 9 and 10.';
create index criterion_by_person on criterion (person_id);
create index criterion_by_diagnosis on criterion (diagnosis_id, person_id);
select read_by_referents('criterion', '{counsellor,director,prescriber,ft_adviser,referent}');
select read_by_author('criterion');

create table diagnosis_reason (
  diagnosis_id uuid not null,
  person_id uuid not null,
  rank integer not null,
  kind text not null constraint diagnosis_reason_kind_known check (kind in ('step', 'refusal', 'missing')),
  content jsonb not null,
  sensitivity text not null constraint diagnosis_reason_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  primary key (diagnosis_id, rank),
  constraint diagnosis_reason_of_diagnosis foreign key (diagnosis_id, person_id) references diagnosis (id, person_id) on update cascade deferrable initially immediate
);
comment on table diagnosis_reason is 'V3(referent, control) and its author, as criterion. Why the answer was what it was, that day: each step quotes a criterion, so it is read as criteria are.';
create index diagnosis_reason_by_person on diagnosis_reason (person_id);
create index diagnosis_reason_by_diagnosis on diagnosis_reason (diagnosis_id, person_id);
select read_by_referents('diagnosis_reason', '{counsellor,director,prescriber,ft_adviser,referent}');
select read_by_author('diagnosis_reason');
