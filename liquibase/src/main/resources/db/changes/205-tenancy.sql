--liquibase formatted sql

--changeset frontless:nothing-for-public
-- A function belongs to whoever it is granted to; by default everybody may call a new one.
revoke execute on all functions in schema frontless from public;
revoke execute on all procedures in schema frontless from public;
alter default privileges revoke execute on routines from public;

--changeset frontless:current-worker splitStatements:false
-- The worker that delivers promised effects, which belong to all workspaces; its context has the nil UUID.
create function current_worker() returns uuid
language sql stable
as $$ select frontless.verified_context('worker') $$;

--changeset frontless:outbox-isolation
-- An effect is promised by whoever works in a transaction, and seen by the worker alone: mail holds links that only its reader may know. What the
-- worker is to do in a workspace can be promised only from inside it.
revoke all on function current_worker() from public;
grant execute on function current_worker() to frontless_app;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy promise on outbox for insert
  with check (payload -> 'workspace' is null or payload ->> 'workspace' = (select frontless.current_workspace())::text);
create policy worker on outbox using ((select frontless.current_worker()) is not null);

--changeset frontless:require-untouched splitStatements:false
-- A pooled connection serves one workspace after the other. SQL that got into one could leave something to the next: a statement prepared under the
-- name of one of the driver's, a cursor with rows in it, a setting that changes what statements mean, its own context. No privilege forbids these,
-- so every transaction begins by this question; whoever asks ends the connection if it fails.
create function require_untouched(first_context boolean) returns void
language plpgsql stable
as $$
begin
  if current_setting('search_path') <> 'frontless'
     or current_setting('standard_conforming_strings') <> 'on'
     or current_setting('row_security') <> 'on'
     or current_setting('transform_null_equals') <> 'off'
     or current_setting('array_nulls') <> 'on'
     or current_setting('synchronous_commit') <> 'on'
     or current_setting('default_transaction_isolation') <> 'read committed'
     or current_setting('default_transaction_read_only') <> 'off'
     or current_setting('session_replication_role') <> 'origin'
     or current_setting('IntervalStyle') <> 'postgres'
     or first_context and concat(current_setting('frontless.workspace', true), current_setting('frontless.account', true),
                                 current_setting('frontless.worker', true), current_setting('frontless.key', true)) <> ''
     or exists (select from pg_catalog.pg_prepared_statement() p where p.from_sql)
     or exists (select from pg_catalog.pg_cursor() c where c.is_holdable) then
    raise exception 'something was left on this connection' using errcode = '08P01';
  end if;
end
$$;

--changeset frontless:require-untouched-grant
revoke all on function require_untouched(boolean) from public;
grant execute on function require_untouched(boolean) to frontless_app;
