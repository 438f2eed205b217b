-- What life does to files and structures: several employers at once, a death, a structure that another one takes over, a right granted on a word
-- that was not worth it. Each function below checks who asks.

-- The contracts of a person with every employer, to hold their sum against the maxima of working time: those that run, or ran in the last year, since
-- nobody reads the whole working life of a person by writing a contract. For the roles that write contracts; no name, and no id but of one's own
-- contracts: what the sum says to the others is written by a job, on their lines.
create function contracts_of_every_employer(person_id uuid) returns table (contract_id uuid, first_day date, last_day date, weekly_hours integer)
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
declare
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
begin
  if not asker_holds(contracts_of_every_employer.person_id, '{employment}')
    or current_setting('maillage.hat_role', true) not in ('counsellor', 'director', 'assignment_coordinator', 'payroll_officer')
  then
    return;
  end if;
  return query
    select case when contract.organisation_id = organisation then contract.id end, version.first_day, least(version.last_day, stay.exit_day),
      version.weekly_hours
    from contract
    join siae_stay as stay on stay.id = contract.stay_id
    join contract_version as version on version.contract_id = contract.id and version.superseded_at is null and not version.cancelled
    where contract.person_id = contracts_of_every_employer.person_id and stay.cancelled_at is null
      and coalesce(least(version.last_day, stay.exit_day), '2999-12-31')
        >= greatest(version.first_day, current_setting('maillage.today', true)::date - 366);
end
$$;

-- A message to a person is known as such, so that none leaves after a death.
alter table mail add column person_id uuid references person;
alter table mail add column withdrawn_at timestamptz;
create index mail_by_person on mail (person_id);

-- After a death: what waits in the outbox never leaves, the person's own way in closes, the codes on paper are worth nothing.
create function silence_person(person_id uuid, silenced_at timestamptz) returns void
language plpgsql security definer set search_path = maillage, pg_temp as $$
begin
  if not asker_holds(silence_person.person_id, '{shared,referent,employment}')
    or not exists (select from person where person.id = silence_person.person_id and person.death_date is not null)
  then
    raise exception 'only after a death, by a holder' using errcode = 'insufficient_privilege';
  end if;
  update mail set withdrawn_at = silenced_at
  where mail.person_id = silence_person.person_id and mail.sent_at is null and mail.withdrawn_at is null;
  update person_access set ends_on = greatest(person_access.starts_on, current_setting('maillage.today', true)::date - 1)
  where person_access.person_id = silence_person.person_id and person_access.circle = 'self'
    and person_access.ends_on >= current_setting('maillage.today', true)::date;
  update attachment_request set state = 'expired', answered_at = silenced_at
  where attachment_request.person_id = silence_person.person_id and attachment_request.state = 'waiting';
  update after_exit_link set closed_at = silenced_at where after_exit_link.person_id = silence_person.person_id and after_exit_link.closed_at is null;
end
$$;

-- Whom to write to when something happens to a person in a structure: the referents named there, or else those who accompany and direct its teams.
create function addresses_following(person_id uuid, siae_id uuid, on_day date) returns setof text
language sql stable security definer set search_path = maillage, pg_temp as $$
  with named as (
    select membership.account_id
    from referent
    join siae on siae.organisation_id = referent.organisation_id and siae.id = addresses_following.siae_id
    join membership on membership.id = referent.membership_id
    where referent.person_id = addresses_following.person_id and referent.role = 'siae'
      and referent.first_day <= on_day and (referent.last_day is null or referent.last_day >= on_day)
      and membership.first_day <= on_day and (membership.last_day is null or membership.last_day >= on_day)
  ),
  team as (
    select membership.account_id
    from unit
    join membership_unit as place on place.unit_id = unit.id and place.first_day <= on_day and (place.last_day is null or place.last_day >= on_day)
    join membership on membership.id = place.membership_id and membership.role in ('counsellor', 'director', 'assignment_coordinator')
      and membership.first_day <= on_day and (membership.last_day is null or membership.last_day >= on_day)
    where unit.siae_id = addresses_following.siae_id
      and exists (
        select from person_access as held
        where held.person_id = addresses_following.person_id and held.unit_id = unit.id and held.starts_on <= on_day and held.ends_on >= on_day)
      and not exists (select from named)
  )
  select distinct account.email from account
  where account.state = 'active' and account.id in (select account_id from named union select account_id from team)
