--liquibase formatted sql

--changeset frontless:roles splitStatements:false
-- The owner makes and owns every object and has no other use; the application owns nothing and is always under row-level security.
-- Passwords are set outside the changelog, which is no place for a secret.
do $$
begin
  if not exists (select from pg_roles where rolname = 'frontless_owner') then
    create role frontless_owner login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
  end if;
  if not exists (select from pg_roles where rolname = 'frontless_app') then
    create role frontless_app login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
  end if;
end
$$;

--changeset frontless:schema
create extension if not exists pgcrypto with schema public;
create schema frontless authorization frontless_owner;
revoke create on schema public from public;
grant usage on schema frontless to frontless_app;
alter role frontless_app set search_path = frontless;
alter role frontless_owner set search_path = frontless;
-- Nothing that the application does interactively takes this long: a stuck statement or a forgotten transaction frees its locks.
alter role frontless_app set statement_timeout = '60s';
alter role frontless_app set idle_in_transaction_session_timeout = '120s';
alter role frontless_app set lock_timeout = '10s';

--changeset frontless:database-grants splitStatements:false
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to frontless_app', current_database());
  execute format('grant connect, temporary on database %I to frontless_owner', current_database());
end
$$;
