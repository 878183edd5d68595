--liquibase formatted sql

--changeset frontless:event-proof
-- What proves an event (docs/event-format.md). The transaction tells which events can still be missing; the salt makes digests of values that nobody can guess;
-- the link ends the chain of the record's events. Events from before have a salt of their own and no link. Who wrote the row may also say
-- from which address, and on whose behalf.
alter table event add column source text;
alter table event add column behalf_id uuid;
alter table event add column behalf_name text;
alter table event add column written_by xid8 not null default pg_current_xact_id();
alter table event add column salt uuid not null default gen_random_uuid();
alter table event add column link bytea check (octet_length(link) = 32);
create index event_written_by on event (workspace_id, written_by);
grant insert (source, behalf_id, behalf_name, salt, link) on event to frontless_app;

--changeset frontless:refusal-proof
alter table refused_attempt add column source text;
alter table refused_attempt add column written_by xid8 not null default pg_current_xact_id();
alter table refused_attempt add column salt uuid not null default gen_random_uuid();
create index refused_attempt_written_by on refused_attempt (workspace_id, written_by);
grant insert (source) on refused_attempt to frontless_app;

--changeset frontless:event-leaf
-- The Merkle tree of a workspace's log: its leaves in the order in which they were sealed. Only the worker adds to it, in the workspace.
create table event_leaf (
  workspace_id uuid not null references workspace,
  position bigint not null check (position >= 0),
  log text not null check (log in ('event', 'refusal')),
  seq bigint not null,
  leaf bytea not null check (octet_length(leaf) = 32),
  primary key (workspace_id, position),
  unique (workspace_id, log, seq)
);
call isolate('event_leaf');
create policy worker on event_leaf as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
grant select on event_leaf to frontless_app;
grant insert (workspace_id, position, log, seq, leaf) on event_leaf to frontless_app;
create trigger append_only before update or delete on event_leaf for each row execute function refuse_change();
create trigger append_only_truncate before truncate on event_leaf for each statement execute function refuse_change();

--changeset frontless:event-tile
-- The roots of full subtrees of 256 to the power of the level, so that a proof reads hundreds of hashes and not all of them.
create table event_tile (
  workspace_id uuid not null references workspace,
  level integer not null check (level between 1 and 7),
  tile bigint not null check (tile >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (workspace_id, level, tile)
);
call isolate('event_tile');
create policy worker on event_tile as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
grant select on event_tile to frontless_app;
grant insert (workspace_id, level, tile, hash) on event_tile to frontless_app;
create trigger append_only before update or delete on event_tile for each row execute function refuse_change();
create trigger append_only_truncate before truncate on event_tile for each statement execute function refuse_change();

--changeset frontless:tree-head
create table tree_head (
  workspace_id uuid not null references workspace,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  signed_at timestamptz not null,
  key text not null,
  signature bytea not null,
  primary key (workspace_id, size)
);
call isolate('tree_head');
create policy worker on tree_head as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
grant select on tree_head to frontless_app;
grant insert (workspace_id, size, root, signed_at, key, signature) on tree_head to frontless_app;
create trigger append_only before update or delete on tree_head for each row execute function refuse_change();
create trigger append_only_truncate before truncate on tree_head for each statement execute function refuse_change();

--changeset frontless:sealing
-- How far a workspace is sealed: of every transaction before this one, everything is. Locked by whoever seals it.
create table sealing (
  workspace_id uuid not null references workspace,
  sealed_before xid8 not null,
  primary key (workspace_id)
);
call isolate('sealing');
create policy worker_adds on sealing as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
create policy worker_moves on sealing as restrictive for update to frontless_app using ((select frontless.current_worker()) is not null);
grant select on sealing to frontless_app;
grant insert (workspace_id, sealed_before), update (sealed_before) on sealing to frontless_app;

--changeset frontless:worker-sees-workspaces
-- Which workspaces there are, for what works through all of them.
create policy worker on workspace for select using ((select frontless.current_worker()) is not null);