$$;
create policy suspension_job on suspension for select to maillage_job using (true);
grant select on suspension to maillage_job;

-- What the State found of an organisation: from a day on, its word opened no right. The authority that found it reads its grounds.
create table prescriber_finding (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  authority_id uuid not null references organisation,
  first_day date not null,
  grounds text not null constraint prescriber_finding_reasonable check (length(grounds) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint prescriber_finding_once unique (organisation_id, authority_id, first_day)
);
comment on table prescriber_finding is 'V2 of the authority. An organisation that prescribed without being authorised: rights granted on its word stay until decided.';
create index prescriber_finding_by_organisation on prescriber_finding (organisation_id);
create index prescriber_finding_by_authority on prescriber_finding (authority_id);
alter table prescriber_finding enable row level security;
alter table prescriber_finding force row level security;
grant select, insert, update, delete on prescriber_finding to maillage_loader;
create policy prescriber_finding_mine on prescriber_finding for select to maillage_app
  using (authority_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = 'authority_officer');
-- Only of an organisation that prescribed here on that day, and that does not hold its right by the ministerial order: the préfet judges whom he authorises.
create policy prescriber_finding_write on prescriber_finding for insert to maillage_app with check (
  authority_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'authority_officer'
  and first_day <= (select current_setting('maillage.today', true)::date)
  and exists (
    select from organisation_function as mine
    cross join organisation_function as theirs
    where mine.organisation_id = prescriber_finding.authority_id and mine.function = 'authority'
      and mine.first_day <= (select current_setting('maillage.today', true)::date)
      and (mine.last_day is null or mine.last_day >= (select current_setting('maillage.today', true)::date))
      and theirs.organisation_id = prescriber_finding.organisation_id and theirs.function = 'prescriber'
      and theirs.first_day <= prescriber_finding.first_day
      and (theirs.last_day is null or theirs.last_day >= prescriber_finding.first_day)
      and mine.territory_id in (select departements_of(theirs.territory_id)))
  and not exists (
    select from authorisation as held
    where held.organisation_id = prescriber_finding.organisation_id and held.basis = 'order'
      and held.first_day <= prescriber_finding.first_day and (held.last_day is null or held.last_day >= prescriber_finding.first_day)));
grant select, insert on prescriber_finding to maillage_app;

-- What the State has to decide is read, in its service, by those who decide it.
alter policy anomaly_mine on anomaly using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and case when solver = 'authority' and 'authority' = any ((select nullif(current_setting('maillage.functions', true), ''))::text[])
    then (select current_setting('maillage.hat_role', true)) = 'authority_officer' else true end);
alter policy anomaly_resolve_mine on anomaly using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and case when solver = 'authority' and 'authority' = any ((select nullif(current_setting('maillage.functions', true), ''))::text[])
    then (select current_setting('maillage.hat_role', true)) = 'authority_officer' else true end);

-- The decision of the préfet stands until the day before, and each right that rests on a prescription made since becomes a case of the authority, where
-- somebody was hired under it in its territory. The case names no prescriber: who prescribes may betray a follow-up; the finding is in the facts.
create function open_prescription_cases(finding_id uuid, source jsonb, opened_at timestamptz) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  found record;
  held record;
  opened integer;
