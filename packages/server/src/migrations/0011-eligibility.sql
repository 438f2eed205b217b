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
comment on table diagnosis is 'V3(shared, referent, request, control). The verdict and how many criteria of each level: never which ones, never by which kind of service.';
create index diagnosis_by_person on diagnosis (person_id, made_on);
create index diagnosis_by_siae on diagnosis (siae_id);
select read_by_circles('diagnosis', '{shared,referent,request,control}');
select write_by_circles('diagnosis', '{shared,referent}');
-- A prescription is replaced by a prescriber, a structure's diagnosis by its own carrier: two policies, so that neither holds an « or ».
create policy diagnosis_replace_prescribed on diagnosis for update to maillage_app
  using (siae_id is null and 'prescriber' = any ((select current_setting('maillage.functions', true))::text[]));
create policy diagnosis_replace_own on diagnosis for update to maillage_app
  using (siae_id = any (array(
    select siae.id from siae where siae.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid))));
grant update (replaced_on) on diagnosis to maillage_app;

create table diagnosis_author (
  diagnosis_id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  prescriber_kind text,
  sensitivity text not null constraint diagnosis_author_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health', 'justice')),
  constraint diagnosis_author_of_diagnosis foreign key (diagnosis_id, person_id) references diagnosis (id, person_id) on update cascade deferrable initially immediate
);
comment on table diagnosis_author is 'V3(referent, control); V3(shared) when the kind of service betrays nothing. Being followed by a SPIP or a CHRS is itself a secret.';
create index diagnosis_author_by_person on diagnosis_author (person_id);
create index diagnosis_author_by_diagnosis on diagnosis_author (diagnosis_id, person_id);
create index diagnosis_author_by_organisation on diagnosis_author (organisation_id);
create index diagnosis_author_by_unit on diagnosis_author (unit_id);
select read_by_circles('diagnosis_author', '{referent,control}');
create policy diagnosis_author_ordinary on diagnosis_author for select to maillage_app using (
  sensitivity = 'ordinary' and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle in ('shared', 'request')
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
create policy diagnosis_author_own on diagnosis_author for select to maillage_app
  using (unit_id = any ((select current_setting('maillage.units', true))::uuid[]));
select write_by_circles('diagnosis_author', '{shared,referent}', 'organisation_id = (select nullif(current_setting(''maillage.organisation'', true), '''')::uuid)');

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
comment on table criterion is 'V3(referent, author, control). Which criteria were ticked, on which proof. Health and justice among them: RGPD articles 9 and 10.';
create index criterion_by_person on criterion (person_id);
create index criterion_by_diagnosis on criterion (diagnosis_id, person_id);
select read_by_circles('criterion', '{referent,control}');
select write_by_circles('criterion', '{referent}');

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
comment on table diagnosis_reason is 'V3(referent, control). Why the answer was what it was, that day: each step quotes a criterion, so it is read as criteria are.';
create index diagnosis_reason_by_person on diagnosis_reason (person_id);
create index diagnosis_reason_by_diagnosis on diagnosis_reason (diagnosis_id, person_id);
select read_by_circles('diagnosis_reason', '{referent,control}');
select write_by_circles('diagnosis_reason', '{referent}');
