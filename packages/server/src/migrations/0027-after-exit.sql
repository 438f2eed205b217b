-- What an exit is read for by others than the State, what prepares it, and what becomes of the person after.

-- The rates that a structure agreed with a PLIE or another funder for a year, to be held beside what is done and what is expected.
create table agreed_exit_rate (
  id uuid primary key,
  organisation_id uuid not null,
  siae_id uuid not null,
  year integer not null constraint agreed_exit_rate_year_possible check (year between 2008 and 2100),
  measure text not null constraint agreed_exit_rate_measure_known
    check (measure in ('employment', 'qualifying-training', 'business-survival', 'lasting-employment', 'access', 'abandonment')),
  percent integer not null constraint agreed_exit_rate_percent_possible check (percent between 0 and 100),
  -- The agreement that says it.
  document text not null constraint agreed_exit_rate_document_reasonable check (length(document) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  constraint agreed_exit_rate_of_its_siae foreign key (siae_id, organisation_id) references siae (id, organisation_id)
);
comment on table agreed_exit_rate is 'V2, by those who read exits. Rates agreed for a year, and the agreement that says so; nobody is in it.';
create unique index agreed_exit_rate_one_current on agreed_exit_rate (siae_id, year, measure) where superseded_at is null;
create index agreed_exit_rate_by_siae on agreed_exit_rate (siae_id, organisation_id);
alter table agreed_exit_rate enable row level security;
alter table agreed_exit_rate force row level security;
create policy agreed_exit_rate_mine on agreed_exit_rate for select to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[]));
create policy agreed_exit_rate_write on agreed_exit_rate for insert to maillage_app with check (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'director'
  and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and superseded_at is null);
create policy agreed_exit_rate_supersede on agreed_exit_rate for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = 'director' and superseded_at is null) with check (superseded_at is not null);
grant select, insert, update (superseded_at) on agreed_exit_rate to maillage_app;
grant select, insert, update, delete on agreed_exit_rate to maillage_loader;

-- The ends of insertion contracts of a structure that no other contract of the stay follows, with the exit when one is recorded: nobody is named. In an
-- association or a temporary work structure, the end of a mission is none: only that of the stay counts.
create function insertion_contract_ends(siae_id uuid, first_day date, last_day date)
returns table (ended_on date, kind text, entry_day date, exit_on date, reason text, found_first date, found_last date, months jsonb)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select ended.last_day, said.kind, said.entry_day, said.exit_on, case when said.sensitivity = 'ordinary' then said.reason end,
    said.found_first, said.found_last, said.months
  from siae_stay as stay
  join lateral (
    select least(max(coalesce(known.last_day, '2999-12-31')), stay.exit_day) as last_day
    from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    where contract.stay_id = stay.id) as ended on true
  left join stay_exit as said on said.stay_id = stay.id
  where stay.siae_id = insertion_contract_ends.siae_id and stay.cancelled_at is null
    and ended.last_day between insertion_contract_ends.first_day and insertion_contract_ends.last_day
    and (stay.exit_day is not null or stay.kind not in ('AI', 'ETTI'))
    and stay.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[])
$$;
revoke all on function insertion_contract_ends from public;
grant execute on function insertion_contract_ends to maillage_app;

-- What somebody says of their situation, some months after an exit. The class of the exit never changes by it.
create table after_exit_answer (
  id uuid primary key,
  exit_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  -- Months after the exit.
  horizon integer not null constraint after_exit_answer_horizon_known check (horizon in (3, 6, 12, 36)),
  situation text not null constraint after_exit_answer_situation_known
    check (situation in ('lasting-employment', 'transition-employment', 'training', 'searching', 'other', 'prefer-not')),
  same_employer boolean,
  business_alive boolean,
  source text not null constraint after_exit_answer_source_known check (source in ('phone', 'meeting', 'employer', 'partner', 'link')),
  answered_on date not null,
  recorded_at timestamptz not null,
  -- Null: the person, by a link and its code; they have no account.
  recorded_by uuid,
  superseded_at timestamptz,
  constraint after_exit_answer_of_exit foreign key (exit_id, person_id, organisation_id) references exit (id, person_id, organisation_id)
    on update cascade deferrable initially immediate,
  constraint after_exit_answer_by_somebody check ((recorded_by is null) = (source = 'link')),
  constraint after_exit_answer_not_said check (situation <> 'prefer-not' or (same_employer is null and business_alive is null))
);
comment on table after_exit_answer is 'V2, and of it V3(shared, referent, employment): the structure that the person left. What became of the person, by a list of words. Purpose: accompaniment, results; kept for figures, nobody''s once the person is forgotten.';
create unique index after_exit_answer_one_current on after_exit_answer (exit_id, horizon) where superseded_at is null;
create index after_exit_answer_by_exit on after_exit_answer (exit_id, person_id, organisation_id);
create index after_exit_answer_by_person on after_exit_answer (person_id);
create index after_exit_answer_by_organisation on after_exit_answer (organisation_id);
select read_by_circles('after_exit_answer', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}'));
select write_by_circles('after_exit_answer', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}')
  || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and superseded_at is null');
