--liquibase formatted sql

--changeset frontless:owner-waits-for-workspaces
-- The locks by which a move waits for those who are inside of a workspace; the application takes them only through the owner's functions.
grant execute on function pg_catalog.pg_advisory_xact_lock(bigint), pg_catalog.pg_advisory_xact_lock_shared(bigint),
  pg_catalog.pg_try_advisory_lock(bigint) to frontless_owner;
