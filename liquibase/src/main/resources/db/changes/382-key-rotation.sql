--liquibase formatted sql

--changeset frontless:root-version
-- By which version of the root key each key is wrapped, as its stored form says: null for one that is used inside the token. It is what has to be wrapped anew after a rotation, and which version nothing needs any more.
alter table workspace_key add column root_version integer
  generated always as (case when get_byte(wrapped_key, 0) < 3 then get_byte(wrapped_key, 1) * 256 + get_byte(wrapped_key, 2) end) stored;
create index workspace_key_root on workspace_key (root_version) where wrapped_key is not null;
alter table installation_key add column root_version integer
  generated always as (case when get_byte(wrapped_key, 0) < 3 then get_byte(wrapped_key, 1) * 256 + get_byte(wrapped_key, 2) end) stored;

--changeset frontless:rewrapping
-- The worker that wraps keys anew goes through those of all workspaces. It sees what is wrapped, and nothing that it seals.
create policy rewrapping_reads on workspace_key for select using ((select frontless.current_worker()) is not null);
create policy rewrapping on workspace_key for update using ((select frontless.current_worker()) is not null)
  with check ((select frontless.current_worker()) is not null);
