--liquibase formatted sql

--changeset frontless:savepoint
-- Marks to which a workspace can be taken back. What they mark is the place of their event in the log.
create table savepoint (
  workspace_id uuid not null references workspace,
  savepoint text not null,
  version bigint not null default 1,
  removed_at timestamptz,
  primary key (workspace_id, savepoint)
);
call isolate('savepoint');
grant select on savepoint to frontless_app;
grant insert (workspace_id, savepoint) on savepoint to frontless_app;
grant update (version, removed_at) on savepoint to frontless_app;

--changeset frontless:event-actor
-- For undoing what somebody did in a time window.
create index event_actor on event (workspace_id, actor_id, seq desc);
