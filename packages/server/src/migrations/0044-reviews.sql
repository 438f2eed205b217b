-- Reviews: what is looked at with the person at the entry, on the way and at the exit, in their words.

create table review (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  sensitivity text not null default 'social' constraint review_is_social check (sensitivity = 'social'),
  moment text not null constraint review_moment_known check (moment in ('entry', 'during', 'exit')),
  held_on date not null,
  -- Whether the person was there and answered themselves: a review without them is a fact too, and says so.
  with_person boolean not null,
  words text constraint review_words_short check (length(words) between 1 and 1000),
  next_on date,
  -- The review that this one says again.
  corrects uuid constraint review_corrected_once unique references review,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  closed_at timestamptz,
  closed_as text constraint review_closed_as_known check (closed_as in ('corrected', 'cancelled')),
  constraint review_closed_as_something check ((closed_at is null) = (closed_as is null)),
  constraint review_closed_after check (closed_at >= recorded_at),
  constraint review_next_after check (next_on > held_on),
  constraint review_with_its_person unique (id, person_id, organisation_id)
);
comment on table review is 'V3(referent), as barrier. What a person and who accompanies them say of the pathway on a day, whole; one corrected or cancelled stays for who asks what was known. Purpose: accompaniment; erased when the person is forgotten.';
create index review_by_person on review (person_id, held_on);
create index review_by_organisation on review (organisation_id);
-- The next one is read by its day, for the people of a team.
create index review_next on review (person_id, next_on) where next_on is not null and closed_at is null;
select kept_by_referents('review');
create policy review_close on review for update to maillage_app
  using (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    and (select current_setting('maillage.hat_role', true)) = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[]) and closed_at is null)
  with check (organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and closed_at is not null);
grant update (closed_at, closed_as) on review to maillage_app;

create table review_answer (
  review_id uuid not null,
  capability text not null constraint review_answer_capability_known check (capability in (
    'rights', 'housing', 'mobility', 'health', 'confidence', 'autonomy', 'links')),
  person_id uuid not null,
  organisation_id uuid not null,
  sensitivity text not null constraint review_answer_sensitivity_known check (sensitivity in ('ordinary', 'social', 'health')),
  level text not null constraint review_answer_level_known check (level in ('hard', 'fragile', 'fair', 'good', 'unsaid')),
  -- In the person's words; of health, sealed by the application for this row.
  words text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (review_id, capability),
  constraint review_answer_as_sensitive_as_asked check (
    sensitivity = case when capability = 'health' then 'health' when capability in ('rights', 'housing', 'links') then 'social' else 'ordinary' end),
  constraint review_answer_words_short check (sensitivity = 'health' or coalesce(length(words) between 1 and 300, true)),
  constraint review_answer_health_sealed check (sensitivity <> 'health' or coalesce(words ~ '^[a-z0-9-]{1,32}[.][A-Za-z0-9_-]{38,}$', true)),
  constraint review_answer_unsaid_is_silent check (level <> 'unsaid' or words is null),
  constraint review_answer_of_review foreign key (review_id, person_id, organisation_id)
    references review (id, person_id, organisation_id) on update cascade deferrable initially immediate
);
comment on table review_answer is 'V3(referent), as review; health V3(referent) only. How the person says it goes in one domain of life, on the day of a review; words of health sealed. Erased when the person is forgotten.';
create index review_answer_by_review on review_answer (review_id, person_id, organisation_id);
create index review_answer_by_person on review_answer (person_id);
create index review_answer_by_organisation on review_answer (organisation_id);
create index review_answer_by_key on review_answer ((split_part(words, '.', 1))) where words is not null and sensitivity = 'health';
select kept_by_referents('review_answer');
