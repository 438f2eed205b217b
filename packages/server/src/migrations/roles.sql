-- Roles of the cluster and the schema they use. Run once by a superuser (`npm run init-roles`), may be run again.
-- Bypassing row security is given by a superuser only, which is why this is not a migration.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('maillage_owner',  'nologin noinherit bypassrls'),
      ('maillage_loader', 'nologin noinherit bypassrls'),
      ('maillage_app',    'nologin noinherit'),
      ('maillage_job',    'nologin noinherit'),
      ('maillage_public', 'nologin noinherit'),
      ('maillage_web',    'login noinherit'),
      ('maillage_worker', 'login noinherit')
    ) as role(name, options)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.options);
    end if;
  end loop;
end
$$;

grant maillage_app, maillage_public to maillage_web;
grant maillage_job to maillage_worker;

create extension if not exists btree_gist schema public;

create schema if not exists maillage authorization maillage_owner;
grant usage on schema maillage to maillage_app, maillage_job, maillage_public, maillage_loader, maillage_web, maillage_worker;

create schema if not exists pgboss authorization maillage_owner;
grant usage on schema pgboss to maillage_job;
