--liquibase formatted sql

--changeset frontless:hardening-functions splitStatements:false
-- What PostgreSQL lets everybody do and the application never does: looking into other sessions' statements and locks, ending them, locks that stand
-- outside of any table, large objects, which know no row-level security, and how much the tables of all workspaces hold.
do $$
declare
  routine regprocedure;
begin
  for routine in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and (
      p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite')
      or p.proname ~ '^pg_(try_)?advisory_' or p.proname in ('pg_lock_status', 'pg_prepared_xact', 'pg_notify')
      or p.proname in ('pg_cancel_backend', 'pg_terminate_backend', 'pg_export_snapshot', 'pg_log_backend_memory_contexts')
      or p.proname ~ '^pg_stat_get_' or p.proname ~ '^pg_stat_.*reset' or p.proname ~ '^pg_logical_emit_message'
      or p.proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size'))
  loop
    execute format('revoke execute on function %s from public', routine);
  end loop;
end
$$;

--changeset frontless:hardening-language
-- Without it there is no DO: a text that can loop could try a million guesses in one statement.
revoke usage on language plpgsql from public;
grant usage on language plpgsql to frontless_owner;

--changeset frontless:role-settings runAlways:true
-- At each start, since a role may change its own settings.
alter role frontless_app reset all;
alter role frontless_app set search_path = frontless;
alter role frontless_app set statement_timeout = '60s';
alter role frontless_app set idle_in_transaction_session_timeout = '120s';
alter role frontless_app set lock_timeout = '10s';