create policy after_exit_answer_supersede on after_exit_answer for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator}'::text[]) and superseded_at is null)
  with check (superseded_at is not null);
grant update (superseded_at) on after_exit_answer to maillage_app;

-- A way to answer once without an account: what is in the address, and what is said aloud or on paper, are kept as hashes.
create table after_exit_link (
  id uuid primary key,
  exit_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  horizon integer not null constraint after_exit_link_horizon_known check (horizon in (3, 6, 12, 36)),
  way text not null constraint after_exit_link_way_known check (way in ('paper', 'text', 'mail')),
  token_hash text not null constraint after_exit_link_token_once unique,
  code_hash text not null,
  last_day date not null,
  tries integer not null default 0,
  used_at timestamptz,
  closed_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint after_exit_link_of_exit foreign key (exit_id, person_id, organisation_id) references exit (id, person_id, organisation_id)
    on update cascade deferrable initially immediate
);
comment on table after_exit_link is 'V2, and of it V3(shared, referent, employment), but for the hashes. A way to answer, for thirty days and five tries. Erased when the person is forgotten.';
create index after_exit_link_by_exit on after_exit_link (exit_id, person_id, organisation_id);
create index after_exit_link_by_person on after_exit_link (person_id);
create index after_exit_link_by_organisation on after_exit_link (organisation_id);
select read_by_circles('after_exit_link', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}'));
revoke select on after_exit_link from maillage_app;
grant select (id, exit_id, person_id, organisation_id, horizon, way, last_day, used_at, closed_at, recorded_at, recorded_by) on after_exit_link to maillage_app;
select write_by_circles('after_exit_link', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}')
  || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid) and tries = 0 and used_at is null and closed_at is null');
-- A new one replaces those made before for the same question.
create policy after_exit_link_replace on after_exit_link for update to maillage_app using (
  organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,assignment_coordinator}'::text[]) and closed_at is null) with check (closed_at is not null);
grant update (closed_at) on after_exit_link to maillage_app;

