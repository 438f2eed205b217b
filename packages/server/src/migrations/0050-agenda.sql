-- What falls due: what becomes of what was said would come next.

alter table accompaniment_act add column next_at time constraint accompaniment_act_next_at_on_a_day check (next_at is null or next_on is not null);
-- What comes next is read by its day, for the people of a team.
create index accompaniment_act_next on accompaniment_act (person_id, next_on) where next_on is not null and cancelled_at is null;

create table next_step_outcome (
  id uuid primary key,
  act_id uuid not null references accompaniment_act,
  -- The last one stands: nothing is changed, a second move is another line.
  rank integer not null constraint next_step_outcome_rank_positive check (rank > 0),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  -- Who noted the act: they read what became of it as they read the act.
  noted_by uuid not null,
  outcome text not null constraint next_step_outcome_known check (outcome in ('followed', 'dropped', 'moved')),
  following_act_id uuid references accompaniment_act,
  -- A code and no text: what happened is for an act to say.
  reason text constraint next_step_outcome_reason_known check (reason in ('no-longer-needed', 'not-wanted', 'not-come', 'done-otherwise')),
  moved_on date,
  moved_at time,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint next_step_outcome_once unique (act_id, rank),
  constraint next_step_outcome_followed_by_an_act check ((outcome = 'followed') = (following_act_id is not null)),
  constraint next_step_outcome_dropped_why check ((outcome = 'dropped') = (reason is not null)),
  constraint next_step_outcome_moved_to_a_day check ((outcome = 'moved') = (moved_on is not null)),
  constraint next_step_outcome_moved_at_on_a_day check (moved_at is null or moved_on is not null),
  constraint next_step_outcome_by_another_act check (following_act_id <> act_id)
);
comment on table next_step_outcome is 'V3(referent) of the organisation that did the act, and whoever noted the act, as accompaniment_act. What became of what an act said would come next: done, given up, moved to another day. Purpose: accompaniment; no text, kept as the act is.';
create index next_step_outcome_by_person on next_step_outcome (person_id);
create index next_step_outcome_by_organisation on next_step_outcome (organisation_id);
create index next_step_outcome_by_following on next_step_outcome (following_act_id);
create index next_step_outcome_moved on next_step_outcome (person_id, moved_on) where moved_on is not null;
select read_by_circles('next_step_outcome', '{referent}', of_mine(accompanying_roles()));
create policy next_step_outcome_author on next_step_outcome for select to maillage_app using (
  noted_by = (select nullif(current_setting('maillage.account', true), '')::uuid)
  and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
  and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[])
  and person_id = any (array(
    select person_access.person_id from person_access
    where person_access.unit_id = any ((select current_setting('maillage.units', true))::uuid[])
      and person_access.circle = 'shared'
      and person_access.starts_on <= (select current_setting('maillage.today', true))::date
      and person_access.ends_on >= (select current_setting('maillage.today', true))::date)));
select read_by_self('next_step_outcome');
-- Written by whoever reads the act, in their own name, and on that act as it is.
select write_by_circles('next_step_outcome', '{shared,referent}', of_mine(accompanying_roles())
  || $$ and recorded_by = (select nullif(current_setting('maillage.account', true), '')::uuid) and exists (
    select from accompaniment_act as act
    where act.id = next_step_outcome.act_id and act.person_id = next_step_outcome.person_id and act.organisation_id = next_step_outcome.organisation_id
      and act.recorded_by = next_step_outcome.noted_by and act.cancelled_at is null and act.next_step is not null)$$);

-- What still comes next, on its day as last said. An act taken back settles nothing any more.
create view next_step_waiting with (security_invoker = true) as
select act.id as act_id, act.person_id, act.organisation_id, act.recorded_by, act.next_step, coalesce(last.rank, 0) as rank,
  case when last.outcome = 'moved' then last.moved_on else act.next_on end as due_on,
  case when last.outcome = 'moved' then last.moved_at else act.next_at end as due_at
from accompaniment_act as act
left join lateral (
  select outcome.* from next_step_outcome as outcome
  where outcome.act_id = act.id and not exists (
    select from accompaniment_act as following where following.id = outcome.following_act_id and following.cancelled_at is not null)
  order by outcome.rank desc limit 1) as last on true
where act.cancelled_at is null and act.next_step is not null and (last.outcome is null or last.outcome = 'moved');
comment on view next_step_waiting is 'As accompaniment_act and next_step_outcome, with the rights of whoever reads.';
grant select on next_step_waiting to maillage_app;