begin
  select * into found from prescriber_finding
  where prescriber_finding.id = finding_id
    and prescriber_finding.authority_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and prescriber_finding.recorded_by = nullif(current_setting('maillage.account', true), '')::uuid;
  if found is null or current_setting('maillage.hat_role', true) is distinct from 'authority_officer' then
    raise exception 'not your finding' using errcode = 'insufficient_privilege';
  end if;
  for held in
    update authorisation set cancelled_at = opened_at
    where authorisation.organisation_id = found.organisation_id and authorisation.basis = 'prefect' and authorisation.cancelled_at is null
      and coalesce(authorisation.last_day, '2999-12-31') >= found.first_day
    returning authorisation.*
  loop
    if held.first_day < found.first_day then
      insert into authorisation (id, organisation_id, prescriber_kind, basis, reference, decided_on, first_day, last_day, recorded_at, recorded_by)
      values (gen_random_uuid(), held.organisation_id, held.prescriber_kind, held.basis, held.reference, held.decided_on, held.first_day,
        found.first_day - 1, opened_at, found.recorded_by);
    end if;
  end loop;
  insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
  select gen_random_uuid(), 'pass-iae/prescriber-not-authorised', open_prescription_cases.source, 'pass', pass.id, found.authority_id,
    -- Days are counted from 1970, as the program writes them.
    jsonb_build_object('number', pass.number, 'finding', found.id, 'madeOn', diagnosis.made_on - date '1970-01-01', 'siae', hired.name),
    'authority', current_setting('maillage.today', true)::date, opened_at
  from pass
  join diagnosis on diagnosis.id = pass.diagnosis_id and diagnosis.role = 'prescriber' and diagnosis.made_on >= found.first_day
  join diagnosis_author as author on author.diagnosis_id = diagnosis.id and author.organisation_id = found.organisation_id
  cross join lateral (
    select siae.name
    from hire
    join siae on siae.id = hire.siae_id
    join organisation_function as mine on mine.organisation_id = found.authority_id and mine.function = 'authority'
      and mine.territory_id = siae.territory_id and mine.first_day <= current_setting('maillage.today', true)::date
      and (mine.last_day is null or mine.last_day >= current_setting('maillage.today', true)::date)
    where hire.pass_id = pass.id and hire.state = 'declared' order by hire.hired_on limit 1) as hired
  where pass.cancelled_at is null
    and not exists (
      select from authorisation as ordered
      where ordered.organisation_id = found.organisation_id and ordered.basis = 'order' and ordered.cancelled_at is null
        and ordered.first_day <= diagnosis.made_on and (ordered.last_day is null or ordered.last_day >= diagnosis.made_on))
  on conflict (rule, subject_id) where resolved_at is null do nothing;
  get diagnostics opened = row_count;
  return opened;
end
$$;

-- A right granted on a diagnosis that had expired is a case of the State: a job opens it, from the hire as it was written.
grant select (expires_on) on diagnosis to maillage_job;
grant select (pass_id, diagnosis_id, pass_act) on hire to maillage_job;

-- A structure that ends: another one takes it over, with its files and contracts, or nobody does and its files are sealed.
create table siae_succession (
  id uuid primary key,
  siae_id uuid not null,
  organisation_id uuid not null,
  successor_id uuid,
  successor_organisation_id uuid,
  last_day date not null,
  reason text not null constraint siae_succession_reason_known check (reason in ('merged', 'transferred', 'liquidated', 'closed')),
  state text not null constraint siae_succession_state_known check (state in ('waiting', 'done', 'refused', 'withdrawn')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  constraint siae_succession_of_its_carrier foreign key (siae_id, organisation_id) references siae (id, organisation_id),
  constraint siae_succession_to_its_carrier foreign key (successor_id, successor_organisation_id) references siae (id, organisation_id),
  constraint siae_succession_of_two check (siae_id <> successor_id),
  constraint siae_succession_carried check ((successor_id is null) = (successor_organisation_id is null)),
  constraint siae_succession_somewhere check ((reason in ('merged', 'transferred')) = (successor_id is not null)),
  constraint siae_succession_answered check ((state = 'waiting') = (answered_at is null))
);
comment on table siae_succession is 'V6. The end of a structure, said by its carrier; accepted by the carrier that takes over when it is another one.';
create unique index siae_succession_once on siae_succession (siae_id) where state in ('waiting', 'done');
create index siae_succession_by_siae on siae_succession (siae_id, organisation_id);
create index siae_succession_by_successor on siae_succession (successor_id, successor_organisation_id);
alter table siae_succession enable row level security;
alter table siae_succession force row level security;
grant select, insert, update, delete on siae_succession to maillage_loader;
create policy siae_succession_carrier on siae_succession for select to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
create policy siae_succession_successor on siae_succession for select to maillage_app
  using (successor_organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid));
-- Said, withdrawn and refused by those who steer, in their own name; never said of a day that has passed.
create policy siae_succession_say on siae_succession for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and state = 'waiting'
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[])
  and last_day >= (select current_setting('maillage.today', true))::date);