create table after_exit_opposition (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  opposed_on date not null,
  recorded_at timestamptz not null,
  -- Null: the person, by a link and its code.
  recorded_by uuid
);
comment on table after_exit_opposition is 'V2, and of it V3(shared, referent, employment). The person does not want to be asked any more by this organisation. Kept while the person may be found, so that it is obeyed.';
create index after_exit_opposition_by_person on after_exit_opposition (person_id);
create index after_exit_opposition_by_organisation on after_exit_opposition (organisation_id);
select read_by_circles('after_exit_opposition', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}'));
select write_by_circles('after_exit_opposition', '{shared,referent,employment}', of_mine('{counsellor,director,assignment_coordinator}')
  || ' and recorded_by = (select nullif(current_setting(''maillage.account'', true), '''')::uuid)');

-- The answers that stand after an exit.
create function after_exit_answers(exit_id uuid) returns jsonb
language sql stable set search_path = maillage, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('horizon', said.horizon, 'situation', said.situation, 'businessAlive', said.business_alive) order by said.horizon), '[]')
  from after_exit_answer as said where said.exit_id = after_exit_answers.exit_id and said.superseded_at is null
$$;
-- What stops the follow-up of an exit: a death, a stay begun after it in any structure, an opposition. Days only: never where.
create function after_exit_stops(exit_id uuid) returns jsonb
language sql stable set search_path = maillage, pg_temp as $$
  with gone as (
    select exit.person_id, exit.organisation_id, known.exit_on from exit
    join exit_version as known on known.exit_id = exit.id and known.superseded_at is null and not known.cancelled
    where exit.id = after_exit_stops.exit_id)
  select coalesce(jsonb_agg(jsonb_build_object('why', found.why, 'on', found.on_day) order by found.on_day), '[]')
  from (
    select 'death' as why, person.death_date as on_day from gone join person on person.id = gone.person_id
    union all
    select 'return', (select min(stay.entry_day) from siae_stay as stay
      where stay.person_id = gone.person_id and stay.cancelled_at is null and stay.entry_day > gone.exit_on) from gone
    union all
    select 'opposition', (select min(said.opposed_on) from after_exit_opposition as said
      where said.person_id = gone.person_id and said.organisation_id = gone.organisation_id) from gone) as found
  where found.on_day is not null
$$;
-- Whether a way to answer may be given: the exit stands, nobody died, nobody came back, nobody opposed it, and the person is not known to be detained.
create function may_be_written_to(exit_id uuid, on_day date) returns boolean
language sql stable set search_path = maillage, pg_temp as $$
  select exists (
    select from exit
    join exit_version as known on known.exit_id = exit.id and known.superseded_at is null and not known.cancelled
    left join exit_reason as why on why.exit_id = exit.id and why.version = known.reason_version
    where exit.id = may_be_written_to.exit_id and coalesce(why.reason, '') not in ('death', 'detention', 'internal-move')
      -- Whoever worked in prison may still be there.
      and not exists (select from hours where hours.stay_id = exit.stay_id and hours.measure = 'prison'))
  -- Known from another exit, or from an earlier word of anybody.
  and not exists (
    select from exit join exit as other on other.person_id = exit.person_id
    join exit_version as known on known.exit_id = other.id and known.superseded_at is null and not known.cancelled
    join exit_reason as why on why.exit_id = other.id and why.version = known.reason_version and why.reason in ('death', 'detention')
    join exit_version as mine on mine.exit_id = exit.id and mine.superseded_at is null
    where exit.id = may_be_written_to.exit_id and known.exit_on >= mine.exit_on)
  and not exists (
    select from exit join pass_reason as why on why.person_id = exit.person_id and why.reason = 'incarceration'
    join suspension_version as days on days.suspension_id = why.act_id and days.superseded_at is null and not days.cancelled
    where exit.id = may_be_written_to.exit_id and coalesce(days.last_day, '2999-12-31') >= may_be_written_to.on_day)
  and not exists (
    select from jsonb_array_elements(after_exit_stops(may_be_written_to.exit_id)) as stop where (stop ->> 'on')::date <= may_be_written_to.on_day)
$$;
revoke all on function after_exit_answers, after_exit_stops, may_be_written_to from public;

-- The facts that the rates of a structure rest on, whichever team follows the people: nobody is named, and a reason that is not for everybody is left out.
create function exit_facts(siae_id uuid, first_day date, last_day date)
returns table (
  kind text, entry_day date, exit_on date, reason text, found_first date, found_last date, months jsonb, contracts integer, broken_off boolean,
  answers jsonb, stops jsonb)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select stay_exit.kind, stay_exit.entry_day, stay_exit.exit_on, case when stay_exit.sensitivity = 'ordinary' then stay_exit.reason end,
    stay_exit.found_first, stay_exit.found_last, stay_exit.months, begun.contracts, begun.broken_off,
    after_exit_answers(stay_exit.id), after_exit_stops(stay_exit.id)
  from stay_exit
  -- Contracts begun by the exit, and whether one of them was ended before its agreed day: by the exit itself, or broken before.
  join lateral (
    select nullif(count(*), 0)::integer as contracts, coalesce(bool_or(known.reason = 'exit' or starts_with(known.reason, 'ended: ')), false) as broken_off
    from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    where contract.stay_id = stay_exit.stay_id and known.first_day <= stay_exit.exit_on) as begun on true
  where stay_exit.siae_id = exit_facts.siae_id and stay_exit.exit_on between exit_facts.first_day and exit_facts.last_day
    and stay_exit.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator,payroll_officer}'::text[])
$$;
revoke all on function exit_facts from public;
grant execute on function exit_facts to maillage_app;

-- The follow-up of one exit, for who follows the person in the organisation that they left: what was answered, what stops it, whether a link may be
-- given. Nobody is told by it that a person is detained: the reason is the referent's.
create function exit_follow_up(exit_id uuid) returns table (answers jsonb, stops jsonb, links jsonb, reachable boolean)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select after_exit_answers(exit.id), after_exit_stops(exit.id), coalesce((
      select jsonb_agg(jsonb_build_object('horizon', link.horizon, 'way', link.way, 'lastDay', link.last_day,
        'used', link.used_at is not null) order by link.recorded_at)
      from after_exit_link as link where link.exit_id = exit.id and link.closed_at is null), '[]'),
    may_be_written_to(exit.id, current_setting('maillage.today', true)::date)
  from exit
  where exit.id = exit_follow_up.exit_id and exit.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator}'::text[])
    and asker_holds(exit.person_id, '{shared,referent,employment}')
$$;
-- The exits of the asker's organisation since a day, with what follows them: those of the people whom the asker's teams hold.
create function exits_followed(since date) returns table (exit_id uuid, stay_id uuid, person_id uuid, siae_id uuid, exit_on date, reason text, answers jsonb, stops jsonb)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select stay_exit.id, stay_exit.stay_id, stay_exit.person_id, stay_exit.siae_id, stay_exit.exit_on,
    case when stay_exit.sensitivity = 'ordinary' then stay_exit.reason end, after_exit_answers(stay_exit.id), after_exit_stops(stay_exit.id)
  from stay_exit
  where stay_exit.exit_on >= exits_followed.since and stay_exit.reason is distinct from 'death'
    and stay_exit.organisation_id = nullif(current_setting('maillage.organisation', true), '')::uuid
    and current_setting('maillage.hat_role', true) = any ('{counsellor,director,assignment_coordinator}'::text[])
    and asker_holds(stay_exit.person_id, '{shared,referent,employment}')
$$;
revoke all on function exit_follow_up, exits_followed from public;
grant execute on function exit_follow_up, exits_followed to maillage_app;

-- What is behind an address and its code, for whoever holds both: the name of the structure and what is asked, nothing of the person. Each wrong code
-- counts; after five the link is closed, and a closed, used, late or unknown one is told apart by nobody.
create function open_follow_up(token_hash text, code_hash text, today date) returns table (state text, siae_name text, horizon integer, business boolean)
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  link record;
begin
  select * into link from after_exit_link
  where after_exit_link.token_hash = open_follow_up.token_hash and after_exit_link.used_at is null and after_exit_link.closed_at is null
    and after_exit_link.last_day >= open_follow_up.today
  for update;
  if link is null or not may_be_written_to(link.exit_id, open_follow_up.today) then
    return query select 'closed', null::text, null::integer, null::boolean;
  elsif link.code_hash <> open_follow_up.code_hash then
    update after_exit_link set tries = after_exit_link.tries + 1,
      closed_at = case when after_exit_link.tries >= 4 then now() end where after_exit_link.id = link.id;
    return query select case when link.tries >= 4 then 'closed' else 'wrong-code' end, null::text, null::integer, null::boolean;
  else
    return query
      select 'open', siae.name, link.horizon, stay_exit.reason is not distinct from 'business-creation'
      from stay_exit join siae on siae.id = stay_exit.siae_id where stay_exit.id = link.exit_id;
  end if;
end
$$;

-- The answer of the person, once: what was written before stays, and theirs stands. « Ne plus m'écrire » is kept with it, or alone.
create function answer_follow_up(
  token_hash text, code_hash text, today date, situation text, same_employer boolean, business_alive boolean, opposes boolean) returns text
language plpgsql security definer set search_path = maillage, pg_temp as $$
declare
  found text;
  link record;
begin
  select open_follow_up.state into found from open_follow_up(answer_follow_up.token_hash, answer_follow_up.code_hash, answer_follow_up.today);
  if found <> 'open' then
    return found;
  end if;
  select * into link from after_exit_link where after_exit_link.token_hash = answer_follow_up.token_hash;
  if answer_follow_up.situation is not null then
    update after_exit_answer as former set superseded_at = now()
    where former.exit_id = link.exit_id and former.horizon = link.horizon and former.superseded_at is null;
    insert into after_exit_answer (id, exit_id, person_id, organisation_id, horizon, situation, same_employer, business_alive, source, answered_on, recorded_at)
    values (gen_random_uuid(), link.exit_id, link.person_id, link.organisation_id, link.horizon, answer_follow_up.situation,
      case when answer_follow_up.situation <> 'prefer-not' then answer_follow_up.same_employer end,
      case when answer_follow_up.situation <> 'prefer-not' then answer_follow_up.business_alive end, 'link', answer_follow_up.today, now());
  end if;
  if answer_follow_up.opposes then
    insert into after_exit_opposition (id, person_id, organisation_id, opposed_on, recorded_at)
    values (gen_random_uuid(), link.person_id, link.organisation_id, answer_follow_up.today, now());
  end if;
  update after_exit_link set used_at = now() where after_exit_link.id = link.id;
  return 'done';
end
$$;
revoke all on function open_follow_up, answer_follow_up from public;
grant execute on function open_follow_up, answer_follow_up to maillage_web;
