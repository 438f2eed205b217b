-- The keeping of what is recorded: the audit sealed so that its past cannot be rewritten unseen.

-- Which transaction wrote the line: the sealing takes only what every running transaction has already passed.
alter table audit add column transaction_id xid8 not null default pg_current_xact_id();

create table audit_seal (
  number bigint primary key constraint audit_seal_from_one check (number >= 1),
  lines integer not null constraint audit_seal_not_empty check (lines > 0),
  -- The latest hour among the lines sealed so far: a line much older that nothing sealed was added afterwards.
  until timestamptz not null,
  hash bytea not null constraint audit_seal_hash_whole check (length(hash) = 32),
  sealed_at timestamptz not null
);
comment on table audit_seal is 'V9, insert only. One batch of audit lines closed for ever: its hash covers its lines and the hash before it.';
create table audit_seal_line (
  audit_id uuid primary key,
  seal_number bigint not null references audit_seal,
  hash bytea not null constraint audit_seal_line_hash_whole check (length(hash) = 32)
);
comment on table audit_seal_line is 'V9, insert only. What each sealed line was. No key to audit: a line that is removed must be missed.';
create index audit_seal_line_by_seal on audit_seal_line (seal_number);

create trigger audit_seal_never_changes before update or delete or truncate on audit_seal for each statement execute function refuse_change();
create trigger audit_seal_line_never_changes before update or delete or truncate on audit_seal_line for each statement execute function refuse_change();

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
alter table audit_seal_line enable row level security;
alter table audit_seal_line force row level security;
create policy audit_seal_job on audit_seal for select to maillage_job using (true);
create policy audit_seal_add on audit_seal for insert to maillage_job with check (true);
create policy audit_seal_line_job on audit_seal_line for select to maillage_job using (true);
create policy audit_seal_line_add on audit_seal_line for insert to maillage_job with check (true);
create policy audit_sealed on audit for select to maillage_job using (true);
grant select, insert on audit_seal, audit_seal_line to maillage_job;
grant select on audit to maillage_job;