create policy siae_succession_refuse on siae_succession for update to maillage_app
  using (successor_organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and state = 'waiting'
    and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[]))
  with check (state = 'refused' and successor_organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and answered_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
create policy siae_succession_withdraw on siae_succession for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and state = 'waiting'
    and (select current_setting('maillage.hat_role', true)) = any ('{director,organisation_administrator}'::text[]))
  with check (state = 'withdrawn' and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and answered_by = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select, insert, update (state, answered_at, answered_by) on siae_succession to maillage_app;

alter table person_access drop constraint person_access_source_known;
alter table person_access add constraint person_access_source_known
  check (source in ('created', 'attached', 'application', 'hire', 'referent', 'deputy', 'request', 'control', 'audit', 'reason', 'merge', 'succession'));

-- The end takes place, on a day that has not passed. With a successor: its teams read the files from the next day and for as long as the former ones
-- would have, the stays and contracts go on there, those to come included, the applications that wait are theirs, each person who left a safe address
-- is told. Without one: the teams read nothing any more. Rights end and are never deleted; history keeps the old name. What was signed with the State
-- stays as signed: its end is read from that of the structure.
create function succeed_siae(succession_id uuid, subject text, body text, done_at timestamptz) returns integer
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  asker uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  organisation uuid := nullif(current_setting('maillage.organisation', true), '')::uuid;
  said record;
  next_day date;
  files integer;
begin
  select * into said from siae_succession where siae_succession.id = succession_id and siae_succession.state = 'waiting' for update;
  if said is null or asker is null or organisation is distinct from coalesce(said.successor_organisation_id, said.organisation_id)
    or current_setting('maillage.hat_role', true) not in ('director', 'organisation_administrator')
  then
    raise exception 'not yours to end' using errcode = 'insufficient_privilege';
  end if;
  -- Somebody may have been hired since: what was written meanwhile would have no employer.
  if said.last_day < current_setting('maillage.today', true)::date then
    raise exception 'the last day has passed' using errcode = 'check_violation';
  end if;
  next_day := said.last_day + 1;
  update siae set last_day = said.last_day, successor_id = said.successor_id where siae.id = said.siae_id;
  select count(distinct held.person_id) into files
  from person_access as held join unit on unit.id = held.unit_id
  where unit.siae_id = said.siae_id and held.ends_on > said.last_day;
  if said.successor_id is not null then
    insert into person_access (id, person_id, unit_id, circle, source, source_id, starts_on, ends_on, granted_at, granted_by)
    select gen_random_uuid(), kept.person_id, theirs.id, kept.circle, 'succession', succession_id, kept.starts_on, kept.ends_on, done_at, asker
    from (
      select held.person_id, held.circle, greatest(next_day, min(held.starts_on)) as starts_on, max(held.ends_on) as ends_on
      from person_access as held join unit on unit.id = held.unit_id
      where unit.siae_id = said.siae_id and held.circle in ('shared', 'employment') and held.account_id is null and held.ends_on > said.last_day
        -- Who was only proposed, and answered, has nothing to do with the next structure.
        and (held.source <> 'application'
          or exists (select from application where application.id = held.source_id and application.processed_at is null)
          or exists (
            select from siae_stay as stay
            where stay.siae_id = said.siae_id and stay.person_id = held.person_id and stay.cancelled_at is null
              and coalesce(stay.exit_day, '2999-12-31') > said.last_day))
      group by held.person_id, held.circle) as kept
    cross join unit as theirs
    where theirs.siae_id = said.successor_id and (theirs.last_day is null or theirs.last_day >= next_day);
    with moved as (
      -- Somebody who works there already, or will, goes on in the stay they have.
      select stay.*, greatest(next_day, stay.entry_day) as next_entry, known.id as known_stay, coalesce(known.id, gen_random_uuid()) as next_stay, (
        select theirs.id from unit as theirs
        where theirs.siae_id = said.successor_id and (theirs.last_day is null or theirs.last_day >= next_day) order by theirs.first_day, theirs.id limit 1) as next_unit
      from siae_stay as stay
      left join lateral (
        select other.id from siae_stay as other
        where other.siae_id = said.successor_id and other.person_id = stay.person_id and other.cancelled_at is null
          and other.entry_day <= coalesce(stay.exit_day, '2999-12-31')
          and coalesce(other.exit_day, '2999-12-31') >= greatest(next_day, stay.entry_day)
        order by other.entry_day limit 1) as known on true
      where stay.siae_id = said.siae_id and stay.cancelled_at is null and coalesce(stay.exit_day, '2999-12-31') > said.last_day
    ),
    -- A stay that had not begun never begins here.
    ended as (
      update siae_stay set exit_day = case when moved.entry_day > said.last_day then siae_stay.exit_day else said.last_day end,
        cancelled_at = case when moved.entry_day > said.last_day then done_at end
      from moved where siae_stay.id = moved.id returning siae_stay.id),
    begun as (
      update siae_stay set entry_day = moved.next_entry
      from moved where siae_stay.id = moved.known_stay and siae_stay.entry_day > moved.next_entry returning siae_stay.id),
    entered as (
      insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
      select moved.next_stay, moved.person_id, said.successor_organisation_id, said.successor_id, moved.next_unit, siae.kind, moved.next_entry,
        moved.exit_day, done_at, asker
      from moved join siae on siae.id = said.successor_id where moved.known_stay is null
      returning siae_stay.id, siae_stay.person_id),
    carried as (
      select version.*, moved.next_stay, gen_random_uuid() as next_contract
      from moved join contract on contract.stay_id = moved.id
      join contract_version as version on version.contract_id = contract.id and version.superseded_at is null and not version.cancelled
      where version.last_day is null or version.last_day > said.last_day),
    copied as (
      insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
      select carried.next_contract, carried.next_stay, carried.person_id, said.successor_organisation_id, done_at, asker from carried returning contract.id)
    insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, weekly_hours, signed_on, post, market, lot,
      clause_kind, recorded_at, recorded_by, reason)
    select carried.next_contract, carried.person_id, said.successor_organisation_id, 1, carried.type, greatest(carried.first_day, next_day),
      carried.last_day, carried.weekly_hours, carried.signed_on, carried.post, carried.market, carried.lot, carried.clause_kind, done_at, asker, 'succession'
    from carried;
    update application_party as party set unit_id = theirs.id
    from application, unit as theirs
    where party.application_id = application.id and party.side = 'receiver' and application.receiver_siae_id = said.siae_id
      and application.processed_at is null
      and theirs.id = (select each.id from unit as each where each.siae_id = said.successor_id and (each.last_day is null or each.last_day >= next_day)
        order by each.first_day, each.id limit 1)
      and party.unit_id = (select min(other.unit_id::text)::uuid from application_party as other
        where other.application_id = application.id and other.side = 'receiver');
    update application set receiver_siae_id = said.successor_id, receiver_organisation_id = said.successor_organisation_id
    where application.receiver_siae_id = said.siae_id and application.processed_at is null;
    insert into mail (id, recipient, subject, body, queued_at, person_id)
    select gen_random_uuid(), known.value, succeed_siae.subject, succeed_siae.body, done_at, person.id
    from person
    join contact on contact.person_id = person.id and contact.kind = 'email'
    join contact_version as known on known.contact_id = contact.id and known.superseded_at is null and known.safe
    where person.death_date is null and person.id in (
      select given.person_id from person_access as given where given.source_id = succession_id);
  end if;
  update person_access set ends_on = greatest(person_access.starts_on, said.last_day)
  from unit where unit.id = person_access.unit_id and unit.siae_id = said.siae_id and person_access.ends_on > said.last_day;
  update referent set last_day = greatest(referent.first_day, said.last_day)
  from unit
  where unit.id = referent.unit_id and unit.siae_id = said.siae_id and coalesce(referent.last_day, '2999-12-31') > said.last_day;
  update membership_unit set last_day = greatest(membership_unit.first_day, said.last_day)
  from unit
  where unit.id = membership_unit.unit_id and unit.siae_id = said.siae_id and coalesce(membership_unit.last_day, '2999-12-31') > said.last_day;
  update unit set last_day = greatest(unit.first_day, said.last_day)
  where unit.siae_id = said.siae_id and coalesce(unit.last_day, '2999-12-31') > said.last_day;
  update siae_succession set state = 'done', answered_at = done_at, answered_by = asker where siae_succession.id = succession_id;
  return files;
end
$$;

revoke all on function contracts_of_every_employer, silence_person, addresses_following, open_prescription_cases, succeed_siae from public;
grant execute on function contracts_of_every_employer, silence_person, open_prescription_cases, succeed_siae to maillage_app;
grant execute on function addresses_following to maillage_job;
