-- Who may sign in. An account is a person at work; what it may do comes from memberships, never from the account.

create table account (
  id uuid primary key,
  email text not null,
  email_key text collate "C" not null constraint account_email_once unique,
  display_name text not null,
  state text not null constraint account_state_known check (state in ('active', 'closed')),
  administrator boolean not null default false,
  created_at timestamptz not null
);
comment on table account is 'V9, own row. Purpose: access to the platform; kept while a membership runs, then two years.';

create table credential (
  account_id uuid primary key references account,
  password_hash text not null,
  changed_at timestamptz not null
);
comment on table credential is 'V9. Argon2id only; read by find_credential alone.';

create table session (
  token_hash text primary key,
  account_id uuid not null references account,
  membership_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table session is 'V9. The cookie holds the token, the table its hash.';
create index session_by_account on session (account_id);
create index session_by_end on session (expires_at);

create table persona (
  account_id uuid primary key references account,
  position integer not null constraint persona_position_once unique,
  title text not null,
  description text not null
);
comment on table persona is 'V0 in a demonstration, empty in a service. Who a visitor may enter as.';

alter table account enable row level security;
alter table account force row level security;
alter table credential enable row level security;
alter table credential force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table persona enable row level security;
alter table persona force row level security;

create policy account_self on account for select to maillage_app
  using (id = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select on account to maillage_app;
create policy session_self on session for select to maillage_app
  using (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid));
-- Only the session of this browser: another one left open elsewhere keeps the hat it wears.
create policy session_switch on session for update to maillage_app
  using (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid)
    and token_hash = (select nullif(current_setting('maillage.session', true), '')));
create policy session_leave on session for delete to maillage_app
  using (account_id = (select nullif(current_setting('maillage.account', true), '')::uuid));
grant select (account_id, membership_id, created_at, last_seen_at, expires_at), update (membership_id), delete on session to maillage_app;
-- Each night what has expired goes; a session that lives is not for the jobs to read or end.
create policy session_expired on session for select to maillage_job using (expires_at < now());
create policy session_prune on session for delete to maillage_job using (expires_at < now());
grant select (expires_at), delete on session to maillage_job;
create policy persona_demonstration on persona for select to maillage_app, maillage_public
  using ((select deployment_purpose()) = 'demonstration');
grant select on persona to maillage_app, maillage_public;
grant select, insert, update, delete on account, credential, session, persona to maillage_loader;

-- The account and hash behind an address typed at sign-in. One row or none; the caller takes the same time either way.
create function find_credential(email_key text) returns table (account_id uuid, password_hash text)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select account.id, credential.password_hash
  from account join credential on credential.account_id = account.id
  where account.email_key = find_credential.email_key and account.state = 'active'
$$;

create function open_session(token_hash text, account_id uuid, hours integer) returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  insert into session (token_hash, account_id, created_at, last_seen_at, expires_at)
  select open_session.token_hash, account.id, now(), now(), now() + make_interval(hours => hours)
  from account where account.id = open_session.account_id and account.state = 'active'
  returning true
$$;

create function end_session(token_hash text) returns boolean
language sql security definer set search_path = maillage, pg_temp as $$
  delete from session where session.token_hash = end_session.token_hash returning true
$$;

revoke all on function find_credential, open_session, end_session from public;
grant execute on function find_credential, open_session, end_session to maillage_web;

-- An administrator of the platform, and nobody else, for the functions that ask it.
create function asker_administers() returns boolean
language sql stable set search_path = maillage, pg_temp as $$
  select exists (
    select from account where account.id = nullif(current_setting('maillage.account', true), '')::uuid and account.administrator and account.state = 'active')
$$;
revoke all on function asker_administers from public;

-- What nobody will try to tell again: an administrator must know that something said here was not heard. Names of events and of errors, ids; never
-- a message, which may quote what somebody typed.
create function failed_deliveries(at_least integer) returns table (
  event_id uuid, type text, handler text, attempts integer, last_failure text, recorded_at timestamptz
)
language sql stable security definer set search_path = maillage, pg_temp as $$
  select event.id, event.type, delivery.handler, delivery.attempts, delivery.last_failure, event.recorded_at
  from delivery join event on event.id = delivery.event_id
  where delivery.delivered_at is null and delivery.attempts >= failed_deliveries.at_least
    and (asker_administers() or current_setting('role') = 'maillage_job')
  order by event.position
$$;
revoke all on function failed_deliveries from public;
grant execute on function failed_deliveries to maillage_app, maillage_job;
